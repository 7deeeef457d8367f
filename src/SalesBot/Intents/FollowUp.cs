using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents;

/// <summary>
/// Brings a message that only says what is different into a question that stands alone: "and for the other?", "what
/// about sales?", "who does those?".
/// </summary>
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
        if (IsTeamToo().FindIn(text) is { Success: true } too && TeamPattern.Of(too.Groups["team"].Value) is var also)
            return OfTeam(last, also)
                ?? (
                    OfWhich().FindIn(last) is { Success: true } which
                        ? $"{too.Groups["verb"].Value} {also} {which.Groups["claim"].Value}?"
                        : null
                );
        if (
            AboutTeam().FindIn(text) is { Success: true } team
            && OfTeam(last, TeamPattern.Of(team.Groups["team"].Value)) is { } turned
        )
            return turned;
        if (
            Included().FindIn(text) is { Success: true } included
            && Defined().FindIn(last) is { Success: true } defined
        )
            return $"{included.Groups["verb"].Value} {included.Groups["thing"].Value} part of {defined.Groups["what"].Value}?";
        if (WhoDoesIt().FindIn(text) is { Success: true } who && DoneBy().FindIn(last) is { Success: true } done)
            return $"which team {who.Groups["verb"].Value} {done.Groups["what"].Value}?";
        return null;
    }

    /// <summary>"Are podcasts included?" after "what is content marketing?".</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:and|so|but|ok|then)\W+)*(?<verb>is|are) (?<thing>[^?]{3,40}?) (?:also |too )?(?:included|part of (?:it|that|this)|in there|counted|one of them|among them)(?: too| as well)?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Included();

    [GeneratedRegex(
        @"^\W*(?:(?:and|so|but|ok|then)\W+)*(?:what is|what are|what['’]s|what does|whats|define|explain) (?:an? |the )?(?<what>[^?]{3,40}?)(?: mean)?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Defined();

    /// <summary>"And who satisfies it?" after "which team generates demand?".</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:and|so|but|ok|then)\W+)*(?:who|which (?:one|team|of them)) (?<verb>\w+s) (?:it|that|this|them|those)(?: then)?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex WhoDoesIt();

    [GeneratedRegex(
        @"^\W*(?:who|which (?:one|team|side|department|of them|of the two)) \w+s (?:up )?(?<what>[^?]{3,60}?)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex DoneBy();

    /// <summary>"Is sales, too?" after "is marketing long term?".</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:and|so|but|ok|then)\W+)*(?<verb>is|are|does|do|has|can) (?:the )?(?<team>"
            + TeamPattern.Text
            + @")(?:,? (?:too|as well|also|so|the same|that|it|not))*\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex IsTeamToo();

    [GeneratedRegex(
        @"^\W*(?:which|what)(?: one| of (?:the two|them|these|both))?(?: team| side)? (?:is|are|does|has) (?<claim>[^?]+?)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OfWhich();

    /// <summary>Whether a message asks about the other of the two: "and the other one?".</summary>
    public static bool IsTheOther(string text) => TheOther().IsIn(text);

    /// <summary>
    /// The team that a message wants ruled out: "why not marketing?"; none where it asks no such thing.
    /// </summary>
    public static string? WhyNot(string text) =>
        NotThem().FindIn(text) is { Success: true } team ? TeamPattern.Of(team.Groups["team"].Value) : null;

    [GeneratedRegex(
        @"^\W*(?:(?:and|so|but|ok|hm+)\W+)*(?:why|how come)(?: is (?:it|that|this))? (?:not|isn['’]?t (?:it|that|this)) (?:for |a |the )?(?<team>"
            + TeamPattern.Text
            + @")(?: then| task)?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex NotThem();

    /// <summary>
    /// The question with each team's name in the place of the other's; none where it names neither, or both and one is
    /// meant.
    /// </summary>
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

    [GeneratedRegex(
        @"^\W*(?:(?:and|so|but|ok|what about|how about)\W+)*(?:the )?(?:other way (?:round|around)|vice versa|the reverse|conversely|reversed)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OtherWay();

    [GeneratedRegex(
        @"^\W*(?:(?:and|so|but|ok|what about|how about)\W+)*(?:for |in |with |about |of |on )?(?:the )?other(?: one| team| side| department)?(?: then)?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex TheOther();

    [GeneratedRegex(
        @"^\W*(?:(?:and|so|but|ok|what about|how about|then|(?:and )?the same(?: thing| question)?|same(?: thing| question)?|now)\W+)+(?:for |in |with |about |of |on )?(?:the )?(?<team>"
            + TeamPattern.Text
            + @")(?: then| too| please| pls|,? (?:is|are|does|do) (?:it|that|they)(?: too| as well| also| the same)?)?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AboutTeam();
}
