using SalesBot.Chat;

namespace SalesBot.Handoffs.Clocks;

/// <summary>
/// Says in a sentence why a clock is due when it is, in the time of the team whose calendar it follows.
/// </summary>
static class ClockSentence
{
    public static string Of(ClockRun run, DateTimeOffset? due, BusinessCalendar calendar, TimeSpan left)
    {
        var starts = calendar.NextOpen(run.StartedAt);
        var last = due ?? run.Pauses[^1].From;
        // A weekday alone says which day it is for less than a week.
        var near = last - run.StartedAt < TimeSpan.FromDays(6);
        var parts = new List<string> { $"{run.Began} {Local(run.StartedAt)}" };
        if (starts > run.StartedAt)
            parts.Add($"the clock starts {Local(starts)}");
        if (run.Pauses.Where(pause => pause.To is not null).Aggregate(TimeSpan.Zero, Worked) is { Ticks: > 0 } paused)
            parts.Add($"paused {Length(paused)}");
        parts.Add(due is { } at ? $"due {Local(at)}" : $"paused since {Local(last)} with {Length(left)} left");
        return string.Join(", ", parts);

        string Local(DateTimeOffset instant) =>
            near ? SpokenTime.NearMoment(instant, calendar.Zone) : SpokenTime.Moment(instant, calendar.Zone);

        TimeSpan Worked(TimeSpan sum, (DateTimeOffset From, DateTimeOffset? To) pause) =>
            sum + (pause.To is { } to ? calendar.Between(pause.From, to) : TimeSpan.Zero);
    }

    static string Length(TimeSpan time) =>
        time switch
        {
            { TotalMinutes: < 1 } => "less than a minute",
            { TotalHours: < 1 } => $"{time.Minutes} min",
            { Minutes: 0 } => $"{(int)time.TotalHours} h",
            _ => $"{(int)time.TotalHours} h {time.Minutes} min",
        };
}
