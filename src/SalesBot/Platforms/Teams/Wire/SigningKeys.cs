using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace SalesBot.Platforms.Teams.Wire;

/// <summary>A key of the channel's, and the channels that it may speak for.</summary>
sealed record EndorsedKey(SecurityKey Key, IReadOnlySet<string> Endorsements);

/// <summary>There are no keys to hold a token against, because they could not be had yet.</summary>
sealed class SigningKeysMissing() : Exception("Teams' signing keys haven't been fetched yet.");

/// <summary>
/// The keys that the channel signs with, by <c>kid</c>: fetched once, again after a day, and when a key is not known,
/// at most every ten seconds, so that whoever makes keys up causes no storm. When they cannot be fetched the last ones
/// hold.
/// </summary>
sealed class SigningKeys(HttpClient http, Uri metadata, TimeProvider time)
{
    /// <summary>Keys are changed with weeks of notice; some SDKs' five days were too long all the same.</summary>
    static readonly TimeSpan Fresh = TimeSpan.FromHours(24);

    static readonly TimeSpan Apart = TimeSpan.FromSeconds(10),
        Patience = TimeSpan.FromSeconds(5);

    /// <summary>As long as there are no keys nobody can be let in: then they are asked for more often.</summary>
    static readonly TimeSpan Urgent = TimeSpan.FromSeconds(1);

    const int ShortestRsa = 2048;

    readonly Lock gate = new();
    volatile Dictionary<string, EndorsedKey>? keys;
    Task fetching = Task.CompletedTask;
    long fetchedAt,
        triedAt;
    bool tried;

    /// <summary>Why the last fetch failed, or none.</summary>
    public string? Problem { get; private set; }

    /// <summary>How old the keys are, or none if there are none.</summary>
    public TimeSpan? Age => keys is null ? null : time.GetElapsedTime(Volatile.Read(ref fetchedAt));

    /// <summary>The key of that id, or none if the channel has no such key.</summary>
    /// <exception cref="SigningKeysMissing">There are no keys at all.</exception>
    public async Task<EndorsedKey?> FindAsync(string kid, CancellationToken cancellationToken)
    {
        if (keys?.TryGetValue(kid, out var known) == true)
        {
            if (Age > Fresh)
                _ = RefreshAsync();
            return known;
        }
        await RefreshAsync().WaitAsync(cancellationToken);
        if (keys is null)
        {
            await Task.Delay(Urgent, time, cancellationToken);
            await RefreshAsync().WaitAsync(cancellationToken);
        }
        return (keys ?? throw new SigningKeysMissing()).GetValueOrDefault(kid);
    }

    /// <summary>Whether that very key still counts.</summary>
    public bool Holds(string kid, EndorsedKey key) =>
        keys?.TryGetValue(kid, out var now) == true && ReferenceEquals(now, key) && Age <= Fresh;

    /// <summary>Fetches them, unless that was tried a moment ago; who comes meanwhile waits for the same.</summary>
    public Task RefreshAsync()
    {
        lock (gate)
        {
            if (!fetching.IsCompleted || (tried && time.GetElapsedTime(triedAt) < (keys is null ? Urgent : Apart)))
                return fetching;
            (tried, triedAt) = (true, time.GetTimestamp());
            return fetching = Task.Run(FetchAsync);
        }
    }

    async Task FetchAsync()
    {
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        try
        {
            var configuration = await GetAsync(metadata, limit.Token);
            if (
                !Uri.TryCreate(configuration.Text("jwks_uri"), UriKind.Absolute, out var where)
                || (where.Scheme != Uri.UriSchemeHttps && !where.IsLoopback)
            )
                throw new JsonException("The metadata gives no address for the keys.");
            var found = Read((await GetAsync(where, limit.Token)).GetRawText());
            if (found.Count == 0)
                throw new JsonException("There are no keys.");
            // What has not changed stays the same, for those who remember it.
            var before = keys;
            keys = found.ToDictionary(
                one => one.Key,
                one => before?.TryGetValue(one.Key, out var old) == true && IsSame(old, one.Value) ? old : one.Value
            );
            Volatile.Write(ref fetchedAt, time.GetTimestamp());
            Problem = null;
        }
        catch (Exception fault)
        {
            // Whatever comes from there: the last keys hold.
            Problem = fault is OperationCanceledException ? "no answer in time" : fault.Message;
        }
    }

    async Task<JsonElement> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(address, cancellationToken);
        response.EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return json.RootElement.Clone();
    }

    static Dictionary<string, EndorsedKey> Read(string json)
    {
        var found = new Dictionary<string, EndorsedKey>();
        foreach (var key in new JsonWebKeySet(json).Keys)
            if (IsStrong(key))
                found[key.Kid] = new EndorsedKey(key, Endorsements(key));
        return found;
    }

    /// <summary>Whether a key can be used at all; one that is written wrongly cannot.</summary>
    static bool IsStrong(JsonWebKey key)
    {
        try
        {
            return key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Kid.Length: > 0, KeySize: >= ShortestRsa };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    static HashSet<string> Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var given)
        && given is JsonElement { ValueKind: JsonValueKind.Array } array
            ?
            [
                .. array
                    .EnumerateArray()
                    .Where(one => one.ValueKind == JsonValueKind.String)
                    .Select(one => one.GetString())
                    .OfType<string>(),
            ]
            : [];

    static bool IsSame(EndorsedKey one, EndorsedKey other) =>
        one.Key is JsonWebKey a
        && other.Key is JsonWebKey b
        && a.N == b.N
        && a.E == b.E
        && one.Endorsements.SetEquals(other.Endorsements);
}
