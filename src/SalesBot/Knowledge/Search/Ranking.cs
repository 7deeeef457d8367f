using Lucene.Net.Search.Similarities;
using SalesBot.Knowledge.Passages;

namespace SalesBot.Knowledge.Search;

/// <summary>The weights by which passages are ordered. ARCHITECTURE.md names the gain of each on the development questions.</summary>
static class Ranking
{
    /// <summary>BM25 with k1 0.9 and b 0.4: passages are short and of like length.</summary>
    public static readonly Similarity Similarity = new BM25Similarity(0.9f, 0.4f);

    public const float Body = 1, Heading = 0.35f, Title = 0.1f, Near = 0.3f;

    /// <summary>How far apart two neighbouring words of the question may stand in a passage and still count as near.</summary>
    public const int NearSlop = 3;

    /// <summary>
    /// The weights of what speaks for a passage, learned by <c>tests/SalesBot.Benchmarks -- tune</c> (listwise softmax regression on the development
    /// questions),
    /// one set for each of what there may be to go by.
    /// </summary>
    public static ScoreParts Weights(bool hasMeaning, bool hasExamples) => (hasMeaning, hasExamples) switch
    {
        (true, true) => Everything,
        (true, false) => NoExamples,
        (false, true) => NoMeaning,
        (false, false) => WordsAlone,
    };

    static readonly ScoreParts
        Everything = new(Words: 4.7, Meaning: 8.3, Asked: 4.4, AskedOften: 4.6, AskedWords: 7.3, Covered: 2.2),
        NoExamples = new(Words: 6.3, Meaning: 9.8, Asked: 0.0, AskedOften: 0.0, AskedWords: 0.0, Covered: 3.4),
        NoMeaning = new(Words: 5.5, Meaning: 0.0, Asked: 0.0, AskedOften: 0.0, AskedWords: 9.8, Covered: 1.7),
        WordsAlone = new(Words: 6.3, Meaning: 0.0, Asked: 0.0, AskedOften: 0.0, AskedWords: 0.0, Covered: 3.2);

    /// <summary>All that speaks for a passage, weighed and added up.</summary>
    public static double Score(ScoreParts parts, ScoreParts weights) =>
        weights.Words * parts.Words + weights.Meaning * parts.Meaning + weights.Asked * parts.Asked + weights.AskedOften * parts.AskedOften
        + weights.AskedWords * parts.AskedWords + weights.Covered * parts.Covered;

    /// <summary>How likely a passage of this kind is to be what somebody asks for.</summary>
    public static float Prior(PassageKind kind) => kind switch
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
