using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using SalesBot.Chat;

namespace SalesBot.Handoffs.History;

/// <summary>
/// Facts and words of events as the JSON that is kept: camel case, without what is none, every script as itself.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EventFacts))]
[JsonSerializable(typeof(EventWords))]
sealed partial class HandoffJson : JsonSerializerContext
{
    static readonly HandoffJson Kept = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            Converters =
            {
                new KebabCaseEnum<Direction>(),
                new KebabCaseEnum<HandoffKind>(),
                new KebabCaseEnum<Urgency>(),
                new KebabCaseEnum<LawfulBasis>(),
                new KebabCaseEnum<HandoffOutcome>(),
                new KebabCaseEnum<Clocks.Clock>(),
            },
        }
    );

    public static string Text(EventFacts facts) => JsonSerializer.Serialize(facts, Kept.EventFacts);

    public static string Text(EventWords words) => JsonSerializer.Serialize(words, Kept.EventWords);

    public static EventFacts Facts(string json) =>
        JsonSerializer.Deserialize(json, Kept.EventFacts) ?? throw new JsonException("An event has no facts.");

    public static EventWords Words(string json) =>
        JsonSerializer.Deserialize(json, Kept.EventWords) ?? throw new JsonException("An event has no words.");
}
