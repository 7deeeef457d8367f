using System.Text.RegularExpressions;
using SalesBot.Answering.Honesty;
using SalesBot.Answering.Spans;
using SalesBot.Chat;
using SalesBot.Classifying;
using SalesBot.Intents;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Search;
using SalesBot.Knowledge.Weights;

namespace SalesBot.Answering;

/// <summary>Finds the passages that may answer a question, and tells how likely the best of them does.</summary>
sealed partial class PassageFinder(
    TaskClassifier classifier,
    RequestModel requests,
    SpanChoice spans,
    Reranker reranker,
    LearnedWeights weights
)
{
    const int MostCitations = 10;

    /// <summary>What the passages tell of a question, and how likely they answer it.</summary>
    public Finding Find(Intent intent, string question, IReadOnlyList<string> leansOn, GenerationLease lease)
    {
        var searcher = lease.Generation.Searcher;
        var query = searcher.Queries.Read(question, leansOn);
        var hits = Hits(intent, question, query, searcher);
        var signs = hits.Count == 0 ? null : Signs(intent, question, query, hits, leansOn, lease);
        var confidence = HonestyGate.Confidence(signs, weights.Of(HonestyGate.FileFor(hits), query.Vector is not null));
        if (
            hits.Count > 0
            && (
                RowSpan.IsOfAnother(hits[0].Passage, question, query)
                || IsStrange(query)
                || LacksTheVeryThing(question, query, hits[0])
                || SaysNothingNew(query, hits[0].Passage)
            )
        )
            confidence = Math.Min(confidence, OfAnother);
        else if (
            hits.Count > 0
            && (
                ListSpan.IsProcedureFor(hits[0].Passage, question, query)
                || PassagePreference.AnswersWhyBoth(intent, question, hits[0].Passage)
                || RowSpan.IsAskedByName(hits[0].Passage, question, query)
            )
        )
            confidence = Math.Max(confidence, OfJustThat);
        return new Finding(question, query, hits, HonestyGate.Missing(question, query, hits, confidence))
        {
            Confidence = confidence,
            Compares = intent is AskComparison,
        };
    }

    /// <summary>
    /// Who asks what something is, or who holds an office, is told nothing by a passage that does not even name it.
    /// </summary>
    static bool LacksTheVeryThing(string question, SearchQuery query, PassageHit hit) =>
        AnswerType.Role(question) is { } role && !Terms.Set(HonestyGate.TextOf(hit)).Overlaps(Terms.Set(role))
        || AnswerType.Of(question) == AskedFor.Definition
            && query.Own.Where(term => term.IsTopic).ToList() is { Count: <= FewTopics } topics
            && topics.Exists(term => term is { Passages: 0, CorrectedTo: null });

    /// <summary>A thing is named in so few words; what is longer is described.</summary>
    const int FewTopics = 2;

    /// <summary>A title or a link that says the question's own words again is no answer.</summary>
    static bool SaysNothingNew(SearchQuery query, Knowledge.Passages.Passage passage) =>
        passage.Kind is Knowledge.Passages.PassageKind.Link
        && Terms
            .Set(ReadAlso().ReplaceIn(passage.Text, ""))
            .IsSubsetOf([.. query.Own.Select(term => term.Stem), .. Terms.Set("sales marketing")]);

    [GeneratedRegex(
        @"^\W*(?:read|see|learn|find)(?: (?:also|more|further|on|about|out))*\W*:?\s*",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ReadAlso();

    /// <summary>
    /// A long text most of whose words stand nowhere is about something else, whatever few words it shares.
    /// </summary>
    static bool IsStrange(SearchQuery query) =>
        query.Own.Where(term => term.IsTopic).ToList() is { Count: >= ManyTopics } topics
        && topics.Count(term => term.Passages == 0) > MostStrange * topics.Count;

    const int ManyTopics = 8;
    const double MostStrange = 0.6;

    /// <summary>
    /// Cases in which the form says more than all signs. A row of something else, and a passage beside a long text that
    /// is strange, answer no more than the first; steps whose heading says what is asked, and a row whose name is asked
    /// for by what it says, no less than the second.
    /// </summary>
    const double OfAnother = 0.3,
        OfJustThat = 0.6;

    /// <summary>The passages that may answer, best first.</summary>
    public List<PassageHit> Hits(Intent intent, string question, SearchQuery query, PassageSearcher searcher) =>
        PassagePreference.HeadedWhy(
            intent,
            question,
            TellingTheFact(
                question,
                query,
                reranker.Apply(
                    [.. Telling(Found(intent, question, query, searcher), query).Take(MostCitations)],
                    question,
                    query
                )
            )
        );

    /// <summary>
    /// Who asks by when, or how many, is answered by the first passage that tells such a thing, where it says nearly as
    /// much of the question as the best.
    /// </summary>
    static List<PassageHit> TellingTheFact(string question, SearchQuery query, List<PassageHit> hits)
    {
        if (hits.Count < 2 || FactAsked.Lacks(question, hits[0].Passage.Text) is null)
            return hits;
        var least = NearlyAsMuch * Coverage.Of(query, hits[0]);
        var telling = hits.Take(LookedAt)
            .FirstOrDefault(hit =>
                FactAsked.Lacks(question, hit.Passage.Text) is null && Coverage.Of(query, hit) >= least
            );
        return telling is null ? hits : [telling, .. hits.Except([telling])];
    }

    const double NearlyAsMuch = 0.6;

    const int LookedAt = 5;

    /// <summary>What only says the question again stands behind all the rest.</summary>
    static IEnumerable<PassageHit> Telling(List<PassageHit> hits, SearchQuery query)
    {
        var empty = hits.FindAll(hit => SaysNothingNew(query, hit.Passage));
        return empty.Count == 0 ? hits : [.. hits.Except(empty), .. empty];
    }

    static List<PassageHit> Found(Intent intent, string question, SearchQuery query, PassageSearcher searcher) =>
        Distinct(PassagePreference.Apply(intent, question, query, searcher.Search(query, PassagePreference.LookedAt)));

    /// <summary>Copies of a page say the same once; what only asks is no answer.</summary>
    public static List<PassageHit> Distinct(IEnumerable<PassageHit> hits) =>
        [
            .. hits.Where(hit => hit.Passage.Kind != Knowledge.Passages.PassageKind.Question)
                .DistinctBy(hit => (hit.Passage.Section, hit.Passage.Columns, hit.Passage.Text)),
        ];

    AnswerSigns Signs(
        Intent intent,
        string question,
        SearchQuery query,
        List<PassageHit> hits,
        IReadOnlyList<string> leansOn,
        GenerationLease lease
    )
    {
        var span = spans.Of(hits[0], question, query, lease.Generation);
        // Of a list that is said whole, the whole is what tells.
        var read = spans.Read(span.Hit.Passage, question, query);
        var (start, end) = Stretch(span.Hit.Passage, span);
        return AnswerSigns.Of(
            question,
            query,
            hits,
            new AskedAndSaid(
                SpanChoice.Said(span),
                read.Meaning(start, end),
                read.Told,
                read.SubjectTold,
                read.ToldBy(start, end),
                read.WordTold,
                requests.Score(question),
                leansOn.Count > 0 ? 0 : classifier.Neither(question, lease.Generation),
                leansOn.Count > 0,
                intent is AskComparison
            )
        );
    }

    /// <summary>
    /// From the first to the last of a span's words in the passage; all of it, where they are from a wider one.
    /// </summary>
    static (int Start, int End) Stretch(Knowledge.Passages.Passage passage, AnswerSpan span)
    {
        var exact = span
            .Parts.Where(part => part.Exact)
            .Select(part => (At: passage.Text.IndexOf(part.Text, StringComparison.Ordinal), part.Text.Length))
            .Where(part => part.At >= 0)
            .ToList();
        return exact.Count == 0
            ? (0, passage.Text.Length)
            : (exact.Min(part => part.At), exact.Max(part => part.At + part.Length));
    }

    /// <summary>
    /// What would be said to a question if nothing held it back, and what tells whether that answers, for whoever
    /// learns; none if nothing is found.
    /// </summary>
    public (AnswerSigns Signs, Finding Finding, List<PassageHit> Found, string Said)? Study(
        string text,
        IReadOnlyList<string> history,
        GenerationLease lease
    )
    {
        var intent = IntentReader.Read(text, history);
        var leansOn = intent switch
        {
            AskQuestion question => question.LeansOn,
            AskComparison comparison => comparison.LeansOn,
            AskTask task => task.LeansOn,
            _ => [],
        };
        var query = lease.Generation.Searcher.Queries.Read(text, leansOn);
        var hits = Hits(intent, text, query, lease.Generation.Searcher);
        if (hits.Count == 0)
            return null;
        var said = SpanChoice.Said(spans.Of(hits[0], text, query, lease.Generation));
        return (
            Signs(intent, text, query, hits, leansOn, lease),
            new Finding(text, query, hits, []),
            Found(intent, text, query, lease.Generation.Searcher),
            said
        );
    }
}
