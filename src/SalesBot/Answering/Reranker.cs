using SalesBot.Answering.Spans;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;
using SalesBot.Knowledge.Weights;

namespace SalesBot.Answering;

/// <summary>
/// Looks at the first passages once more, piece by piece beside the question, and puts them in a better order. Needs an
/// encoder that tells its pieces.
/// </summary>
sealed class Reranker(SpanChoice spans, LearnedWeights weights)
{
    /// <summary>So many are looked at: reading one costs some milliseconds.</summary>
    public const int LookedAt = 5;

    /// <summary>What speaks for a passage, by name.</summary>
    public static readonly string[] Names =
    [
        "Score",
        "Told",
        "ToldLeast",
        "SubjectTold",
        "SubjectLeast",
        "Meaning",
        "Covered",
        "Numbers",
        "Row",
        "Furniture",
        "Gain",
        "GainWords",
    ];

    /// <summary>The same passages, the first ones in a better order, their scores above those of the rest.</summary>
    public List<PassageHit> Apply(List<PassageHit> hits, string question, SearchQuery query)
    {
        if (query.Vector is null || hits.Count < 2)
            return hits;
        var weighing = weights.Of(LearnedWeights.Reranking, hasMeaning: true);
        var first = hits.Take(LookedAt)
            .Select(hit => (Hit: hit, Sum: weighing.Sum(Names, Signs(hit, question, query))))
            .OrderByDescending(each => each.Sum)
            .ToList();
        var floor = hits.Take(LookedAt).Min(hit => hit.Score) - first[^1].Sum;
        return
        [
            .. first.Select(each => each.Hit with { Score = Math.Round(floor + each.Sum, 4) }),
            .. hits.Skip(LookedAt),
        ];
    }

    public double[] Signs(PassageHit hit, string question, SearchQuery query)
    {
        var read = spans.Read(hit.Passage, question, query);
        var (told, subject) = (read.Told, read.SubjectTold);
        var ranked = Ranking.Signs(hit.Parts);
        return
        [
            hit.Score,
            told.Mean,
            told.Least,
            subject.Mean,
            subject.Least,
            hit.Parts.Meaning,
            hit.Parts.Covered,
            Numbers.Held(question, Honesty.HonestyGate.TextOf(hit)),
            hit.Passage.Kind == PassageKind.Row ? 1 : 0,
            hit.Passage.Kind > PassageKind.Row ? 1 : 0,
            ranked[Array.IndexOf(Ranking.Names, "Gain")],
            ranked[Array.IndexOf(Ranking.Names, "GainWords")],
        ];
    }
}
