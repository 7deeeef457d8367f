using System.Net;
using System.Text.Json;
using SalesBot.Chat;

namespace SalesBot.Messaging;

/// <summary>What a platform answered: its JSON, or why there is none to be believed.</summary>
sealed record HttpAnswer(JsonElement Body, Delivery? Fault);

/// <summary>
/// Calls a platform over HTTP as one calls somebody who may be down, slow, throttled or lying: no redirect is followed, for the token would go along; of the
/// body a megabyte is read and no more; and each end is told as a <see cref="Delivery"/>.
/// </summary>
sealed class GuardedHttp : IDisposable
{
    const int MostBytes = 1_000_000;

    /// <summary>For who throttles without saying how long.</summary>
    static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(30);

    readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(5),
        AutomaticDecompression = DecompressionMethods.None, MaxResponseHeadersLength = 32,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Sends a request; the token limits all of it.</summary>
    public async Task<HttpAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return Fault(response) is { } fault ? new HttpAnswer(default, fault) : await ReadAsync(response, cancellationToken);
        }
        catch (HttpRequestException fault)
        {
            return new HttpAnswer(default, new Delivery.Failed($"It could not be reached: {fault.HttpRequestError}."));
        }
        catch (IOException)
        {
            return new HttpAnswer(default, new Delivery.Failed("The answer broke off."));
        }
    }

    static Delivery? Fault(HttpResponseMessage response)
    {
        var (status, after) = ((int)response.StatusCode, RetryAfter(response));
        return status switch
        {
            >= 200 and < 300 => null,
            429 => new Delivery.Throttled(after ?? UsualPause),
            // Microsoft asks to try 412 again, as one does what is the server's fault.
            408 or 412 or >= 500 => new Delivery.Failed($"It answered {status}.", after),
            >= 300 and < 400 => new Delivery.Refused($"It answered {status} and points elsewhere, where nothing is sent."),
            _ => new Delivery.Refused($"It answered {status}."),
        };
    }

    static TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter is not { } header ? null
        : header.Delta ?? (header.Date is { } date && response.Headers.Date is { } now && date > now ? date - now : null);

    static async Task<HttpAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[16 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            body.Write(buffer, 0, read);
            if (body.Length > MostBytes)
                return new HttpAnswer(default, new Delivery.Failed($"Its answer is longer than {MostBytes:N0} bytes."));
        }
        try
        {
            using var json = JsonDocument.Parse(body.ToArray());
            return new HttpAnswer(json.RootElement.Clone(), null);
        }
        catch (JsonException)
        {
            return new HttpAnswer(default, new Delivery.Failed("Its answer is not JSON."));
        }
    }

    public void Dispose() => client.Dispose();
}
