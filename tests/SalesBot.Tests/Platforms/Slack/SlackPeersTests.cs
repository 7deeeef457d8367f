using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Platforms.Slack;
using SalesBot.Platforms.Slack.Wire;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Platforms.Slack;

/// <summary>Slack's own programs and published shapes.</summary>
public class SlackPeersTests
{
    [Fact]
    public async Task Slacks_own_clients_understand_the_stand_in()
    {
        Needs.Peer("@slack/web-api/package.json");
        await using var slack = await SlackStandIn.StartAsync();
        slack.Make(new SlackTrouble("chat.postMessage", 429, RetryAfter: 1) { After = 1 });
        using var node = Peers.Start(
            "slack/clients.mjs",
            $"{slack.Url}/api/",
            SlackStandIn.BotToken,
            SlackStandIn.AppToken
        );
        var connected = await node.StandardOutput.ReadLineAsync();
        if (connected == "connected")
            (
                await slack.SendThroughSocketAsync(
                    "events_api",
                    new JsonObject
                    {
                        ["type"] = "event_callback",
                        ["event"] = new JsonObject { ["type"] = "app_mention" },
                    }
                )
            ).IsAcked.ShouldBeTrue();
        var said = await node.StandardOutput.ReadToEndAsync() + await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        said.Trim().ShouldBe("all understood", connected);
        slack.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_Slack_does_not_know_is_found()
    {
        Needs.Peer("typescript/package.json");
        (
            await Peers.CheckAsync([
                """{"method":"chat.postMessage","args":{"channel":"C1","text":"x","blocks":[{"type":"section","text":{"type":"plain_text","text":"x"}}]}}""",
            ])
        ).Status.ShouldBe(0);
        foreach (
            var wrong in new[]
            {
                """{"method":"chat.postMessage","args":{"channel":"C1","text":"x","blocks":[{"type":"section","text":{"text":"x"}}]}}""",
                """{"method":"chat.postMessage","args":{"text":"x"}}""",
                """{"method":"views.open","args":{"trigger_id":"t","view":{"type":"modal","blocks":[]}}}""",
            }
        )
            (await Peers.CheckAsync([wrong])).Status.ShouldBe(1, wrong);
    }

    [Fact]
    public async Task The_manifests_are_what_the_program_writes_and_what_Slack_knows()
    {
        string Shipped(string name) =>
            File.ReadAllText(Path.Combine(Repository.Root, "deploy", "slack", name)).ReplaceLineEndings("\n").Trim();
        var (http, socket) = (SlackManifest.Write(new Uri("https://bot.example.com")), SlackManifest.Write(null));
        Shipped("manifest.http.json").ShouldBe(http.ReplaceLineEndings("\n"));
        Shipped("manifest.socket.json").ShouldBe(socket.ReplaceLineEndings("\n"));
        Needs.Peer("typescript/package.json");
        var (status, said) = await Peers.CheckAsync(
            new[] { http, socket }.Select(one => new JsonObject { ["manifest"] = JsonNode.Parse(one) }.ToJsonString())
        );
        status.ShouldBe(0, said);
    }

    /// <summary>
    /// Payloads of every kind that Slack sends, as its Java SDK has recorded their shapes; where they are present.
    /// </summary>
    [Fact]
    public async Task Every_recorded_payload_is_read_without_loss()
    {
        await using var bot = new TestBot();
        var folder = Path.GetDirectoryName(
            Path.GetDirectoryName(Outside.File("peers/slack/payloads/events/AppMentionPayload.json"))
        )!;
        var files = Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories);
        files.Length.ShouldBeGreaterThan(80);
        var (events, interactions) = (
            new EventReader(new SlackIdentity()),
            new InteractionReader(new SlackIdentity(), bot.Get<KeptActions>())
        );
        foreach (var file in files)
        {
            var json = SlackJson.Parse(File.ReadAllBytes(file)).ShouldNotBeNull(file);
            JsonNode
                .DeepEquals(JsonNode.Parse(json.GetRawText()), JsonNode.Parse(File.ReadAllText(file)))
                .ShouldBeTrue(file);
            foreach (var text in Texts(json))
                text.Read.ShouldBe(text.Raw, file);
            Should.NotThrow(() => events.Read(json), file);
            Should.NotThrow(() => interactions.Read(json), file);
        }
    }

    static IEnumerable<(string? Read, string? Raw)> Texts(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => json.EnumerateObject()
                .SelectMany(member =>
                    member.Value.ValueKind == JsonValueKind.String
                        ? [(json.Text(member.Name), member.Value.GetString())]
                        : Texts(member.Value)
                ),
            JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
            _ => [],
        };
}
