using Lucene.Net.Search.Similarities;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Weights;

namespace SalesBot.Knowledge.Search;

/// <summary>
/// The weights by which passages are ordered. ARCHITECTURE.md names the gain of each on the development questions.
/// </summary>
static class Ranking
{
    /// <summary>BM25 with k1 0.9 and b 0.4: passages are short and of like length.</summary>
    public static readonly Similarity Similarity = new BM25Similarity(0.9f, 0.4f);

    public const float Body = 1,
        Heading = 0.35f,
        Title = 0.1f,
        Near = 0.3f;

    /// <summary>
    /// How far apart two neighbouring words of the question may stand in a passage and still count as near.
    /// </summary>
    public const int NearSlop = 3;

    /// <summary>
    /// What speaks for a passage, by name, as it is weighed. An example question speaks for its passage as far as it is
    /// nearer to what is asked than the passage itself, and the more, the more the passage's own words and meaning
    /// agree.
    /// </summary>
    public static readonly string[] Names =
    [
        "Words",
        "Meaning",
        "Covered",
        "Gain",
        "GainOften",
        "GainAgreed",
        "GainWords",
    ];

    public static double[] Signs(ScoreParts parts)
    {
        var gain = parts.Fact is null ? 0 : Math.Max(0, parts.Asked - parts.Meaning);
        var often = parts.Fact is null ? 0 : Math.Max(0, parts.AskedOften - parts.Meaning);
        return
        [
            parts.Words,
            parts.Meaning,
            parts.Covered,
            gain,
            often,
            gain * (parts.Covered + Math.Max(0, parts.Meaning)),
            Math.Max(0, parts.AskedWords - parts.Covered),
        ];
    }

    /// <summary>All that speaks for a passage, weighed and added up.</summary>
    public static double Score(ScoreParts parts, Weighing weights) => weights.Sum(Names, Signs(parts));

    /// <summary>How likely a passage of this kind is to be what somebody asks for.</summary>
    public static float Prior(PassageKind kind) =>
        kind switch
        {
            PassageKind.Paragraph or PassageKind.Item or PassageKind.Step or PassageKind.Row => 1,
            PassageKind.Byline => 0.9f,
            PassageKind.LeadIn => 0.6f,
            PassageKind.Link => 0.4f,
            PassageKind.Control => 0.2f,
            PassageKind.Question => 0.2f,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of passage"),
        };
}
