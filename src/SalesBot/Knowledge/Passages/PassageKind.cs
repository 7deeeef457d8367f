namespace SalesBot.Knowledge.Passages;

/// <summary>
/// What a passage is to a reader; what comes after a row is page furniture or only leads to something else.
/// </summary>
enum PassageKind
{
    Paragraph,
    Item,

    /// <summary>A numbered item.</summary>
    Step,
    Row,

    /// <summary>Who wrote the page, when, how long it takes to read.</summary>
    Byline,

    /// <summary>A sentence that only announces what follows.</summary>
    LeadIn,

    /// <summary>The title of another page.</summary>
    Link,

    /// <summary>A form, a button, a menu.</summary>
    Control,

    /// <summary>It only asks; what answers stands below it, or nowhere.</summary>
    Question,
}
