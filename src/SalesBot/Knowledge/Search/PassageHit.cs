using SalesBot.Knowledge.Passages;

namespace SalesBot.Knowledge.Search;

/// <summary>
/// A passage found, with its score (higher is better; comparable within one search only) and what the score consists
/// of.
/// </summary>
sealed record PassageHit(Passage Passage, double Score, ScoreParts Parts)
{
    /// <summary>Where people find the document that it is of; null if nowhere.</summary>
    public string? Address { get; init; }
}

/// <summary>
/// What speaks for a passage, each without its weight. <c>Words</c>: BM25 over body, heading, title and near neighbours
/// times the prior of the passage's kind, made comparable over sizes of index. <c>Meaning</c>: cosine to heading and
/// text. <c>Asked</c>, <c>AskedOften</c>: cosine to the nearest example question of the passage, mean over the nearest
/// three. <c>AskedWords</c>: terms shared with one. <c>Covered</c>: share of the question's terms in title, headings
/// and text, rare ones counting more.
/// </summary>
sealed record ScoreParts(
    double Words,
    double Meaning,
    double Asked,
    double AskedOften,
    double AskedWords,
    double Covered
)
{
    /// <summary>
    /// The share of the question's terms that the passage or its example questions say, rare ones counting more.
    /// </summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public double Said { get; init; }

    /// <summary>The fact whose example question is nearest, if the passage tells one.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? Fact { get; init; }
}
