using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents;

/// <summary>
/// Reads who is away and who is what: "I'm away until Monday", "Dana is out from 3 to 7 March", "make @dana marketing".
/// </summary>
static partial class PeopleWords
{
    /// <param name="text">The message without what is said for politeness.</param>
    /// <param name="today">Where the sender is.</param>
    /// <param name="isKnown">Whether somebody is called so.</param>
    public static Intent? Read(string text, DateOnly today, Func<string, bool> isKnown)
    {
        text = text.Trim(' ', '.', '!');
        if (
            BackOn().FindIn(text) is { Success: true } later
            && DateWords.Find(later.Groups["when"].Value, today) is { } day
        )
            return Who(later, isKnown) is var (whose, known) && known ? new SetAway(whose, null, day.Date) : null;
        if (Back().FindIn(text) is { Success: true } back)
            return Who(back, isKnown) is var (who, ok) && ok ? new SetAway(who, null, null, IsBack: true) : null;
        if (Away().FindIn(text) is { Success: true } away)
            return Who(away, isKnown) is var (who, ok) && ok
                ? Absence(who, away.Groups["when"].Value, today)
                    ?? (away.Groups["said"].Success ? new SetAway(who, null, null, IsUnclear: true) : null)
                : null;
        if (Role().FindIn(text) is { Success: true } role)
            return IsSomebody(role.Groups["who"].Value, isKnown)
                ? new SetRole(role.Groups["who"].Value, role.Groups["role"].Value.ToLowerInvariant())
                : null;
        return null;
    }

    static (string? Who, bool Ok) Who(Match match, Func<string, bool> isKnown) =>
        match.Groups["who"] is not { Success: true } who ? (null, true) : (who.Value, IsSomebody(who.Value, isKnown));

    static bool IsSomebody(string name, Func<string, bool> isKnown) =>
        name.StartsWith('@') || name.Contains(':') || isKnown(name);

    /// <summary>
    /// "until Monday" is over on Monday; "on Monday", "tomorrow" or "from … to …" take the last day in.
    /// </summary>
    static SetAway? Absence(string? who, string when, DateOnly today)
    {
        var days = DateWords
            .All(Both().ReplaceIn(when, "$1 ${month} to $2 ${month}"), today)
            .OrderBy(day => day.At)
            .DistinctBy(day => day.At)
            .ToList();
        if (days.Count == 0)
            return when.Trim().Length == 0 ? new SetAway(who, null, null) : null;
        var (first, last) = (days[0], days[^1]);
        if (days.Count == 2 && last.Words.StartsWith("for ", StringComparison.OrdinalIgnoreCase))
            return new SetAway(who, first.Date, first.Date.AddDays(last.Date.DayNumber - today.DayNumber));
        if (
            first.Date >= last.Date
            && days.Count > 1
            && last.Date.AddDays(7) is var week
            && Enum.TryParse<DayOfWeek>(last.Words.Trim('-', '–'), true, out _)
        )
            last = last with { Date = week };
        if (Until().IsIn(when) && days.Count == 1)
            return new SetAway(who, null, first.Date);
        if (first.Words.Contains("week", StringComparison.OrdinalIgnoreCase) && days.Count == 1)
            return first.Words.StartsWith("next", StringComparison.OrdinalIgnoreCase)
                ? new SetAway(who, first.Date, first.Date.AddDays(7))
                : new SetAway(who, null, first.Date);
        if (days.Count == 1 && first.Words.StartsWith("for ", StringComparison.OrdinalIgnoreCase))
            return new SetAway(who, null, first.Date);
        return new SetAway(who, first.Date, UntilLast().IsIn(when) ? last.Date : last.Date.AddDays(1));
    }

    const string Person =
        @"(?:(?<who>"
        + MentionToken.Pattern
        + @")(?:[:,]| is| will be)?|(?<said>i(?:['’]?m| am| will be|['’]?ll be))|(?<who>"
        + MentionToken.Pattern
        + @"|@?[\p{L}\p{M}'’.:/_\w-]+(?: [\p{L}\p{M}'’-]+)?) (?:is|will be))";

    [GeneratedRegex(
        "^" + Person + @"(?: now)? back(?: (?:now|again|today|at work|in(?: the office)?))*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Back();

    [GeneratedRegex("^" + Person + @" back (?:on |by |from )?(?<when>\S.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex BackOn();

    [GeneratedRegex(
        "^(?:"
            + Person
            + @" )?(?:away|out(?: of (?:the )?office)?|ooo|off|(?:on )?(?:holidays?|vacation|leave|parental leave)|on a (?:trip"
            + @"|break)|unavailable|sick|ill|not here)\b(?<when>.*)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Away();

    [GeneratedRegex(
        @"^(?:make|set) (?<who>"
            + MentionToken.Pattern
            + @"|@[\w'’-]+(?: [\w'’-]+){0,4}?|@?[\p{L}\p{M}'’.:/_\w-]+(?: [\p{L}\p{M}'’-]+){0,2}?) (?:(?:to|as) )?(?:an? |the |in |part of "
            + @"|a member of )?(?<role>employee|sales|marketing|manager|admin|administrator)(?: team| person| member| rep| role)?$"
            + @"|^(?<who>"
            + MentionToken.Pattern
            + @"|@[\p{L}\p{M}'’.:/_\w-]+(?: [\p{L}\p{M}'’-]+)?) is (?:now )?(?:an? |in )?(?<role>employee|sales|marketing|manager"
            + @"|admin)(?: now)?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Role();

    [GeneratedRegex(@"\b(?:until|till|til|back (?:on )?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Until();

    [GeneratedRegex(@"\b(?:until|till|til)\b", RegexOptions.IgnoreCase)]
    private static partial Regex UntilLast();

    /// <summary>"3 to 7 March" names the month once.</summary>
    [GeneratedRegex(
        @"\b(\d{1,2})(?:st|nd|rd|th)?(?: to | until | till |-|–)(\d{1,2})(?:st|nd|rd|th)? (?<month>[a-z]{3,9})\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Both();
}
