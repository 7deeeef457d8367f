using System.Net.WebSockets;
using System.Text.Json;

namespace SalesBot.Platforms.Slack.Wire;

/// <summary>
/// Keeps connections of Socket Mode open until told to stop: a few at once, begun one after the other so that they do not expire together; a new one before
/// the old one goes when Slack asks for that; with growing pauses where it cannot be reached.
/// </summary>
sealed class SocketModeClient(WebApi app, Func<SocketEnvelope, Task<SocketAnswer>> handle, Action<SocketState> told, TimeProvider time)
{
    /// <summary>A second one takes over when the first one goes.</summary>
    const int Connections = 2;

    static readonly TimeSpan Apart = TimeSpan.FromSeconds(10), First = TimeSpan.FromSeconds(1), Longest = TimeSpan.FromSeconds(60);

    int open;
    string? fatal;

    /// <summary>Works until told to stop, or until Slack says that there is no use in it.</summary>
    public async Task RunAsync(CancellationToken stoppingToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async i =>
        {
            await Task.Delay(Apart * i, time, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await KeepOneAsync(ended);
        }));
    }

    async Task KeepOneAsync(CancellationTokenSource ended)
    {
        SocketConnection? old = null;
        while (!ended.IsCancellationRequested)
        {
            var connection = await ConnectAsync(ended);
            if (connection is null)
                break;
            if (old is not null)
                _ = EndAsync(old);
            await Task.WhenAny(connection.Replace, connection.Ended, Task.Delay(Timeout.InfiniteTimeSpan, time, ended.Token));
            if (connection.Replace is { IsCompletedSuccessfully: true, Result: "link_disabled" })
                await GiveUpAsync(ended, "Slack says that Socket Mode is switched off for this app; switch it on and restart.");
            old = connection;
            if (connection.Ended.IsCompleted)
            {
                await EndAsync(connection);
                old = null;
            }
        }
        if (old is not null)
            await EndAsync(old);
    }

    async Task EndAsync(SocketConnection connection)
    {
        await connection.CloseAsync();
        connection.Dispose();
        Tell(Interlocked.Decrement(ref open), null);
    }

    /// <summary>Opens one, however long that takes; none if told to stop, or if it is of no use.</summary>
    async Task<SocketConnection?> ConnectAsync(CancellationTokenSource ended)
    {
        for (var failures = 0; !ended.IsCancellationRequested; failures++)
        {
            var pause = Pause(failures);
            var connection = new SocketConnection(handle);
            try
            {
                var answer = await app.CallAsync("apps.connections.open", ended.Token);
                if (answer.IsDeadToken)
                    await GiveUpAsync(ended, $"Slack refuses the app token: {answer.Error}. Put a right one into Slack:AppToken and restart.");
                else if (answer.Ok && Trusted(answer.Body.Text("url")) is { } url)
                {
                    await connection.OpenAsync(url, ended.Token);
                    Tell(Interlocked.Increment(ref open), null);
                    return connection;
                }
                else
                    Tell(open, answer.Ok ? "Slack names an address for the socket that is not Slack's." : $"Slack opens no socket: {answer.Error ?? $"{answer.Status}"}.");
                if (answer.RetryAfter is { } asked && asked > pause)
                    pause = asked < Longest ? asked : Longest;
            }
            catch (Exception fault) when (fault is HttpRequestException or WebSocketException or TimeoutException or JsonException or IOException
                or OperationCanceledException)
            {
                if (!ended.IsCancellationRequested)
                    Tell(open, $"Slack cannot be reached: {fault.Message}");
            }
            connection.Dispose();
            await Task.Delay(pause, time, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        return null;
    }

    static TimeSpan Pause(int failures)
    {
        var doubled = First * Math.Pow(2, Math.Min(failures, 10));
        return (doubled < Longest ? doubled : Longest) * (0.5 + (Random.Shared.NextDouble() / 2));
    }

    /// <summary>A socket is opened to Slack only; where the API is a stand-in on this machine, also to that.</summary>
    Uri? Trusted(string? url) =>
        !Uri.TryCreate(url, UriKind.Absolute, out var address) ? null
        : address is { Scheme: "wss", UserInfo: "" } && (address.Host == "slack.com" || address.Host.EndsWith(".slack.com", StringComparison.OrdinalIgnoreCase))
            ? address
        : app.Address.IsLoopback && address is { Scheme: "ws" or "wss", IsLoopback: true } ? address : null;

    async Task GiveUpAsync(CancellationTokenSource ended, string reason)
    {
        fatal = reason;
        Tell(open, reason);
        await ended.CancelAsync();
    }

    void Tell(int connections, string? problem) => told(new SocketState(connections, fatal ?? problem, fatal is not null));
}
