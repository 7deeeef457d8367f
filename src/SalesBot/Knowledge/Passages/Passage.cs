namespace SalesBot.Knowledge.Passages;

/// <summary>
/// A piece of a document that can answer: <c>Text</c> is exactly <c>[Start, End)</c> of the document's extracted text,
/// in UTF-16 units.
/// </summary>
/// <param name="Document">The document's path, relative to the knowledge folder.</param>
/// <param name="Title">The document's title.</param>
/// <param name="Section"> All that it stands under, outermost first, joined by " › ": headings, the question of a FAQ,
/// the sentence that leads to its list, the items it is nested in. </param>
/// <param name="Kind">What it is to a reader.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Text">Its words.</param>
/// <param name="Columns">The heads of the table that a row stands in, one for each cell, joined by " | ".</param>
/// <param name="Lead">The end of the section that is no heading: the sentence and the items that lead to it; none where
/// there are none.</param>
/// <param name="Whole">Where the list begins and ends that it is part of, with the sentence that leads to it; none for
/// what is no item.</param>
sealed record Passage(
    string Document,
    string Title,
    string Section,
    PassageKind Kind,
    int Start,
    int End,
    string Text,
    string? Columns = null,
    string? Lead = null,
    TextSpan? Whole = null
)
{
    /// <summary>What separates the parts of a section.</summary>
    public const string Below = " › ";

    /// <summary>What separates the cells of a row, and the heads of its columns.</summary>
    public const string Cell = " | ";
}

/// <summary>A stretch <c>[Start, End)</c> of a document's text, in UTF-16 units.</summary>
readonly record struct TextSpan(int Start, int End);
