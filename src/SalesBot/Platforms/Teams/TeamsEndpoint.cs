using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SalesBot.People;
using SalesBot.Platforms.Shared;
using SalesBot.Platforms.Teams.Wire;
using SalesBot.Storage;

namespace SalesBot.Platforms.Teams;

/// <summary>
/// Teams over HTTP: an activity is read, because its token has to fit it; then the token is looked at; only then anything is done with it. Every refusal looks
/// the same.
/// </summary>
sealed partial class TeamsEndpoint(
    TeamsDoor door, ServiceUrls services, TeamsIdentity identity, IOptions<TeamsOptions> options, TimeProvider time, ILogger<TeamsEndpoint> log,
    ActivityToken? token = null)
{
    /// <summary>Where Teams is told to send activities.</summary>
    public const string Messages = "/api/messages";

    const int MostBytes = 256 * 1024;
    const string Channel = "msteams", Json = "application/json";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    readonly OnceInAWhile telling = new(TimeSpan.FromMinutes(1), time);

    /// <summary>Answers at the one address; nothing else of the host comes before that.</summary>
    public Task InvokeAsync(HttpContext http, Func<Task> next) => http.Request.Path == Messages ? TryAsync(http) : next();

    async Task TryAsync(HttpContext http)
    {
        try
        {
            var answer = await AnswerAsync(http);
            http.Response.StatusCode = answer.Status;
            if (answer.Json is null)
                return;
            http.Response.ContentType = Json;
            await http.Response.WriteAsync(answer.Json);
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

    async Task<TeamsAnswer> AnswerAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = HttpMethods.Post;
            return new TeamsAnswer(StatusCodes.Status405MethodNotAllowed);
        }
        if (http.Request.Headers.ContainsKey(HeaderNames.ContentEncoding))
            return new TeamsAnswer(StatusCodes.Status415UnsupportedMediaType);
        if (await ReadAsync(http) is not { } body)
            return new TeamsAnswer(StatusCodes.Status413PayloadTooLarge);
        if (TeamsJson.Read(body) is not { Type.Length: > 0 } activity)
            return TeamsAnswer.Unreadable;
        return await RefusalAsync(http, activity) ?? await door.TakeAsync(activity);
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

    /// <summary>What is said to who is not let in, or none.</summary>
    async Task<TeamsAnswer?> RefusalAsync(HttpContext http, Activity activity)
    {
        if (!IsAnonymousAllowed(http))
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
            limit.CancelAfter(Patience);
            try
            {
                var header = http.Request.Headers.Authorization;
                var why = token is null ? "nobody is let in"
                    : await token.RefusalAsync(header.Count == 1 ? header[0] : null, activity.ChannelId, activity.ServiceUrl, limit.Token);
                if (why is not null)
                    return Refuse(StatusCodes.Status401Unauthorized, why);
            }
            catch (Exception fault) when (fault is SigningKeysMissing || (fault is OperationCanceledException && !http.RequestAborted.IsCancellationRequested))
            {
                return Refuse(StatusCodes.Status503ServiceUnavailable, fault.Message);
            }
            if (activity.ChannelId != Channel)
                return Refuse(StatusCodes.Status403Forbidden, "another channel than Teams");
        }
        return services.Allowed(activity.ServiceUrl) is null ? Refuse(StatusCodes.Status403Forbidden, "a service address to which no token may go")
            : !identity.Serves(activity.Tenant) ? Refuse(StatusCodes.Status403Forbidden, "another directory, or none") : null;
    }

    /// <summary>Only where that is asked for, from this very machine and to it; another site's page cannot send JSON here unasked.</summary>
    bool IsAnonymousAllowed(HttpContext http) => options.Value.DangerouslyAllowAnonymous && http.Request.Headers.Authorization.Count == 0
        && Callers.IsOnLoopback(http) && MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase);

    TeamsAnswer Refuse(int status, string why)
    {
        if (telling.IsDue())
            Refused(log, why);
        return new TeamsAnswer(status);
    }

    [LoggerMessage(90, LogLevel.Warning, "A request to the Teams address was refused: {Why}; more such are not told for a minute")]
    static partial void Refused(ILogger log, string why);

    [LoggerMessage(91, LogLevel.Error, "What Teams brought was not kept, and comes again: {Reason}")]
    static partial void NotKept(ILogger log, string reason);
}
