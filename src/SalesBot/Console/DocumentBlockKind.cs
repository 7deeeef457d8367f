namespace SalesBot.Console;

/// <summary>What a block of a document is to a reader.</summary>
enum DocumentBlockKind
{
    Heading,
    Paragraph,
    List,

    /// <summary>A numbered list.</summary>
    Steps,
    Table,
}
