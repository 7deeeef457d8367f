using System.Globalization;
using SalesBot.Chat;
using SalesBot.People;

namespace SalesBot.Handoffs.Reports;

/// <summary>
/// The figures of a team's last seven days as a reply: what came, what was taken, how long it took, what is late, why
/// things came back.
/// </summary>
sealed class WeeklyDigest(ReportStore reports)
{
    const int Days = 7,
        MostReasons = 3;

    /// <summary>The digest of a team up to the day before <paramref name="today"/>, and of that day.</summary>
    public Reply Of(string workspace, Team team, DateOnly today)
    {
        var request = new ReportRequest(today.AddDays(-Days), today, Words.Of(team), "team");
        var title = $"{HandoffLabels.Of(team)}, {Date(request.From)} to {Date(request.To)}";
        var fields = Fields(name => reports.Run(name, workspace, request)).ToList();
        return new Reply(
            $"{title}\n{string.Join("\n", fields.Select(field => $"{field.Label}: {field.Value}"))}",
            [new TextBlock(title, IsTitle: true), new FieldsBlock(null, fields)]
        );
    }

    static IEnumerable<Field> Fields(Func<string, Report> run)
    {
        var acceptance = run("acceptance").Rows;
        yield return new Field(
            "Handed over",
            acceptance is [[_, var raised, var accepted, ..]] ? $"{raised}, {accepted} of them accepted" : "Nothing"
        );
        foreach (var row in run("times").Rows)
            yield return new Field(
                $"Time {Name(row[1])}",
                $"median {row[3]:0.#} working hours, 90th percentile {row[4]:0.#}"
            );
        foreach (var row in run("service-levels").Rows)
            yield return new Field(
                $"On time {Name(row[1])}",
                $"{row[2]} of {Sum(row[2], row[3])}{(row[4] is long late and > 0 ? $", {late} overdue now" : "")}"
            );
        var open = run("ageing").Rows;
        yield return new Field(
            "Open",
            open.Count == 0 ? "Nothing" : string.Join(", ", open.Select(row => $"{row[2]} {State($"{row[1]}")}"))
        );
        if (run("reasons").Rows.Take(MostReasons).ToList() is { Count: > 0 } reasons)
            yield return new Field(
                "Sent back or closed",
                string.Join(
                    ", ",
                    reasons.Select(row => $"{row[3]} × {HandoffLabels.OfReason($"{row[2]}").ToLowerInvariant()}")
                )
            );
        foreach (var row in run("leakage").Rows)
            yield return new Field("Stalled", $"{row[2]} {Leak($"{row[1]}")}");
    }

    static string State(string state) =>
        state switch
        {
            "in-progress" => "in progress",
            "submitted" => "waiting",
            _ => state,
        };

    static string Leak(string code) =>
        code switch
        {
            "never-accepted" => "never accepted",
            "accepted-never-contacted" => "accepted but never contacted",
            "recycled-never-woken" => "snoozed and never woken",
            "closed-unaccepted" => "closed without being accepted",
            _ => code.Replace('-', ' '),
        };

    static string Name(object? clock) =>
        $"{clock}" switch
        {
            "accept" => "to accept",
            "first-contact" => "to first contact",
            _ => "to answer what was sent back",
        };

    static long Sum(object? met, object? missed) => (met as long? ?? 0) + (missed as long? ?? 0);

    static string Date(DateOnly date) => date.ToString("d MMM", CultureInfo.InvariantCulture);
}
