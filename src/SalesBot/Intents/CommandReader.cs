using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents;

/// <summary>
/// Reads what a message asks to be done, in plain words. What it does not know for a command is a question; so "how do I hand a lead to sales?" is answered
/// and nothing is handed over.
/// </summary>
static partial class CommandReader
{
    /// <summary>The command, or none.</summary>
    /// <param name="text">The message, cleaned.</param>
    /// <param name="today">Where the sender is.</param>
    /// <param name="isKnown">Whether somebody is called so.</param>
    public static Intent? Read(string text, DateOnly today, Func<string, bool> isKnown)
    {
        // Nobody commands in thousands of characters; what is pasted after the command goes along with it.
        var head = text.Length > LongestCommand ? PersonText.Clean(text[..LongestCommand]) : text;
        var plain = Courtesy().Replace(Plain(head), "").Trim();
        if (plain.Length == 0)
            return null;
        if (text.Length > LongestCommand && LongNote().Match(text) is { Success: true } note)
            return new MoveHandoff($"HO-{note.Groups["digits"].Value}", "note", new Dictionary<string, string> { ["note"] = text[note.Length..] });
        var read = text.Length > LongestCommand ? null
            : DeskWords.Read(plain) ?? PeopleWords.Read(plain, today, isKnown) ?? MoveWords.Read(plain, today);
        return read ?? Whole(RaiseReader.Read(plain, today), text, head);
    }

    static RaiseHandoff? Whole(RaiseHandoff? raise, string text, string head) => raise is null || text.Length <= head.Length ? raise
        : raise with { Fields = [.. raise.Fields.Where(field => field.Name != "details"), new ReadField("details", text, "")] };

    /// <summary>The same with single spaces, no spaces before commas, and words for arrows and for what people shorten.</summary>
    static string Plain(string text) =>
        Short().Replace(Arrow().Replace(Spaces().Replace(BeforeComma().Replace(text, "$1"), " "), " to "), "marketing").Trim();

    const int LongestCommand = 2000;

    [GeneratedRegex(@"^(?:(?:please )?(?:add (?:a )?)?(?:note|comment)(?: (?:on|to|for))? HO[- ]?(?<digits>\d{1,9})\b[\s:,–—-]*|HO[- ]?(?<digits>\d{1,9})\s*[:–—-]\s*)",
        RegexOptions.IgnoreCase)]
    private static partial Regex LongNote();

    [GeneratedRegex(@"[ \t\u00A0\u2000-\u200A\u202F\u3000]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[ \t]+([,;:.!?])(?=\s|$)")]
    private static partial Regex BeforeComma();

    [GeneratedRegex(@" ?(?:->|=>|→|⇒) ?")]
    private static partial Regex Arrow();

    [GeneratedRegex(@"\b(?:mktg|mkt)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Short();

    /// <summary>What people say before they say what they want.</summary>
    [GeneratedRegex(@"^(?:(?:hi|hey|hello|ok|okay|please|pls|so|and|now|well|then|@?salesbot|@?bot|team|good morning|thanks)(?:[,!:.]+\s*|\s+)"
        + @"|(?:can|could|would|will) (?:you|u)(?: please)? |i(?:['’]?d| would) like (?:you )?to |i (?:want|need|have) (?:you )?to |i wanna |let me "
        + @"|let['’]?s |we (?:need|have|want) to )+(?=\S)", RegexOptions.IgnoreCase)]
    private static partial Regex Courtesy();
}
