using System.Net;
using System.Text.Json;
using SalesBot.Chat;

namespace SalesBot.Messaging;

/// <summary>What a platform answered: its JSON, or why there is none to be believed.</summary>
sealed record HttpAnswer(JsonElement Body, Delivery? Fault);

/// <summary>
/// Calls a platform over HTTP as one calls somebody who may be down, slow, throttled or lying: no redirect is followed,
/// for the token would go along; of the body a megabyte is read and no more; and each end is told as a <see
/// cref="Delivery"/>.
/// </summary>
sealed class GuardedHttp : IDisposable
{
    const int MostBytes = 1_000_000;

    /// <summary>For who throttles without saying how long.</summary>
    static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(30);

    /// <summary>Calls so; each call needs a token that limits it.</summary>
    public HttpClient Client { get; } =
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                ConnectTimeout = TimeSpan.FromSeconds(5),
                AutomaticDecompression = DecompressionMethods.None,
                MaxResponseHeadersLength = 32,
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = MostBytes,
        };

    /// <summary>Sends a request; the token limits all of it.</summary>
    public async Task<HttpAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await Client.SendAsync(
                request,
                HttpCompletionOption.ResponseContentRead,
                cancellationToken
            );
            if (Fault((int)response.StatusCode, RetryAfter(response)) is { } fault)
                return new HttpAnswer(default, fault);
            using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            return new HttpAnswer(json.RootElement.Clone(), null);
        }
        catch (Exception fault) when (Fault(fault) is { } delivery)
        {
            return new HttpAnswer(default, delivery);
        }
    }

    /// <summary>What an exception of a call means, or none if it is a fault of ours.</summary>
    public static Delivery? Fault(Exception fault) =>
        fault switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
                new Delivery.Failed($"Its answer is longer than {MostBytes:N0} bytes."),
            HttpRequestException http => new Delivery.Failed($"It could not be reached: {http.HttpRequestError}."),
            OperationCanceledException { InnerException: TimeoutException } => new Delivery.Failed(
                "It could not be reached in time."
            ),
            IOException => new Delivery.Failed("The answer was cut off."),
            JsonException => new Delivery.Failed("Its answer is not JSON."),
            _ => null,
        };

    /// <summary>What a status means, or none if it is one of success.</summary>
    public static Delivery? Fault(int status, TimeSpan? after) =>
        status switch
        {
            >= 200 and < 300 => null,
            429 => new Delivery.Throttled(after ?? UsualPause),
            // Microsoft asks to try 412 again, as one does what is the server's fault.
            408 or 412 or >= 500 => new Delivery.Failed($"It answered {status}.", after),
            >= 300 and < 400 => new Delivery.Refused(
                $"It answered with a redirect ({status}), which SalesBot doesn't follow."
            ),
            _ => new Delivery.Refused($"It answered {status}."),
        };

    static TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter is not { } header
            ? null
            : header.Delta
                ?? (header.Date is { } date && response.Headers.Date is { } now && date > now ? date - now : null);

    public void Dispose() => Client.Dispose();
}
