using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents.Understanding;

/// <summary>
/// Puts right what somebody wrote a moment ago: "make that 35 licences" where 30 licences stand, "Tuesday, not Monday".
/// </summary>
static partial class TextCorrection
{
    /// <summary>The content as it is to be; null where the correction finds nothing in it.</summary>
    /// <param name="content">What was written.</param>
    /// <param name="text">What is said now.</param>
    public static string? Apply(string content, string text)
    {
        var value = Said(text);
        foreach (var pair in Pairs().FindAllIn(value).Select(match => match.Groups))
            if (Replaced(content, pair["old"].Value, pair["new"].Value) is { } replaced)
                return replaced;
        if (!IsMarked(text))
            return null;
        if (Quantity().FindIn(value) is { Success: true } quantity)
            return Counted(content, quantity.Groups["number"].Value, quantity.Groups["noun"].Value);
        return null;
    }

    /// <summary>Whether the words say themselves that something before them was wrong.</summary>
    public static bool IsMarked(string text) => Lead().FindIn(text) is { Success: true, Length: > 0 };

    /// <summary>The words without what only says that they correct something.</summary>
    public static string Said(string text) => Lead().ReplaceIn(text, "").Trim(' ', '.', '!', ',', '"');

    static string? Replaced(string content, string old, string now)
    {
        old = Article().ReplaceIn(old.Trim(' ', '.', '!', '"', '\''), "");
        now = Article().ReplaceIn(now.Trim(' ', '.', '!', '"', '\''), "");
        var replaced = WholeWords.Replace(content, old, now);
        return replaced == content ? null : replaced;
    }

    /// <summary>Another number of the same things.</summary>
    static string? Counted(string content, string number, string noun)
    {
        var counts = Number().FindAllIn(content).ToList();
        var first = noun.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        var same = counts
            .Where(count => first is null || IsFollowedBy(content, count.Index + count.Length, first))
            .ToList();
        return same is [var only]
            ? string.Concat(content.AsSpan(0, only.Index), number, content.AsSpan(only.Index + only.Length))
            : null;
    }

    /// <summary>Whether the next word is that one, in the singular or the plural.</summary>
    static bool IsFollowedBy(string content, int at, string word)
    {
        var next = content[at..].TrimStart(' ', '-').Split(' ', ',', '.', ';')[0];
        return next.TrimEnd('s').Equals(word.TrimEnd('s'), StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(
        @"^(?:\W*(?:no|nope|nah|sorry|oops|whoops|wait|hang on|hold on|actually|correction|my bad|my mistake|rather|ah|oh|hm+|i (?:mean|meant)|i wanted to say|make (?:it|that|this)|change (?:it|that) to|(?:it|that) should (?:be|say|read)|should (?:be|say|read))\b[\s,;:.–—-]*)+",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Lead();

    [GeneratedRegex(
        @"^(?:it's |it’s |it is |that's |that’s |its )?(?<new>[^,;.!?]{1,60}?),? (?:and )?(?:not|instead of|rather than) (?<old>[^,;.!?]{1,60}?)\W*$|^(?:it's |it’s |it is )?not (?<old>[^,;.!?]{1,60}?),? (?:but|it's|it’s|it is|rather|make it) (?<new>[^,;.!?]{1,60}?)\W*$|^i (?:said|wrote|typed|put) (?<old>[^,;.!?]{1,60}?),? (?:but |and )?(?:i )?(?:mean|meant) (?<new>[^,;.!?]{1,60}?)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Pairs();

    [GeneratedRegex(
        @"^(?:it's |it’s |it is |they need |for |about |more like )*(?<number>[0-9][0-9.,]*[kKmM]?)(?<noun>(?: [\p{L}-]+){0,3})\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Quantity();

    [GeneratedRegex(@"(?<![\p{L}\p{N}.@+-])[0-9][0-9.,]*[kKmM]?(?![\p{L}\p{N}])")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:the|a|an)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Article();
}
