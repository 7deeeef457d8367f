using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SalesBot.Tests.Support;

/// <summary>
/// Slack's limits for blocks and views, as its reference states them, looked for in what the bot writes.
/// </summary>
static partial class BlockLimits
{
    [GeneratedRegex(@"<[!@#]|<https?:")]
    private static partial Regex Control();

    /// <summary>What Slack would take for more than text.</summary>
    public static IEnumerable<string> Live(string text) =>
        Control().IsMatch(Moment().Replace(text, "")) ? [$"live: {text}"] : [];

    /// <summary>A point of time of the bot's own making; what stands for it elsewhere is escaped.</summary>
    [GeneratedRegex(@"<!date\^[0-9]+\^\{date_short_pretty\} at \{time\}\|[^<>|]+>")]
    private static partial Regex Moment();

    /// <summary>Everything that is too long, too many, empty or double.</summary>
    public static List<string> Faults(JsonNode json)
    {
        var faults = new List<string>();
        Look(json, faults);
        return faults;
    }

    static void Look(JsonNode? json, List<string> faults)
    {
        if (json is JsonArray items)
        {
            var ids = items.OfType<JsonObject>().Select(item => (string?)item["block_id"]).OfType<string>().ToList();
            Expect(faults, ids.Distinct().Count() == ids.Count, "a block_id twice");
            foreach (var item in items)
                Look(item, faults);
        }
        if (json is not JsonObject thing)
            return;
        Object(thing, faults);
        foreach (var (_, value) in thing)
            Look(value, faults);
    }

    static void Object(JsonObject thing, List<string> faults)
    {
        var type = thing["type"] is JsonValue named ? (string?)named : null;
        Expect(faults, Length(thing, "block_id") <= 255, "block_id over 255");
        Expect(faults, Length(thing, "action_id") <= 255, "action_id over 255");
        switch (type)
        {
            case "plain_text" or "mrkdwn":
                Expect(faults, Length(thing, "text") is > 0 and <= 3000, $"a text of {Length(thing, "text")}");
                faults.AddRange(
                    type == "mrkdwn" && ((string)thing["text"]!).StartsWith("<https://", StringComparison.Ordinal)
                        ? []
                        : Live((string)thing["text"]!)
                );
                break;
            case "section":
                Expect(faults, thing["text"] is not null || Count(thing, "fields") > 0, "a section of nothing");
                Expect(faults, Count(thing, "fields") <= 10, "over 10 fields");
                Expect(
                    faults,
                    ((JsonArray?)thing["fields"] ?? []).All(field => Length((JsonObject)field!, "text") <= 2000),
                    "a field over 2000"
                );
                break;
            case "table":
                var rows = ((JsonArray)thing["rows"]!).Select(row => (JsonArray)row!).ToList();
                Expect(
                    faults,
                    rows.Count is > 0 and <= 100 && rows.TrueForAll(row => row.Count is > 0 and <= 20),
                    "a table over 100 rows or 20 cells"
                );
                Expect(
                    faults,
                    rows.TrueForAll(row =>
                        row.All(cell => (string?)cell!["type"] == "raw_text" && Length((JsonObject)cell, "text") > 0)
                    ),
                    "a cell of nothing"
                );
                Expect(
                    faults,
                    rows.Sum(row => row.Sum(cell => Length((JsonObject)cell!, "text"))) <= 10_000,
                    "a table over 10,000 characters"
                );
                break;
            case "header":
                Expect(faults, Text(thing) <= 150, "a header over 150");
                break;
            case "context":
                Expect(faults, Count(thing, "elements") is > 0 and <= 10, "context of none or over 10");
                break;
            case "actions":
                Expect(faults, Count(thing, "elements") is > 0 and <= 25, $"actions of {Count(thing, "elements")}");
                var ids = ((JsonArray)thing["elements"]!).Select(element => (string?)element!["action_id"]).ToList();
                Expect(faults, ids.Distinct().Count() == ids.Count, "an action_id twice");
                break;
            case "button":
                Expect(faults, Text(thing) <= 75, "a label over 75");
                Expect(faults, Length(thing, "value") <= 2000, "a value over 2000");
                break;
            case "static_select":
                Expect(faults, Count(thing, "options") is > 0 and <= 100, "options of none or over 100");
                foreach (var option in ((JsonArray)thing["options"]!).OfType<JsonObject>())
                    Expect(faults, Text(option) <= 75 && Length(option, "value") is > 0 and <= 75, "an option over 75");
                break;
            case "input":
                Expect(faults, Text(thing, "label") is > 0 and <= 2000, "a label of none or over 2000");
                break;
            case "plain_text_input":
                Expect(faults, Length(thing, "initial_value") <= 3000, "initial_value over 3000");
                break;
            case "modal":
                Expect(
                    faults,
                    Text(thing, "title") is > 0 and <= 24 && Text(thing, "submit") <= 24,
                    "a title of none or over 24"
                );
                Expect(
                    faults,
                    Count(thing, "blocks") <= 100 && Length(thing, "private_metadata") <= 3000,
                    "a view that is too large"
                );
                break;
        }
    }

    static void Expect(List<string> faults, bool holds, string fault)
    {
        if (!holds)
            faults.Add(fault);
    }

    static int Length(JsonObject thing, string name) =>
        thing[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text.Length : 0;

    static int Text(JsonObject thing, string name = "text") =>
        thing[name] is JsonObject text ? Length(text, "text") : 0;

    static int Count(JsonObject thing, string name) => thing[name] is JsonArray items ? items.Count : 0;
}
