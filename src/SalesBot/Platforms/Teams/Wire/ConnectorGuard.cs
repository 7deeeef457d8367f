using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace SalesBot.Platforms.Teams.Wire;

/// <summary>
/// What stands between the SDK's connector and the network. It adds the bot's token and fetches a new one once where it
/// is refused; of an answer it reads a megabyte and no more. The status says what became of a call: a body of success
/// that is no JSON object, or breaks off, becomes an empty one, for the SDK would call that a failure of what has
/// arrived.
/// </summary>
sealed class ConnectorGuard(HttpClient http, BotTokens? tokens, string scope) : HttpMessageHandler
{
    /// <summary>
    /// A header with this name becomes a part of the query, for which the SDK's calls have no place; its value is
    /// <c>name=value</c>.
    /// </summary>
    public const string QueryHeader = "x-salesbot-query";

    const int MostBytes = 1_000_000,
        BufferBytes = 16 * 1024;

    static readonly byte[] Nothing = "{}"u8.ToArray();

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var token = tokens is null ? null : await tokens.GetAsync(scope, cancellationToken);
        var answer = await OnceAsync(request, token, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.Unauthorized || tokens is null || token is null)
            return answer;
        answer.Dispose();
        tokens.Forget(scope, token);
        return await OnceAsync(request, await tokens.GetAsync(scope, cancellationToken), cancellationToken);
    }

    async Task<HttpResponseMessage> OnceAsync(
        HttpRequestMessage request,
        string? token,
        CancellationToken cancellationToken
    )
    {
        // The content is lent, not given: it may have to be sent once more.
        var sent = new HttpRequestMessage(request.Method, AddressOf(request)) { Content = request.Content };
        if (token is not null)
            sent.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(sent, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var body = await BodyAsync(response, cancellationToken);
        var answer = new HttpResponseMessage(response.IsSuccessStatusCode ? HttpStatusCode.OK : response.StatusCode)
        {
            Content = new ByteArrayContent(response.IsSuccessStatusCode && !IsObject(body) ? Nothing : body),
            RequestMessage = request,
        };
        answer.Headers.RetryAfter = response.Headers.RetryAfter;
        answer.Headers.Date = response.Headers.Date;
        return answer;
    }

    static Uri AddressOf(HttpRequestMessage request)
    {
        var address = request.RequestUri ?? throw new InvalidOperationException("A call without an address.");
        return request.Headers.TryGetValues(QueryHeader, out var more)
            ? new UriBuilder(address)
            {
                Query = string.Join('&', more.Prepend(address.Query.TrimStart('?')).Where(part => part.Length > 0)),
            }.Uri
            : address;
    }

    static async Task<byte[]> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            using var body = new MemoryStream();
            while (
                await stream.ReadAsync(buffer, cancellationToken) is > 0 and var count
                && body.Length + count <= MostBytes
            )
                body.Write(buffer, 0, count);
            return body.ToArray();
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return [];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    static bool IsObject(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
