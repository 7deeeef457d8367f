using System.Globalization;
using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents;

/// <summary>A day that was named, and the words that name it.</summary>
sealed record NamedDay(DateOnly Date, string Words, int At);

/// <summary>
/// Days as people name them: "Monday", "tomorrow", "3 March", "in two weeks", "mid January", "end of Q2",
/// "2027-03-01". What lies in the past is taken for the next one of its name. Seasons begin with the month that
/// meteorologists begin them with, in the northern half.
/// </summary>
static partial class DateWords
{
    static readonly string[] Numbers =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ];

    /// <summary>The first day that is named, or none.</summary>
    public static NamedDay? Find(string text, DateOnly today) =>
        All(text, today).OrderBy(day => day.At).ThenByDescending(day => day.Words.Length).FirstOrDefault();

    /// <summary>Every day that is named; "end of March" does not name the March within it as well.</summary>
    public static IEnumerable<NamedDay> All(string text, DateOnly today)
    {
        var days = Read(text, today).ToList();
        return days.Where(day => !days.Exists(other => Holds(other, day)));
    }

    static bool Holds(NamedDay other, NamedDay day) =>
        other.At <= day.At
        && other.At + other.Words.Length >= day.At + day.Words.Length
        && other.Words.Length > day.Words.Length;

    static IEnumerable<NamedDay> Read(string text, DateOnly today)
    {
        foreach (
            var (pattern, read) in new (Regex, Func<Match, DateOnly, DateOnly?>)[]
            {
                (Iso(), ReadIso),
                (Dotted(), ReadDotted),
                (Slashed(), ReadDotted),
                (DayMonth(), ReadDayMonth),
                (MonthDay(), ReadDayMonth),
                (DayOnly(), ReadDayOnly),
                (Weekday(), ReadWeekday),
                (Span(), ReadSpan),
                (Part(), ReadPart),
                (Period(), ReadPeriod),
            }
        )
        foreach (Match match in pattern.FindAllIn(text))
            if (read(match, today) is { } date)
                yield return new NamedDay(date, match.Value, match.Index);
    }

    static DateOnly? ReadIso(Match match, DateOnly today) =>
        DateOnly.TryParseExact(
            match.Value,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date
            : null;

    static DateOnly? ReadDotted(Match match, DateOnly today) =>
        int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var month
            ? DayOf(match, month, today)
            : null;

    static DateOnly? ReadDayMonth(Match match, DateOnly today) =>
        DayOf(match, Month(match.Groups["month"].Value), today);

    /// <summary>"the 5th": the next one.</summary>
    static DateOnly? ReadDayOnly(Match match, DateOnly today)
    {
        var day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
        var first = new DateOnly(today.Year, today.Month, 1);
        return day is < 1 or > 31
            ? null
            : Enumerable
                .Range(0, 3)
                .Select(i => first.AddMonths(i))
                .Where(month => day <= DateTime.DaysInMonth(month.Year, month.Month))
                .Select(month => month.AddDays(day - 1))
                .First(date => date > today);
    }

    static DateOnly? DayOf(Match match, int month, DateOnly today)
    {
        var day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
        var year = match.Groups["year"] is { Success: true } said
            ? int.Parse(said.Value.Length == 2 ? $"20{said.Value}" : said.Value, CultureInfo.InvariantCulture)
            : today.Year;
        if (day < 1 || year is < 2000 or > 2200 || day > DateTime.DaysInMonth(year, month))
            return null;
        var date = new DateOnly(year, month, day);
        return match.Groups["year"].Success || date > today ? date
            : DateTime.DaysInMonth(year + 1, month) < day ? null
            : new DateOnly(year + 1, month, day);
    }

    static DateOnly? ReadWeekday(Match match, DateOnly today)
    {
        var name = match.Groups["day"].Value;
        var wanted = Enum.GetValues<DayOfWeek>()
            .First(day => day.ToString().StartsWith(name[..3], StringComparison.OrdinalIgnoreCase));
        var days = ((int)wanted - (int)today.DayOfWeek + 7) % 7;
        return today.AddDays(days == 0 ? 7 : days);
    }

    static DateOnly? ReadSpan(Match match, DateOnly today)
    {
        var text = match.Groups["count"].Value.ToLowerInvariant();
        var count =
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : text is "a" or "an" ? 1
            : text is "a couple of" or "couple of" ? 2
            : Array.IndexOf(Numbers, text);
        return count is < 1 or > 1000
            ? null
            : match.Groups["unit"].Value.ToLowerInvariant()[0] switch
            {
                'd' => today.AddDays(count),
                'w' => today.AddDays(7 * count),
                'm' => today.AddMonths(count),
                _ => count > 20 ? null : today.AddYears(count),
            };
    }

    static DateOnly? ReadPeriod(Match match, DateOnly today)
    {
        var words = match.Value.ToLowerInvariant();
        var nextMonth = new DateOnly(today.Year, today.Month, 1).AddMonths(1);
        var monday = today.AddDays(((8 - (int)today.DayOfWeek) % 7) is 0 ? 7 : (8 - (int)today.DayOfWeek) % 7);
        return words switch
        {
            "today" or "tonight" => today,
            "tomorrow" => today.AddDays(1),
            "the day after tomorrow" => today.AddDays(2),
            "next week" => monday,
            "next month" => nextMonth,
            "next quarter" => Next(today, (((today.Month - 1) / 3 * 3) + 3) % 12 + 1),
            "next year" or "the new year" or "new year" => new DateOnly(today.Year + 1, 1, 1),
            "month end" => nextMonth.AddDays(-1),
            "year end" => new DateOnly(today.Year, 12, 31),
            "christmas" => new DateOnly(today.Month == 12 && today.Day > 24 ? today.Year + 1 : today.Year, 12, 24),
            _ when SeasonMonth(words) is > 0 and var season => Next(today, season),
            ['q', var quarter, ..] => Next(today, ((quarter - '1') * 3) + 1),
            _ => match.Groups["month"].Success ? InYear(match, today) : null,
        };
    }

    /// <summary>Early is its first day, mid its middle, late three quarters through, the end its last day.</summary>
    static DateOnly? ReadPart(Match match, DateOnly today)
    {
        var (part, whole) = (match.Groups["part"].Value.ToLowerInvariant(), match.Groups["whole"].Value);
        var isNext = whole.StartsWith("next ", StringComparison.OrdinalIgnoreCase);
        if (whole.EndsWith("week", StringComparison.OrdinalIgnoreCase))
            return InWeek(part, isNext, today);
        var (starts, months) = Starts(match, whole.ToLowerInvariant(), isNext, today);
        return starts
            .Select(start => (DateOnly?)Within(part, start, start.AddMonths(months).AddDays(-1)))
            .FirstOrDefault(day => day > today);
    }

    /// <summary>When what is named may begin, earliest first, and how many months it lasts.</summary>
    static (IEnumerable<DateOnly> Starts, int Months) Starts(Match match, string whole, bool isNext, DateOnly today)
    {
        var thisMonth = new DateOnly(today.Year, today.Month, 1);
        var next = isNext ? 1 : 0;
        if (match.Groups["month"].Success)
            return (
                match.Groups["year"].Success ? [InYear(match, today)] : EachYear(Month(match.Groups["month"].Value)),
                1
            );
        return whole switch
        {
            "month" or "next month" => ([thisMonth.AddMonths(next)], 1),
            "year" or "next year" => ([new DateOnly(today.Year + next, 1, 1)], 12),
            "quarter" or "next quarter" => ([thisMonth.AddMonths(-((today.Month - 1) % 3) + (3 * next))], 3),
            ['q', var quarter] => (EachYear(((quarter - '1') * 3) + 1), 3),
            _ => (EachYear(SeasonMonth(whole)), 3),
        };

        IEnumerable<DateOnly> EachYear(int month) =>
            new[] { -1, 0, 1 }.Select(years => new DateOnly(today.Year + years, month, 1));
    }

    /// <summary>The month that a season begins with; 0 where none is named.</summary>
    static int SeasonMonth(string words) =>
        words.Split(' ')[^1] switch
        {
            "spring" => 3,
            "summer" => 6,
            "autumn" or "fall" => 9,
            "winter" => 12,
            _ => 0,
        };

    static DateOnly Within(string part, DateOnly first, DateOnly last)
    {
        var days = last.DayNumber - first.DayNumber;
        return part switch
        {
            ['l', ..] => first.AddDays(days * 3 / 4),
            _ when part.Contains("end", StringComparison.Ordinal) => last,
            _ when part.Contains("mid", StringComparison.Ordinal) => first.AddDays(days < 31 ? 14 : days / 2),
            _ => first,
        };
    }

    /// <summary>A week ends on Friday where work is meant.</summary>
    static DateOnly InWeek(string part, bool isNext, DateOnly today)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7) + (isNext ? 7 : 0));
        var day =
            part.Contains("end", StringComparison.Ordinal) || part[0] == 'l' ? monday.AddDays(4)
            : part.Contains("mid", StringComparison.Ordinal) ? monday.AddDays(2)
            : monday;
        return day >= today ? day : day.AddDays(7);
    }

    static DateOnly InYear(Match match, DateOnly today) =>
        match.Groups["year"] is { Success: true } year
            ? new DateOnly(int.Parse(year.Value, CultureInfo.InvariantCulture), Month(match.Groups["month"].Value), 1)
            : Next(today, Month(match.Groups["month"].Value));

    /// <summary>The next first day of a month.</summary>
    static DateOnly Next(DateOnly today, int month)
    {
        var first = new DateOnly(today.Year, month, 1);
        return first > today ? first : first.AddYears(1);
    }

    static int Month(string name) =>
        Array.FindIndex(
            CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames,
            month => name.StartsWith(month, StringComparison.OrdinalIgnoreCase)
        ) + 1;

    const string Months =
        "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    [GeneratedRegex(@"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")]
    private static partial Regex Iso();

    /// <summary>15.3.2027, and 24.12. with its last dot: the day comes first where dots stand.</summary>
    [GeneratedRegex(
        @"(?<![0-9.])(?<day>[0-9]{1,2})\.(?<month>[0-9]{1,2})\.(?:(?<year>20[0-9]{2})\b)?(?![0-9])"
            + @"|(?<=\b(?:until|till|on|from|to|by) )(?<day>[0-9]{1,2})\.(?<month>[0-9]{1,2})(?=$|\s)"
    )]
    private static partial Regex Dotted();

    /// <summary>14/12 and 12/14 are the same day; 5/6 may be either, and is none.</summary>
    [GeneratedRegex(
        @"(?<=\b(?:until|till|til|on|from|to|by|before|after|since|due|again) )(?:"
            + Later
            + "/"
            + NumberOfMonth
            + "|"
            + NumberOfMonth
            + "/"
            + Later
            + @")(?:/(?<year>(?:20)?[0-9]{2}))?(?![0-9/])",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Slashed();

    /// <summary>A day that can be no month, and a month.</summary>
    const string Later = "(?<day>1[3-9]|2[0-9]|3[01])",
        NumberOfMonth = "(?<month>0?[1-9]|1[0-2])";

    [GeneratedRegex(
        @"\bthe (?<day>[0-9]{1,2})(?:st|nd|rd|th)\b(?! of)(?! (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex DayOnly();

    [GeneratedRegex(
        @"\b(?<day>[0-9]{1,2})(?:st|nd|rd|th|\.)?(?: of)? " + Months + @"\b(?:,? (?<year>20[0-9]{2}))?",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex DayMonth();

    [GeneratedRegex(
        @"\b" + Months + @" (?<day>[0-9]{1,2})(?:st|nd|rd|th)?\b(?:,? (?<year>20[0-9]{2}))?",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex MonthDay();

    [GeneratedRegex(
        @"\b(?:(?:next|this|on) )?(?:(?<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
            + @"|(?<=\b(?:next|this|on|until|till|til|off|away|out|and|by|from|to|before|after|since) |[-–]|^ ?)(?<day>mon|tues?|weds?|thurs?|thu|fri|sat|sun)"
            + @"|(?<day>mon|tues?|weds?|thurs?|thu|fri|sat|sun)(?=[-–](?:mon|tue|wed|thu|fri|sat|sun)))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Weekday();

    [GeneratedRegex(
        @"\b(?:in|for|another|within) (?<count>[0-9]{1,4}|an?|a couple of|couple of|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
            + @"|twelve) "
            + @"(?<unit>days?|weeks?|months?|years?)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Span();

    [GeneratedRegex(
        @"\b(?:(?<part>early|late)(?: in)? (?!week|month|year)(?:the )?|(?<part>mid|(?:the )?(?:start|beginning|middle|end) of)[ -](?:the |this )?)"
            + @"(?<whole>(?:next )?"
            + Months
            + @"(?:,? (?<year>20[0-9]{2}))?|(?:next )?(?:spring|summer|autumn|fall|winter)|q[1-4]|(?:next )?(?:week|month|quarter|year))\b(?! [0-9]{1,2}(?:st|nd|rd|th)?\b)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Part();

    [GeneratedRegex(
        @"\b(?:today(?!['’]s)|tonight|the day after tomorrow|tomorrow|next (?:week|month|quarter|year|spring|summer|autumn|fall|winter)"
            + @"|(?:the )?new year"
            + @"|(?:month|year) end|(?:the |this )?(?:spring|summer|autumn|winter)|the fall|q[1-4]"
            + @"|(?:next )?(?:(?:in|until|till|by|from|of|to|before|after|since) )"
            + Months
            + @"(?:,? (?<year>20[0-9]{2}))?(?! [0-9]{1,2}(?:st|nd|rd|th)?\b)"
            + @"|christmas)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Period();
}
