using Lucene.Net.Search;
using IndexTerm = Lucene.Net.Index.Term;

namespace SalesBot.Knowledge.Search;

/// <summary>
/// A question for Lucene: its terms in body, heading and title, and a bonus for neighbouring words found near each
/// other.
/// </summary>
static class LexicalQuery
{
    public static BooleanQuery Of(SearchQuery query)
    {
        var all = new BooleanQuery(disableCoord: true);
        foreach (
            var part in new[]
            {
                Field(query, PassageFields.Body, Ranking.Body),
                Field(query, PassageFields.Heading, Ranking.Heading),
                Field(query, PassageFields.Title, Ranking.Title),
                Near(query),
            }
        )
            all.Add(part, Occur.SHOULD);
        return all;
    }

    static BooleanQuery Field(SearchQuery query, string field, float boost)
    {
        var terms = new BooleanQuery(disableCoord: true);
        foreach (var term in query.Terms)
            terms.Add(
                new TermQuery(new IndexTerm(field, term.Stem)) { Boost = boost * (float)term.Weight },
                Occur.SHOULD
            );
        return terms;
    }

    static BooleanQuery Near(SearchQuery query)
    {
        var pairs = new BooleanQuery(disableCoord: true);
        foreach (var (first, second) in query.Own.Zip(query.Own.Skip(1)))
            pairs.Add(
                new PhraseQuery { Slop = Ranking.NearSlop, Boost = Ranking.Near }
                    .With(first)
                    .With(second),
                Occur.SHOULD
            );
        return pairs;
    }

    static PhraseQuery With(this PhraseQuery phrase, QueryTerm term)
    {
        phrase.Add(new IndexTerm(PassageFields.Body, term.Stem));
        return phrase;
    }
}
