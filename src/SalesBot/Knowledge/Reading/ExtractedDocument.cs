namespace SalesBot.Knowledge.Reading;

/// <summary>A document as read: title, the source it names (a file name, or none), text and blocks.</summary>
sealed record ExtractedDocument(string Title, string? Source, string Text, IReadOnlyList<TextBlock> Blocks)
{
    /// <summary>What of it could not be read, a sentence, where that costs only a part; or none.</summary>
    public string? Remark { get; init; }
}

/// <summary>
/// A stretch <c>[Start, End)</c> of the text. <c>Level</c>: the depth of a heading or an item, from 1; 7 for a line
/// that only stands out like a heading. <c>Columns</c>: the heads of the table that a row stands in, one for each cell,
/// joined by " | "; those without a head are empty.
/// </summary>
readonly record struct TextBlock(BlockKind Kind, int Start, int End, int Level = 0, string? Columns = null)
{
    /// <summary>
    /// The level of a line that stands out like a heading, and is none: a bold one, the summary of a fold.
    /// </summary>
    public const int StandsOut = 7;
}

enum BlockKind
{
    Heading,
    Paragraph,
    Item,

    /// <summary>A numbered item.</summary>
    Step,
    Row,
}
