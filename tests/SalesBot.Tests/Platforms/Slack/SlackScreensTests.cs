using System.Text.Json.Nodes;
using SalesBot.Chat;
using SalesBot.Platforms.Slack;
using SalesBot.Platforms.Slack.Wire;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Platforms.Slack;

/// <summary>
/// Each kind of message, dialog and home tab as approved files. With <c>SALESBOT_SCREENS=FOLDER</c> they are drawn as a
/// page to look at.
/// </summary>
public sealed class SlackScreensTests
{
    static JsonObject Message(Reply reply) =>
        new()
        {
            ["text"] = BlockKit.Message(reply).Text,
            ["blocks"] = JsonNode.Parse(SlackJson.Write(BlockKit.Message(reply).Blocks)),
        };

    static JsonObject Dialog(Reply reply) =>
        (JsonObject)JsonNode.Parse(SlackJson.Write(SlackViews.Dialog(reply, new ViewContext("slack:T1/C1")).View))!;

    static JsonObject Home(Reply reply) =>
        new() { ["type"] = "home", ["blocks"] = JsonNode.Parse(SlackJson.Write(BlockKit.View(reply).Blocks)) };

    [Fact]
    public async Task Every_screen_is_as_approved()
    {
        await using var bot = await new TestBot().KnowingAsync();
        var replies = await Screens.AllAsync(bot);
        var screens = replies
            .Select(one =>
                (
                    one.Key,
                    Drawn: one.Key == "home" ? Home(one.Value)
                    : one.Key.StartsWith("dialog-", StringComparison.Ordinal) ? Dialog(one.Value)
                    : Message(one.Value)
                )
            )
            .Append(("dialog-as-message", Message(replies["dialog-return"])))
            .ToList();
        if (Environment.GetEnvironmentVariable("SALESBOT_SCREENS") is { Length: > 0 } pages)
            File.WriteAllText(Path.Combine(pages, "slack.html"), SlackPreview.Page(screens));
        foreach (var (name, drawn) in screens)
            BlockLimits.Faults(drawn).ShouldBeEmpty(name);
        Screens.Approve("Slack", screens);
    }
}
