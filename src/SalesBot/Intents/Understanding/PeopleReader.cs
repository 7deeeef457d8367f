using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Intents.Entities;
using SalesBot.Intents.Phrases;

namespace SalesBot.Intents.Understanding;

/// <summary>
/// Reads absences, roles and what admins do: "I'm off until Monday", "@ngozi is a manager now", "rebuild the index".
/// </summary>
static partial class PeopleReader
{
    /// <param name="frame">The message, framed.</param>
    /// <param name="entities">What it names.</param>
    /// <param name="today">The day that dates count from.</param>
    public static Understanding? Read(string frame, MessageEntities entities, DateOnly today)
    {
        foreach (var match in PhraseTable.Find(frame, "people"))
        {
            if (match.NamesSomebody(entities.Text))
                return Completed(match.Names[0], match.Words, frame, entities, today);
        }
        return null;
    }

    /// <summary>What is wanted, with whom and when it is about.</summary>
    /// <param name="admin">What is wanted.</param>
    /// <param name="words">The words that say so.</param>
    /// <param name="frame">The message, framed.</param>
    /// <param name="entities">What it names.</param>
    /// <param name="today">The day that dates count from.</param>
    public static Understanding Completed(
        string admin,
        string words,
        string frame,
        MessageEntities entities,
        DateOnly today
    )
    {
        var who = Who(words, entities);
        var read = new Understanding
        {
            Do = Deed.People,
            Admin = admin,
            Sure = 0.9,
            Because = words,
            Query = who,
            Confirm = who is not null && admin == "away" && !entities.Text.Contains('@'),
        };
        switch (admin)
        {
            case "away":
                var (from, until) = Absence(entities, today);
                return read with { From = from, Until = until };
            case "back":
                return read;
            case "role":
                return read with
                {
                    Role =
                        RoleWord().FindAllIn(frame) is [.., var last] && last.Value is var role
                            ? RoleNamed(role)
                            : null,
                };
            case "notify":
                return read with
                {
                    Team = TeamWord().FindIn(frame) is { Success: true } team ? team.Value : null,
                    Query = null,
                };
            default:
                return read with { Query = null };
        }
    }

    static string RoleNamed(string role) =>
        role switch
        {
            "rep" => "sales",
            "marketer" => "marketing",
            "administrator" or "admins" => "admin",
            "managers" => "manager",
            _ => role,
        };

    /// <summary>Whom it is about; null for the sender.</summary>
    static string? Who(string words, MessageEntities entities)
    {
        if (Mentioned().FindIn(entities.Text) is { Success: true } mention)
            return mention.Groups["name"].Value;
        if (Oneself().IsIn(words))
            return null;
        return Named()
                .FindAllIn(entities.Text)
                .Select(name => name.Groups["name"].Value)
                .FirstOrDefault(name => !CommonWords.Has(name))
            ?? entities.Person?.Value;
    }

    /// <summary>
    /// The first day away, and the first day that is over: "back Thursday" is Thursday, "off Tuesday and Wednesday" is
    /// Thursday.
    /// </summary>
    static (DateOnly? From, DateOnly? Until) Absence(MessageEntities entities, DateOnly today)
    {
        var text = SameMonth().ReplaceIn(entities.Text, "$1 ${month} until $2 ${month}");
        var days = DateWords
            .All(text, today)
            .OrderBy(day => day.At)
            .ThenByDescending(day => day.Words.Length)
            .DistinctBy(day => day.At)
            .ToList();
        if (days.Count == 0)
            return RestOfWeek().IsIn(text) ? (null, NextMonday(today)) : (null, null);
        if (Back().FindIn(text) is { Success: true } back && days.Find(day => day.At >= back.Index) is { } returning)
            return (
                days[0] == returning ? null : days[0].Date,
                Later(returning.Date, days[0].Date, days[0] == returning)
            );
        // "December 22 is when I return."
        if (Back().IsIn(text) && days.Count == 1 && !Until().IsIn(text))
            return (null, days[0].Date);
        var last = days[^1];
        var span = last.Words.Split(' ')[^1].TrimEnd('s').ToLowerInvariant();
        if (
            Until().FindIn(text) is { Success: true } until
            && days.Find(day => day.At + day.Words.Length > until.Index) is { } over
        )
            return (
                days[0] == over ? null : days[0].Date,
                Later(over.Date, days[0].Date, days[0] == over).AddDays(Inclusive().IsIn(until.Value) ? 1 : 0)
            );
        if (span is "day" or "week" or "month" && days.Count == 1)
            return last.Words.StartsWith("next", StringComparison.OrdinalIgnoreCase)
                ? (last.Date, last.Date.AddDays(7))
                : (null, last.Date);
        if (last.Words.StartsWith("for ", StringComparison.OrdinalIgnoreCase) && days.Count == 2)
            return (days[0].Date, days[0].Date.AddDays(last.Date.DayNumber - today.DayNumber));
        return (days[0].Date, Later(last.Date, days[0].Date, days.Count == 1).AddDays(1));
    }

    /// <summary>A weekday behind another one is the next after it.</summary>
    static DateOnly Later(DateOnly day, DateOnly first, bool isOnly) => !isOnly && day <= first ? day.AddDays(7) : day;

    static DateOnly NextMonday(DateOnly today) =>
        today.AddDays(((8 - (int)today.DayOfWeek) % 7) is 0 ? 7 : (8 - (int)today.DayOfWeek) % 7);

    [GeneratedRegex(@"@(?<name>[\p{L}\w][\w.'-]*|[\uE000-\uE0C7])")]
    private static partial Regex Mentioned();

    [GeneratedRegex(
        @"\b(?:i|i'm|im|i'll|me|my|myself)\b|^(?:away|off|out|ooo|on|holiday|vacation|absent|sick|taking|take|booked|not|gone|pto|back|won't|wont|can't|have|got)\b"
    )]
    private static partial Regex Oneself();

    [GeneratedRegex(@"(?<![\w@])(?<name>\p{Lu}[\p{L}\p{M}'-]+(?: \p{Lu}[\p{L}\p{M}'-]+)?)(?:(?:'s|’s)\b)?")]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(?:sales|marketing|managers?|admins?|administrator|employee|rep|marketer)\b")]
    private static partial Regex RoleWord();

    [GeneratedRegex(@"\b(?:sales|marketing)\b")]
    private static partial Regex TeamWord();

    [GeneratedRegex(
        @"\b(?:back|returns?|returning|(?<!\b(?:off|away|out|sick|ill|absent|gone|leave|ooo) )again|available from|first day|expected|starts? work|you(?:'ll| will)? (?:see|get|have) me|in on)\b(?! to back)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Back();

    [GeneratedRegex(
        @"\b(?:until|till|til|through|thru|to|up to|before|–|-)(?: and including| the end of)? ",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Until();

    [GeneratedRegex(@"\b(?:through|thru|including|to)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Inclusive();

    [GeneratedRegex(@"\b(?:rest of (?:the|this) week|all week|this week|the whole week)\b", RegexOptions.IgnoreCase)]
    private static partial Regex RestOfWeek();

    [GeneratedRegex(
        @"\b(\d{1,2})(?:st|nd|rd|th)?(?: to | until | till | - | – |-|–)(\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<month>[a-z]{3,9})\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SameMonth();
}
