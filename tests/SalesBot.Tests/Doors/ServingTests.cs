using System.Net;
using System.Net.Sockets;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Doors;

public class ServingTests
{
    [Fact]
    public async Task A_file_edited_while_serving_changes_the_answer()
    {
        using var knowledge = new TempFolder();
        knowledge.Write("hive.md", "# Hive\n\nThe hive opens at seven every morning.");
        await using var bot = await RunningBot.StartAsync(knowledge.Path);
        (await bot.AskAsync("when does the hive open?"))
            .GetProperty("text")
            .GetString()
            .ShouldNotBeNull()
            .ShouldContain("seven");
        knowledge.Write("hive.md", "# Hive\n\nThe hive opens at nine every morning.");
        await bot.EventuallyAsync(async () =>
            (await bot.AskAsync("when does the hive open?"))
                .GetProperty("text")
                .GetString()!
                .Contains("nine", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("cut off")]
    [InlineData("overwritten")]
    public async Task An_index_damaged_while_serving_goes_on_answering_and_is_mended(string damage)
    {
        await using var bot = await RunningBot.StartAsync();
        // A generation answers before it is made the current one; what is damaged here is the generation alone.
        await bot.EventuallyAsync(() => Task.FromResult(File.Exists(bot.Data.File("index/current"))));
        foreach (
            var file in Directory
                .GetDirectories(bot.Data.File("index"))
                .SelectMany(folder => Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        )
            File.WriteAllBytes(file, damage == "cut off" ? [] : new byte[new FileInfo(file).Length]);
        (await bot.AskAsync("which four Ps are there?"))
            .GetProperty("text")
            .GetString()
            .ShouldNotBeNull()
            .ShouldContain("promotion");
        var reindex = new HttpRequestMessage(HttpMethod.Post, "/api/v1/knowledge/reindex")
        {
            Headers = { { "X-SalesBot-As", "admin" } },
        };
        var poll = (await bot.Client.SendAsync(reindex)).Headers.Location.ShouldNotBeNull().ToString();
        await bot.EventuallyAsync(async () =>
            (
                await (
                    await bot.Client.SendAsync(
                        new HttpRequestMessage(HttpMethod.Get, poll) { Headers = { { "X-SalesBot-As", "admin" } } }
                    )
                ).Content.ReadAsStringAsync()
            ).Contains("\"state\":\"done\"", StringComparison.Ordinal)
        );
        (await Support.Program.RunAsync("index", "check", "--data", bot.Data.Path)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_folder_the_host_lives_and_says_why_it_is_not_ready()
    {
        using var folder = new TempFolder();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var app = SalesBotHost.Build([
            new("Urls", "http://127.0.0.1:0"),
            new("Knowledge:Folder", folder.File("none")),
            new("Storage:DataFolder", folder.File("data")),
            new("Console:LocalToken", RunningBot.LocalToken),
        ]);
        await app.StartAsync(stop.Token);
        using var client = new HttpClient
        {
            BaseAddress = new Uri(app.Urls.First()),
            DefaultRequestHeaders = { Authorization = new("Bearer", RunningBot.LocalToken) },
        };
        (await client.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        string reason;
        do reason = await client.GetStringAsyncWhatever("/health/ready");
        while (!reason.Contains("does not exist", StringComparison.Ordinal) && !stop.IsCancellationRequested);
        reason.ShouldContain("does not exist");
        (
            await client.PostAsync(
                "/api/v1/ask",
                new StringContent("{\"question\":\"what is a lead?\"}", System.Text.Encoding.UTF8, "application/json")
            )
        ).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        folder.Write("none/a.md", "Bees make honey.");
        while (!(await client.GetAsync("/health/ready")).IsSuccessStatusCode)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, stop.Token);
        await app.StopAsync();
    }

    [Fact]
    public async Task A_port_in_use_and_a_second_host_are_told_in_a_sentence()
    {
        using var folder = new TempFolder();
        var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var result = await Support.Program.RunAsync(
            "serve",
            "--urls",
            $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}",
            "--data",
            folder.Path
        );
        taken.Stop();
        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("in use");
        result.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Told_to_stop_it_drains_and_exits_well()
    {
        using var folder = new TempFolder();
        using var process = Support.Program.Start(
            new Dictionary<string, string>(),
            "serve",
            "--urls",
            "http://127.0.0.1:0",
            "--data",
            folder.Path
        );
        var log = "";
        while (!log.Contains("is ready: ", StringComparison.Ordinal))
            log += await process.StandardError.ReadLineAsync() ?? throw new InvalidOperationException(log);
        using var kill = System.Diagnostics.Process.Start("kill", ["-TERM", process.Id.ToString()]);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await process.WaitForExitAsync(limit.Token);
        process.ExitCode.ShouldBe(0);
    }
}

file static class Reading
{
    /// <summary>The body, whatever the status.</summary>
    public static async Task<string> GetStringAsyncWhatever(this HttpClient client, string path) =>
        await (await client.GetAsync(path)).Content.ReadAsStringAsync();
}
