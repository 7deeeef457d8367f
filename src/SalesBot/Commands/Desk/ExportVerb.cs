using System.CommandLine;
using System.Text;
using System.Text.Json;
using SalesBot.Handoffs;
using SalesBot.Handoffs.Reports;
using SalesBot.Handoffs.Requests;

namespace SalesBot.Commands.Desk;

/// <summary><c>handoffs export</c>: every handoff that fits, as a file for other programs.</summary>
static class ExportVerb
{
    static readonly Option<string> Format = new Option<string>("--format")
    {
        Description = "Output format: csv for spreadsheets, json for a list, jsonl for one object per line",
        DefaultValueFactory = _ => "csv",
    }.AcceptOnlyFromAmong("csv", "json", "jsonl");
    static readonly Option<FileInfo?> Out = new("--out")
    {
        Description = "Where it goes (default: standard output)",
        HelpName = "FILE",
    };

    public static Command Create()
    {
        var verb = new Command("export", "Exports all handoffs, oldest first") { Format, Out };
        foreach (var option in FilterOptions.All)
            verb.Add(option);
        verb.SetAction(RunAsync);
        return verb;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var filter = FilterOptions.Of(parsed);
        if (filter.Check(new FieldFaults()) is { Any: true } faults)
            throw new UsageFault(new DeskResult.Invalid(faults.ByField).Sentence);
        await using var tools = Toolbox.Open(parsed);
        var lists = tools.Get<HandoffLists>();
        var total = (int)lists.Page(filter with { Size = 1 }, parsed.Actor()).Total;
        await using var file = parsed.GetValue(Out) is { } named ? named.Create() : System.Console.OpenStandardOutput();
        await using var writer = new StreamWriter(file, new UTF8Encoding(false));
        using var progress = new ProgressLine("Exporting");
        var count = 0;
        foreach (var text in Lines(lists.All(filter, parsed.Actor()), parsed.GetRequiredValue(Format)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await writer.WriteAsync(text);
            progress.Show(++count, total, "");
        }
        return ExitCode.Done;
    }

    static IEnumerable<string> Lines(IEnumerable<HandoffCard> cards, string format) =>
        format switch
        {
            "csv" => cards
                .Select(card => Csv.Line(HandoffColumns.Cells(card)))
                .Prepend(Csv.Mark + Csv.Line(HandoffColumns.Names)),
            "jsonl" => cards.Select(card => Json(card) + "\n"),
            _ => cards.Select((card, i) => (i == 0 ? "[\n" : ",\n") + Json(card)).DefaultIfEmpty("[").Append("\n]\n"),
        };

    static string Json(HandoffCard card) => JsonSerializer.Serialize(card, CardJson.Readable.HandoffCard);
}
