using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Knowledge.Embeddings;

namespace SalesBot.Classifying;

/// <summary>
/// Tells by examples what a message wants of the desk, where no phrase tells: a move, a list, something about people,
/// or nothing.
/// </summary>
sealed partial class DeskModel(TextVectors encoder) : ExampleModel(File, Labels, encoder)
{
    const string File = "desk";

    /// <summary>A message that wants nothing of the desk.</summary>
    public const string Nothing = "none";

    static readonly string[] Labels =
    [
        Nothing,
        "raise",
        "edit",
        "move accept",
        "move assign",
        "move release",
        "move return",
        "move resubmit",
        "move agree",
        "move contact",
        "move complete",
        "move recycle",
        "move disqualify",
        "move pause",
        "move resume",
        "move withdraw",
        "move merge",
        "move reopen",
        "move note",
        "move watch",
        "move unwatch",
        "move rate",
        "move undo",
        "look mine",
        "look queue",
        "look overdue",
        "look due-today",
        "look report",
        "look people",
        "look news",
        "look find",
        "look show",
        "people away",
        "people back",
        "people role",
        "people gaps",
        "people status",
        "people notify",
        "people reindex",
    ];

    /// <summary>Which number and which address it is says nothing about what is wanted.</summary>
    protected override string See(string message) => Masked(message);

    static string Masked(string message) => Number().ReplaceIn(Address().ReplaceIn(message, "mail@"), "HO-1");

    /// <summary>The examples that ship with the program.</summary>
    public static IReadOnlyList<LabelledText> Shipped() => Read(File, Labels);

    /// <summary>The texts of the examples, as they are learned.</summary>
    public static IEnumerable<string> Texts() => Shipped().Select(example => Masked(example.Text));

    [GeneratedRegex(@"\S+@\S+\.\S+")]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(?:HO-?\s?|#)?1\d{3}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Number();
}
