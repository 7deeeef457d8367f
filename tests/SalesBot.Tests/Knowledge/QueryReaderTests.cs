using CsCheck;
using SalesBot.Knowledge.Search;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Knowledge;

public sealed class QueryReaderTests : IAsyncLifetime, IDisposable
{
    readonly BuiltKnowledge knowledge = new(Repository.Knowledge);

    public async ValueTask InitializeAsync() => await knowledge.RefreshedAsync();

    public ValueTask DisposeAsync() => default;

    public void Dispose() => knowledge.Dispose();

    SearchQuery Read(string text, params string[] earlier)
    {
        using var lease = knowledge.Index.Lease();
        return lease.Generation.Searcher.Queries.Read(text, earlier);
    }

    [Theory]
    [InlineData("newsleter", "newsletters")]
    [InlineData("negotation", "negotiation")]
    [InlineData("webniars", "webinars")]
    [InlineData("caling", "calling")]
    public void A_slip_is_corrected_into_the_corpus(string typed, string meant) =>
        Read(typed).Terms.ShouldHaveSingleItem().Stem.ShouldBe(Terms.Of(meant).Single().Text);

    [Theory]
    [InlineData("folks")]
    [InlineData("haggle")]
    [InlineData("tiktok")]
    [InlineData("zzzz")]
    public void A_right_word_and_an_unknown_name_are_left_alone(string typed) =>
        Read(typed).Terms.ShouldAllBe(term => term.CorrectedTo == null);

    [Fact]
    public void Question_words_carry_no_topic() =>
        Read("what is the pipeline and who does it?").Terms.ShouldHaveSingleItem().Word.ShouldBe("pipeline");

    [Fact]
    public void Number_words_are_numbers() =>
        Read("four Ps").Terms.Select(term => term.Stem).ShouldBe(Read("4Ps").Terms.Select(term => term.Stem));

    [Fact]
    public void Earlier_turns_weigh_less() =>
        Read("and billboards?", "who runs the newsletter?")
            .Terms.Select(term => (term.Word, term.Weight))
            .ShouldBe([("billboards", 1.0), ("runs", 0.4), ("newsletter", 0.4)]);

    [Fact]
    public void A_long_text_is_searched_by_its_rarest_terms()
    {
        var everything = string.Join(' ', Directory.GetFiles(Repository.Knowledge, "*.md").Select(File.ReadAllText));
        Read(everything).Terms.Count.ShouldBe(QueryReader.MaxTerms);
    }

    [Fact]
    public void No_text_means_anything_but_its_words()
    {
        foreach (
            var hostile in new[]
            {
                new string('(', 50_000),
                "title:x AND (",
                "a* OR b~2^9",
                "[a TO b]",
                "/(a|b)*a(a|b){17}/",
                "\"",
                "\\",
                "\0",
                "\ud800",
                "!(&&||)",
                new string('a', 40_000),
                string.Join(' ', Enumerable.Range(0, 5000)),
            }
        )
            knowledge.Search(hostile);
        Gen.String[0, 300]
            .Sample(
                text =>
                {
                    knowledge.Search(text).Count.ShouldBeLessThanOrEqualTo(10);
                    Read(text).Terms.Count.ShouldBeLessThanOrEqualTo(QueryReader.MaxTerms);
                },
                iter: 300
            );
    }
}
