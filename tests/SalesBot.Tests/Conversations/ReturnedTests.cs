using SalesBot.Chat;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Conversations;

/// <summary>What came back is answered, or closed, in the words that people use.</summary>
public sealed class ReturnedTests : IAsyncDisposable
{
    readonly TestBot bot = new();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    async Task ReturnedAsync()
    {
        await bot.Says("flag Jane Doe, jane@acme.example, to marketing: not ready yet");
        await bot.Says("return HO-1001: which company is she with?", TestDesk.Marketer);
    }

    [Theory]
    [InlineData("answer HO-1001: Acme, the one in Leeds")]
    [InlineData("resubmit HO-1001: Acme, the one in Leeds")]
    public async Task An_answer_in_words_sends_it_again_with_the_answer(string said)
    {
        await ReturnedAsync();
        var reply = await bot.Says(said);
        reply.Text.ShouldContain("Waiting for Marketing to accept");
        bot.SentTo(TestDesk.Marketer)[^1].Reply.Lead.ShouldNotBeNull().ShouldContain("Acme, the one in Leeds");
    }

    [Theory]
    [InlineData("close HO-1001")]
    [InlineData("close it")]
    public async Task Who_sent_it_closes_it_in_the_words_of_the_button(string said)
    {
        await ReturnedAsync();
        await bot.Says("show HO-1001");
        (await bot.Says(said)).Text.ShouldNotContain("Only");
        (await bot.Says("show HO-1001")).Text.ShouldContain("✖");
    }

    [Fact]
    public async Task The_form_says_what_was_asked_and_wants_an_answer_or_a_change()
    {
        await ReturnedAsync();
        var form = await bot.HearsAsync(
            bot.Message("", action: ChatAction.Of("move", ("number", "HO-1001"), ("move", "resubmit")))
        );
        form.Text.ShouldBe("marketer sent HO-1001 back: “which company is she with?” What's your answer?");
        var empty = await bot.Fills(form, null, ("title", "Jane Doe: not ready yet"));
        empty.Text.ShouldBe("Write an answer, or change what was missing.");
        (await bot.Fills(empty, null, ("company", "Acme"))).Text.ShouldContain("Waiting for Marketing to accept");
    }
}
