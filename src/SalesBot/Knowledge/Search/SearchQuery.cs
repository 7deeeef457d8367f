namespace SalesBot.Knowledge.Search;

/// <summary>
/// A term that is searched for: the word as typed, its stem, its weight (1 for each time it was said), and the word it was corrected to, if it was.
/// </summary>
sealed record QueryTerm(string Word, string Stem, double Weight, string? CorrectedTo = null)
{
    /// <summary>Whether only an earlier turn said it.</summary>
    public bool IsEarlier { get; init; }

    /// <summary>In how many passages the stem stands, in the generation the query was read for.</summary>
    public int Passages { get; init; }

    /// <summary>Whether a dictionary of English knows the word; a word neither known nor in the corpus is a name or a slip.</summary>
    public bool IsEnglish { get; init; }
}

/// <summary>A question as terms, in the order they were said; terms of earlier turns follow with less weight.</summary>
sealed record SearchQuery(IReadOnlyList<QueryTerm> Terms)
{
    /// <summary>The terms of the question itself.</summary>
    public IEnumerable<QueryTerm> Own => Terms.Where(term => !term.IsEarlier);
}
