using SalesBot.Storage;

namespace SalesBot.Handoffs.Reports;

/// <summary>The reports, each a few statements over the rows that follow from the histories.</summary>
sealed class ReportStore(Database database, TimeProvider time)
{
    const long Day = 86_400_000;

    const string Period = "workspace = @Workspace and raised_at >= @From and raised_at < @To and (@Team is null or team = @Team)";

    /// <summary>Every report by name, with its title.</summary>
    public static readonly IReadOnlyDictionary<string, string> Titles = new Dictionary<string, string>
    {
        ["acceptance"] = "How many are accepted, by source, sender, team or month",
        ["reasons"] = "Why they are returned, recycled or disqualified",
        ["times"] = "Working hours to accept, to first contact and to answer a return",
        ["service-levels"] = "How many clocks were met",
        ["ageing"] = "How long the open ones have been there",
        ["leakage"] = "What runs dry: never accepted, never contacted, never woken",
        ["funnel"] = "From raised to won, by source and month",
        ["duplicates"] = "How many were merged into another",
        ["ratings"] = "How the receivers rate the senders, from 1 to 5",
    };

    /// <summary>A report of a name that <see cref="Titles"/> knows.</summary>
    public Report Run(string name, string workspace, ReportRequest request) => database.Read(session =>
    {
        var now = time.GetUtcNow();
        var period = new ReportPeriod(workspace, Start(request.From), Start(request.To.AddDays(1)), request.Team, now.ToUnixTimeMilliseconds(), $"{now:yyyy-MM-dd}");
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

    static (string[], List<IReadOnlyList<object?>>) Acceptance(Session session, ReportPeriod period, string by)
    {
        var counted = session.Query<(string? Group, long Day, long Raised, long Accepted, long Closed)>(
            $"""
            select {Group(by)}, {GroupDay(by)}, count(*), count(accepted_at), sum(case when accepted_at is null and is_open = 0 then 1 else 0 end)
            from handoffs where {Period} group by 1, 2
            """,
            period);
        return ([by, "raised", "accepted", "closed-unaccepted", "acceptance-rate"],
        [
            .. counted.GroupBy(row => by == "month" ? Month(row.Day) : row.Group ?? "(none)").OrderBy(group => group.Key, StringComparer.Ordinal).Select(group =>
                (IReadOnlyList<object?>)[group.Key, group.Sum(row => row.Raised), group.Sum(row => row.Accepted), group.Sum(row => row.Closed),
                    Rate(group.Sum(row => row.Accepted), group.Sum(row => row.Raised))]),
        ]);
    }

    static (string[], List<IReadOnlyList<object?>>) Reasons(Session session, ReportPeriod period, string by)
    {
        var counted = session.Query<(string? Group, long Day, string State, string Reason, long Count)>(
            $"""
            select {Group(by)}, {GroupDay(by)}, state, reason, count(*)
            from handoffs where {Period} and reason is not null group by 1, 2, 3, 4
            """,
            period);
        return ([by, "state", "reason", "count"],
        [
            .. counted.GroupBy(row => (Group: by == "month" ? Month(row.Day) : row.Group ?? "(none)", row.State, row.Reason))
                .OrderBy(group => group.Key.Group, StringComparer.Ordinal).ThenByDescending(group => group.Sum(row => row.Count))
                .Select(group => (IReadOnlyList<object?>)[group.Key.Group, group.Key.State, group.Key.Reason, group.Sum(row => row.Count)]),
        ]);
    }

    static (string[], List<IReadOnlyList<object?>>) Ageing(Session session, ReportPeriod period) =>
        (["team", "state", "open", "under-1-day", "1-to-3-days", "3-to-7-days", "7-to-30-days", "over-30-days", "oldest-days"],
        [
            .. session.Query<(string Team, string State, long Open, long A, long B, long C, long D, long E, long Oldest)>(
                $"""
                select team, state, count(*), {Age("< 1", "1 = 1")}, {Age("< 3", ">= 1")}, {Age("< 7", ">= 3")}, {Age("< 30", ">= 7")}, {Age(">= 30", "1 = 1")},
                    (@Now - min(raised_at)) / {Day}
                from handoffs where {Period} and is_open = 1 group by team, state order by team, state
                """,
                period).Select(row => (IReadOnlyList<object?>)[row.Team, row.State, row.Open, row.A, row.B, row.C, row.D, row.E, row.Oldest]),
        ]);

    static string Age(string upper, string lower) =>
        $"sum(case when (@Now - raised_at) / {Day} {upper} and {(lower == "1 = 1" ? lower : $"(@Now - raised_at) / {Day} {lower}")} then 1 else 0 end)";

    static (string[], List<IReadOnlyList<object?>>) Leakage(Session session, ReportPeriod period) => (["team", "leak", "count"],
    [
        .. new (string Leak, string When)[]
        {
            ("never accepted, overdue", "state = 'submitted' and due_at < @Now"),
            ("closed without being accepted", "is_open = 0 and accepted_at is null and state not in ('withdrawn', 'merged')"),
            ("accepted, never contacted, overdue", "state = 'accepted' and due_at < @Now"),
            ("closed after accepting without contact", "is_open = 0 and accepted_at is not null and contacted_at is null and state not in ('withdrawn', 'merged')"),
            ("recycled, never woken", "state = 'recycled' and wake_up < @Today"),
            ("closed without a reason", "state in ('recycled', 'disqualified') and reason is null"),
        }.SelectMany(leak => session.Query<(string Team, long Count)>($"select team, count(*) from handoffs where {Period} and {leak.When} group by team order by team", period)
            .Select(row => (IReadOnlyList<object?>)[row.Team, leak.Leak, row.Count])),
    ]);

    static (string[], List<IReadOnlyList<object?>>) Funnel(Session session, ReportPeriod period)
    {
        var counted = session.Query<(long Day, string? Source, long Raised, long Accepted, long Contacted, long Opportunity, long Won)>(
            $"""
            select raised_at / {Day}, source, count(*), count(accepted_at), count(contacted_at), sum(case when outcome in ('opportunity', 'won') then 1 else 0 end),
                sum(case when outcome = 'won' then 1 else 0 end)
            from handoffs where {Period} group by 1, 2
            """,
            period);
        return (["month", "source", "raised", "accepted", "contacted", "opportunity", "won"],
        [
            .. counted.GroupBy(row => (Month: Month(row.Day), Source: row.Source ?? "(none)"))
                .OrderBy(group => group.Key.Month, StringComparer.Ordinal).ThenBy(group => group.Key.Source, StringComparer.Ordinal)
                .Select(group => (IReadOnlyList<object?>)[group.Key.Month, group.Key.Source, group.Sum(row => row.Raised), group.Sum(row => row.Accepted),
                    group.Sum(row => row.Contacted), group.Sum(row => row.Opportunity), group.Sum(row => row.Won)]),
        ]);
    }

    static (string[], List<IReadOnlyList<object?>>) Duplicates(Session session, ReportPeriod period) => (["source", "raised", "merged", "share"],
    [
        .. session.Query<(string? Source, long Raised, long Merged)>(
            $"select source, count(*), sum(case when state = 'merged' then 1 else 0 end) from handoffs where {Period} group by source order by source", period)
            .Select(row => (IReadOnlyList<object?>)[row.Source ?? "(none)", row.Raised, row.Merged, Rate(row.Merged, row.Raised)]),
    ]);

    static (string[], List<IReadOnlyList<object?>>) Ratings(Session session, ReportPeriod period) => (["sender", "team", "rated", "average"],
    [
        .. session.Query<(string Sender, string Team, long Rated, long Sum)>(
            $"select raised_by, team, count(rating), sum(rating) from handoffs where {Period} and rating is not null group by raised_by, team order by raised_by, team", period)
            .Select(row => (IReadOnlyList<object?>)[row.Sender, row.Team, row.Rated, Math.Round((double)row.Sum / row.Rated, 2)]),
    ]);

    /// <summary>The column to group by; for months the day, which is made a month afterwards, because no date function is the same in both databases.</summary>
    static string Group(string by) => by switch
    {
        "source" => "source",
        "sender" => "raised_by",
        "team" => "team",
        _ => "''",
    };

    static string GroupDay(string by) => by == "month" ? $"raised_at / {Day}" : "0";

    static string Month(long day) => DateTimeOffset.FromUnixTimeMilliseconds(day * Day).ToString("yyyy-MM");

    /// <summary>A share with three places, or none of nothing.</summary>
    public static double? Rate(long part, long whole) => whole == 0 ? null : Math.Round((double)part / whole, 3);

    static long Start(DateOnly date) => new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeMilliseconds();
}
