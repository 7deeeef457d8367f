using System.CommandLine;
using System.Globalization;
using SalesBot.Handoffs;
using SalesBot.Handoffs.Reports;
using SalesBot.Handoffs.Requests;
using SalesBot.People;

namespace SalesBot.Commands.Desk;

/// <summary><c>handoffs report</c>: figures on a period.</summary>
static class ReportVerb
{
    static readonly Argument<string?> Name = new Argument<string?>("name")
    {
        Description = "The report to show (default: list all reports)",
        Arity = ArgumentArity.ZeroOrOne,
    };
    static readonly Option<string?> From = new("--from")
    {
        Description = "The first day (default: 90 days before the last)",
        HelpName = "YYYY-MM-DD",
    };
    static readonly Option<string?> To = new("--to")
    {
        Description = "The last day (default: today)",
        HelpName = "YYYY-MM-DD",
    };
    static readonly Option<string?> TeamOption = new("--team")
    {
        Description = "The receiving team (default: both)",
        HelpName = "sales|marketing",
    };
    static readonly Option<string?> By = new("--by")
    {
        Description = "How to group acceptance and reasons",
        HelpName = string.Join('|', ReportRequest.Groupings),
    };
    static readonly Option<bool> AsCsv = new("--csv") { Description = "Write the output as CSV" };

    public static Command Create()
    {
        var verb = new Command("report", "Reports on acceptance, times, service levels, leakage, funnel and more")
        {
            Name,
            From,
            To,
            TeamOption,
            By,
            AsCsv,
            CommonOptions.Json,
        };
        verb.SetAction(RunAsync);
        return verb;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Name) is not { } name)
        {
            Screen.Table(
                ["report", "shows"],
                ReportStore.Titles.Select(report => (IReadOnlyList<string>)[report.Key, report.Value])
            );
            return ExitCode.Done;
        }
        if (parsed.Actor().Role == Role.Employee)
        {
            Screen.Error("Reports are for sales, marketing and their managers.");
            return ExitCode.Refused;
        }
        if (!ReportStore.Titles.ContainsKey(name))
        {
            Screen.Error(
                $"There is no report '{FieldFaults.Shown(name)}'. Choose one of {string.Join(", ", ReportStore.Titles.Keys)}."
            );
            return ExitCode.NotFound;
        }
        await using var tools = Toolbox.Open(parsed);
        var faults = new FieldFaults();
        var request = ReportEndpoints.Read(
            parsed.GetValue(From),
            parsed.GetValue(To),
            parsed.GetValue(TeamOption),
            parsed.GetValue(By),
            DateOnly.FromDateTime(tools.Get<TimeProvider>().GetUtcNow().UtcDateTime),
            faults
        );
        if (faults.Any)
            throw new UsageFault(new DeskResult.Invalid(faults.ByField).Sentence);
        Write(tools.Get<ReportStore>().Run(name, parsed.Actor().Workspace, request), parsed);
        return ExitCode.Done;
    }

    static void Write(Report report, ParseResult parsed)
    {
        if (parsed.GetValue(CommonOptions.Json))
            Screen.Json(report.ToJson().ToJsonString());
        else if (parsed.GetValue(AsCsv))
            System.Console.Out.Write(Csv.Write(report.Columns, report.Rows));
        else if (report.Rows.Count == 0)
            Screen.Line($"{report.Title}: nothing from {report.From:yyyy-MM-dd} to {report.To:yyyy-MM-dd}.");
        else
            Screen.Table(
                report.Columns,
                report.Rows.Select(row =>
                    (IReadOnlyList<string>)
                        [.. row.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "")]
                )
            );
    }
}
