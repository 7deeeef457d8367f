using System.Text.RegularExpressions;

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
        var plain = Courtesy().Replace(text.Trim(), "").Trim();
        if (plain.Length == 0)
            return null;
        return DeskWords.Read(plain) ?? PeopleWords.Read(plain, today, isKnown) ?? MoveWords.Read(plain, today) ?? RaiseReader.Read(plain, today);
    }

    /// <summary>What people say before they say what they want.</summary>
    [GeneratedRegex(@"^(?:(?:hi|hey|hello|ok|okay|please|pls|so|and|now|well|then|salesbot|bot|good morning)(?:[,!:.]+\s*|\s+)"
        + @"|(?:can|could|would|will) (?:you|u)(?: please)? |i(?:['’]?d| would) like (?:you )?to |i (?:want|need|have) (?:you )?to |i wanna |let me |let['’]?s |we (?:need|have|want) to )+(?=\S)", RegexOptions.IgnoreCase)]
    private static partial Regex Courtesy();
}
