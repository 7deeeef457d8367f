using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SalesBot.Chat;

namespace SalesBot.Handoffs.History;

/// <summary>
/// Links the events of a handoff: each hash covers the event and the hash before it, so that a changed, missing or
/// added event shows. Words are covered by their salted digest, so that erasing them leaves the chain whole and tells
/// nothing of them.
/// </summary>
static class EventChain
{
    /// <summary>The event after <paramref name="last"/>, or the first.</summary>
    public static HandoffEvent Append(
        HandoffEvent? last,
        string handoff,
        DateTimeOffset at,
        string actor,
        string platform,
        Move move,
        HandoffState? from,
        HandoffState to,
        EventFacts facts,
        EventWords? words
    )
    {
        var wordsJson = words is null ? null : HandoffJson.Text(words);
        var salt = wordsJson is null ? null : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var next = new HandoffEvent(
            handoff,
            (last?.Sequence ?? 0) + 1,
            at,
            actor,
            platform,
            move,
            from,
            to,
            HandoffJson.Text(facts),
            wordsJson,
            salt,
            Digest(salt, wordsJson),
            last?.Hash ?? "",
            ""
        );
        return next with { Hash = HashOf(next) };
    }

    /// <summary>SHA-256 of salt and words, or of nothing where there are none.</summary>
    public static string Digest(string? salt, string? words) => Hex($"{salt}{words}");

    /// <summary>
    /// SHA-256 of what the event says, as a JSON list, so that no two different events read the same.
    /// </summary>
    public static string HashOf(HandoffEvent e) =>
        Hex(
            JsonSerializer.Serialize(
                (string?[])
                    [
                        e.Previous,
                        e.Handoff,
                        $"{e.Sequence}",
                        $"{e.At.ToUnixTimeMilliseconds()}",
                        e.Actor,
                        e.Platform,
                        Words.Of(e.Move),
                        e.From is { } from ? Words.Of(from) : null,
                        Words.Of(e.To),
                        e.FactsJson,
                        e.Digest,
                    ],
                ChainJson.Default.StringArray
            )
        );

    static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

[System.Text.Json.Serialization.JsonSerializable(typeof(string[]))]
sealed partial class ChainJson : System.Text.Json.Serialization.JsonSerializerContext;
