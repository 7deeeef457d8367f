using System.Globalization;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace SalesBot.Platforms.Teams.Wire;

/// <summary>
/// JSON as the SDK's types carry it where they name no type of their own: made from what came, without reading anything
/// into it, and looked into step by step.
/// </summary>
static class JsonTokens
{
    /// <summary>
    /// The same JSON in the SDK's object model. A text stays a text, also one that looks like a date; a number stays as
    /// it was written.
    /// </summary>
    public static JToken Of(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var made = new JObject();
                foreach (var member in json.EnumerateObject())
                    made.Add(member.Name, Of(member.Value));
                return made;
            case JsonValueKind.Array:
                var items = new JArray();
                foreach (var item in json.EnumerateArray())
                    items.Add(Of(item));
                return items;
            case JsonValueKind.String:
                return new JValue(json.GetString());
            case JsonValueKind.True or JsonValueKind.False:
                return new JValue(json.GetBoolean());
            case JsonValueKind.Number:
                return Number(json);
            default:
                return JValue.CreateNull();
        }
    }

    /// <summary>
    /// A number of another kind than it was written as would come out otherwise: <c>0.10</c> as <c>0.1</c>.
    /// </summary>
    static JToken Number(JsonElement json)
    {
        var written = json.GetRawText();
        if (json.TryGetInt64(out var whole) && whole.ToString(CultureInfo.InvariantCulture) == written)
            return new JValue(whole);
        return
            written.Contains('.')
            && json.TryGetDecimal(out var exact)
            && exact.ToString(CultureInfo.InvariantCulture) == written
            ? new JValue(exact)
            : new JRaw(written);
    }

    /// <summary>What stands under a name, step by step; none if a step is missing or null.</summary>
    public static JToken? At(this JToken? json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            json = (json as JObject)?[name];
        return json is { Type: JTokenType.Null } ? null : json;
    }

    /// <summary>The text under a name, or none.</summary>
    public static string? Text(this JToken? json, params ReadOnlySpan<string> path) =>
        json.At(path) is JValue { Type: JTokenType.String, Value: string text } ? text : null;

    /// <summary>The items under a name.</summary>
    public static IEnumerable<JToken> Items(this JToken? json, params ReadOnlySpan<string> path) =>
        json.At(path) as JArray ?? [];

    /// <summary>A whole number that is not negative under a name, or none.</summary>
    public static int? Count(this JToken? json, params ReadOnlySpan<string> path) =>
        json.At(path) is JValue { Value: long and >= 0 and <= int.MaxValue and var count } ? (int)count : null;

    /// <summary>A number or a truth as it is written, or none.</summary>
    public static string? Written(this JToken? json) =>
        json is JValue { Type: JTokenType.Integer or JTokenType.Float or JTokenType.Boolean or JTokenType.Raw }
            ? json.ToString(Newtonsoft.Json.Formatting.None)
            : null;
}
