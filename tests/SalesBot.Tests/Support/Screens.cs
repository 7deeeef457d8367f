using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Chat;

namespace SalesBot.Tests.Support;

/// <summary>
/// One of each kind of thing that the bot says, for platforms to draw; and the files that hold how they are drawn.
/// </summary>
static class Screens
{
    static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The replies by name; what begins with <c>dialog-</c> is what belongs into a dialog.</summary>
    public static async Task<IReadOnlyDictionary<string, Reply>> AllAsync(TestBot bot)
    {
        var screens = new Dictionary<string, Reply>();
        var rep = TestDesk.Rep;
        screens["answer"] = await bot.Says("what is the difference between sales and marketing?", rep);
        screens["verdict"] = await bot.Says("Is cold calling a sales or marketing task?", rep);
        screens["refusal"] = await bot.Says("what is the average commission of a rep?", rep);
        screens["handoff"] = await bot.Says(
            "flag Jane Doe, CTO of Acme, jane@acme.example, to marketing: not ready yet, no rush",
            rep
        );
        await bot.MeetAsync(TestDesk.Marketer);
        await bot.Says(
            "flag <!channel> & Co, boss@evil.example, to marketing: *bold* _it_ `code` <https://evil.example|bank>",
            rep
        );
        screens["news"] = bot.SentTo(TestDesk.Marketer)[^1].Reply;
        screens["accepted"] = await bot.Says("accept HO-1001", TestDesk.Marketer);
        screens["list"] = await bot.Says("open handoffs", TestDesk.Manager);
        screens["help"] = await bot.Says("help", TestDesk.Admin);
        screens["status"] = await bot.Says("status", TestDesk.Admin);
        screens["progress"] = new Reply(
            "Reading the documents … 3 of 7",
            [new ProgressBlock("Reading the documents …", 3, 7)]
        );
        screens["greeting"] = await bot.HearsAsync(
            bot.Message("", rep, ChatAction.Of("greet")) with
            {
                IsDirect = false,
            }
        );
        screens["whom"] = await bot.Says("flag Tom Berg, tom@initech.example: asks for prices", TestDesk.Manager);
        screens["dialog-return"] = await MoveAsync("return");
        screens["dialog-assign"] = await MoveAsync("assign");
        screens["dialog-recycle"] = await MoveAsync("recycle");
        screens["dialog-new"] = await bot.HearsAsync(bot.Message("", TestDesk.Manager, ChatAction.Of("draft")));
        screens["dialog-from-message"] = await bot.HearsAsync(
            bot.Message(
                "",
                rep,
                ChatAction.Of(
                    "draft",
                    ("to", "marketing"),
                    ("text", "Bob Miller of Initech, bob@initech.example, is not ready before spring"),
                    ("link", "https://example.slack.com/archives/C5/p1")
                )
            )
        );
        screens["dialog-card"] = await bot.Says("show HO-1001", rep);
        screens["home"] = await bot.HearsAsync(bot.Message("", rep, ChatAction.Of("home")));
        screens["draft"] = await bot.Says(
            "could marketing look after ana.ruiz@orchard.example? She has no budget",
            rep
        );
        await bot.Says("return HO-1002: who is that? & why now?", TestDesk.Marketer);
        screens["returned"] = bot.SentTo(rep)[^1].Reply;
        screens["dialog-resubmit"] = await bot.HearsAsync(
            bot.Message("", rep, ChatAction.Of("move", ("number", "HO-1002"), ("move", "resubmit")))
        );
        screens["urgent"] = await bot.HearsAsync(
            bot.Message(
                "",
                TestDesk.Marketer,
                ChatAction.Of(
                    "raise",
                    ("to", "sales"),
                    ("title", "Kim & Co (Orchard): wants an offer"),
                    ("details", "Kim called twice, \"R&D\" & sales are waiting. <No> email so far."),
                    ("name", "Kim Lee"),
                    ("company", "Orchard & Sons"),
                    ("kind", "lead"),
                    ("urgency", "now"),
                    ("nextStep", "Call & confirm"),
                    ("link", "https://example.slack.com/archives/C5/p2?a=1&b=2")
                )
            )
        );
        screens["urgent-news"] = bot.SentTo(rep)[^1].Reply;
        bot.Time.Advance(TimeSpan.FromMinutes(2));
        screens["undo-over"] = await bot.Says("show HO-1003", TestDesk.Marketer);
        screens["paused"] = await bot.Says("pause HO-1001: her CFO is back on Monday", TestDesk.Marketer);
        await bot.Says("resume HO-1001", TestDesk.Marketer);
        bot.Time.Advance(TimeSpan.FromDays(14));
        screens["overdue"] = await bot.Says("show HO-1001", TestDesk.Marketer);
        screens["overdue-list"] = await bot.Says("what is overdue?", TestDesk.Manager);
        return screens;

        Task<Reply> MoveAsync(string move) =>
            bot.HearsAsync(
                bot.Message("", TestDesk.Marketer, ChatAction.Of("move", ("number", "HO-1001"), ("move", move)))
            );
    }

    /// <summary>
    /// Holds what was drawn against the files of a platform; where one has changed on purpose,
    /// <c>SALESBOT_APPROVE=1</c> writes them anew.
    /// </summary>
    public static void Approve(string platform, IEnumerable<(string Name, JsonObject Drawn)> screens)
    {
        var folder = Path.Combine(Repository.Root, "tests", "SalesBot.Tests", "Platforms", platform, "Approved");
        foreach (var (name, drawn) in screens)
        {
            var (file, text) = (Path.Combine(folder, $"{name}.json"), Stable(drawn.ToJsonString(Readable)));
            if (Environment.GetEnvironmentVariable("SALESBOT_APPROVE") == "1")
            {
                Directory.CreateDirectory(folder);
                File.WriteAllText(file, text);
            }
            text.ShouldBe(
                File.ReadAllText(file).ReplaceLineEndings("\n"),
                $"{name} is not as approved; SALESBOT_APPROVE=1 takes it as it is"
            );
        }
    }

    /// <summary>Without what is another one each time: ids of answers, times of steps, the id of the index.</summary>
    static string Stable(string text) =>
        System
            .Text.RegularExpressions.Regex.Replace(
                text,
                "a-[0-9a-f-]{36}|[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}|a-[0-9a-f]{32}|(?<=at=)[0-9]{13}|(?<=\"at\": \")[0-9]{13}|k-[0-9a-f]{12}",
                "…"
            )
            .ReplaceLineEndings("\n") + "\n";
}
