using System.Globalization;
using SalesBot.Chat;
using SalesBot.Handoffs.Requests;
using SalesBot.People;

namespace SalesBot.Handoffs.Reports;

/// <summary>
/// Reports over HTTP, as JSON or, with <c>format=csv</c>, as CSV; for both teams and those who lead them.
/// </summary>
static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("/reports").NeedScope(AccessScopes.Reports);
        reports.MapGet("", () => TypedResults.Ok(ReportStore.Titles)).WithSummary("The reports, by name");
        reports
            .MapGet("/{name}", Show)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("A report on the handoffs raised in a period");
    }

    static IResult Show(
        string name,
        ReportStore store,
        HttpContext http,
        TimeProvider time,
        string? from,
        string? to,
        string? team,
        string? by,
        string? format
    )
    {
        if (http.Caller().Role == Role.Employee)
            return TypedResults.Problem(
                statusCode: StatusCodes.Status403Forbidden,
                title: "Not allowed",
                detail: "Reports are for sales, marketing and their managers."
            );
        if (!ReportStore.Titles.ContainsKey(name))
            return TypedResults.Problem(
                statusCode: StatusCodes.Status404NotFound,
                title: "There is no such report",
                detail: $"Choose one of {string.Join(", ", ReportStore.Titles.Keys)}."
            );
        var faults = new FieldFaults();
        var request = Read(from, to, team, by, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), faults);
        if (faults.Any)
            return HandoffEndpoints.Invalid(new DeskResult.Invalid(faults.ByField));
        var report = store.Run(name, http.Caller().Workspace, request);
        if (format is not (null or "json" or "csv"))
            return HandoffEndpoints.Invalid(new DeskResult.Invalid("format", "The format must be json or csv."));
        return format == "csv"
            ? TypedResults.Text(Csv.Write(report.Columns, report.Rows), "text/csv; charset=utf-8")
            : TypedResults.Text(report.ToJson().ToJsonString(), "application/json");
    }

    /// <summary>What is asked for; by default the last 90 days, by source.</summary>
    public static ReportRequest Read(
        string? from,
        string? to,
        string? team,
        string? by,
        DateOnly today,
        FieldFaults faults
    )
    {
        var last = Date("to", to, faults) ?? today;
        var first = Date("from", from, faults) ?? last.AddDays(-90);
        if (first > last)
            faults.Add("from", $"The first day, {first:yyyy-MM-dd}, is after the last day, {last:yyyy-MM-dd}.");
        if (by is not null && !ReportRequest.Groupings.Contains(by))
            faults.Add("by", $"Group by one of {string.Join(", ", ReportRequest.Groupings)}.");
        return new ReportRequest(
            first,
            last,
            faults.Choice<Team>("team", team) is { } known ? Words.Of(known) : null,
            by ?? ReportRequest.Groupings[0]
        );
    }

    static DateOnly? Date(string field, string? text, FieldFaults faults)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (
            DateOnly.TryParseExact(
                text.Trim(),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            ) && date.Year is > 1970 and < 9000
        )
            return date;
        faults.Add(field, $"'{FieldFaults.Shown(text)}' is not a date between 1971 and 8999, such as 2026-01-31.");
        return null;
    }
}
