using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents;

/// <summary>What a title says of the person it names.</summary>
static partial class TitleWords
{
    /// <summary>Without the subject, which stands before it: "Li Wei: asked for a quote", not "she asked".</summary>
    public static string OfPerson(string said) => Subject().ReplaceIn(said, "");

    [GeneratedRegex(
        @"^(?:(?:who|he|she|they)\b(?:['’](?:s|re)\b| (?:is|are)\b)?|(?:is|are)\b) (?=\w+ )",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Subject();
}
