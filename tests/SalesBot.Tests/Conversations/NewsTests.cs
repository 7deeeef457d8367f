using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.Handoffs.Due;
using SalesBot.People;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Conversations;

/// <summary>Who hears of what, and that every card says how things stand.</summary>
public sealed class NewsTests : IAsyncDisposable
{
    const string Flag = "flag Jane Doe, jane@acme.com, to marketing: not ready until spring";

    readonly TestBot bot = new(settings: ("Handoffs:Notify:Marketing", "test:T1/C0MARKETING"));

    static readonly Address Channel = new("test", "T1", "C0MARKETING");

    static Person Rep => TestDesk.Rep;

    static Person Marketer => TestDesk.Marketer;

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task The_receiving_team_gets_the_card_with_its_moves()
    {
        await bot.Says(Flag);
        var card = bot.Platform.Sent.Single(sent => sent.To == Channel).Reply;
        card.FullText.ShouldBe(
            "New for Marketing\nJane Doe: not ready until spring · Waiting for Marketing to accept · Should be accepted by Wed 7\u00A0Jan, 4:00\u00A0pm\nHO-1001 · Nurture · No rush"
        );
        card.Blocks.OfType<ChoicesBlock>()
            .Single()
            .Choices.Select(choice => choice.Label)
            .ShouldBe(
                ["Accept", "Send back to rep", "Add a note", "Assign", "Disqualify", "Get updates"],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task The_sender_hears_of_acceptance_return_and_outcome_and_of_what_was_missing()
    {
        await bot.MeetAsync(Rep);
        await bot.Says(Flag);
        await bot.Says("return HO-1001: missing information, which newsletter?", Marketer);
        News()
            .ShouldBe(
                "marketer sent this back: information is missing. “missing information, which newsletter?” You can answer and send it again, close it or withdraw it."
            );
        await bot.Says("resubmit HO-1001: the product newsletter");
        await bot.Says("accept HO-1001", Marketer);
        News().ShouldBe("marketer accepted this.");
        await bot.Says("contacted HO-1001", Marketer);
        News().ShouldBe("marketer made contact.");
        await bot.Says("HO-1001 is done, delivered", Marketer);
        News().ShouldBe("marketer closed this: delivered.");

        string? News() => bot.SentTo(Rep).Last(sent => sent.Replaced is null).Reply.Lead;
    }

    [Fact]
    public async Task Nobody_is_told_what_they_did_themselves()
    {
        await bot.MeetAsync(Rep, Marketer);
        await bot.Says(Flag);
        await bot.Says("accept HO-1001", Marketer);
        await bot.Says("note on HO-1001: called twice", Marketer);
        bot.SentTo(Marketer).Where(sent => sent.Replaced is null).ShouldAllBe(sent => sent.Reply.Lead == null);
        bot.SentTo(Rep).Last(sent => sent.Replaced is null).Reply.Lead.ShouldBe("marketer left a note. “called twice”");
    }

    [Fact]
    public async Task A_card_is_kept_in_step_wherever_it_was_posted()
    {
        await bot.Says(Flag);
        await bot.Says("HO-1001", TestDesk.Manager);
        var shown = bot
            .Platform.Sent.Where(sent =>
                sent.Reply.Slot?.StartsWith("handoff:", StringComparison.Ordinal) == true && sent.Replaced is null
            )
            .ToList();
        shown
            .Select(sent => sent.To)
            .ShouldBe([TestBot.AddressOf(Rep), Channel, TestBot.AddressOf(TestDesk.Manager)], ignoreOrder: true);
        var before = bot.Platform.Sent.Count;
        await bot.Says("accept HO-1001", Marketer);
        var renewed = bot.Platform.Sent.Skip(before).Where(sent => sent.Replaced is not null).ToList();
        renewed
            .Select(sent => (sent.To, sent.Id))
            .ShouldBe(shown.Select(sent => (sent.To, sent.Id)), ignoreOrder: true);
        renewed.ShouldAllBe(sent => sent.Reply.Text.Contains(" · Accepted by marketer · Should be started by "));
        renewed.Single(sent => sent.To == Channel).Reply.Lead.ShouldBe("New for Marketing");
        Moves(renewed.Single(sent => sent.To == TestBot.AddressOf(Rep)).Reply).ShouldNotContain("contact");
        Moves(renewed.Single(sent => sent.To == Channel).Reply).ShouldContain("I've started");
    }

    [Fact]
    public async Task Of_many_cards_in_one_conversation_the_older_ones_say_once_that_it_stands_further_down()
    {
        await bot.Says(Flag);
        for (var i = 0; i < 12; i++)
            await bot.Says("HO-1001");
        var told = bot.SentTo(Rep).Where(sent => sent.Replaced is not null).ToList();
        told.ShouldAllBe(sent => sent.Reply.Text == "There's a newer version of this further down.");
        told.Select(sent => sent.Id).ShouldBeUnique();
        told.Count.ShouldBe(10);
    }

    [Fact]
    public async Task A_card_that_could_not_be_sent_for_a_while_shows_how_things_stand_by_then()
    {
        var down = true;
        bot.Platform.Ends = (to, _) =>
            Task.FromResult<Delivery?>(down && to == Channel ? new Delivery.Failed("down") : null);
        await bot.Says(Flag);
        await bot.Says("accept HO-1001", Marketer);
        await bot.Says("contacted HO-1001", Marketer);
        down = false;
        await bot.LaterAsync(TimeSpan.FromMinutes(1));
        bot.Platform.Sent.Where(sent => sent.To == Channel)
            .Select(sent => (sent.Reply.Text.Split([" · ", "\n"], StringSplitOptions.None)[1], sent.Replaced is null))
            .ShouldBe([("Waiting for Marketing to accept", true), ("▶ In progress with marketer", false)]);
    }

    [Fact]
    public async Task A_button_of_an_old_card_changes_nothing_and_says_who_was_faster()
    {
        await bot.Says(Flag);
        var card = bot.Platform.Sent.Single(sent => sent.To == Channel).Reply;
        await bot.Presses(card, "accept", Marketer);
        var late = await bot.Presses(card, "accept", TestDesk.Manager);
        late.FullText.ShouldStartWith(
            "Too late to accept it: marketer accepted HO-1001 just now. Nothing was changed. You can record"
        );
        bot.Get<HandoffLists>().Find("HO-1001", TestDesk.Admin)!.Owner.ShouldBe("local:marketer");
    }

    [Fact]
    public async Task Who_has_no_channel_is_told_directly()
    {
        await bot.MeetAsync(Rep);
        await bot.Says("pass Tom Berg, tom@initech.example, to sales: wants a demo", Marketer);
        bot.SentTo(Rep)[^1].Reply.Lead.ShouldBe("New for Sales");
    }

    [Fact]
    public async Task Reminders_reach_who_must_act_and_then_who_leads()
    {
        await bot.MeetAsync(Rep, Marketer, TestDesk.Manager);
        await bot.Says("flag Jane Doe, jane@acme.com, to marketing: urgent, wants to cancel");
        await bot.LaterAsync(TimeSpan.FromMinutes(31));
        bot.Platform.Sent.Last(sent => sent.Replaced is null && sent.To == Channel)
            .Reply.Lead.ShouldBe("Reminder: half the time allowed to accept this has passed.");
        await bot.LaterAsync(TimeSpan.FromMinutes(30));
        bot.SentTo(TestDesk.Manager)[^1].Reply.Lead.ShouldBe("The time allowed to accept this has passed.");
        await bot.LaterAsync(TimeSpan.FromMinutes(60));
        bot.SentTo(TestDesk.Manager)[^1].Reply.Lead.ShouldBe("Twice the time allowed to accept this has passed.");
        var told = bot.Platform.Sent.Count;
        await bot.LaterAsync(TimeSpan.FromHours(3));
        bot.Platform.Sent.Count.ShouldBe(told);
    }

    [Fact]
    public async Task Who_watches_hears_and_who_may_not_see_does_not()
    {
        await bot.MeetAsync(TestDesk.Employee, TestDesk.Manager);
        await bot.Says(Flag);
        (await bot.Says("HO-1001", TestDesk.Employee)).Text.ShouldBe(
            "I can't find HO-1001. It doesn't exist, or you don't have access to it."
        );
        await bot.Says("watch HO-1001", TestDesk.Manager);
        await bot.Says("accept HO-1001", Marketer);
        bot.SentTo(TestDesk.Manager).Last(sent => sent.Replaced is null).Reply.Lead.ShouldBe("marketer accepted this.");
        bot.SentTo(TestDesk.Employee).ShouldAllBe(sent => !sent.Reply.FullText.Contains("Jane"));
    }

    [Fact]
    public async Task Each_team_gets_its_digest_once_a_week_also_after_a_restart()
    {
        using var folder = new TempFolder();
        (string, string) channel = ("Handoffs:Notify:Marketing", "test:T1/C0MARKETING");
        await using (var first = new TestBot(folder.Path, settings: channel))
        {
            await first.Says(Flag);
            await DigestsAsync(first, TimeSpan.Zero);
            await DigestsAsync(first, TimeSpan.FromHours(1));
            Digests(first)
                .ShouldHaveSingleItem()
                .ShouldBe("Marketing, 29 Dec to 5 Jan\nHanded over: 1, 0 of them accepted\nOpen: 1 waiting");
        }
        await using var after = new TestBot(folder.Path, settings: channel);
        await DigestsAsync(after, TimeSpan.FromHours(2));
        Digests(after).ShouldBeEmpty();
        await DigestsAsync(after, TimeSpan.FromDays(7));
        Digests(after).ShouldHaveSingleItem().ShouldStartWith("Marketing, 5 Jan to 12 Jan");
        (await after.Says("digest", Marketer)).Text.ShouldStartWith("Marketing, ");
        (await after.Says("weekly digest", TestDesk.Employee)).Text.ShouldBe(
            "Only sales, marketing and managers can see reports."
        );

        static async Task DigestsAsync(TestBot bot, TimeSpan later)
        {
            bot.Time.Advance(later);
            await bot.Get<DigestWork>().RunAsync();
            await bot.LaterAsync(TimeSpan.Zero);
        }

        static IEnumerable<string> Digests(TestBot bot) =>
            bot
                .Platform.Sent.Where(sent => sent.To == Channel && sent.Reply.Text.StartsWith("Marketing, "))
                .Select(sent => sent.Reply.Text);
    }

    static IEnumerable<string> Moves(Reply reply) =>
        reply.Blocks.OfType<ChoicesBlock>().SelectMany(block => block.Choices).Select(choice => choice.Label);
}
