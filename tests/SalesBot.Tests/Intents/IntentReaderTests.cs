using SalesBot.Intents;

namespace SalesBot.Tests.Intents;

public class IntentReaderTests
{
    [Theory]
    [InlineData("hello", "SmallTalk")]
    [InlineData("Thanks a lot!", "SmallTalk")]
    [InlineData("help", "SmallTalk")]
    [InlineData("what is a lead?", "AskQuestion")]
    [InlineData("how does marketing pull people in", "AskHowOfTeam")]
    [InlineData("define pipeline", "AskQuestion")]
    [InlineData("marketing", "AskQuestion")]
    [InlineData("who does marketing rely on", "AskQuestion")]
    [InlineData("../../../etc/hosts", "AskQuestion")]
    [InlineData("which one is long term?", "AskComparison")]
    [InlineData("what is the difference between pull and push", "AskComparison")]
    [InlineData("is networking a sales or marketing task?", "AskTask")]
    [InlineData("updating the price list, whose job is it", "AskTask")]
    [InlineData("who should answer the press?", "AskTask")]
    [InlineData("call the man who asked for a quote", "AskTask")]
    public void A_message_is_read_for_what_it_wants(string text, string intent) =>
        IntentReader.Read(text, []).GetType().Name.ShouldBe(intent);

    [Theory]
    [InlineData("why?")]
    [InlineData("more")]
    [InlineData("does it need a budget as well as people and time?")]
    public void A_follow_up_leans_on_what_was_said(string text) =>
        (
            IntentReader.Read(text, ["what does marketing do?"]) switch
            {
                AskQuestion asked => asked.LeansOn,
                AskTask task => task.LeansOn,
                AskComparison comparison => comparison.LeansOn,
                _ => [],
            }
        ).ShouldBe(["what does marketing do?"]);

    [Fact]
    public void A_question_that_stands_alone_leans_on_nothing() =>
        IntentReader
            .Read("what is the difference between cold calls and warm calls?", ["what does marketing do?"])
            .ShouldBe(
                new AskComparison("what is the difference between cold calls and warm calls?", [], NamesOne: false),
                new SameIntent()
            );

    sealed class SameIntent : IEqualityComparer<Intent>
    {
        public bool Equals(Intent? x, Intent? y) =>
            x is AskComparison a
            && y is AskComparison b
            && a.Text == b.Text
            && a.NamesOne == b.NamesOne
            && a.LeansOn.SequenceEqual(b.LeansOn);

        public int GetHashCode(Intent intent) => 0;
    }
}
