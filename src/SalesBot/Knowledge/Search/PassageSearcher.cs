using Lucene.Net.Index;
using Lucene.Net.Search;
using SalesBot.Knowledge.Generations;
using IndexTerm = Lucene.Net.Index.Term;

namespace SalesBot.Knowledge.Search;

/// <summary>
/// Searches one generation: BM25 over body, heading and title, a bonus for neighbouring words found near each other, a prior by kind of passage. Equal scores
/// keep document order.
/// </summary>
sealed class PassageSearcher
{
    /// <summary>How many passages are fetched before the prior reorders them.</summary>
    const int Fetched = 60;

    readonly IndexSearcher searcher;
    readonly PassageFile passages;

    public PassageSearcher(DirectoryReader reader, PassageFile passages)
    {
        searcher = new IndexSearcher(reader) { Similarity = Ranking.Similarity };
        this.passages = passages;
        Queries = new QueryReader(reader);
    }

    /// <summary>Reads questions for this generation's vocabulary.</summary>
    public QueryReader Queries { get; }

    /// <summary>The best passages, best first; none if no term of the query stands in any.</summary>
    /// <param name="query">The question.</param>
    /// <param name="top">How many passages at most.</param>
    /// <param name="explain">Whether each hit carries the parts of its score; this costs a search for each.</param>
    public List<PassageHit> Search(SearchQuery query, int top, bool explain = false)
    {
        if (query.Terms.All(term => term.Passages == 0))
            return [];
        var found = searcher.Search(All(query), Math.Max(top, Fetched)).ScoreDocs;
        var records = new PassageRecords(searcher.IndexReader);
        return
        [
            .. found.Select(hit => (hit.Doc, Score: Math.Round(hit.Score * Ranking.Prior(records.Kind(hit.Doc)), 4)))
                .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Doc).Take(top)
                .Select(hit => new PassageHit(records.Read(hit.Doc, passages), hit.Score, explain ? Explain(query, hit.Doc, records) : null)),
        ];
    }

    static BooleanQuery All(SearchQuery query)
    {
        var all = new BooleanQuery(disableCoord: true);
        foreach (var part in new[] { Field(query, PassageFields.Body, Ranking.Body), Field(query, PassageFields.Heading, Ranking.Heading),
            Field(query, PassageFields.Title, Ranking.Title), Near(query) })
            all.Add(part, Occur.SHOULD);
        return all;
    }

    static BooleanQuery Field(SearchQuery query, string field, float boost)
    {
        var terms = new BooleanQuery(disableCoord: true);
        foreach (var term in query.Terms)
            terms.Add(new TermQuery(new IndexTerm(field, term.Stem)) { Boost = boost * (float)term.Weight }, Occur.SHOULD);
        return terms;
    }

    static BooleanQuery Near(SearchQuery query)
    {
        var pairs = new BooleanQuery(disableCoord: true);
        foreach (var (first, second) in query.Own.Zip(query.Own.Skip(1)))
            pairs.Add(new PhraseQuery { Slop = Ranking.NearSlop, Boost = Ranking.Near }.With(first).With(second), Occur.SHOULD);
        return pairs;
    }

    ScoreParts Explain(SearchQuery query, int doc, PassageRecords records) => new(
        Value(Field(query, PassageFields.Body, Ranking.Body), doc),
        Value(Field(query, PassageFields.Heading, Ranking.Heading), doc),
        Value(Field(query, PassageFields.Title, Ranking.Title), doc),
        Value(Near(query), doc),
        Math.Round(Ranking.Prior(records.Kind(doc)), 2));

    double Value(Query part, int doc) => Math.Round(searcher.Explain(part, doc).Value, 4);
}

file static class PhraseBuilding
{
    public static PhraseQuery With(this PhraseQuery phrase, QueryTerm term)
    {
        phrase.Add(new IndexTerm(PassageFields.Body, term.Stem));
        return phrase;
    }
}
