using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace SalesBot.Platforms.Teams.Wire;

/// <summary>What the connector answered: its JSON, if it was some; when it wants to be asked again.</summary>
sealed record ConnectorAnswer(int Status, JsonElement Body, TimeSpan? RetryAfter = null)
{
    public bool Ok => Status is >= 200 and < 300;

    /// <summary>The id of what was sent or begun; a typing activity has none.</summary>
    public string? Id => Body.Text("id");

    /// <summary>Teams' word for what is wrong, in one of the shapes it has.</summary>
    public string Error => Body.Text("error", "code") ?? Body.Text("subCode") ?? Body.Text("error") ?? Nested() ?? $"{Status}";

    /// <summary>Where the bot is blocked, the message is JSON in a text.</summary>
    string? Nested()
    {
        try
        {
            return Body.Text("message") is { } text && text.StartsWith('{')
                ? JsonSerializer.Deserialize(text, ElementJson.Default.JsonElement).Text("subCode") : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(JsonElement))]
sealed partial class ElementJson : System.Text.Json.Serialization.JsonSerializerContext;

/// <summary>
/// The connector's REST calls (github.com/microsoft/botbuilder-dotnet, Swagger/ConnectorAPI.json). A token that is refused is fetched anew once. The caller
/// answers for the service address: the bot's token goes there.
/// </summary>
sealed class ConnectorClient(HttpClient http, BotTokens? tokens, string scope)
{
    const int PageSize = 500, MostBytes = 1_000_000;

    /// <summary>Says something in a conversation.</summary>
    public Task<ConnectorAnswer> SendAsync(Uri service, string conversation, OutboundActivity activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, At(service, conversation, "activities"), TeamsJson.Write(activity), cancellationToken);

    /// <summary>Says something in answer to an activity.</summary>
    public Task<ConnectorAnswer> ReplyAsync(Uri service, string conversation, string activityId, OutboundActivity activity,
        CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, At(service, conversation, "activities", activityId), TeamsJson.Write(activity with { ReplyToId = activityId }),
            cancellationToken);

    /// <summary>Puts something in the place of what the bot has said.</summary>
    public Task<ConnectorAnswer> UpdateAsync(Uri service, string conversation, string activityId, OutboundActivity activity,
        CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Put, At(service, conversation, "activities", activityId), TeamsJson.Write(activity), cancellationToken);

    /// <summary>Takes back what the bot has said.</summary>
    public Task<ConnectorAnswer> DeleteAsync(Uri service, string conversation, string activityId, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Delete, At(service, conversation, "activities", activityId), null, cancellationToken);

    /// <summary>Begins a conversation.</summary>
    public Task<ConnectorAnswer> CreateAsync(Uri service, ConversationParameters parameters, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, new Uri(service, "v3/conversations"), TeamsJson.Write(parameters), cancellationToken);

    /// <summary>Who somebody of a conversation is.</summary>
    public Task<ConnectorAnswer> MemberAsync(Uri service, string conversation, string member, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Get, At(service, conversation, "members", member), null, cancellationToken);

    /// <summary>Everybody of a conversation, page by page; ends where a page cannot be had.</summary>
    public async IAsyncEnumerable<JsonElement> MembersAsync(Uri service, string conversation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var query = $"?pageSize={PageSize}{(next is null ? "" : $"&continuationToken={Uri.EscapeDataString(next)}")}";
            var page = await CallAsync(HttpMethod.Get, new Uri(At(service, conversation, "pagedmembers") + query), null, cancellationToken);
            if (!page.Ok)
                yield break;
            foreach (var member in page.Body.Items("members"))
                yield return member;
            next = page.Body.Text("continuationToken") is { Length: > 0 } token && token != next ? token : null;
        }
        while (next is not null);
    }

    static Uri At(Uri service, string conversation, params ReadOnlySpan<string> rest)
    {
        var path = new StringBuilder("v3/conversations/").Append(Part(conversation));
        foreach (var part in rest)
            path.Append('/').Append(Part(part));
        return new Uri(service, path.ToString());
    }

    /// <summary>Ids hold semicolons, colons and whatever else; a part of dots only would climb up.</summary>
    static string Part(string id) => id.Trim('.').Length == 0 ? throw new ArgumentException("An id of dots only is none.") : Uri.EscapeDataString(id);

    async Task<ConnectorAnswer> CallAsync(HttpMethod method, Uri address, string? json, CancellationToken cancellationToken)
    {
        var token = tokens is null ? null : await tokens.GetAsync(scope, cancellationToken);
        var answer = await OnceAsync(method, address, json, token, cancellationToken);
        if (answer.Status != (int)HttpStatusCode.Unauthorized || tokens is null || token is null)
            return answer;
        tokens.Forget(scope, token);
        return await OnceAsync(method, address, json, await tokens.GetAsync(scope, cancellationToken), cancellationToken);
    }

    async Task<ConnectorAnswer> OnceAsync(HttpMethod method, Uri address, string? json, string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return new ConnectorAnswer((int)response.StatusCode, await BodyAsync(response, cancellationToken),
            After(response.Headers.RetryAfter, response.Headers.Date));
    }

    /// <summary>
    /// The JSON of an answer. The status has said what became of the call: a body that is none, or longer than any, or breaks off, changes nothing.
    /// </summary>
    static async Task<JsonElement> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            using var body = new MemoryStream();
            var buffer = new byte[16 * 1024];
            while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var count && body.Length + count <= MostBytes)
                body.Write(buffer, 0, count);
            return Parse(body.ToArray());
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return default;
        }
    }

    static TimeSpan? After(RetryConditionHeaderValue? header, DateTimeOffset? now) =>
        header?.Delta ?? (header?.Date is { } date && date > now ? date - now : null);

    static JsonElement Parse(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
