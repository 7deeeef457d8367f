namespace SalesBot.Chat;

/// <summary>
/// A place in a document, quoted: <c>Quote</c> is exactly <c>[Start, End)</c> of the document's extracted text, in
/// UTF-16 units. <c>Document</c> is the path relative to the knowledge folder; <c>Score</c> compares within one answer
/// only.
/// </summary>
public sealed record Citation(
    string Document,
    string Title,
    string Section,
    string Quote,
    int Start,
    int End,
    double Score
)
{
    /// <summary>The https or http address at which people find the document; null if there is none.</summary>
    public string? Address { get; init; }

    /// <summary>The title, and the section where that says more.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Name => Section.Length > 0 && Section != Title ? $"{Title}, {Section}" : Title;

    /// <summary>
    /// All that the quote stands under: headings, the sentence and the items that lead to it; of a row its name and the
    /// heads of its columns.
    /// </summary>
    public string Context { get; init; } = "";
}
