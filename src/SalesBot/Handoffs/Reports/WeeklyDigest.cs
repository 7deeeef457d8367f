using System.Globalization;
using SalesBot.Chat;
using SalesBot.People;

namespace SalesBot.Handoffs.Reports;

/// <summary>The figures of a team's last seven days as a reply: what came, what was taken, how long it took, what is late, why things came back.</summary>
sealed class WeeklyDigest(ReportStore reports)
{
    const int Days = 7, MostReasons = 3;

    /// <summary>The digest of a team up to the day before <paramref name="today"/>, and of that day.</summary>
    public Reply Of(string workspace, Team team, DateOnly today)
    {
        var request = new ReportRequest(today.AddDays(-Days), today, Words.Of(team), "team");
        var title = $"The week of {Words.Of(team)}, {Date(request.From)} to {Date(request.To)}";
        var fields = Fields(name => reports.Run(name, workspace, request)).ToList();
        return new Reply($"{title}\n{string.Join("\n", fields.Select(field => $"{field.Label}: {field.Value}"))}", [new TextBlock(title),
            new FieldsBlock(null, fields)]);
    }

    static IEnumerable<Field> Fields(Func<string, Report> run)
    {
        var acceptance = run("acceptance").Rows;
        yield return new Field("handed over", acceptance is [[_, var raised, var accepted, ..]] ? $"{raised}, of which {accepted} accepted" : "nothing");
        foreach (var row in run("times").Rows)
            yield return new Field($"time {Name(row[1])}", $"{row[3]:0.#} working hours in the middle, {row[4]:0.#} for the slowest tenth");
        foreach (var row in run("service-levels").Rows)
            yield return new Field($"in time {Name(row[1])}",
                $"{row[2]} of {Sum(row[2], row[3])}{(row[4] is long late and > 0 ? $", {late} overdue now" : "")}");
        var open = run("ageing").Rows;
        yield return new Field("open", open.Count == 0 ? "nothing" : string.Join(", ", open.Select(row => $"{row[2]} {row[1]}")));
        if (run("reasons").Rows.Take(MostReasons).ToList() is { Count: > 0 } reasons)
            yield return new Field("came back or ended", string.Join(", ", reasons.Select(row => $"{row[3]} × {row[2]}")));
        foreach (var row in run("leakage").Rows)
            yield return new Field("leak", $"{row[2]} {row[1]}");
    }

    static string Name(object? clock) => $"{clock}" switch
    {
        "accept" => "to accept",
        "first-contact" => "to first contact",
        _ => "to answer a return",
    };

    static long Sum(object? met, object? missed) => (met as long? ?? 0) + (missed as long? ?? 0);

    static string Date(DateOnly date) => date.ToString("d MMM", CultureInfo.InvariantCulture);
}
