using Lucene.Net.Index;
using Lucene.Net.Search;
using SalesBot.Knowledge.Embeddings;
using SalesBot.Knowledge.Generations;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Questions;
using SalesBot.Knowledge.Weights;

namespace SalesBot.Knowledge.Search;

/// <summary>
/// Searches one generation: passages that share words with the question, are near to it in meaning, or have an example
/// question like it, ordered by what speaks for each. Equal scores keep document order.
/// </summary>
sealed class PassageSearcher
{
    /// <summary>How many passages are looked at because of their words, and because of their meaning.</summary>
    const int ByWord = 60,
        ByMeaning = 20;

    /// <summary>Texts on different things seldom come nearer to each other.</summary>
    const double LeastMeaning = 0.35;

    readonly IndexSearcher searcher;
    readonly PassageFile passages;
    readonly IReadOnlyList<SentenceVector> vectors;
    readonly ExampleQuestions examples;
    readonly IReadOnlyDictionary<string, string> addresses;
    readonly LearnedWeights weights;
    readonly int count;

    /// <param name="reader">The index.</param>
    /// <param name="passages">The texts.</param>
    /// <param name="vectorOf">Brings questions into the space of meanings; none to search by words alone.</param>
    /// <param name="vectors">The vector of each passage; none where the generation has none.</param>
    /// <param name="examples">The example questions.</param>
    /// <param name="weights">What speaks for a passage, and how much.</param>
    /// <param name="addresses">Where people find documents, by their path; null if that does not matter.</param>
    public PassageSearcher(
        DirectoryReader reader,
        PassageFile passages,
        Func<string, SentenceVector?>? vectorOf,
        IReadOnlyList<SentenceVector> vectors,
        ExampleQuestions examples,
        LearnedWeights weights,
        IReadOnlyDictionary<string, string>? addresses = null
    )
    {
        this.weights = weights;
        this.addresses = addresses ?? new Dictionary<string, string>();
        searcher = new IndexSearcher(reader) { Similarity = Ranking.Similarity };
        (this.passages, this.vectors, this.examples, count) = (passages, vectors, examples, reader.NumDocs);
        Queries = new QueryReader(reader, vectorOf);
    }

    /// <summary>Reads questions for this generation's vocabulary.</summary>
    public QueryReader Queries { get; }

    /// <summary>
    /// The best passages, best first; none if nothing of the query stands in any and there are no vectors.
    /// </summary>
    /// <param name="query">The question.</param>
    /// <param name="top">How many passages at most.</param>
    public List<PassageHit> Search(SearchQuery query, int top)
    {
        var words = Words(query, Math.Max(top, ByWord));
        var asked = examples.Likeness(query, count);
        var candidates = words
            .Keys.Concat(asked.Keys)
            .Concat(NearInMeaning(query, Math.Max(top, ByMeaning)))
            .Distinct()
            .Order()
            .ToList();
        var coverage = new TermCoverage(searcher.IndexReader, query, count);
        var held = coverage.Held(candidates);
        var records = new PassageRecords(searcher.IndexReader);
        var weighing = weights.Of(LearnedWeights.Ranking, query.Vector is not null);
        return
        [
            .. candidates
                .Select(
                    (doc, i) =>
                        (Doc: doc, Parts: Parts(doc, words, query, asked.GetValueOrDefault(doc), held[i], coverage))
                )
                .Where(hit => IsNear(hit.Parts))
                .Select(hit => (hit.Doc, hit.Parts, Score: Math.Round(Ranking.Score(hit.Parts, weighing), 4)))
                .OrderByDescending(hit => hit.Score)
                .ThenBy(hit => hit.Doc)
                .Take(top)
                .Select(hit => new PassageHit(records.Read(hit.Doc, passages), hit.Score, hit.Parts))
                .Select(Located),
        ];
    }

    /// <summary>So many passages from that place on.</summary>
    public IReadOnlyList<Passage> Read(int from, int many)
    {
        var records = new PassageRecords(searcher.IndexReader);
        return [.. Enumerable.Range(from, many).Select(doc => records.Read(doc, passages))];
    }

    /// <summary>A passage as a hit, for one that was found in another way.</summary>
    public PassageHit Hit(Passage passage, double score) =>
        Located(new PassageHit(passage, score, new ScoreParts(0, 0, 0, 0, 0, 0)));

    PassageHit Located(PassageHit hit) =>
        addresses.TryGetValue(hit.Passage.Document, out var address) ? hit with { Address = address } : hit;

    /// <summary>
    /// A passage that shares no word with the question, nor has an example that does, must be near to it in meaning to
    /// be found at all.
    /// </summary>
    static bool IsNear(ScoreParts parts) =>
        parts.Words > 0 || parts.AskedWords > 0 || parts.Meaning >= LeastMeaning || parts.Asked >= LeastMeaning;

    /// <summary>The places of the passages that share most words with the query, best first.</summary>
    public List<int> ByWords(SearchQuery query, int top) =>
        [.. Words(query, top).OrderByDescending(hit => hit.Value).ThenBy(hit => hit.Key).Select(hit => hit.Key)];

    ScoreParts Parts(
        int doc,
        Dictionary<int, double> words,
        SearchQuery query,
        AskedLikeness? asked,
        ulong held,
        TermCoverage coverage
    )
    {
        asked ??= new AskedLikeness();
        return new ScoreParts(
            words.GetValueOrDefault(doc),
            query.Vector?.Cosine(vectors[doc]) ?? 0,
            Rounded(asked.Nearest),
            Rounded(asked.Several),
            Rounded(asked.Words),
            coverage.Share(held)
        )
        {
            Fact = asked.Fact,
            Said = coverage.Share(held | asked.Terms),
        };
    }

    static double Rounded(double number) => Math.Round(number, 4);

    /// <summary>
    /// BM25 by passage, times the prior of its kind; it grows with the logarithm of the index's size, which is taken
    /// out.
    /// </summary>
    Dictionary<int, double> Words(SearchQuery query, int top)
    {
        if (query.Terms.All(term => term.Passages == 0))
            return [];
        var records = new PassageRecords(searcher.IndexReader);
        var scale = 1 / (2.2 * Math.Log(1 + count));
        return searcher
            .Search(LexicalQuery.Of(query), top)
            .ScoreDocs.ToDictionary(
                hit => hit.Doc,
                hit => Rounded(hit.Score * Ranking.Prior(records.Kind(hit.Doc)) * scale)
            );
    }

    IEnumerable<int> NearInMeaning(SearchQuery query, int top) =>
        query.Vector is not { } vector
            ? []
            : Enumerable
                .Range(0, vectors.Count)
                .Select(doc => (Doc: doc, Cosine: vector.Cosine(vectors[doc])))
                .OrderByDescending(near => near.Cosine)
                .ThenBy(near => near.Doc)
                .Take(top)
                .Select(near => near.Doc);
}
