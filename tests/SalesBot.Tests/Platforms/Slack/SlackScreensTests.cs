using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Chat;
using SalesBot.Platforms.Slack;
using SalesBot.Platforms.Slack.Wire;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Platforms.Slack;

/// <summary>
/// Each kind of message, dialog and home tab as approved files; where one has changed on purpose, <c>SALESBOT_APPROVE=1</c> writes them anew. With
/// <c>SALESBOT_SCREENS=FOLDER</c> they are drawn as a page to look at.
/// </summary>
public sealed class SlackScreensTests
{
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static JsonObject Message(Reply reply) =>
        new() { ["text"] = BlockKit.Message(reply).Text, ["blocks"] = JsonNode.Parse(SlackJson.Write(BlockKit.Message(reply).Blocks)) };

    static JsonObject Dialog(Reply reply) => (JsonObject)JsonNode.Parse(SlackJson.Write(SlackViews.Dialog(reply, new ViewContext("slack:T1/C1")).View))!;

    [Fact]
    public async Task Every_screen_is_as_approved()
    {
        await using var bot = await new TestBot().KnowingAsync();
        var screens = new List<(string Name, JsonObject Drawn)>();
        var rep = TestDesk.Rep;
        screens.Add(("answer", Message(await bot.Says("what is the difference between sales and marketing?", rep))));
        screens.Add(("verdict", Message(await bot.Says("Is cold calling a sales or marketing task?", rep))));
        screens.Add(("refusal", Message(await bot.Says("what is the average commission of a rep?", rep))));
        var card = await bot.Says("flag Jane Doe, CTO of Acme, jane@acme.example, to marketing: not ready yet, no rush", rep);
        screens.Add(("handoff", Message(card)));
        await bot.MeetAsync(TestDesk.Marketer);
        await bot.Says("flag <!channel> & Co, boss@evil.example, to marketing: *bold* _it_ `code` <https://evil.example|bank>", rep);
        screens.Add(("news", Message(bot.SentTo(TestDesk.Marketer)[^1].Reply)));
        screens.Add(("accepted", Message(await bot.Says("accept HO-1001", TestDesk.Marketer))));
        screens.Add(("list", Message(await bot.Says("open handoffs", TestDesk.Manager))));
        screens.Add(("help", Message(await bot.Says("help", TestDesk.Admin))));
        screens.Add(("status", Message(await bot.Says("status", TestDesk.Admin))));
        screens.Add(("progress", Message(new Reply("Reading the documents … 3 of 7", [new ProgressBlock("Reading the documents …", 3, 7)]))));
        screens.Add(("greeting", Message(await bot.HearsAsync(bot.Message("", rep, ChatAction.Of("greet"))))));
        screens.Add(("whom", Message(await bot.Says("flag Tom Berg, tom@initech.example: asks for prices", TestDesk.Manager))));
        var returning = await bot.HearsAsync(bot.Message("", TestDesk.Marketer, ChatAction.Of("move", ("number", "HO-1001"), ("move", "return"))));
        screens.Add(("dialog-return", Dialog(returning)));
        screens.Add(("dialog-as-message", Message(returning)));
        screens.Add(("dialog-assign",
            Dialog(await bot.HearsAsync(bot.Message("", TestDesk.Marketer, ChatAction.Of("move", ("number", "HO-1001"), ("move", "assign")))))));
        screens.Add(("dialog-recycle",
            Dialog(await bot.HearsAsync(bot.Message("", TestDesk.Marketer, ChatAction.Of("move", ("number", "HO-1001"), ("move", "recycle")))))));
        screens.Add(("dialog-new", Dialog(await bot.HearsAsync(bot.Message("", TestDesk.Manager, ChatAction.Of("draft"))))));
        screens.Add(("dialog-from-message", Dialog(await bot.HearsAsync(bot.Message("", rep, ChatAction.Of("draft", ("to", "marketing"),
            ("text", "Bob Miller of Initech, bob@initech.example, is not ready before spring"), ("link", "https://example.slack.com/archives/C5/p1")))))));
        screens.Add(("dialog-card", Dialog(await bot.Says("show HO-1001", rep))));
        screens.Add(("home", new JsonObject
        {
            ["type"] = "home",
            ["blocks"] = JsonNode.Parse(SlackJson.Write(BlockKit.View(await bot.HearsAsync(bot.Message("", rep, ChatAction.Of("home")))).Blocks)),
        }));
        Approve(screens);
    }

    static void Approve(List<(string Name, JsonObject Drawn)> screens)
    {
        var folder = Path.Combine(Repository.Root, "tests", "SalesBot.Tests", "Platforms", "Slack", "Approved");
        if (Environment.GetEnvironmentVariable("SALESBOT_SCREENS") is { Length: > 0 } pages)
            File.WriteAllText(Path.Combine(pages, "slack.html"), SlackPreview.Page(screens));
        foreach (var (name, drawn) in screens)
        {
            BlockLimits.Faults(drawn).ShouldBeEmpty(name);
            var (file, text) = (Path.Combine(folder, $"{name}.json"), Stable(drawn.ToJsonString(Readable)));
            if (Environment.GetEnvironmentVariable("SALESBOT_APPROVE") == "1")
                File.WriteAllText(file, text);
            text.ShouldBe(File.ReadAllText(file).ReplaceLineEndings("\n"), $"{name} is not as approved; SALESBOT_APPROVE=1 takes it as it is");
        }
    }

    /// <summary>Without what is another one each time: ids of answers, times of steps, the id of the index.</summary>
    static string Stable(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, "a-[0-9a-f-]{36}|a-[0-9a-f]{32}|(?<=at=)[0-9]{13}|k-[0-9a-f]{12}", "…")
        .ReplaceLineEndings("\n") + "\n";
}
