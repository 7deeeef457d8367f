using System.Text.RegularExpressions;

namespace SalesBot.Knowledge;

/// <summary>
/// Something about the knowledge folder or the index that a person must put right; the message is one sentence for
/// them.
/// </summary>
sealed partial class KnowledgeFault(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The same for callers from outside: of a path only its last part.</summary>
    public string Outside => PathInQuotes().Replace(Message, "'$1'");

    [GeneratedRegex(@"'[^']*[/\\]([^'/\\]+)[/\\]?'", RegexOptions.NonBacktracking)]
    private static partial Regex PathInQuotes();
}
