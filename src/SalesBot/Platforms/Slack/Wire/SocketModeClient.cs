using System.Collections.Concurrent;

namespace SalesBot.Platforms.Slack.Wire;

/// <summary>
/// Keeps connections of Socket Mode open until told to stop: a few at once, begun one after the other so that they do
/// not expire together; a new one before the old one goes when Slack asks for that; with growing pauses where it cannot
/// be reached, or where connections do not last.
/// </summary>
sealed class SocketModeClient(
    WebApi app,
    Func<SocketEnvelope, Task<SocketAnswer>> handle,
    Action<SocketState> told,
    TimeProvider time
)
{
    /// <summary>A second one takes over when the first one goes.</summary>
    const int Connections = 2;

    /// <summary>
    /// Slack's word that there are too many connections; another one before this one has gone would be one more.
    /// </summary>
    const string TooMany = "too_many_websockets";

    const string Disabled = "link_disabled";

    static readonly TimeSpan Apart = TimeSpan.FromSeconds(10),
        Call = TimeSpan.FromSeconds(10);

    readonly ConcurrentDictionary<SocketConnection, bool> open = [];
    string? fatal;

    /// <summary>Works until told to stop, or until Slack says that there is no use in it.</summary>
    public async Task RunAsync(CancellationToken stoppingToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAll(
            Enumerable
                .Range(0, Connections)
                .Select(async i =>
                {
                    await PauseAsync(Apart * i, ended);
                    await KeepOneAsync(ended);
                })
        );
    }

    async Task KeepOneAsync(CancellationTokenSource ended)
    {
        var backOff = new SocketBackOff(time);
        Task ending = Task.CompletedTask;
        SocketConnection? current = null;
        while (!ended.IsCancellationRequested)
        {
            var next = await ConnectAsync(backOff, ended);
            if (current is not null)
                ending = Task.WhenAll(ending, EndAsync(current));
            current = next;
            if (current is null)
                break;
            await Task.WhenAny(current.Replace, current.Ended, Task.Delay(Timeout.InfiniteTimeSpan, time, ended.Token));
            backOff.Ended();
            var reason = current.Replace is { IsCompletedSuccessfully: true } asked ? asked.Result : null;
            if (reason == Disabled)
                await GiveUpAsync(
                    ended,
                    "Slack says that Socket Mode is switched off for this app; switch it on and restart."
                );
            if (current.Ended.IsCompleted || reason is TooMany)
            {
                await EndAsync(current);
                current = null;
                await PauseAsync(backOff.Pause(Random.Shared.NextDouble()), ended);
            }
        }
        if (current is not null)
            await EndAsync(current);
        await ending;
    }

    Task PauseAsync(TimeSpan pause, CancellationTokenSource ended) =>
        pause <= TimeSpan.Zero ? Task.CompletedTask : Suppressed(Task.Delay(pause, time, ended.Token));

    static async Task Suppressed(Task task) => await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    async Task EndAsync(SocketConnection connection)
    {
        await connection.CloseAsync();
        open.TryRemove(connection, out _);
        connection.Dispose();
        Tell(null);
    }

    /// <summary>Opens one, however long that takes; none if told to stop, or if it is of no use.</summary>
    async Task<SocketConnection?> ConnectAsync(SocketBackOff backOff, CancellationTokenSource ended)
    {
        while (!ended.IsCancellationRequested)
        {
            var connection = new SocketConnection(handle);
            TimeSpan? asked = null;
            try
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(ended.Token);
                limit.CancelAfter(Call);
                var answer = await app.CallAsync("apps.connections.open", limit.Token);
                asked = answer.RetryAfter;
                if (answer.Ok && Trusted(answer.Body.Text("url")) is { } url)
                {
                    await connection.OpenAsync(url, ended.Token);
                    open[connection] = true;
                    backOff.Opened();
                    Tell(null);
                    return connection;
                }
                if (answer.IsDeadToken)
                    await GiveUpAsync(
                        ended,
                        $"Slack rejected the app token: {answer.Error}. Put a valid one into Slack:AppToken and restart."
                    );
                Tell(
                    answer.Ok
                        ? "Slack gave a socket address that isn't Slack's."
                        : $"Slack won't open a socket: {answer.Error ?? $"{answer.Status}"}."
                );
            }
            catch (Exception fault)
            {
                // Whatever it was, a loop that ended would be noticed by nobody.
                if (!ended.IsCancellationRequested)
                    Tell(
                        $"Slack cannot be reached: {(fault is OperationCanceledException ? "no answer in time" : fault.Message)}"
                    );
            }
            connection.Dispose();
            backOff.Failed();
            await PauseAsync(backOff.Pause(Random.Shared.NextDouble(), asked), ended);
        }
        return null;
    }

    /// <summary>A socket is opened to Slack only; where the API is a stand-in on this machine, also to that.</summary>
    Uri? Trusted(string? url) =>
        !Uri.TryCreate(url, UriKind.Absolute, out var address) ? null
        : address is { Scheme: "wss", UserInfo: "" }
        && (address.Host == "slack.com" || address.Host.EndsWith(".slack.com", StringComparison.OrdinalIgnoreCase))
            ? address
        : app.Address.IsLoopback && address is { Scheme: "ws" or "wss", IsLoopback: true } ? address
        : null;

    async Task GiveUpAsync(CancellationTokenSource ended, string reason)
    {
        fatal = reason;
        Tell(reason);
        await ended.CancelAsync();
    }

    void Tell(string? problem) =>
        told(
            new SocketState(
                open.Keys.Count(connection => !connection.Ended.IsCompleted),
                fatal ?? problem,
                fatal is not null
            )
        );
}
