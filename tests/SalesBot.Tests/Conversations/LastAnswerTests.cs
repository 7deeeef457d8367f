using SalesBot.Answering;
using SalesBot.Chat;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Conversations;

/// <summary>What people say to the answer they were just given.</summary>
public sealed class LastAnswerTests : IAsyncLifetime
{
    readonly TestBot bot = new();

    public async ValueTask InitializeAsync() => await bot.KnowingAsync();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Theory]
    [InlineData("why?")]
    [InlineData("how come")]
    [InlineData("what makes you say so?")]
    public async Task Why_tells_what_decided_a_verdict(string why)
    {
        await bot.Says("Is cold calling a sales or marketing task?");
        var reply = await bot.Says(why);
        reply.Text.ShouldContain("The documents say:");
        reply.Text.ShouldContain("Cold and warm calls");
        reply.Blocks.OfType<CitationsBlock>().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("source?")]
    [InlineData("where does it say so?")]
    [InlineData("says who?")]
    public async Task The_source_is_quoted_whole(string asked)
    {
        await bot.Says("what is a warm call?");
        var reply = await bot.Says(asked);
        reply.Text.ShouldStartWith("From “");
        reply.Blocks.OfType<CitationsBlock>().Single().Citations[0].Quote.ShouldContain("call");
    }

    [Fact]
    public async Task What_the_material_lacks_for_a_part_of_the_question_is_said_in_the_chat_too()
    {
        var reply = await bot.Says("which four Ps are there and which rivers cross Mongolia?");
        reply.Blocks.OfType<TextBlock>().First().Text.ShouldContain("The documents don’t answer the rest");
    }

    [Theory]
    [InlineData("that should be marketing")]
    [InlineData("No, sorry, that is marketing")]
    [InlineData("it's marketing, not sales")]
    [InlineData("no, that's not sales, that's marketing")]
    [InlineData("we do that in marketing")]
    [InlineData("I think it's marketing")]
    public async Task A_verdict_is_challenged_in_many_ways(string words)
    {
        await bot.Says("Is cold calling a sales or marketing task?");
        (await bot.Says(words)).Text.ShouldStartWith("Thanks. You say it's marketing");
        (await bot.Says("no, that is both")).Text.ShouldStartWith("Thanks. You say it's both");
        bot.Get<ChallengeStore>()
            .List()
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                challenge => challenge.Label.ShouldBe("both"),
                challenge => challenge.Id.ShouldBe(2)
            );
    }

    [Fact]
    public async Task Work_in_the_middle_of_a_conversation_gets_its_verdict_and_may_be_asked_about()
    {
        await bot.Says("what is marketing?");
        (await bot.Says("can someone call Mrs Lind back about her quote?")).Text.ShouldContain("probably sales");
        (await bot.Says("whose job is that?")).Text.ShouldContain("probably sales");
    }

    [Fact]
    public async Task The_number_of_a_challenge_is_not_given_again()
    {
        await bot.Says("Is cold calling a sales or marketing task?");
        await bot.Says("no, that is marketing");
        (await bot.Get<ChallengeStore>().RemoveAsync(1)).ShouldBeTrue();
        await bot.Says("Is a newsletter a sales or marketing task?");
        await bot.Says("no, that is sales");
        bot.Get<ChallengeStore>().List().ShouldHaveSingleItem().Id.ShouldBe(2);
    }

    [Fact]
    public async Task After_something_else_was_talked_about_nothing_is_about_the_last_answer()
    {
        await bot.Says("Is cold calling a sales or marketing task?");
        await bot.Says("my handoffs");
        await bot.Says("no, marketing");
        bot.Get<ChallengeStore>().List().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_is_made_shorter()
    {
        var whole = await bot.Says("what is the difference between sales and marketing?");
        var brief = await bot.Says("shorter please");
        brief.Text.Length.ShouldBeLessThan(whole.Text.Length / 2);
        await bot.Says("is a newsletter sales or marketing?");
        (await bot.Says("tl;dr")).Text.ShouldBe("That is a marketing task.");
    }

    [Fact]
    public async Task A_difference_is_put_in_a_table()
    {
        await bot.Says("what is the difference between sales and marketing?");
        var table = (await bot.Says("in a table")).Blocks.OfType<TableBlock>().Single();
        table.Heads.ShouldBe(["Theme", "Marketing", "Sales"]);
        table.Rows.ShouldNotBeEmpty();
        table.Rows.ShouldAllBe(row => row.Count == 3 && row.All(cell => cell.Length > 0));
    }

    [Fact]
    public async Task What_is_handed_on_after_why_is_what_was_asked_about()
    {
        await bot.Says("Is cold calling a sales or marketing task?");
        await bot.Says("why?");
        (await bot.Says("pass this on to marketing")).Text.ShouldContain("cold calling");
    }

    [Fact]
    public async Task The_source_of_a_difference_is_quoted_and_shown_without_its_table()
    {
        await bot.Says("what is the difference between sales and marketing?");
        var reply = await bot.Says("source?");
        reply.Text.ShouldStartWith("From “");
        reply.Blocks.OfType<TableBlock>().ShouldBeEmpty();
        reply.Blocks.OfType<CitationsBlock>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Talk_between_a_verdict_and_why_is_passed_over()
    {
        await bot.Says("Is cold calling a sales or marketing task?");
        await bot.Says("are you sure?");
        (await bot.Says("why?")).Text.ShouldContain("Cold and warm calls");
    }

    [Fact]
    public async Task Who_meant_something_else_gets_that()
    {
        await bot.Says("what is a cold call?");
        (await bot.Says("no, I meant a warm call")).Text.ShouldContain("warm call");
    }

    [Fact]
    public async Task A_challenged_verdict_waits_for_an_administrator()
    {
        await bot.Says("is a newsletter sales or marketing?");
        (await bot.Says("no, that's marketing")).Text.ShouldBe("That's what I said, too.");
        (await bot.Says("no, that is sales")).Text.ShouldStartWith("Thanks. You say it's sales; I said marketing.");
        await bot.Says("no, that's both");
        var open = bot.Get<ChallengeStore>().List().ShouldHaveSingleItem();
        (open.Verdict, open.Label).ShouldBe(("marketing", "both"));
        open.Task.ShouldBe("a newsletter");
        (await bot.Get<ChallengeStore>().RemoveAsync(open.Id)).ShouldBeTrue();
        (await bot.Get<ChallengeStore>().RemoveAsync(open.Id)).ShouldBeFalse();
    }

    [Fact]
    public async Task Only_verdicts_are_challenged_and_nothing_is_made_of_nothing()
    {
        await bot.Says("what is a warm call?");
        (await bot.Says("no, that is sales")).Text.ShouldStartWith("My last answer wasn't about");
    }
}
