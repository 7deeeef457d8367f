using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Classifying.Statements;

/// <summary>How texts name teams: sales, marketing, and the other teams that companies have.</summary>
static partial class TeamNames
{
    /// <summary>The two teams, as a pattern.</summary>
    public const string Sides = TeamPattern.Text;

    /// <summary>Other teams, as a pattern.</summary>
    public const string Others =
        @"finance|accounting|billing|legal|(?:the )?lawyers|hr|human resources|people ops|(?-i:IT)|i\.t\.|customer (?:success|support|service|care)|tech(?:nical)? support"
        + @"|product management|engineering|developers|r&d|ops|procurement|purchasing|logistics|compliance|(?:the )?(?:ceo|cfo|coo|cto|cmo|board)|data protection|the (?:front desk|office|warehouse|support|product|design|management|operations)"
        + @"|(?:product|design|support|success|security|quality|operations|production|facilities|warehouse|partnerships?|service|management|accounts)(?= (?:team|department)| ?['’]s\b)"
        + @"|the (?!"
        + TeamPattern.Text
        + @")(?:[\w&-]+ )?(?:desk|office|group|crew|unit|committee|workshop|lab|plant|helpdesk)";

    /// <summary>The side that a text names first, or the only one it names.</summary>
    public static Verdict? SideOf(string text, bool onlyOne) => Clauses.SideOf(text, 0, text.Length, onlyOne);

    /// <summary>The text without the names of the two teams.</summary>
    public static string Without(string text) =>
        Spaces().ReplaceIn(AnySide().ReplaceIn(text, " "), " ").Trim(' ', ',', ';', ':', '|', '–', '-', '.');

    /// <summary>The side of an intent's team: <c>sales</c>, <c>marketing</c>, else both.</summary>
    public static Verdict Side(string team) => LabelledExample.TeamOf(team) ?? Verdict.Both;

    [GeneratedRegex(@"\b(?:the |our |a )?(?!sell)(?:" + Sides + @")(?:['’]s)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex AnySide();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
