using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SalesBot.Chat;
using SalesBot.Messaging;
using SalesBot.Storage;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Messaging;

/// <summary>
/// The outbox over real HTTP, towards places of which most are in trouble; how long they are given is in the test's
/// hands.
/// </summary>
public sealed class TroubledDestinationTests : IAsyncLifetime
{
    static readonly string[] Troubles = ["dead", "never", "html", "huge", "failing"];

    readonly TempFolder folder = new();
    readonly List<string> arrived = [];
    readonly List<DateTimeOffset> throttled = [];

    // It begins now: what the program sends again in a process of its own is due by the clock of the machine.
    readonly FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());
    WebApplication server = WebApplication.CreateSlimBuilder().Build();
    bool isWell;

    /// <summary>A platform whose conversations are paths of the stand-in.</summary>
    sealed class HttpPlatform(Func<string> address, GuardedHttp http) : IChatPlatform
    {
        public string Name => "http";

        public async Task<Delivery> SendAsync(Outgoing message, CancellationToken cancellationToken)
        {
            var (to, reply) = (message.To, message.Reply);
            var url = to.Conversation == "dead" ? "http://127.0.0.1:9/dead" : $"{address()}/{to.Conversation}";
            var answer = await http.SendAsync(
                new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(reply.Text) },
                cancellationToken
            );
            return answer.Fault
                ?? (
                    answer.Body.GetProperty("ok").GetBoolean()
                        ? new Delivery.Sent($"{Guid.CreateVersion7()}")
                        : new Delivery.Failed("It says it failed.")
                );
        }
    }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        server = builder.Build();
        server.MapPost(
            "/{place}",
            async (string place, HttpContext call) =>
            {
                using var reader = new StreamReader(call.Request.Body);
                var text = await reader.ReadToEndAsync();
                if (!isWell && place == "never")
                    await Task.Delay(TimeSpan.FromMinutes(5), TimeProvider.System, call.RequestAborted);
                if (!isWell && place == "html")
                    return Results.Text("<html>maintenance</html>", "text/html");
                if (!isWell && place == "failing")
                    return Results.Text("""{"ok":false}""", "application/json");
                if (!isWell && place == "huge")
                {
                    // It ends when nobody listens any more.
                    while (!call.RequestAborted.IsCancellationRequested)
                        await call.Response.Body.WriteAsync(new byte[1 << 20], call.RequestAborted);
                    return Results.Empty;
                }
                if (place.StartsWith("throttled", StringComparison.Ordinal))
                    lock (throttled)
                    {
                        throttled.Add(time.GetUtcNow());
                        if (throttled.Count == 1)
                        {
                            call.Response.Headers.RetryAfter = "2";
                            return Results.StatusCode(429);
                        }
                    }
                lock (arrived)
                    arrived.Add(text);
                return Results.Text("""{"ok":true}""", "application/json");
            }
        );
        await server.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await server.StopAsync();
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Others_are_not_disturbed_no_body_is_read_without_end_and_one_command_sends_again_what_could_not_be_sent()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Storage:DataFolder"] = folder.Path,
                    ["Messaging:MaxAttempts"] = "2",
                    ["Messaging:SecondsPerCall"] = "1",
                }
            )
            .Build();
        using var http = new GuardedHttp();
        await using var services = new ServiceCollection()
            .AddSalesBot(configuration)
            .AddLogging()
            .AddSingleton<IChatPlatform>(new HttpPlatform(() => server.Urls.First(), http))
            .AddSingleton<TimeProvider>(time)
            .BuildServiceProvider();
        var (outbox, dead) = (services.GetRequiredService<Outbox>(), services.GetRequiredService<DeadLetters>());
        using var stop = new CancellationTokenSource();
        var running = services.GetRequiredService<Dispatcher>().RunAsync(stop.Token);

        foreach (var trouble in Troubles)
            await outbox.SendAsync(new Address("http", "T1", trouble), Reply.Of($"to {trouble}"));
        for (var i = 0; i < 3; i++)
            await outbox.SendAsync(new Address("http", "T2", $"throttled{i}"), Reply.Of($"to throttled{i}"));
        for (var i = 0; i < 30; i++)
            await outbox.SendAsync(new Address("http", "T3", $"fine{i}"), Reply.Of($"to fine{i}"));

        await EventuallyAsync(() => Arrived("to fine") == 30);
        dead.Count().ShouldBe(0, "what is in trouble is still tried when all others have theirs");
        await EventuallyAsync(() => throttled.Count > 0);
        await LaterAsync(() => Arrived("to throttled") == 3);
        throttled
            .Where((_, i) => i > 0)
            .ShouldAllBe(at => at == throttled[0] || at - throttled[0] >= TimeSpan.FromSeconds(2));
        await LaterAsync(() => dead.Count() == Troubles.Length);
        dead.List()
            .Single(letter => letter.Text == "to huge")
            .Reason.ShouldStartWith("Its answer is longer than 1,000,000 bytes.");
        dead.List()
            .Select(letter => letter.Text)
            .ShouldBe(Troubles.Select(trouble => $"to {trouble}"), ignoreOrder: true);

        isWell = true;
        var program = await Support.Program.RunAsync("outbox", "resend", "--data", folder.Path);
        program.Output.Trim().ShouldBe("5 messages are queued again and will be sent while SalesBot is running.");
        await LaterAsync(() =>
            Troubles.Where(trouble => trouble != "dead").All(trouble => Arrived($"to {trouble}") >= 1)
        );
        await stop.CancelAsync();
        await running;
        services.GetRequiredService<Database>().Close();
    }

    int Arrived(string begin)
    {
        lock (arrived)
            return arrived.Count(text => text.StartsWith(begin, StringComparison.Ordinal));
    }

    /// <summary>Lets time pass until it holds.</summary>
    Task LaterAsync(Func<bool> holds) =>
        EventuallyAsync(() =>
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            return holds();
        });

    static async Task EventuallyAsync(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!holds())
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
    }
}
