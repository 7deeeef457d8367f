using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesBot.Commands.Evaluation;

/// <summary>
/// A passage that answers: a quote in a document, by file name. Quotes of one <c>Unit</c> stand in one passage and
/// count once.
/// </summary>
sealed record GoldQuote(string File, string Quote, string Unit);

/// <summary>
/// One line of an evaluation file: a question with the passages that answer it (groups of alternatives, one of each
/// must be found), one that nothing answers, or a task with its label.
/// </summary>
sealed record EvaluationItem(
    string Id,
    string Kind,
    string Text,
    IReadOnlyList<string> History,
    IReadOnlyList<IReadOnlyList<GoldQuote>> Gold,
    string? Label,
    string? Side
)
{
    /// <summary>The file it stands in, without extension.</summary>
    public string Set { get; init; } = "";

    /// <summary>Reads a <c>.jsonl</c> or <c>.tsv</c> file in the formats of the evaluation data.</summary>
    /// <exception cref="InvalidDataException">A line has another form.</exception>
    public static List<EvaluationItem> Read(FileInfo file)
    {
        if (!file.Exists)
            throw new UsageFault($"The file '{file}' does not exist.");
        return file.Extension.Equals(".tsv", StringComparison.OrdinalIgnoreCase)
            ? [.. FromTable(file).Select(Named)]
            : [.. FromLines(file).Select(Named)];

        EvaluationItem Named(EvaluationItem item) => item with { Set = Path.GetFileNameWithoutExtension(file.Name) };
    }

    static IEnumerable<EvaluationItem> FromTable(FileInfo file)
    {
        var lines = Knowledge.Reading.TextDecoder.Decode(File.ReadAllBytes(file.FullName)).Split('\n');
        var heads = lines[0].Split('\t').ToList();
        int task = heads.FindIndex(head => head is "task" or "text"),
            label = heads.IndexOf("label"),
            flag = heads.IndexOf("flag");
        if (task < 0 || label < 0)
            throw new InvalidDataException($"{file} has no columns 'task' (or 'text') and 'label'.");
        foreach (
            var cells in lines
                .Skip(1)
                .Select(line => line.Split('\t'))
                .Where(cells => cells.Length > Math.Max(Math.Max(task, label), flag))
        )
            if (flag < 0 || cells[flag] == "clear")
                yield return new EvaluationItem(
                    cells[0],
                    "statement",
                    cells[task],
                    [],
                    [],
                    Known(cells[label], file),
                    null
                );
    }

    static string Known(string label, FileInfo file) =>
        Enum.TryParse<Classifying.Verdict>(label, ignoreCase: true, out _)
            ? label.ToLowerInvariant()
            : throw new InvalidDataException($"{file}: '{label}' is not sales, marketing, both or neither.");

    static IEnumerable<EvaluationItem> FromLines(FileInfo file)
    {
        var number = 0;
        foreach (var line in File.ReadLines(file.FullName))
        {
            number++;
            if (line.Trim().Length > 0)
                yield return FromLine(line, number)
                    ?? throw new InvalidDataException($"{file}, line {number}, is not an evaluation item.");
        }
    }

    static GoldQuote GoldOf(JsonObject quote) =>
        new(
            quote.Text("file"),
            quote.Text("quote"),
            quote.Texts("passages") is { Count: > 0 } passages ? string.Join(' ', passages) : quote.Text("quote")
        );

    static EvaluationItem? FromLine(string line, int number)
    {
        try
        {
            if (JsonNode.Parse(line) is not JsonObject item)
                return null;
            var gold = (item["gold"] as JsonArray ?? [])
                .OfType<JsonArray>()
                .Select(group =>
                    (IReadOnlyList<GoldQuote>)[.. group.OfType<JsonObject>().Select(quote => GoldOf(quote))]
                )
                .ToList();
            var text = new[]
            {
                item.Text("question"),
                item.Text("message"),
                item.Text("task"),
                item.Text("text"),
            }.FirstOrDefault(text => text.Length > 0);
            var label = item.Text("label") is { Length: > 0 } named ? named.ToLowerInvariant() : null;
            var kind =
                label is not null ? "task"
                : item.Text("kind") is { Length: > 0 } said ? said
                : "off";
            var side = item.Text("answer") is { Length: > 0 } answer ? answer.ToLowerInvariant() : null;
            // A question that says neither what answers it nor that nothing does cannot be scored.
            var isJudged =
                label is not null || gold.Count > 0 || new[] { "answerable", "kind", "intent" }.Any(item.ContainsKey);
            return text is null || !isJudged
                ? null
                : new EvaluationItem(
                    item["id"]?.ToString() ?? $"line {number}",
                    kind,
                    text,
                    item.Texts("history"),
                    gold,
                    label,
                    side
                );
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
