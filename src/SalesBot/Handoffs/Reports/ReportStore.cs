using SalesBot.Storage;

namespace SalesBot.Handoffs.Reports;

/// <summary>
/// The reports, each from one statement over the rows that follow from the histories; what is left to sum up is summed
/// here.
/// </summary>
sealed class ReportStore(Database database, TimeProvider time)
{
    const string Period =
        "workspace = @Workspace and raised_day >= @From and raised_day < @To and (@Team = '' or team = @Team)";

    /// <summary>Every report by name, with its title.</summary>
    public static readonly IReadOnlyDictionary<string, string> Titles = new Dictionary<string, string>
    {
        ["acceptance"] = "How many handoffs are accepted, by source, sender, team or month",
        ["reasons"] = "Why handoffs are sent back, snoozed or disqualified",
        ["times"] = "Working hours to accept, to first contact and to answer what was sent back",
        ["service-levels"] = "How many deadlines were met",
        ["ageing"] = "How long handoffs have been open",
        ["leakage"] = "What stalled: never accepted, never contacted, never woken",
        ["funnel"] = "From raised to won, by source and month",
        ["duplicates"] = "How many handoffs were merged into another",
        ["ratings"] = "How the receivers rate the senders, from 1 to 5",
    };

    /// <summary>What is counted on one day of one team, of one source or sender.</summary>
    sealed record Counts(
        string Group,
        long Day,
        string Team,
        long Raised,
        long Accepted,
        long Contacted,
        long Unaccepted,
        long Opportunity,
        long Won,
        long Merged
    );

    /// <summary>A report of a name that <see cref="Titles"/> knows.</summary>
    public Report Run(string name, string workspace, ReportRequest request) =>
        database.Read(session =>
        {
            var now = time.GetUtcNow();
            var period = new ReportPeriod(
                workspace,
                Day(request.From),
                Day(request.To) + 1,
                request.Team ?? "",
                now.ToUnixTimeMilliseconds(),
                $"{now:yyyy-MM-dd}"
            );
            var (columns, rows) = name switch
            {
                "acceptance" => Acceptance(session, period, request.By),
                "reasons" => Reasons(session, period, request.By),
                "times" => ClockReports.Times(session, period),
                "service-levels" => ClockReports.ServiceLevels(session, period),
                "ageing" => Ageing(session, period),
                "leakage" => Leakage(session, period),
                "funnel" => Funnel(session, period),
                "duplicates" => Duplicates(session, period),
                "ratings" => Ratings(session, period),
                _ => throw new InvalidOperationException($"There is no report '{name}'."),
            };
            return new Report(name, Titles[name], request.From, request.To, columns, rows);
        });

    static List<Counts> Count(Session session, ReportPeriod period, string group = "source") =>
        session
            .Query<(
                string? Group,
                long Day,
                string Team,
                long Raised,
                long Accepted,
                long Contacted,
                long Unaccepted,
                long Opportunity,
                long Won,
                long Merged
            )>(
                $"""
                select {group}, raised_day, team, count(*), count(accepted_at), count(contacted_at),
                    sum(case when accepted_at is null and is_open = 0 then 1 else 0 end),
                    sum(case when outcome in ('opportunity', 'won') then 1 else 0 end), sum(case when outcome = 'won' then 1 else 0 end),
                    sum(case when state = 'merged' then 1 else 0 end)
                from handoffs where {Period} group by {group}, raised_day, team
                """,
                period
            )
            .ConvertAll(row => new Counts(
                row.Group ?? "(none)",
                row.Day,
                row.Team,
                row.Raised,
                row.Accepted,
                row.Contacted,
                row.Unaccepted,
                row.Opportunity,
                row.Won,
                row.Merged
            ));

    static (string[], List<IReadOnlyList<object?>>) Acceptance(Session session, ReportPeriod period, string by) =>
        (
            [by, "raised", "accepted", "closed-unaccepted", "acceptance-rate"],
            [
                .. Count(session, period, by == "sender" ? "raised_by" : "source")
                    .GroupBy(row => Group(by, row.Group, row.Day, row.Team))
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group =>
                        (IReadOnlyList<object?>)
                            [
                                group.Key,
                                group.Sum(row => row.Raised),
                                group.Sum(row => row.Accepted),
                                group.Sum(row => row.Unaccepted),
                                Rate(group.Sum(row => row.Accepted), group.Sum(row => row.Raised)),
                            ]
                    ),
            ]
        );

    static (string[], List<IReadOnlyList<object?>>) Reasons(Session session, ReportPeriod period, string by)
    {
        var column = by == "sender" ? "raised_by" : "source";
        var counted = session.Query<(string? Group, long Day, string Team, string State, string Reason, long Count)>(
            $"""
            select {column}, raised_day, team, to_state, handoff_events.reason, count(*)
            from handoff_events join handoffs on handoffs.id = handoff_events.handoff
            where handoff_events.workspace = @Workspace and handoff_events.reason is not null and handoffs.{Period}
            group by {column}, raised_day, team, to_state, handoff_events.reason
            """,
            period
        );
        return (
            [by, "became", "reason", "count"],
            [
                .. counted
                    .GroupBy(row => (Group: Group(by, row.Group ?? "(none)", row.Day, row.Team), row.State, row.Reason))
                    .OrderBy(group => group.Key.Group, StringComparer.Ordinal)
                    .ThenByDescending(group => group.Sum(row => row.Count))
                    .Select(group =>
                        (IReadOnlyList<object?>)
                            [group.Key.Group, group.Key.State, group.Key.Reason, group.Sum(row => row.Count)]
                    ),
            ]
        );
    }

    static (string[], List<IReadOnlyList<object?>>) Ageing(Session session, ReportPeriod period)
    {
        var today = period.Now / OneDay;
        var open = session.Query<(
            long Day,
            string Team,
            long Submitted,
            long Accepted,
            long InProgress,
            long Returned
        )>(
            $"""
            select raised_day, team, {Sum("state = 'submitted'")}, {Sum("state = 'accepted'")}, {Sum(
                "state = 'in-progress'"
            )}, {Sum("state = 'returned'")}
            from handoffs where {Period} and is_open = 1 {InOrder}
            """,
            period
        );
        var counted = open.SelectMany(row =>
            new (string State, long Count)[]
            {
                ("submitted", row.Submitted),
                ("accepted", row.Accepted),
                ("in-progress", row.InProgress),
                ("returned", row.Returned),
            }
                .Where(state => state.Count > 0)
                .Select(state => (row.Team, state.State, Age: today - row.Day, state.Count))
        );
        return (
            [
                "team",
                "state",
                "open",
                "under-1-day",
                "1-to-3-days",
                "3-to-7-days",
                "7-to-30-days",
                "over-30-days",
                "oldest-days",
            ],
            [
                .. counted
                    .GroupBy(row => (row.Team, row.State))
                    .OrderBy(group => group.Key)
                    .Select(group =>
                        (IReadOnlyList<object?>)
                            [
                                group.Key.Team,
                                group.Key.State,
                                group.Sum(row => row.Count),
                                Aged(group, 0, 1),
                                Aged(group, 1, 3),
                                Aged(group, 3, 7),
                                Aged(group, 7, 30),
                                Aged(group, 30, long.MaxValue),
                                group.Max(row => row.Age),
                            ]
                    ),
            ]
        );

        static long Aged(IEnumerable<(string, string, long Age, long Count)> rows, long from, long to) =>
            rows.Where(row => row.Age >= from && row.Age < to).Sum(row => row.Count);
    }

    static (string[], List<IReadOnlyList<object?>>) Leakage(Session session, ReportPeriod period)
    {
        string[] leaks =
        [
            "never accepted, overdue",
            "closed without being accepted",
            "accepted, never contacted, overdue",
            "closed after accepting without contact",
            "snoozed, never woken",
            "closed without a reason",
        ];
        var counted = session.Query<(string Team, long A, long B, long C, long D, long E, long F)>(
            $"""
            select team, {Sum("state = 'submitted' and due_at < @Now")},
                {Sum("is_open = 0 and accepted_at is null and state not in ('withdrawn', 'merged')")},
                {Sum("state = 'accepted' and due_at < @Now")},
                {Sum(
                "is_open = 0 and accepted_at is not null and contacted_at is null and state not in ('withdrawn', 'merged')"
            )},
                {Sum("state = 'recycled' and wake_up < @Today")}, {Sum(
                "state in ('recycled', 'disqualified') and reason is null"
            )}
            from handoffs where {Period} and (state <> 'done' or contacted_at is null) {InOrder}
            """,
            period
        );
        return (
            ["team", "leak", "count"],
            [
                .. from row in counted
                from leak in leaks.Zip(new[] { row.A, row.B, row.C, row.D, row.E, row.F })
                where leak.Second > 0
                group leak.Second by (row.Team, Order: Array.IndexOf(leaks, leak.First)) into sum
                orderby sum.Key
                select (IReadOnlyList<object?>)[sum.Key.Team, leaks[sum.Key.Order], sum.Sum()],
            ]
        );
    }

    static string Sum(string condition) => $"sum(case when {condition} then 1 else 0 end)";

    /// <summary>
    /// Groups in the order of the index that reports read, so that nothing is sorted and no row is looked up; the rest
    /// is summed here.
    /// </summary>
    const string InOrder = "group by source, raised_day, team";

    static (string[], List<IReadOnlyList<object?>>) Funnel(Session session, ReportPeriod period) =>
        (
            ["month", "source", "raised", "accepted", "contacted", "opportunity", "won"],
            [
                .. Count(session, period)
                    .GroupBy(row => (Month: Month(row.Day), Source: row.Group))
                    .OrderBy(group => group.Key.Month, StringComparer.Ordinal)
                    .ThenBy(group => group.Key.Source, StringComparer.Ordinal)
                    .Select(group =>
                        (IReadOnlyList<object?>)
                            [
                                group.Key.Month,
                                group.Key.Source,
                                group.Sum(row => row.Raised),
                                group.Sum(row => row.Accepted),
                                group.Sum(row => row.Contacted),
                                group.Sum(row => row.Opportunity),
                                group.Sum(row => row.Won),
                            ]
                    ),
            ]
        );

    static (string[], List<IReadOnlyList<object?>>) Duplicates(Session session, ReportPeriod period) =>
        (
            ["source", "raised", "merged", "share"],
            [
                .. Count(session, period)
                    .GroupBy(row => row.Group)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group =>
                        (IReadOnlyList<object?>)
                            [
                                group.Key,
                                group.Sum(row => row.Raised),
                                group.Sum(row => row.Merged),
                                Rate(group.Sum(row => row.Merged), group.Sum(row => row.Raised)),
                            ]
                    ),
            ]
        );

    static (string[], List<IReadOnlyList<object?>>) Ratings(Session session, ReportPeriod period) =>
        (
            ["sender", "team", "rated", "average"],
            [
                .. session
                    .Query<(string Sender, string Team, long Rated, long Sum)>(
                        $"select raised_by, team, count(rating), sum(rating) from handoffs where {Period} and rating is not null {InOrder}, raised_by",
                        period
                    )
                    .GroupBy(row => (row.Sender, row.Team))
                    .OrderBy(group => group.Key)
                    .Select(group =>
                        (IReadOnlyList<object?>)
                            [
                                group.Key.Sender,
                                group.Key.Team,
                                group.Sum(row => row.Rated),
                                Math.Round((double)group.Sum(row => row.Sum) / group.Sum(row => row.Rated), 2),
                            ]
                    ),
            ]
        );

    static string Group(string by, string group, long day, string team) =>
        by switch
        {
            "team" => team,
            "month" => Month(day),
            _ => group,
        };

    const long OneDay = 86_400_000;

    static string Month(long day) => DateTimeOffset.FromUnixTimeMilliseconds(day * OneDay).ToString("yyyy-MM");

    /// <summary>Days since 1970.</summary>
    static long Day(DateOnly date) => date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>A share with three places, or none of nothing.</summary>
    public static double? Rate(long part, long whole) => whole == 0 ? null : Math.Round((double)part / whole, 3);
}
