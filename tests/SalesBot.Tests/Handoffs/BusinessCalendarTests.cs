using CsCheck;
using SalesBot.Handoffs.Clocks;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Handoffs;

public class BusinessCalendarTests
{
    static readonly string[] Zones =
    [
        "Europe/Berlin",
        "America/New_York",
        "Asia/Kolkata",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "America/St_Johns",
        "Africa/Casablanca",
        "America/Asuncion",
        "UTC",
    ];

    static readonly string[] Hours =
    [
        "Mon-Fri 09:00-18:00",
        "Mon-Sun 00:00-24:00",
        "Mon-Fri 09:00-12:30, Mon-Fri 13:15-17:45",
        "Sat-Sun 01:30-03:30",
        "Mon-Sun 00:00-02:30",
        "Tue 23:00-24:00, Wed 00:00-01:00",
    ];

    static BusinessCalendar Calendar(
        string zone = "Europe/Berlin",
        string hours = "Mon-Fri 09:00-18:00",
        params string[] holidays
    )
    {
        var options = new CalendarOptions
        {
            TimeZone = zone,
            Hours = hours,
            Holidays = [.. holidays],
        };
        options.Validate(new(options)).ShouldBeEmpty();
        return options.Build();
    }

    static DateTimeOffset At(string local) => DateTimeOffset.Parse(local);

    [Theory]
    [InlineData("2026-11-22T20:00+01:00", 1, "2026-11-23T10:00+01:00")] // Sunday evening: Monday 10:00
    [InlineData("2026-11-20T17:59:59+01:00", 1, "2026-11-23T09:59:59+01:00")] // a second before the weekend
    [InlineData("2026-11-20T17:00+01:00", 1, "2026-11-20T18:00+01:00")] // to the very end of a day
    [InlineData("2026-11-20T18:00+01:00", 1, "2026-11-23T10:00+01:00")]
    [InlineData("2026-11-23T08:59:59+01:00", 1, "2026-11-23T10:00+01:00")]
    [InlineData("2026-03-27T17:00+01:00", 2, "2026-03-30T10:00+02:00")] // over the night when summer begins
    [InlineData("2026-10-23T17:00+02:00", 2, "2026-10-26T10:00+01:00")] // and when it ends
    [InlineData("2026-11-23T09:00+01:00", 24, "2026-11-25T15:00+01:00")]
    public void Work_goes_on_when_the_office_is_open(string start, double hours, string due) =>
        Calendar().Add(At(start), TimeSpan.FromHours(hours)).ShouldBe(At(due));

    [Fact]
    public void Nobody_works_on_holidays_of_one_year_or_of_every_year()
    {
        var calendar = Calendar(holidays: ["2027-03-29", "12-25"]);
        calendar.Add(At("2026-12-24T17:30+01:00"), TimeSpan.FromHours(1)).ShouldBe(At("2026-12-28T09:30+01:00"));
        calendar.Add(At("2027-12-24T17:30+01:00"), TimeSpan.FromHours(1)).ShouldBe(At("2027-12-27T09:30+01:00"));
        calendar.Add(At("2027-03-26T17:30+01:00"), TimeSpan.FromHours(1)).ShouldBe(At("2027-03-30T09:30+02:00"));
        calendar.Add(At("2028-03-28T17:30+02:00"), TimeSpan.FromHours(1)).ShouldBe(At("2028-03-29T09:30+02:00"));
    }

    [Fact]
    public void An_hour_that_is_skipped_is_not_worked_and_one_that_comes_twice_is_worked_twice()
    {
        var nights = Calendar(hours: "Mon-Sun 00:00-06:00");
        nights.Between(At("2026-03-28T12:00+01:00"), At("2026-03-29T12:00+02:00")).ShouldBe(TimeSpan.FromHours(5));
        nights.Between(At("2026-10-24T12:00+02:00"), At("2026-10-25T12:00+01:00")).ShouldBe(TimeSpan.FromHours(7));
    }

    [Fact]
    public void It_equals_a_slow_reckoning_minute_by_minute() =>
        Gen.Select(Some.Of(Zones), Some.Of(Hours), Gen.Int[0, 2 * 365 * 24 * 60], Gen.Int[1, 12 * 60], Gen.Int[0, 400])
            .Sample(
                (zone, hours, start, work, holiday) =>
                {
                    var off = new DateOnly(2026, 1, 1).AddDays(holiday);
                    var calendar = Calendar(zone, hours, $"{off:yyyy-MM-dd}");
                    var from = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(start);
                    var due = SlowCalendar.Add(TimeZoneInfo.FindSystemTimeZoneById(zone), hours, off, from, work);
                    return calendar.Add(from, TimeSpan.FromMinutes(work)) == due
                        && calendar.Between(from, due) == TimeSpan.FromMinutes(work);
                },
                iter: 3000
            );

    [Theory]
    [InlineData("Mon-Fri 9-18")]
    [InlineData("Mon-Fri 18:00-09:00")]
    [InlineData("Foo 09:00-18:00")]
    [InlineData("Mon 09:00-18:00, Mon 17:00-19:00")]
    [InlineData("Mon 09:00-25:00")]
    [InlineData("")]
    public void Hours_that_make_no_sense_are_told(string hours) => WorkingHours.Parse(hours).Fault.ShouldNotBeNull();

    /// <summary>Counts open minutes one by one, by nothing but the wall clock.</summary>
    static class SlowCalendar
    {
        public static DateTimeOffset Add(
            TimeZoneInfo zone,
            string hours,
            DateOnly holiday,
            DateTimeOffset at,
            int minutes
        )
        {
            var windows = Windows(hours);
            for (; ; at = at.AddMinutes(1))
            {
                var local = TimeZoneInfo.ConvertTime(at, zone);
                if (minutes == 0)
                    return at;
                if (
                    DateOnly.FromDateTime(local.DateTime) != holiday
                    && windows.Any(window =>
                        window.Day == local.DayOfWeek
                        && window.From <= local.TimeOfDay.TotalMinutes
                        && local.TimeOfDay.TotalMinutes < window.To
                    )
                )
                    minutes--;
            }
        }

        static List<(DayOfWeek Day, double From, double To)> Windows(string hours)
        {
            string[] names = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
            return
            [
                .. from part in hours.Split(", ")
                let words = part.Split(' ')
                let span = words[1]
                    .Split('-')
                    .Select(time => time == "24:00" ? 1440 : TimeSpan.Parse(time).TotalMinutes)
                    .ToArray()
                let days = words[0].Split('-').Select(name => Array.IndexOf(names, name)).ToArray()
                from day in Enumerable.Range(0, ((days[^1] - days[0] + 7) % 7) + 1).Select(i => (days[0] + i) % 7)
                select ((DayOfWeek)day, span[0], span[1]),
            ];
        }
    }
}
