using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SalesBot.Storage;

namespace SalesBot.People;

/// <summary>
/// Keys for programs: each acts as a named person, within its scopes. A key reads <c>sb_ID_SECRET</c>; only the SHA-256
/// of the 256 random bits of the secret is kept.
/// </summary>
sealed class ApiKeys(
    Database database,
    Writer writer,
    ApiKeyStore store,
    RosterStore people,
    Roster roster,
    IOptions<SignInOptions> options,
    TimeProvider time
)
{
    const string Prefix = "sb_";

    /// <summary>Makes a key.</summary>
    /// <returns>The key to be copied now, for it is not shown again, and what is kept of it.</returns>
    public async Task<(string Token, ApiKey Key)> MakeAsync(
        Person admin,
        string person,
        string label,
        IEnumerable<string> scopes
    )
    {
        var secret = Base64Url(RandomNumberGenerator.GetBytes(32));
        var key = new ApiKey(
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)),
            admin.Workspace,
            person,
            label,
            string.Join(' ', scopes),
            time.GetUtcNow(),
            false
        );
        await writer.WriteAsync(session =>
        {
            store.Keep(session, key, Hash(secret), admin.Id);
            people.Note(session, key.MadeAt, admin, person, $"key {key.Id} created for {key.Scopes}");
        });
        return ($"{Prefix}{key.Id}_{secret}", key);
    }

    /// <summary>The keys of a workspace, oldest first.</summary>
    public IReadOnlyList<ApiKey> All(string workspace) => database.Read(session => store.All(session, workspace));

    /// <summary>Ends a key; false if there is none of that id in use.</summary>
    public Task<bool> RevokeAsync(Person admin, string id) =>
        writer.WriteAsync(session =>
        {
            var isEnded = store.Revoke(session, admin.Workspace, id, time.GetUtcNow());
            if (isEnded)
                people.Note(session, time.GetUtcNow(), admin, admin.Id, $"key {id} revoked");
            return isEnded;
        });

    /// <summary>The person and the key behind a token, or none if it is not one of ours or no longer.</summary>
    public (Person Person, ApiKey Key)? Find(string token)
    {
        if (
            !token.StartsWith(Prefix, StringComparison.Ordinal)
            || token[Prefix.Length..].Split('_', 2) is not [var id, var secret]
        )
            return null;
        var found = Configured(id) ?? database.Read(session => store.Find(session, id));
        return
            found is var (key, hash)
            && !key.Revoked
            && CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(hash),
                Encoding.ASCII.GetBytes(Hash(secret))
            )
            ? (roster.PersonOf(key.Workspace, key.Person), key)
            : null;
    }

    (ApiKey, string)? Configured(string id) =>
        options.Value.ApiKeys.Find(key => key.Id == id) is { } key
            ? (
                new ApiKey(
                    key.Id,
                    Workspace.Default,
                    key.Person,
                    "configuration",
                    key.Scopes,
                    DateTimeOffset.UnixEpoch,
                    false
                ),
                key.Sha256.ToLowerInvariant()
            )
            : null;

    static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    static string Base64Url(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '.');
}
