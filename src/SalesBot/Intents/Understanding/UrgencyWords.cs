using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents.Understanding;

/// <summary>
/// How soon something is wanted, by the words: <c>now</c>, <c>today</c>, <c>this-week</c> or <c>someday</c>.
/// </summary>
static partial class UrgencyWords
{
    const int DaysOfAWeek = 7,
        FarDays = 21;

    /// <summary>The urgency, or null where nothing is said of it.</summary>
    public static string? Read(string text, DateOnly today)
    {
        text = Past().ReplaceIn(text, "");
        if (NoRush().IsIn(text))
            return "someday";
        if (Now().IsIn(text))
            return "now";
        if (Today().IsIn(text))
            return "today";
        if (ThisWeek().IsIn(text))
            return "this-week";
        if (
            Deadline()
                .FindAllIn(text)
                .Select(due => due.Value + due.Groups["rest"].Value)
                .Select(due => (Due: due, Day: DateWords.Find(due, today)))
                .FirstOrDefault(one => one.Day is not null)
            is not { Day: { } day, Due: var due }
        )
            return null;
        var days = day.Date.DayNumber - today.DayNumber;
        if (days > DaysOfAWeek)
            // What is due on a day is not at leisure, however far the day is.
            return days > FarDays && !IsDue().IsIn(due) ? "someday" : null;
        return days <= 0 ? "today" : "this-week";
    }

    /// <summary>"Had lunch with her today" says when something was, and not how soon it is wanted.</summary>
    [GeneratedRegex(
        @"\b(?:had|met|saw|spoke|talked|called|visited|got|came|left|rang|wrote|lost|won|brought|bringing|gave|heard|asked|seen|was|were)\b(?:(?!\b(?:pl[sz]|please|so|can|could|should|need|needs|call|ring|must)\b)[^.!?;:]){0,80}\b(?:today|this (?:week|morning|afternoon)|tonight)\b|\b[0-9]+ this week\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Past();

    [GeneratedRegex(
        @"\b(?:no (?:deadline|rush|hurry|stress|pressure|urgency|big hurry|real rush)|(?:isn't|is not|nothing|not) (?:\w+ )?(?:urgent|pressing)|not (?:that |so |very |at all |really |super )?(?:urgent|pressing|time[- ]critical)|less urgent|some ?day|whenever|when(?:ever)? (?:you|there)(?:'s| is| have|'ve)?(?: got)? (?:time|a moment|a minute)|low prio(?:rity)?|take your time|doesn't have to be (?:soon|now|today)|there'?s time|at your leisure|not before)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex NoRush();

    [GeneratedRegex(
        @"\b(?:asap|a\.s\.a\.p\.?|urgent(?:ly)?|immediately|right (?:now|away)|at once|straight away|this (?:minute|very moment)|as soon as possible|now now|hot one|top prio(?:rity)?|high prio(?:rity)?|critical|emergency|in the next (?:hour|30 minutes|half hour)|within (?:the )?(?:next )?(?:(?:an?|one|two|half an?|the|\d+|ten|twenty|thirty|few) )?(?:half )?(?:hours?|hrs?|min(?:ute)?s?)|on the phone (?:right )?now|quick as you can|in (?:the next |about )?(?:an?|one|two|2|half an|1) (?:hours?|hrs?|h)|in (?:\d+|ten|twenty|thirty|a few) ?(?:min|mins|minutes)|(?:fix|call|ring|do|send|need|help|act|stop|answer|reach) (?:it |her |him |them |this |that |me |us )?now)\b|^\W*now\W*$|\b(?-i:NOW)\b|\bnow\s*!",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Now();

    [GeneratedRegex(
        @"\b(?:(?<!since |until |as of |from )today(?!['’]s)|tonight|this (?:morning|afternoon|evening)(?<!(?:callers|called|calls|came in|rang|me|us|in|arrived|wrote|it|her|him|them|form|page|form,|demo|webinar|newsletter|whitepaper) this morning)|by (?:noon|lunch(?:time)?|eod|the end of (?:the )?day|end of (?:the )?day|close of business|cob|[0-9]{1,2} ?(?:am|pm|o'clock))|eod|before (?:noon|lunch))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Today();

    [GeneratedRegex(
        @"\b(?:(?<!(?:asked|asking|wrote|called|saw|met|lost|won) (?:\w+ ){0,4})this week(?! (?:two|three|several|\w+ (?:prospects|customers)))|by the end of (?:the|this) week|before the weekend|by (?:the )?weekend|end of (?:the )?week|eow|tomorrow|tmrw|tmr|tomorow|the day after tomorrow|in (?:two|three|2|3|a couple of|a few) days|(?:pitch|meeting|call|demo|visit|need(?:ed)?|by|for|until|before|this|on|due) (?:\w+ ){0,2}(?:mon|tue|tues|wed|thu|thur|thurs|fri))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ThisWeek();

    [GeneratedRegex(
        @"\b(?:by|before|due|best by|deadline|latest|no later than|at the latest|needed|need it)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex IsDue();

    /// <summary>A date by which, and not since or until which.</summary>
    [GeneratedRegex(
        @"\b(?:by|before|for|on|until|till|deadline(?: is)?|due|best by|latest|needed|need it|due by|until|no later than|at the latest)\b(?=(?<rest>[^.;!?\n]{0,40}))",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Deadline();
}
