using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesBot.Platforms.Teams.Wire;

/// <summary>Writes cards, and reads what Microsoft's other services answer, in their own names.</summary>
static class TeamsJson
{
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

    /// <summary>The text under a name, or none; half a surrogate pair is no text.</summary>
    public static string? Text(this JsonElement json, params ReadOnlySpan<string> path)
    {
        try
        {
            return json.At(path) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The items under a name.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json, params ReadOnlySpan<string> path) =>
        json.At(path) is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray()] : [];

    /// <summary>A value as Teams writes it.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, typeof(T), TeamsJsonContext.Written);

    /// <summary>A value as an element, to stand in a body.</summary>
    public static JsonElement Element<T>(T value) =>
        JsonSerializer.SerializeToElement(value, typeof(T), TeamsJsonContext.Written);
}

[JsonSerializable(typeof(AdaptiveCard))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
sealed partial class TeamsJsonContext : JsonSerializerContext
{
    public static readonly TeamsJsonContext Written = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );
}
