using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Messaging;

/// <summary>
/// A host that is killed at random moments while people talk to it through files: nothing that was acknowledged is
/// lost, nothing is done twice, and every reply and every notification arrives once: also what was sent when the host
/// died before it wrote that down. <c>SALESBOT_KILLS</c> says how often it is killed; 6 times if it does not.
/// </summary>
public sealed partial class KilledHostTests
{
    const int PerSecond = 40,
        Rooms = 20;

    [Fact]
    public async Task Killed_again_and_again_it_loses_nothing_and_doubles_nothing()
    {
        var kills = int.TryParse(
            Environment.GetEnvironmentVariable("SALESBOT_KILLS"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var asked
        )
            ? asked
            : 6;
        using var folder = new TempFolder();
        var (input, output) = (folder.File("chat/in.jsonl"), folder.File("chat/out.jsonl"));
        Directory.CreateDirectory(folder.File("chat"));
        using var stop = new CancellationTokenSource();
        var talking = Task.Run(() => TalkAsync(input, stop.Token));
        try
        {
            await KillAsync(folder, kills);
        }
        finally
        {
            await stop.CancelAsync();
            await talking;
        }
        var said = await talking;
        using (var last = Start(folder))
        {
            await ReadyAsync(last);
            await WhileItGoesOnAsync(() => Judge(output).Missing(said));
            await Task.Delay(
                TimeSpan.FromMilliseconds(1500),
                TimeProvider.System,
                TestContext.Current.CancellationToken
            );
            last.Process.Kill();
            await last.Process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        var judged = Judge(output);
        (judged.Acknowledged.Count, judged.Replies.Count, judged.News.Count).ShouldBe((said, said, said));
        judged.Replies.Values.Max().ShouldBe(1);
        judged.News.Values.Max().ShouldBe(1);
        var export = await Support.Program.RunAsync(
            "handoffs",
            "export",
            "--format",
            "jsonl",
            "--data",
            folder.File("data")
        );
        var stored = export
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(line => Id().Matches(line).Select(match => match.Value).Distinct())
            .ToList();
        stored.Count.ShouldBe(said);
        stored.ShouldBeUnique();
        (await Support.Program.RunAsync("handoffs", "verify", "--data", folder.File("data"))).ExitCode.ShouldBe(0);
        TestContext.Current.TestOutputHelper?.WriteLine($"{kills} kills, {said} said and acknowledged");
    }

    static async Task KillAsync(TempFolder folder, int kills)
    {
        var random = new Random(7);
        for (var i = 0; i < kills; i++)
        {
            using var host = Start(folder);
            await ReadyAsync(host);
            await Task.Delay(
                TimeSpan.FromMilliseconds(random.Next(50, 1500)),
                TimeProvider.System,
                TestContext.Current.CancellationToken
            );
            host.Process.Kill();
            await host.Process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    static async Task<int> TalkAsync(string input, CancellationToken stop)
    {
        var said = 0;
        while (!stop.IsCancellationRequested)
        {
            var room = $"room{said % Rooms}";
            await File.AppendAllTextAsync(
                input,
                JsonSerializer.Serialize(
                    new
                    {
                        id = $"e{said}",
                        from = "local:rep",
                        conversation = room,
                        text = $"flag X{said:D6}E, x{said:D6}e@x{said:D6}e.example, to marketing: not ready",
                    }
                ) + "\n",
                CancellationToken.None
            );
            said++;
            await Task.Delay(TimeSpan.FromMilliseconds(1000 / PerSecond), TimeProvider.System, stop)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        return said;
    }

    sealed record Seen(HashSet<string> Acknowledged, Dictionary<string, int> Replies, Dictionary<string, int> News)
    {
        public int Missing(int said) => (3 * said) - Acknowledged.Count - Replies.Count - News.Count;
    }

    /// <summary>
    /// What stands in the file: acknowledgements, and how often each reply and each notification came.
    /// </summary>
    static Seen Judge(string output)
    {
        var seen = new Seen([], [], []);
        using var file = new StreamReader(
            new FileStream(output, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
        );
        while (file.ReadLine() is { } line)
        {
            if (Parse(line) is not { } json)
                continue;
            if (json.TryGetProperty("ack", out var ack))
                seen.Acknowledged.Add(ack.GetString()!);
            // Nothing is changed after it is raised, so that every card is a reply or a notification; a reply may take
            // the place of a word that it takes time.
            else if (Id().Match(line) is { Success: true } id)
            {
                var counts = json.GetProperty("to").GetString() == "files:default/MARKETING" ? seen.News : seen.Replies;
                counts[id.Value] = counts.GetValueOrDefault(id.Value) + 1;
            }
        }
        return seen;
    }

    /// <summary>A line; none for half of one.</summary>
    static JsonElement? Parse(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize<JsonElement>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    sealed record Host(Process Process, string Url, System.Text.StringBuilder Said) : IDisposable
    {
        public void Dispose()
        {
            if (!Process.HasExited)
                Process.Kill();
            Process.Dispose();
        }
    }

    static Host Start(TempFolder folder)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        probe.Stop();
        var process = Support.Program.Start(
            new Dictionary<string, string>
            {
                ["Files__Folder"] = folder.File("chat"),
                ["Handoffs__Notify__Marketing"] = "files:default/MARKETING",
                ["Messaging__PerPersonPerMinute"] = "1000000",
            },
            "serve",
            "--urls",
            url,
            "--data",
            folder.File("data")
        );
        var said = new System.Text.StringBuilder();
        process.ErrorDataReceived += (_, line) => said.AppendLine(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return new Host(process, url, said);
    }

    static async Task ReadyAsync(Host host)
    {
        using var client = new HttpClient();
        await EventuallyAsync(() => Ready().GetAwaiter().GetResult());

        async Task<bool> Ready()
        {
            host.Process.HasExited.ShouldBeFalse($"the host ended by itself: {host.Said}");
            try
            {
                return (await client.GetAsync(host.Url + "/health/ready")).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }

    /// <summary>Waits until nothing is missing, or nothing more comes.</summary>
    static async Task WhileItGoesOnAsync(Func<int> missing)
    {
        for (int last = int.MaxValue, now; (now = missing()) > 0 && now < last; last = now)
            await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
    }

    static async Task EventuallyAsync(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!holds())
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limit.Token);
    }

    [GeneratedRegex(@"X\d{6}E")]
    private static partial Regex Id();
}
