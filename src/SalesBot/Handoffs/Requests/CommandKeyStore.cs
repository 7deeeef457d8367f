using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using SalesBot.Storage;

namespace SalesBot.Handoffs.Requests;

/// <summary>
/// Commands that were carried out, so that a repeated one has no second effect. A key is its sender's own and known for
/// good; of it and of the content only hashes are kept, for both may name people.
/// </summary>
sealed partial class CommandKeyStore
{
    const int MaxLength = 500;

    sealed record Row(string Content, string Handoff);

    /// <summary>
    /// The handoff that a command of this key and content made or changed before; a fault if the content was another;
    /// none if the key is new.
    /// </summary>
    public (string? Handoff, string? Fault)? Find(Session session, Acting by, string content)
    {
        if (by.Key is null)
            return null;
        if (by.Key.Length is 0 or > MaxLength)
            return (null, $"A key must have 1 to {MaxLength} characters.");
        var known = session.Find<Row>(
            "select content as Content, handoff as Handoff from handoff_keys where workspace = @Workspace and person = @Id and key = @Key",
            new
            {
                by.Person.Workspace,
                by.Person.Id,
                Key = Hash(by.Key),
            }
        );
        return known is null ? null
            : known.Content == Hash(by.Key + content) ? (known.Handoff, null)
            : (
                null,
                "This key was already used with different content. Send the same content again, or use a new key."
            );
    }

    /// <summary>Remembers a command in the transaction that carries it out.</summary>
    public void Keep(Session session, Acting by, string content, Handoff handoff)
    {
        if (by.Key is not null)
            session.Execute(
                "insert into handoff_keys (workspace, person, key, content, handoff, at) values (@Workspace, @Id, @Key, @content, @handoff, @at)",
                new
                {
                    by.Person.Workspace,
                    by.Person.Id,
                    Key = Hash(by.Key),
                    content = Hash(by.Key + content),
                    handoff = handoff.Id,
                    at = handoff.Last.At.ToUnixTimeMilliseconds(),
                }
            );
    }

    /// <summary>What makes two commands the same: SHA-256 of all that they say.</summary>
    public static string ContentOf(RaiseRequest request) =>
        Hash(JsonSerializer.Serialize(request, Json.Default.RaiseRequest));

    /// <summary>
    /// The same for a move, whatever version it is based on: a repetition may have looked again in between.
    /// </summary>
    public static string ContentOf(long number, Move move, MoveRequest request) =>
        Hash($"{number} {move} {JsonSerializer.Serialize(request with { Version = null }, Json.Default.MoveRequest)}");

    static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [JsonSerializable(typeof(RaiseRequest))]
    [JsonSerializable(typeof(MoveRequest))]
    sealed partial class Json : JsonSerializerContext;
}
