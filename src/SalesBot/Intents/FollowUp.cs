using SalesBot.Chat;
using System.Text.RegularExpressions;

namespace SalesBot.Intents;

/// <summary>Brings a message that only says what is different into a question that stands alone: "and for the other?", "what about sales?", "who does those?".</summary>
static partial class FollowUp
{
    /// <summary>The question that is meant, or none where the message stands alone or nobody can tell.</summary>
    /// <param name="text">The message, cleaned.</param>
    /// <param name="last">What the person asked before.</param>
    public static string? Resolve(string text, string last)
    {
        if (OtherWay().IsIn(text))
            return Swapped(last, bothWays: true);
        if (TheOther().IsIn(text))
            return Swapped(last, bothWays: false);
        if (AboutTeam().FindIn(text) is { Success: true } team && OfTeam(last, TeamPattern.Of(team.Groups["team"].Value)) is { } turned)
            return turned;
        return null;
    }

    /// <summary>The question with each team's name in the place of the other's; none where it names neither, or both and one is meant.</summary>
    static string? Swapped(string question, bool bothWays)
    {
        var names = Team().FindAllIn(question);
        var teams = names.Select(name => TeamPattern.Of(name.Value)).Distinct().ToList();
        if (teams.Count == 0 || teams.Count == 2 && !bothWays)
            return null;
        return Replaced(question, name => TeamPattern.Of(name) == "sales" ? "marketing" : "sales");
    }

    static string? OfTeam(string question, string team)
    {
        var teams = Team().FindAllIn(question).Select(name => TeamPattern.Of(name.Value)).Distinct().ToList();
        return teams is [var only] && only != team ? Replaced(question, _ => team) : null;
    }

    static string Replaced(string question, Func<string, string> by)
    {
        var (at, text) = (0, new System.Text.StringBuilder());
        foreach (var name in Team().FindAllIn(question))
        {
            text.Append(question, at, name.Index - at).Append(by(name.Value));
            at = name.Index + name.Length;
        }
        return text.Append(question, at, question.Length - at).ToString();
    }

    [GeneratedRegex(@"\b(?:" + TeamPattern.Text + @")\b", RegexOptions.IgnoreCase)]
    private static partial Regex Team();

    [GeneratedRegex(@"^\W*(?:(?:and|so|but|ok|what about|how about)\W+)*(?:the )?(?:other way (?:round|around)|vice versa|the reverse|conversely|reversed)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex OtherWay();

    [GeneratedRegex(@"^\W*(?:(?:and|so|but|ok|what about|how about)\W+)*(?:for |in |with |about |of |on )?(?:the )?other(?: one| team| side| department)?(?: then)?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex TheOther();

    [GeneratedRegex(@"^\W*(?:(?:and|so|but|ok|what about|how about|then)\W+)+(?:for |in |with |about |of |on )?(?:the )?(?<team>" + TeamPattern.Text + @")(?: then| too)?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex AboutTeam();
}
