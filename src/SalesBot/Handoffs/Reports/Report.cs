using System.Text.Json.Nodes;

namespace SalesBot.Handoffs.Reports;

/// <summary>
/// A table of figures: cells are texts, whole numbers, numbers or none, under the names of their columns.
/// </summary>
sealed record Report(
    string Name,
    string Title,
    DateOnly From,
    DateOnly To,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<object?>> Rows
)
{
    /// <summary>As JSON, a row an object.</summary>
    public JsonObject ToJson() =>
        new()
        {
            ["name"] = Name,
            ["title"] = Title,
            ["from"] = From.ToString("yyyy-MM-dd"),
            ["to"] = To.ToString("yyyy-MM-dd"),
            ["columns"] = new JsonArray([.. Columns.Select(column => (JsonNode)column)]),
            ["rows"] = new JsonArray([
                .. Rows.Select(row => new JsonObject(
                    Columns.Zip(row, (column, cell) => KeyValuePair.Create(column, Node(cell)))
                )),
            ]),
        };

    static JsonNode? Node(object? cell) =>
        cell switch
        {
            null => null,
            long number => JsonValue.Create(number),
            double number => JsonValue.Create(number),
            string text => JsonValue.Create(text),
            _ => throw new InvalidOperationException($"A report cannot hold a {cell.GetType().Name}."),
        };
}

/// <summary>
/// The parameters of a report's statements: days since 1970, <c>To</c> exclusive; an empty team means both; now in
/// milliseconds since 1970.
/// </summary>
sealed record ReportPeriod(string Workspace, long From, long To, string Team, long Now, string Today);

/// <summary>
/// What a report is asked for: handoffs raised from a date to another, inclusive, to one team or both, grouped where
/// the report can be.
/// </summary>
sealed record ReportRequest(DateOnly From, DateOnly To, string? Team, string By)
{
    public static readonly IReadOnlyList<string> Groupings = ["source", "sender", "team", "month"];
}
