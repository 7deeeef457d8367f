using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace SalesBot.Platforms.Slack.Wire;

/// <summary>
/// What the Web API answered: only with status 200 a body counts, and in it <c>ok</c>. <c>RetryAfter</c> comes with
/// 429, and with <c>ratelimited</c>.
/// </summary>
sealed record WebApiAnswer(int Status, JsonElement Body, TimeSpan? RetryAfter = null)
{
    /// <summary>What the token allows, where Slack says so.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    public bool Ok => Status == 200 && Body.Is("ok");

    /// <summary>Slack's word for what is wrong, or none.</summary>
    public string? Error =>
        Ok ? null
        : Status == 429 ? "ratelimited"
        : Body.Text("error");

    /// <summary>Whether it is too much now; two spellings are about.</summary>
    public bool IsThrottled => Error is "ratelimited" or "rate_limited";

    /// <summary>Whether the token is of no use any more, so that nothing else will work either.</summary>
    public bool IsDeadToken =>
        Error
            is "invalid_auth"
                or "account_inactive"
                or "token_revoked"
                or "token_expired"
                or "not_authed"
                or "user_removed_from_team"
                or "team_disabled"
                or "not_allowed_token_type";
}

/// <summary>
/// Slack's Web API (docs.slack.dev/apis/web-api): methods by name, arguments as a form, which every method takes, the
/// token in the header.
/// </summary>
sealed class WebApi(HttpClient http, Uri api, string token)
{
    /// <summary>Where Slack's API is.</summary>
    public const string Slack = "https://slack.com/api/";

    /// <summary>Where the API of this one is.</summary>
    public Uri Address => api;

    /// <summary>
    /// Calls a method. Arguments that are none are left out; objects are written as JSON by the caller.
    /// </summary>
    /// <exception cref="HttpRequestException">There was no answer, or it is too long.</exception>
    /// <exception cref="JsonException">The answer is not JSON.</exception>
    public async Task<WebApiAnswer> CallAsync(
        string method,
        CancellationToken cancellationToken,
        params IEnumerable<(string Name, string? Value)> arguments
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(api, method))
        {
            Content = new FormUrlEncodedContent(
                arguments
                    .Where(argument => argument.Value is not null)
                    .Select(argument => KeyValuePair.Create(argument.Name, argument.Value))
            ),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request, cancellationToken);
        var (status, after) = ((int)response.StatusCode, response.Headers.RetryAfter?.Delta);
        if (status != 200)
            return new WebApiAnswer(status, default, after);
        using var body = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return new WebApiAnswer(status, body.RootElement.Clone(), after)
        {
            Scopes = response.Headers.TryGetValues("x-oauth-scopes", out var scopes)
                ?
                [
                    .. string.Join(',', scopes)
                        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                ]
                : null,
        };
    }

    /// <summary>
    /// Posts to a <c>response_url</c>, which is its own permission: no token goes along. It takes five messages within
    /// half an hour (docs.slack.dev/interactivity/handling-user-interaction).
    /// </summary>
    /// <returns>The status; any but 200 means that the address is of no use any more.</returns>
    public async Task<(int Status, TimeSpan? RetryAfter)> RespondAsync(
        Uri responseUrl,
        ResponseMessage message,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, responseUrl)
        {
            Content = new StringContent(SlackJson.Write(message), Encoding.UTF8, "application/json"),
        };
        using var response = await http.SendAsync(request, cancellationToken);
        return ((int)response.StatusCode, response.Headers.RetryAfter?.Delta);
    }
}
