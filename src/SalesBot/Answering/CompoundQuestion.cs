using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Answering;

/// <summary>Takes apart what asks two things at once.</summary>
static partial class CompoundQuestion
{
    /// <summary>The questions in it, in order; the text itself if it asks one thing.</summary>
    public static IReadOnlyList<string> Parts(string text)
    {
        if (text.Length > MaxLength)
            return [text];
        // "What is sales, what is marketing, which generates leads?"
        var asked = Listed().SplitBy(text).Select(part => part.Trim()).ToList();
        if (asked.Count is 2 or 3 && asked.All(part => Asks().IsIn(part) && part.Count(char.IsWhiteSpace) > 1))
            return asked;
        var parts = Joint().SplitBy(text).Select(part => part.Trim()).Where(part => part.Length > 0).ToList();
        return parts.Count is 2 or 3 && parts.All(part => part.Contains(' ')) ? parts : [text];
    }

    [GeneratedRegex(@"\s*[,;]\s*(?:and\s+)?(?=(?:what|who|which|how|why)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Listed();

    [GeneratedRegex(@"^(?:what|who|which|how|why)(?:['’]s)? \w", RegexOptions.IgnoreCase)]
    private static partial Regex Asks();

    /// <summary>A longer text tells more than it asks.</summary>
    const int MaxLength = 1000;

    [GeneratedRegex(
        @"(?:[,;?]\s*|\s+)(?:and|also|plus)\s+(?=(?:what|whats|who|whos|how|which|why|when|where|do|does|is|are|can)\b)"
            + @"|\?\s+(?=\S)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Joint();
}
