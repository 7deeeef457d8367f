using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace SalesBot.Platforms.Teams.Wire;

/// <summary>A token, until when it is good.</summary>
sealed record AccessToken(string Value, DateTimeOffset ExpiresAt);

/// <summary>
/// Gets a token for a scope, such as <c>https://api.botframework.com/.default</c>; <c>isRefused</c>: the last one is of
/// no use.
/// </summary>
/// <exception cref="TokenFault">There is none.</exception>
delegate Task<AccessToken> TokenSource(string scope, bool isRefused, CancellationToken cancellationToken);

/// <summary>The directory gives no token; <c>IsFinal</c>: nor will it until somebody changes something.</summary>
sealed class TokenFault(string message, bool isFinal, TimeSpan? after = null) : Exception(message)
{
    public bool IsFinal => isFinal;

    /// <summary>When it wants to be asked again.</summary>
    public TimeSpan? After => after;
}

/// <summary>
/// The bot's own tokens, for the connector and for Graph: one for each scope, fetched anew before it ends, by one
/// caller for all.
/// </summary>
sealed class BotTokens(TokenSource source, TimeProvider time)
{
    /// <summary>So long before its end a token is fetched anew.</summary>
    static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    readonly SemaphoreSlim gate = new(1);
    readonly Dictionary<string, AccessToken> tokens = [];
    readonly HashSet<string> refused = [];

    /// <summary>A token for that scope.</summary>
    /// <exception cref="TokenFault">There is none.</exception>
    public async Task<string> GetAsync(string scope, CancellationToken cancellationToken)
    {
        lock (tokens)
            if (tokens.TryGetValue(scope, out var known) && known.ExpiresAt - Early > time.GetUtcNow())
                return known.Value;
        await gate.WaitAsync(cancellationToken);
        try
        {
            bool isRefused;
            lock (tokens)
            {
                if (tokens.TryGetValue(scope, out var old) && old.ExpiresAt - Early > time.GetUtcNow())
                    return old.Value;
                isRefused = refused.Contains(scope);
            }
            var fresh = await AskAsync(scope, isRefused, cancellationToken);
            lock (tokens)
            {
                tokens[scope] = fresh;
                refused.Remove(scope);
            }
            return fresh.Value;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>
    /// Where the directory does not answer nothing was sent yet: that is another fault than one of the call that needs
    /// the token.
    /// </summary>
    async Task<AccessToken> AskAsync(string scope, bool isRefused, CancellationToken cancellationToken)
    {
        try
        {
            return await source(scope, isRefused, cancellationToken);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            throw new TokenFault("The directory that gives the bot its tokens does not answer.", isFinal: false);
        }
    }

    /// <summary>That token is refused: the next one is fetched.</summary>
    public void Forget(string scope, string token)
    {
        lock (tokens)
            if (tokens.TryGetValue(scope, out var known) && known.Value == token)
            {
                tokens.Remove(scope);
                refused.Add(scope);
            }
    }
}

/// <summary>Where the bot's tokens come from, by kind of credential.</summary>
static class TokenSources
{
    /// <summary>
    /// With a client secret: the client credentials grant (RFC 6749, 4.4) at the directory's address.
    /// </summary>
    public static TokenSource Secret(HttpClient http, Uri address, string appId, string secret, TimeProvider time) =>
        async (scope, _, cancellationToken) =>
        {
            using var form = new FormUrlEncodedContent([
                new("grant_type", "client_credentials"),
                new("client_id", appId),
                new("client_secret", secret),
                new("scope", scope),
            ]);
            using var response = await http.PostAsync(address, form, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            using var json = Parse(body);
            if (
                response.StatusCode == HttpStatusCode.OK
                && json?.RootElement.Text("access_token") is { Length: > 0 } token
            )
                return new AccessToken(
                    token,
                    time.GetUtcNow() + TimeSpan.FromSeconds(Math.Clamp(Seconds(json.RootElement), 0, 86_400))
                );
            throw Fault(response, json?.RootElement);
        };

    static TokenFault Fault(HttpResponseMessage response, JsonElement? body)
    {
        var said = body?.Text("error_description") is { } why
            ? why.Split('\n')[0].Trim()
            : body?.Text("error") ?? $"status {(int)response.StatusCode}";
        var isFinal =
            response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
            && body?.Text("error") is not (null or "temporarily_unavailable");
        return new TokenFault(
            $"The directory refused to give the bot a token: {said}",
            isFinal,
            After(response.Headers.RetryAfter)
        );
    }

    static TimeSpan? After(RetryConditionHeaderValue? header) => header?.Delta;

    static long Seconds(JsonElement body) =>
        body.At("expires_in") switch
        {
            { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var seconds) => seconds,
            { ValueKind: JsonValueKind.String } text when long.TryParse(text.GetString(), out var seconds) => seconds,
            _ => 0,
        };

    static JsonDocument? Parse(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
