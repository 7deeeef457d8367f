using Microsoft.Bot.Builder;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SalesBot.People;
using SalesBot.Platforms.Shared;
using SalesBot.Platforms.Teams.Wire;
using SalesBot.Storage;

namespace SalesBot.Platforms.Teams;

/// <summary>
/// Teams over HTTP: an activity is read, because its token has to fit it; then the token is looked at; only then
/// anything is done with it. Every refusal looks the same, and says nothing.
/// </summary>
sealed partial class TeamsEndpoint(
    TeamsAdapter adapter,
    IOptions<TeamsOptions> options,
    TimeProvider time,
    ILogger<TeamsEndpoint> log
)
{
    /// <summary>Where Teams is told to send activities.</summary>
    public const string Messages = "/api/messages";

    const int MostBytes = 256 * 1024;
    const string Json = "application/json";

    readonly OnceInAWhile telling = new(TimeSpan.FromMinutes(1), time);

    /// <summary>Answers at the one address; nothing else of the host comes before that.</summary>
    public Task InvokeAsync(HttpContext http, Func<Task> next) =>
        http.Request.Path == Messages ? TryAsync(http) : next();

    async Task TryAsync(HttpContext http)
    {
        try
        {
            await WriteAsync(http.Response, await AnswerAsync(http));
        }
        catch (TeamsRefusal refusal)
        {
            if (refusal.Why is { } why && telling.IsDue())
                Refused(log, why);
            http.Response.StatusCode = refusal.Status;
        }
        catch (BadHttpRequestException fault)
        {
            http.Response.StatusCode = fault.StatusCode;
        }
        catch (StorageFault fault)
        {
            // Teams brings it again, or its sender does.
            NotKept(log, fault.Message);
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    async Task<InvokeResponse?> AnswerAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = HttpMethods.Post;
            throw new TeamsRefusal(StatusCodes.Status405MethodNotAllowed);
        }
        if (http.Request.Headers.ContainsKey(HeaderNames.ContentEncoding))
            throw new TeamsRefusal(StatusCodes.Status415UnsupportedMediaType);
        if (await ReadAsync(http) is not { } body)
            throw new TeamsRefusal(StatusCodes.Status413PayloadTooLarge);
        if (ActivityJson.Read(body) is not { Type.Length: > 0 } activity)
            throw TeamsRefusal.Unreadable();
        var header = http.Request.Headers.Authorization;
        return await adapter.TakeAsync(
            activity,
            header.Count == 1 ? header[0] : null,
            IsAnonymousAllowed(http),
            http.RequestAborted
        );
    }

    /// <summary>What the turn answers: nothing, or a status and what an invoke wants to have.</summary>
    static async Task WriteAsync(HttpResponse response, InvokeResponse? answer)
    {
        response.StatusCode = answer?.Status ?? StatusCodes.Status200OK;
        if (answer?.Body is not { } body)
            return;
        response.ContentType = Json;
        await response.WriteAsync(SdkJson.Write(body));
    }

    /// <summary>The body; none if it is longer than any activity.</summary>
    static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext http)
    {
        if (http.Request.ContentLength > MostBytes)
            return null;
        using var body = new MemoryStream((int)(http.Request.ContentLength ?? 4096));
        var buffer = new byte[16 * 1024];
        while (await http.Request.Body.ReadAsync(buffer, http.RequestAborted) is > 0 and var count)
        {
            if (body.Length + count > MostBytes)
                return null;
            body.Write(buffer, 0, count);
        }
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    /// <summary>
    /// Only where that is asked for, from this very machine and to it; another site's page cannot send JSON here
    /// unasked.
    /// </summary>
    bool IsAnonymousAllowed(HttpContext http) =>
        options.Value.DangerouslyAllowAnonymous
        && http.Request.Headers.Authorization.Count == 0
        && Callers.IsOnLoopback(http)
        && MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
        && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(
        90,
        LogLevel.Warning,
        "A request to the Teams address was refused: {Why}; more such are not told for a minute"
    )]
    static partial void Refused(ILogger log, string why);

    [LoggerMessage(91, LogLevel.Error, "What Teams brought was not kept, and comes again: {Reason}")]
    static partial void NotKept(ILogger log, string reason);
}
