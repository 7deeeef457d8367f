using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents;

/// <summary>Puts a team's name in the place of the words that only point back to it.</summary>
static partial class TeamBefore
{
    /// <summary>Whether a message points back to a team.</summary>
    /// <param name="said">The message.</param>
    /// <param name="last">What the person asked before.</param>
    public static bool IsMeant(string said, string last) =>
        They().IsIn(said)
        || ThatTeam().IsIn(said)
        || It().IsIn(said) && (OfTeam().IsIn(last) || OfItsNature().IsIn(said));

    /// <summary>The message with the team's name.</summary>
    public static string Named(string said, string team) =>
        It()
            .ReplaceIn(
                ThatTeam().ReplaceIn(They().ReplaceIn(said, $"${{verb}} {team}", 1), team, 1),
                $"${{verb}} {team}",
                1
            );

    [GeneratedRegex(
        @"\b(?<verb>do|does|did|are|can|should|must|would|will|have|things|tasks|activities|jobs|tools|ways) they\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex They();

    [GeneratedRegex(@"\b(?:that|this|the same) (?:team|department|side)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ThatTeam();

    /// <summary>"Is it long term?" behind "what is marketing?".</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:and|so|but|ok)\W+)*(?<verb>is|does|has|can|isn['’]?t|doesn['’]?t) it(?= (?!sales\b|marketing\b|true\b|right\b|for\b|more\b|also a\b)\w+)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex It();

    /// <summary>What is said of a team and of no piece of work.</summary>
    [GeneratedRegex(
        @"\b(?:(?:long|short|longer|shorter)[- ](?:term|lived)|one[- ](?:to|on)[- ](?:one|many)|push|pull|never[- ]ending|continuous)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OfItsNature();

    /// <summary>What asks about a team as such: "what is sales?", "is marketing long term?".</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:and|so|but|ok)\W+)*(?:what(?:['’]s| is| does| are)?|is|does|define|explain|tell me about|describe|how does|why is|why does) (?:the )?(?:role of |goal of |aim of )?(?:"
            + TeamPattern.Text
            + @")\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OfTeam();
}
