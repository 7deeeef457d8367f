namespace SalesBot.Knowledge.Reading;

/// <summary>A document as read: title, the source it names (a file name, or none), text and blocks.</summary>
sealed record ExtractedDocument(string Title, string? Source, string Text, IReadOnlyList<TextBlock> Blocks);

/// <summary>
/// A stretch <c>[Start, End)</c> of the text. <c>Level</c>: a heading's depth from 1. <c>Columns</c>: the column heads of the table a row stands in.
/// </summary>
readonly record struct TextBlock(BlockKind Kind, int Start, int End, int Level = 0, string? Columns = null);

enum BlockKind
{
    Heading,
    Paragraph,
    Item,
    Row,
}
