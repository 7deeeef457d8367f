using CsCheck;
using SalesBot.Knowledge.Passages;

namespace SalesBot.Tests.Knowledge;

public class SentenceSplitterTests
{
    static string[] Split(string text) =>
        [.. SentenceSplitter.Split(text).Select(sentence => text[sentence.Start..sentence.End])];

    [Theory]
    [InlineData("One. Two! Three?", new[] { "One.", "Two!", "Three?" })]
    [InlineData(
        "The end i.e. the aim, e.g. cash, etc. It is so.",
        new[] { "The end i.e. the aim, e.g. cash, etc.", "It is so." }
    )]
    [InlineData("Mr. Doe of J. Roe Ltd. paid 3.50 today.", new[] { "Mr. Doe of J. Roe Ltd. paid 3.50 today." })]
    [InlineData("He said “Go.” She went.", new[] { "He said “Go.”", "She went." })]
    [InlineData(
        "a | One to many. Many people. | One to one.",
        new[] { "a", "One to many.", "Many people.", "One to one." }
    )]
    [InlineData("質問です。答えです。", new[] { "質問です。", "答えです。" })]
    [InlineData("", new string[0])]
    public void Sentences_end_where_a_reader_ends_them(string text, string[] sentences) =>
        Split(text).ShouldBe(sentences);

    [Fact]
    public void Sentences_lie_in_order_and_leave_out_only_space_and_bars() =>
        Gen.String[Gen.Char["ab .!?|\n”A1。"], 0, 60]
            .Sample(
                text =>
                {
                    var sentences = SentenceSplitter.Split(text);
                    var at = 0;
                    foreach (var (start, end) in sentences)
                    {
                        text[at..start].Trim(' ', '\n', '|').ShouldBeEmpty();
                        end.ShouldBeGreaterThan(start);
                        at = end;
                    }
                    text[at..].Trim(' ', '\n', '|').ShouldBeEmpty();
                },
                iter: 5000
            );
}
