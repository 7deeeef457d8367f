using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SalesBot.Platforms.Shared.Wire;

namespace SalesBot.Platforms.Teams.Wire;

/// <summary>Reads what Teams sends and writes what it is sent, in Teams' own names.</summary>
static class TeamsJson
{
    /// <summary>The activity in these bytes; none if they are no JSON object, or one whose fields are of other kinds than they should be.</summary>
    public static Activity? Read(ReadOnlyMemory<byte> json)
    {
        // The reader looks at a text only when it is asked for it.
        if (!System.Text.Unicode.Utf8.IsValid(json.Span))
            return null;
        try
        {
            return JsonSerializer.Deserialize(JsonRepair.Surrogates(json).Span, TeamsJsonContext.Strict.Activity);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>What stands under a name, step by step; none if a step is missing or null.</summary>
    public static JsonElement? At(this JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json) || json.ValueKind == JsonValueKind.Null)
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
    public static JsonElement Element<T>(T value) => JsonSerializer.SerializeToElement(value, typeof(T), TeamsJsonContext.Written);
}

[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(OutboundActivity))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(AdaptiveCard))]
[JsonSerializable(typeof(CardActionResponse))]
[JsonSerializable(typeof(TaskModuleResponse))]
[JsonSerializable(typeof(TaskModuleCard))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(MessagingExtensionResponse))]
[JsonSerializable(typeof(TokenExchangeFailure))]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(InvokeResponseActivity))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
sealed partial class TeamsJsonContext : JsonSerializerContext
{
    public static readonly TeamsJsonContext Written = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>A field that is there twice could be read as one thing by the check and as another by what follows.</summary>
    public static readonly TeamsJsonContext Strict =
        new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, AllowDuplicateProperties = false });
}
