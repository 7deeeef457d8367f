using System.Text.Json;
using System.Text.RegularExpressions;

namespace SalesBot.People;

/// <summary>The e-mail addresses that stand in texts.</summary>
static partial class MailAddresses
{
    /// <summary>Everything in a text that may be one, as it stands there.</summary>
    public static IEnumerable<string> In(string text) =>
        Address().Matches(text).Select(match => match.Value.Trim('.', '\''));

    /// <summary>The same of all texts in a JSON value; what is no JSON is one text.</summary>
    public static IEnumerable<string> InJson(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return [.. Texts(document.RootElement).SelectMany(In)];
        }
        catch (JsonException)
        {
            return In(json);
        }
    }

    static IEnumerable<string> Texts(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString() ?? ""],
            JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Texts(member.Value)),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
            _ => [],
        };

    [GeneratedRegex("""[^\s<>"“”,;:()\[\]{}|]+[@＠][^\s<>"“”,;:()\[\]{}|/?!]+""", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
