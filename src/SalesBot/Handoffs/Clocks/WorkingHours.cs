using System.Globalization;
using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Handoffs.Clocks;

/// <summary>
/// The hours of each weekday, in minutes since midnight; written as <c>Mon-Fri 09:00-12:30, Mon-Fri 13:30-18:00, Sat
/// 10:00-14:00</c>.
/// </summary>
sealed partial class WorkingHours
{
    static readonly string[] Days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    readonly List<(int From, int To)>[] windows = [.. Days.Select(_ => new List<(int, int)>())];

    WorkingHours() { }

    /// <summary>The hours of a weekday, in order.</summary>
    public IReadOnlyList<(int From, int To)> On(DayOfWeek day) => windows[(int)day];

    /// <summary>When the earliest day begins.</summary>
    public int Earliest => windows.SelectMany(day => day).Min(window => window.From);

    /// <summary>The hours, or why the text cannot be read, in a sentence.</summary>
    public static (WorkingHours? Hours, string? Fault) Parse(string text)
    {
        var hours = new WorkingHours();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (Part().FindIn(part) is not { Success: true } match)
                return (null, $"'{part}' should look like 'Mon-Fri 09:00-18:00'.");
            var (first, last) = (
                Day(match.Groups[1].Value),
                Day(match.Groups[2].Success ? match.Groups[2].Value : match.Groups[1].Value)
            );
            var (from, to) = (Minutes(match, 3), Minutes(match, 5));
            if (first < 0 || last < 0)
                return (null, $"'{part}' names an unknown day; use {string.Join(", ", Days)}.");
            if (from >= to || to > 24 * 60)
                return (
                    null,
                    $"'{part}' ends before it begins. Write a night shift as two parts, such as 'Mon 22:00-24:00, Tue 00:00-06:00'."
                );
            for (var day = first; ; day = (day + 1) % 7)
            {
                hours.windows[day].Add((from, to));
                if (day == last)
                    break;
            }
        }
        foreach (var day in hours.windows)
        {
            day.Sort();
            if (day.Zip(day.Skip(1)).Any(pair => pair.First.To > pair.Second.From))
                return (null, $"'{text}' names the same time twice.");
        }
        return (hours, null);
    }

    static int Day(string name) => Array.FindIndex(Days, day => day.Equals(name, StringComparison.OrdinalIgnoreCase));

    static int Minutes(Match match, int group) =>
        (int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) * 60)
        + int.Parse(match.Groups[group + 1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([A-Za-z]{3})(?:-([A-Za-z]{3}))? ([0-2]?\d):([0-5]\d)-([0-2]?\d):([0-5]\d)$")]
    private static partial Regex Part();
}
