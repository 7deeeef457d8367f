using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Storage;

namespace SalesBot.Tests.Support;

/// <summary>The real host on a loopback port, with a data folder of its own.</summary>
sealed class RunningBot : IAsyncDisposable
{
    readonly TempFolder data = new();
    readonly WebApplication app;

    RunningBot(string knowledge, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        // What a real Monday morning brings would stand among what a test waits for.
        app = SalesBotHost.Build([
            new("Urls", "http://127.0.0.1:0"),
            new("Knowledge:Folder", knowledge),
            new("Storage:DataFolder", data.Path),
            new("Handoffs:Digest", ""),
            new("Console:LocalToken", LocalToken),
            .. settings,
        ]);
        Client = new HttpClient
        {
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", LocalToken) },
        };
    }

    /// <summary>The token of the machine that the host runs on; <see cref="Client"/> sends it.</summary>
    public const string LocalToken = "the-token-of-this-test-machine";

    public HttpClient Client { get; }

    /// <summary>The link that lets a browser in.</summary>
    public Uri Link => new(Client.BaseAddress!, $"/?token={LocalToken}");

    public TempFolder Data => data;

    public IServiceProvider Services => app.Services;

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Starts the host and waits until it is ready.</summary>
    public static async Task<RunningBot> StartAsync(
        string? knowledge = null,
        params KeyValuePair<string, string?>[] settings
    )
    {
        var bot = new RunningBot(knowledge ?? Repository.Knowledge, settings);
        if (knowledge is null)
            await ShippedIndex.CopyToAsync(bot.data.Path);
        await bot.app.StartAsync();
        bot.Client.BaseAddress = new Uri(bot.app.Urls.First());
        await bot.EventuallyAsync(async () => (await bot.Client.GetAsync("/health/ready")).IsSuccessStatusCode);
        return bot;
    }

    /// <summary>Asks again and again until it holds; fails after a minute.</summary>
    public async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await holds())
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
    }

    /// <summary>
    /// Waits until nothing more is to be answered or sent, as the database has it: counters may lag behind it.
    /// </summary>
    public Task SettlesAsync() =>
        EventuallyAsync(() =>
            Task.FromResult(
                Get<Database>()
                    .Read(session =>
                        session.Single<long>("select count(*) from inbox where done_at is null")
                        + session.Single<long>("select count(*) from outbox where dead_at is null")
                    ) == 0
            )
        );

    public async Task<JsonElement> AskAsync(string question, params string[] history)
    {
        var response = await Client.PostAsJsonAsync("/api/v1/ask", new { question, history });
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        data.Dispose();
    }
}
