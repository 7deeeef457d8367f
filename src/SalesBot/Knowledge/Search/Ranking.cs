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

    /// <summary>How likely a passage of this kind is to be what somebody asks for.</summary>
    public static float Prior(PassageKind kind) => kind switch
    {
        PassageKind.Paragraph or PassageKind.Item or PassageKind.Row => 1,
        PassageKind.Byline => 0.9f,
        PassageKind.LeadIn => 0.6f,
        PassageKind.Link => 0.4f,
        PassageKind.Control => 0.2f,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of passage"),
    };
}
