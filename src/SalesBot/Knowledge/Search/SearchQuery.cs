using SalesBot.Knowledge.Embeddings;

namespace SalesBot.Knowledge.Search;

/// <summary>
/// A term that is searched for: the word as typed, its stem, its weight (1 for each time it was said), and the word it
/// was corrected to, if it was.
/// </summary>
sealed record QueryTerm(string Word, string Stem, double Weight, string? CorrectedTo = null)
{
    /// <summary>Whether only an earlier turn said it.</summary>
    public bool IsEarlier { get; init; }

    /// <summary>
    /// How much of the question's subject it carries, 0 to 1: little where it only says how is asked (<see
    /// cref="AskingWords"/>).
    /// </summary>
    public double Topic { get; init; } = 1;

    /// <summary>Whether the material can lack it: a word of the subject, and not of the asking.</summary>
    public bool IsTopic => Topic == 1;

    /// <summary>In how many passages the stem stands, in the generation the query was read for.</summary>
    public int Passages { get; init; }

    /// <summary>
    /// How much a term tells: the logarithm of how few of that many passages hold it; 0 for one that all hold.
    /// </summary>
    public double Rarity(int passages) => Math.Max(0, Math.Log((passages + 16.0) / (Passages + 1)));

    /// <summary>
    /// Whether a dictionary of English knows the word; a word neither known nor in the corpus is a name or a slip.
    /// </summary>
    public bool IsEnglish { get; init; }
}

/// <summary>A question as terms, in the order they were said; terms of earlier turns follow with less weight.</summary>
sealed record SearchQuery(IReadOnlyList<QueryTerm> Terms)
{
    /// <summary>The terms of the question itself.</summary>
    public IEnumerable<QueryTerm> Own => Terms.Where(term => !term.IsEarlier);

    /// <summary>What the question means, with some of what it follows on; none where there is no encoder.</summary>
    public SentenceVector? Vector { get; init; }
}
