using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using SalesBot.Platforms.Shared;
using SalesBot.Platforms.Slack.Wire;
using SalesBot.Storage;

namespace SalesBot.Platforms.Slack;

/// <summary>
/// Slack over HTTP. A request counts if its signature over the very bytes is right; then it is read, kept, and answered
/// at once. Every refusal looks the same.
/// </summary>
sealed partial class SlackEndpoints(
    SlackDoor door,
    IOptions<SlackOptions> options,
    TimeProvider time,
    ILogger<SlackEndpoints> log
)
{
    /// <summary>Where Slack is told to send what.</summary>
    public const string Events = "/slack/events",
        Commands = "/slack/commands",
        Interactivity = "/slack/interactivity";

    static readonly PathString[] Paths = [Events, Commands, Interactivity];

    const string Form = "application/x-www-form-urlencoded",
        Json = "application/json";
    const int MostFields = 100;

    readonly OnceInAWhile telling = new(TimeSpan.FromMinutes(1), time);

    /// <summary>
    /// Answers at the three addresses, each of which takes whatever Slack sends; nothing else of the host comes before
    /// that.
    /// </summary>
    public Task InvokeAsync(HttpContext http, Func<Task> next) =>
        HttpMethods.IsPost(http.Request.Method) && Paths.Contains(http.Request.Path) ? TryAsync(http) : next();

    async Task TryAsync(HttpContext http)
    {
        try
        {
            await AnswerAsync(http);
        }
        catch (BadHttpRequestException fault)
        {
            http.Response.StatusCode = fault.StatusCode;
        }
        catch (StorageFault fault)
        {
            // Slack brings it again.
            NotKept(log, fault.Message);
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    async Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Headers.ContainsKey(HeaderNames.ContentEncoding))
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }
        using var body = new MemoryStream((int)Math.Clamp(http.Request.ContentLength ?? 0, 0, 64 * 1024));
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        var form = IsMedia(http, Form) ? FormReader(bytes) : null;
        // Slack's own look at whether the address answers carries no signature, and nothing else.
        if (form?.GetValueOrDefault("ssl_check") == "1" && !form.ContainsKey("payload") && !form.ContainsKey("command"))
            return;
        if (!IsSigned(http, bytes.Span))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        await WriteAsync(http, await TakeAsync(http, bytes, form));
    }

    bool IsSigned(HttpContext http, ReadOnlySpan<byte> body)
    {
        var now = time.GetUtcNow();
        if (
            SlackSignature.IsRight(
                body,
                Single(http.Request.Headers[SlackSignature.TimestampHeader]),
                Single(http.Request.Headers[SlackSignature.SignatureHeader]),
                [options.Value.SigningSecret, options.Value.PreviousSigningSecret],
                now
            )
        )
            return true;
        if (telling.IsDue())
            Unsigned(log);
        return false;
    }

    static string? Single(StringValues header) => header.Count == 1 ? header[0] : null;

    /// <summary>What was sent, taken in; none if nobody can read it.</summary>
    async Task<DoorAnswer?> TakeAsync(
        HttpContext http,
        ReadOnlyMemory<byte> body,
        IReadOnlyDictionary<string, string>? form
    )
    {
        if (form?.GetValueOrDefault("payload") is { } payload)
            return SlackJson.Parse(System.Text.Encoding.UTF8.GetBytes(payload)) is { } interaction
                ? await door.InteractionAsync(interaction)
                : null;
        if (form is not null)
            return form.ContainsKey("command") ? await door.CommandAsync(form.GetValueOrDefault) : null;
        if (!IsMedia(http, Json) || SlackJson.Parse(body) is not { } envelope)
            return null;
        return envelope.Text("type") == "url_verification" && envelope.Text("challenge") is { } challenge
            ? new DoorAnswer(
                true,
                $$"""{"challenge":{{JsonSerializer.Serialize(challenge, BlockJson.Default.String)}}}"""
            )
            : await door.EventAsync(envelope);
    }

    static bool IsMedia(HttpContext http, string media) =>
        MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
        && type.MediaType.Equals(media, StringComparison.OrdinalIgnoreCase);

    /// <summary>The fields, each once; none if it is no such form.</summary>
    static Dictionary<string, string>? FormReader(ReadOnlyMemory<byte> body)
    {
        if (!System.Text.Unicode.Utf8.IsValid(body.Span))
            return null;
        var fields = new Dictionary<string, string>();
        foreach (var pair in new QueryStringEnumerable(System.Text.Encoding.UTF8.GetString(body.Span)))
            if (
                fields.Count >= MostFields
                || !fields.TryAdd(pair.DecodeName().ToString(), pair.DecodeValue().ToString())
            )
                return null;
        return fields;
    }

    async Task WriteAsync(HttpContext http, DoorAnswer? answer)
    {
        http.Response.StatusCode =
            answer is null ? StatusCodes.Status400BadRequest
            : answer.IsTaken ? StatusCodes.Status200OK
            : StatusCodes.Status503ServiceUnavailable;
        if (answer?.Json is { } json)
        {
            http.Response.ContentType = Json;
            await http.Response.WriteAsync(json);
        }
        if (answer is not null)
            door.Follow(answer);
    }

    [LoggerMessage(
        76,
        LogLevel.Warning,
        "A request to the Slack addresses was not signed by Slack, or its clock is more than five minutes off; more such are not told for a minute"
    )]
    static partial void Unsigned(ILogger log);

    [LoggerMessage(78, LogLevel.Error, "What Slack brought was not kept, and comes again: {Reason}")]
    static partial void NotKept(ILogger log, string reason);
}
