using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SalesBot.Platforms.Shared.Wire;

namespace SalesBot.Platforms.Slack.Wire;

/// <summary>
/// Reads what Slack sends as it comes: every field may be missing, null or of another kind, and what is not known stays
/// where it is.
/// </summary>
static class SlackJson
{
    /// <summary>The object in these bytes, or none.</summary>
    public static JsonElement? Parse(ReadOnlyMemory<byte> json)
    {
        json = JsonRepair.Surrogates(json);
        // The reader looks at a text only when it is asked for it.
        if (!System.Text.Unicode.Utf8.IsValid(json.Span))
            return null;
        try
        {
            var reader = new Utf8JsonReader(json.Span);
            var root = JsonElement.ParseValue(ref reader);
            // Nothing may follow it.
            return !reader.Read() && root.ValueKind == JsonValueKind.Object ? root : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What stands under a name, step by step; none if a step is missing or null.</summary>
    public static JsonElement? At(this JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            if (
                json.ValueKind != JsonValueKind.Object
                || !json.TryGetProperty(name, out json)
                || json.ValueKind == JsonValueKind.Null
            )
                return null;
        return json;
    }

    /// <summary>The text under a name, or none.</summary>
    public static string? Text(this JsonElement json, params ReadOnlySpan<string> path)
    {
        try
        {
            return json.At(path) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is no text.
            return null;
        }
    }

    /// <summary>Whether it says true under a name.</summary>
    public static bool Is(this JsonElement json, params ReadOnlySpan<string> path) =>
        json.At(path) is { ValueKind: JsonValueKind.True };

    /// <summary>The items under a name.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json, params ReadOnlySpan<string> path) =>
        json.At(path) is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray()] : [];

    /// <summary>Blocks and views as Slack writes them.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, typeof(T), BlockJson.Written);
}

/// <summary>The names of Slack's fields: <c>lower_case_words</c>, and no nulls.</summary>
[JsonSerializable(typeof(IReadOnlyList<Block>))]
[JsonSerializable(typeof(View))]
[JsonSerializable(typeof(MessageMetadata))]
[JsonSerializable(typeof(IReadOnlyList<SuggestedPrompt>))]
[JsonSerializable(typeof(ResponseMessage))]
[JsonSerializable(typeof(ViewResponse))]
sealed partial class BlockJson : JsonSerializerContext
{
    public static readonly BlockJson Written = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );
}
