using System.Text.RegularExpressions;

namespace SalesBot.Knowledge.Passages;

/// <summary>Whether a sentence says by itself what it speaks of.</summary>
static partial class Subjects
{
    /// <summary>Whether it begins with a word whose meaning stands in the sentence before.</summary>
    public static bool Hangs(string sentence) => Pointing().IsMatch(sentence);

    [GeneratedRegex(
        @"^(?:it|its|they|their|them|this|these|those|that|such|he|she|his|her|here|there|then|however|also|otherwise|instead|in (?:this|that|these|such))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Pointing();
}
