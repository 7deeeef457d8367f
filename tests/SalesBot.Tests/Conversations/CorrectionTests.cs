using SalesBot.Handoffs;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Conversations;

/// <summary>What people put right, before and after they have handed something over.</summary>
public sealed class CorrectionTests : IAsyncLifetime
{
    const string Flag = "flag Jane Doe, jane@acme.example, to marketing: wants 30 licences next spring, not ready yet";

    readonly TestBot bot = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Theory]
    [InlineData("no, make that 35 licences", "Jane Doe: wants 35 licences next spring, not ready yet")]
    [InlineData("sorry, I meant 35", "Jane Doe: wants 35 licences next spring, not ready yet")]
    [InlineData("next summer, not next spring", "Jane Doe: wants 30 licences next summer, not ready yet")]
    [InlineData("I said 30 but meant 300", "Jane Doe: wants 300 licences next spring, not ready yet")]
    [InlineData("her name is Jana, not Jane", "Jana Doe: wants 30 licences next spring, not ready yet")]
    public async Task What_was_just_sent_is_put_right_by_saying_so(string correction, string title)
    {
        await bot.Says(Flag);
        await bot.Says(correction);
        Card("HO-1001").Title.ShouldBe(title);
    }

    [Theory]
    [InlineData("oh and it's urgent", "now")]
    [InlineData("no, asap please", "now")]
    [InlineData("actually no rush at all", "someday")]
    [InlineData("this week please", "this-week")]
    public async Task How_urgent_it_is_needs_no_name_right_after_sending(string said, string urgency)
    {
        await bot.Says("flag Jane Doe, jane@acme.example, to marketing: wants the newsletter");
        await bot.Says(said);
        Card("HO-1001").Urgency.ShouldBe(urgency);
    }

    [Fact]
    public async Task A_first_name_that_is_corrected_leaves_the_surname_alone()
    {
        await bot.Says(Flag);
        await bot.Says("her name is Jana");
        Card("HO-1001").Person?.Name.ShouldBe("Jana Doe");
        await bot.Says("company is Globex");
        Card("HO-1001").Company?.Name.ShouldBe("Globex");
    }

    [Fact]
    public async Task A_correction_that_fits_nothing_is_kept_as_a_note()
    {
        await bot.Says(Flag);
        await bot.Says("no, make that a demo");
        Card("HO-1001").History[^1].Note.ShouldBe("no, make that a demo");
    }

    [Fact]
    public async Task What_changes_nothing_is_told_as_that()
    {
        await bot.Says(Flag);
        (await bot.Says("no, not urgent")).Text.ShouldStartWith("HO-1001 says that already.");
    }

    [Fact]
    public async Task The_wrong_team_is_mended_by_one_yes()
    {
        await bot.Says(Flag);
        (await bot.Says("no, to sales")).Text.ShouldBe(
            "HO-1001 went to Marketing. Take it back and hand it to Sales instead?"
        );
        Card("HO-1001").State.ShouldBe("submitted");
        await bot.Says("yes");
        Card("HO-1001").State.ShouldBe("withdrawn");
        var again = Card("HO-1002");
        (again.Team, again.Person?.Email, again.Title, again.State).ShouldBe(
            ("sales", "jane@acme.example", Card("HO-1001").Title, "submitted")
        );
    }

    [Fact]
    public async Task What_somebody_works_on_already_is_not_taken_back()
    {
        await bot.Says(Flag);
        var asked = await bot.Says("no, to sales");
        await bot.Says("accept HO-1001", TestDesk.Marketer);
        (await bot.Presses(asked, "Yes, hand it to Sales")).Text.ShouldContain("Nothing was changed");
        Card("HO-1001").State.ShouldBe("accepted");
    }

    [Theory]
    [InlineData("what is a lead?")]
    [InlineData("is 35 licences a lot?")]
    [InlineData("write a newsletter")]
    [InlineData("thanks")]
    public async Task What_corrects_nothing_is_answered_as_ever(string text)
    {
        await bot.Says(Flag);
        var version = Card("HO-1001").Version;
        await bot.Says(text);
        Card("HO-1001").Version.ShouldBe(version);
    }

    [Theory]
    [InlineData("flag Tom Toll, his e-mail is tom@toll.example, to marketing: not ready")]
    [InlineData("Tom Toll, company is Globex, wants a demo, can sales call him?")]
    [InlineData("Tom Toll is next, his phone is +49 30 1234567, marketing can have him")]
    public async Task Another_lead_behind_the_first_changes_nothing_of_it(string text)
    {
        await bot.Says(Flag);
        var before = Card("HO-1001");
        await bot.Says(text);
        var after = Card("HO-1001");
        (after.Version, after.Person, after.Company).ShouldBe((before.Version, before.Person, before.Company));
    }

    [Fact]
    public async Task After_talk_of_something_else_nothing_is_taken_for_a_correction()
    {
        await bot.Says(Flag);
        await bot.Says("who is in marketing?");
        var version = Card("HO-1001").Version;
        await bot.Says("no, make that 35 licences");
        Card("HO-1001").Version.ShouldBe(version);
    }

    [Fact]
    public async Task A_draft_is_put_right_the_same_way()
    {
        await bot.Says("Could marketing look after Jane Doe from Acme? She wants 30 licences next spring");
        await bot.Says("no, make that 35 licences");
        await bot.Says("send");
        Card("HO-1001").Title.ShouldContain("35 licences");
    }

    HandoffCard Card(string number) => bot.Get<HandoffLists>().Find(number, TestDesk.Admin).ShouldNotBeNull();
}
