using SalesBot.Chat;
using SalesBot.Messaging;
using SalesBot.People;
using SalesBot.Storage;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Conversations;

/// <summary>When the bot speaks, when it is silent, and what it says when something goes wrong.</summary>
public sealed class MannersTests : IAsyncDisposable
{
    readonly TestBot bot = new();

    static readonly Address Thread = new("test", "T1", "C1", "17.1");

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task It_answers_no_bot_and_not_itself()
    {
        await HearAsync(bot.Message("help") with { IsFromBot = true });
        bot.Platform.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_a_room_it_answers_who_names_it_and_goes_on_with_them_in_the_thread()
    {
        await HearAsync(InRoom("hello everybody", TestDesk.Rep, named: false));
        bot.Platform.Sent.ShouldBeEmpty();
        await HearAsync(InRoom("help", TestDesk.Rep, named: true));
        await HearAsync(InRoom("thanks", TestDesk.Rep, named: false));
        bot.Platform.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Where_a_person_has_taken_over_it_is_silent_until_it_is_named()
    {
        await HearAsync(InRoom("help", TestDesk.Rep, named: true));
        await HearAsync(InRoom("I can help you with that", TestDesk.Marketer, named: false));
        await HearAsync(InRoom("thanks", TestDesk.Rep, named: false));
        bot.Platform.Sent.Count.ShouldBe(1);
        await HearAsync(InRoom("thanks", TestDesk.Rep, named: true));
        bot.Platform.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Asked_to_keep_out_it_keeps_out_until_it_is_named()
    {
        await HearAsync(InRoom("be quiet", TestDesk.Rep, named: true));
        await HearAsync(InRoom("help", TestDesk.Rep, named: false));
        bot.Platform.Sent.Select(sent => sent.Reply.Text)
            .ShouldBe(["OK, I'll stay quiet here. Mention me when you need me."]);
        await HearAsync(InRoom("come back", TestDesk.Rep, named: true));
        await HearAsync(InRoom("thanks", TestDesk.Rep, named: false));
        bot.Platform.Sent.Skip(1).Select(sent => sent.Reply.Text).ShouldBe(["I'm back.", "You're welcome."]);
    }

    [Fact]
    public async Task What_it_overhears_is_not_kept()
    {
        await HearAsync(InRoom("our secret plan", TestDesk.Rep, named: false));
        var kept = bot.Get<Database>()
            .Read(session =>
                session.Query<string>("select coalesce(message, '') from inbox union all select memory from memories")
            );
        kept.ShouldAllBe(text => !text.Contains("secret"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200b")]
    [InlineData("?")]
    [InlineData("🎉🎉🎉")]
    [InlineData("\ud83d")]
    [InlineData("((((((((((((((((((((")]
    public async Task Whatever_is_said_there_is_one_answer(string text)
    {
        await bot.KnowingAsync();
        (await bot.Says(text)).Text.ShouldNotBeEmpty();
        bot.Platform.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_an_index_it_says_so_and_hands_over_all_the_same()
    {
        (await bot.Says("is cold calling sales?")).Text.ShouldStartWith("I can't answer right now: ");
        (await bot.Says("flag Jane Doe, jane@acme.com, to marketing: not ready")).Text.ShouldContain("HO-1001");
    }

    [Fact]
    public async Task A_fault_is_one_apology_with_a_reference_and_no_stack()
    {
        // A handoff whose history nobody can read.
        await bot.Says("flag Jane Doe, jane@acme.com, to marketing: not ready");
        await bot.Get<Writer>()
            .WriteAsync(session => session.Execute("update handoff_events set facts = '{' where sequence = 1"));
        var reply = await bot.Says("accept HO-1001", TestDesk.Marketer);
        reply.Text.ShouldMatch("^Sorry, .+ \\(Reference: [0-9a-f]{12}\\)$");
        reply.Text.ShouldNotContain(" at ");
        reply.Text.ShouldNotContain(bot.Folder);
        (await bot.Says("thanks", TestDesk.Marketer)).Text.ShouldBe("You're welcome.");
    }

    [Fact]
    public async Task A_button_that_no_program_of_today_knows_says_so()
    {
        (await bot.HearsAsync(bot.Message("", action: ChatAction.Of("launch", ("missile", "1"))))).Text.ShouldStartWith(
            "That button is from an older message"
        );
    }

    [Fact]
    public async Task Forged_buttons_do_nothing_that_their_sender_may_not()
    {
        await bot.MeetAsync(TestDesk.Employee);
        await bot.Says("flag Jane Doe, jane@acme.com, to marketing: not ready");
        foreach (
            var action in new[]
            {
                ChatAction.Of("move", ("number", "HO-1001"), ("move", "accept"), ("version", "1"), ("role", "admin")),
                ChatAction.Of("move", ("number", "HO-1001"), ("move", "erase"), ("version", "1")),
                ChatAction.Of("undo", ("kind", "step"), ("number", "HO-1001"), ("sequence", "1")),
                ChatAction.Of("undo", ("kind", "raise"), ("number", "HO-1001")),
                ChatAction.Of("undo", ("kind", "person"), ("person", "local:employee"), ("role", "admin")),
                ChatAction.Of("undo", ("kind", "channel"), ("team", "sales"), ("address", "test:T1/C9")),
                ChatAction.Of("show", ("number", "HO-1001")),
                ChatAction.Of("send-again"),
                ChatAction.Of("pass-on", ("answer", "a-1")),
            }
        )
            (await bot.HearsAsync(bot.Message("", TestDesk.Employee, action))).FullText.ShouldNotContain(
                "jane@acme.com"
            );
        bot.Get<SalesBot.Handoffs.HandoffLists>().Find("HO-1001", TestDesk.Admin)!.Version.ShouldBe(1);
        bot.Get<Roster>().All(Workspace.Default).ShouldAllBe(member => member.Role != Role.Admin);
    }

    IncomingMessage InRoom(string text, Person by, bool named) =>
        bot.Message(text, by) with
        {
            Address = Thread,
            IsDirect = false,
            IsAddressed = named,
        };

    async Task HearAsync(IncomingMessage message)
    {
        await bot.Get<Inbox>().AcceptAsync(message);
        await bot.Get<Dispatcher>().RunToEndAsync();
    }
}
