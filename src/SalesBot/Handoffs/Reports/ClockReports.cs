using SalesBot.Storage;

namespace SalesBot.Handoffs.Reports;

/// <summary>
/// The reports on clocks: every run that ended in the period as it should, whichever handoff it belongs to, and as
/// missed those that ended otherwise, too late.
/// </summary>
static class ClockReports
{
    const string Ended =
        "workspace = @Workspace and spent_ms is not null and stopped_at >= @From * 86400000 and stopped_at < @To * 86400000 and (@Team = '' or team = @Team)";

    sealed record Group(string Team, string Clock, long Met, long Missed);

    public static (string[], List<IReadOnlyList<object?>>) Times(Session session, ReportPeriod period) =>
        (
            ["team", "clock", "count", "median-hours", "p90-hours"],
            [
                .. session
                    .Query<(string Team, string Clock, long Count)>(
                        $"select team, clock, count(*) from handoff_clocks where {Ended} and is_kept = 1 group by team, clock order by team, clock",
                        period
                    )
                    .Select(group =>
                        (IReadOnlyList<object?>)
                            [
                                group.Team,
                                group.Clock,
                                group.Count,
                                Hours(session, period, group, 0.5),
                                Hours(session, period, group, 0.9),
                            ]
                    ),
            ]
        );

    public static (string[], List<IReadOnlyList<object?>>) ServiceLevels(Session session, ReportPeriod period)
    {
        var late = session
            .Query<(string Team, string Clock, long Count)>(
                """
                select team, clock, count(*) from handoff_clocks
                where workspace = @Workspace and stopped_at is null and due_at < @Now group by team, clock
                """,
                period
            )
            .ToDictionary(row => (row.Team, row.Clock), row => row.Count);
        var ended = Groups(session, period).ToDictionary(group => (group.Team, group.Clock));
        return (
            ["team", "clock", "met", "missed", "overdue-now", "hit-rate"],
            [
                .. ended
                    .Keys.Union(late.Keys)
                    .Order()
                    .Select(key =>
                        (Key: key, Ended: ended.GetValueOrDefault(key) ?? new Group(key.Team, key.Clock, 0, 0))
                    )
                    .Select(row =>
                        (IReadOnlyList<object?>)
                            [
                                row.Key.Team,
                                row.Key.Clock,
                                row.Ended.Met,
                                row.Ended.Missed,
                                late.GetValueOrDefault(row.Key),
                                ReportStore.Rate(row.Ended.Met, row.Ended.Met + row.Ended.Missed),
                            ]
                    ),
            ]
        );
    }

    static List<Group> Groups(Session session, ReportPeriod period) =>
        session
            .Query<(string Team, string Clock, long Met, long Missed)>(
                $"""
                select team, clock, sum(case when is_kept = 1 and stopped_at <= due_at then 1 else 0 end),
                    sum(case when stopped_at > due_at then 1 else 0 end)
                from handoff_clocks where {Ended} group by team, clock order by team, clock
                """,
                period
            )
            .Where(row => row.Met + row.Missed > 0)
            .Select(row => new Group(row.Team, row.Clock, row.Met, row.Missed))
            .ToList();

    /// <summary>
    /// The working hours within which that share of a group's runs ended: the smallest value that so many do not exceed
    /// (nearest rank).
    /// </summary>
    static double Hours(
        Session session,
        ReportPeriod period,
        (string Team, string Clock, long Count) group,
        double share
    ) =>
        Math.Round(
            session.Single<long>(
                $"select spent_ms from handoff_clocks where {Ended} and is_kept = 1 and clock = @Clock and team = @Team order by spent_ms limit 1 offset @rank",
                new
                {
                    period.Workspace,
                    period.From,
                    period.To,
                    group.Team,
                    group.Clock,
                    rank = Math.Max((long)Math.Ceiling(group.Count * share) - 1, 0),
                }
            ) / 3_600_000.0,
            2
        );
}
