namespace SalesBot.Knowledge.Passages;

/// <summary>
/// A piece of a document that can answer: <c>Text</c> is exactly <c>[Start, End)</c> of the document's extracted text, in UTF-16 units.
/// <c>Section</c> is the path of headings above it, outermost first, joined by " › ". <c>Columns</c>: the heads of the table a row stands in.
/// </summary>
sealed record Passage(string Document, string Title, string Section, PassageKind Kind, int Start, int End, string Text, string? Columns = null);

/// <summary>What a passage is to a reader; all but the first four are page furniture or only lead to something else.</summary>
enum PassageKind
{
    Paragraph,
    Item,
    Row,
    /// <summary>Who wrote the page, when, how long it takes to read.</summary>
    Byline,
    /// <summary>A sentence that only announces what follows.</summary>
    LeadIn,
    /// <summary>The title of another page.</summary>
    Link,
    /// <summary>A form, a button, a menu.</summary>
    Control,
}
