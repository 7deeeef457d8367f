namespace SalesBot.Handoffs.Clocks;

/// <summary>
/// A team's working time. An instant is open if the wall clock of the zone stands within the hours of that weekday and
/// the date is no holiday; so hours that a change of the clocks skips never come, and those it repeats come twice.
/// </summary>
/// <param name="zone">Where the team works.</param>
/// <param name="hours">When.</param>
/// <param name="isHoliday">Whether nobody works on a date.</param>
sealed class BusinessCalendar(TimeZoneInfo zone, WorkingHours hours, Func<DateOnly, bool> isHoliday)
{
    const long Day = 86_400_000;

    /// <summary>Longer than any target: a calendar that has no open day in it is a mistake.</summary>
    const int MostDays = 4000;

    public TimeZoneInfo Zone => zone;

    /// <summary>The first instant at which so much open time has passed since <paramref name="start"/>.</summary>
    public DateTimeOffset Add(DateTimeOffset start, TimeSpan work)
    {
        var (at, left) = (start.ToUnixTimeMilliseconds(), (long)work.TotalMilliseconds);
        if (left <= 0)
            return start;
        foreach (var (from, to) in OpenSince(at))
        {
            if (to - from >= left)
                return DateTimeOffset.FromUnixTimeMilliseconds(from + left);
            left -= to - from;
        }
        throw new InvalidOperationException("The calendar has no working time.");
    }

    /// <summary>The open time between two instants; none if the second is not later.</summary>
    public TimeSpan Between(DateTimeOffset start, DateTimeOffset end)
    {
        var (at, until, sum) = (start.ToUnixTimeMilliseconds(), end.ToUnixTimeMilliseconds(), 0L);
        if (until <= at)
            return TimeSpan.Zero;
        foreach (var (from, to) in OpenSince(at))
        {
            if (from >= until)
                break;
            sum += Math.Min(to, until) - from;
        }
        return TimeSpan.FromMilliseconds(sum);
    }

    /// <summary>The first open instant from <paramref name="start"/> on.</summary>
    public DateTimeOffset NextOpen(DateTimeOffset start) =>
        DateTimeOffset.FromUnixTimeMilliseconds(OpenSince(start.ToUnixTimeMilliseconds()).First().From);

    /// <summary>When work begins on a date, or would if it were a working day.</summary>
    public DateTimeOffset MorningOf(DateOnly date)
    {
        var minutes = hours.On(date.DayOfWeek) is [var first, ..] ? first.From : hours.Earliest;
        var wall = date.ToDateTime(TimeOnly.MinValue).AddMinutes(minutes);
        while (zone.IsInvalidTime(wall))
            wall = wall.AddMinutes(1);
        return new DateTimeOffset(wall, zone.GetUtcOffset(wall)).ToUniversalTime();
    }

    /// <summary>The date in the zone at an instant.</summary>
    public DateOnly DateAt(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>The open stretches from an instant on, in order, in milliseconds since 1970.</summary>
    IEnumerable<(long From, long To)> OpenSince(long start)
    {
        var first = Floor(start, Day);
        for (var day = first; day < first + MostDays; day++)
            foreach (var (from, to, offset) in SameOffset(day * Day, (day + 1) * Day))
                for (var date = Floor(from + offset, Day); date <= Floor(to - 1 + offset, Day); date++)
                    foreach (var (open, close) in OpenOn(date, offset))
                        if (
                            Math.Max(Math.Max(open, from), start) is var begin
                            && Math.Min(close, to) is var end
                            && begin < end
                        )
                            yield return (begin, end);
    }

    /// <summary>
    /// The hours of a date, given in days since 1970, as they stand where the wall clock is <paramref name="offset"/>
    /// ahead.
    /// </summary>
    IEnumerable<(long Open, long Close)> OpenOn(long date, long offset)
    {
        var day = DateOnly.FromDayNumber((int)date + DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber);
        return isHoliday(day) ? [] : hours.On(day.DayOfWeek).Select(window => (At(window.From), At(window.To)));

        long At(int minutes) => (date * Day) + (minutes * 60_000L) - offset;
    }

    /// <summary>A stretch of at most a day, cut where the clocks change.</summary>
    IEnumerable<(long From, long To, long Offset)> SameOffset(long from, long to)
    {
        var (before, after) = (Offset(from), Offset(to - 1));
        if (before == after)
            return [(from, to, before)];
        var (low, high) = (from, to - 1);
        while (high - low > 1)
            if (Offset((low + high) / 2) == before)
                low = (low + high) / 2;
            else
                high = (low + high) / 2;
        return [(from, high, before), (high, to, after)];
    }

    long Offset(long at) => (long)zone.GetUtcOffset(DateTimeOffset.FromUnixTimeMilliseconds(at)).TotalMilliseconds;

    static long Floor(long value, long by) => (value / by) - (value % by < 0 ? 1 : 0);
}
