namespace SalesBot.Intents.Phrases;

/// <summary>How far a phrase says what is wanted.</summary>
enum Sureness
{
    /// <summary>The words leave no doubt.</summary>
    Order,

    /// <summary>The words hint at it; the sender is asked first.</summary>
    Hint,

    /// <summary>The words mean one of two or three things; the sender is asked which.</summary>
    Two,
}

/// <summary>
/// A phrase that stands in a message. <c>Topic</c> and <c>Names</c> say what it means: <c>move</c> and one or more
/// moves, <c>look</c> and a list.
/// </summary>
sealed record PhraseMatch(
    string Topic,
    IReadOnlyList<string> Names,
    Sureness Sureness,
    string Words,
    int At,
    int Length,
    string? Query,
    string? Who
)
{
    /// <summary>
    /// Whether the person whom the phrase names is written as a name: with a capital, or as a mention.
    /// </summary>
    public bool NamesSomebody(string text) =>
        Who is null
        || Who.StartsWith('@')
        || (
            text.Contains(char.ToUpperInvariant(Who[0]) + Who[1..].Split(' ')[0], StringComparison.Ordinal)
            && !text.Contains(Who.Split(' ')[0], StringComparison.Ordinal)
            && !Entities.CommonWords.Has(Who.Split(' ')[0])
        );
}
