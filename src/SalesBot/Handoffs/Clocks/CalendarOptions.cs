using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace SalesBot.Handoffs.Clocks;

/// <summary>When a team works.</summary>
sealed class CalendarOptions : IValidatableObject
{
    /// <summary>The time zone, such as <c>Europe/Berlin</c>; empty for the zone of the machine, the default.</summary>
    public string TimeZone { get; set; } = "";

    /// <summary>The hours. Default <c>Mon-Fri 09:00-18:00</c>.</summary>
    [Required]
    public string Hours { get; set; } = "Mon-Fri 09:00-18:00";

    /// <summary>Days without work: a date such as <c>2027-04-05</c>, or every year's, such as <c>12-25</c>.</summary>
    public List<string> Holidays { get; set; } = [];

    /// <summary>The calendar; the options are valid.</summary>
    public BusinessCalendar Build()
    {
        var (dates, days) = (
            Holidays.Select(Date).OfType<DateOnly>().ToHashSet(),
            Holidays.Select(DayOfYear).OfType<DateOnly>().ToHashSet()
        );
        return new BusinessCalendar(
            Zone() ?? TimeZoneInfo.Local,
            WorkingHours.Parse(Hours).Hours ?? throw new InvalidOperationException("The hours were not checked."),
            date => dates.Contains(date) || days.Contains(new DateOnly(LeapYear, date.Month, date.Day))
        );
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Zone() is null)
            yield return new ValidationResult(
                $"There is no time zone '{TimeZone}'; use a name such as Europe/Berlin.",
                [nameof(TimeZone)]
            );
        if (WorkingHours.Parse(Hours).Fault is { } fault)
            yield return new ValidationResult(fault, [nameof(Hours)]);
        foreach (var holiday in Holidays.Where(holiday => Date(holiday) is null && DayOfYear(holiday) is null))
            yield return new ValidationResult(
                $"'{holiday}' is neither a date such as 2027-04-05 nor a day such as 12-25.",
                [nameof(Holidays)]
            );
    }

    /// <summary>Any leap year: days of the year are told apart by month and day.</summary>
    const int LeapYear = 2000;

    TimeZoneInfo? Zone() =>
        TimeZone.Length == 0 ? TimeZoneInfo.Local
        : TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone
        : null;

    static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    static DateOnly? DayOfYear(string text) => Date($"{LeapYear}-{text}");
}
