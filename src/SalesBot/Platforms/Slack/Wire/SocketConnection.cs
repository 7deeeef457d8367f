using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace SalesBot.Platforms.Slack.Wire;

/// <summary>
/// One connection of Socket Mode (docs.slack.dev/apis/events-api/using-socket-mode). It counts as connected after
/// <c>hello</c>; every envelope is answered on the connection on which it came. Pings show whether the other side
/// lives: a quiet workspace is no dead one.
/// </summary>
sealed class SocketConnection(Func<SocketEnvelope, Task<SocketAnswer>> handle) : IDisposable
{
    const int LongestMessage = 4_000_000;

    static readonly TimeSpan Ping = TimeSpan.FromSeconds(10),
        NoPong = TimeSpan.FromSeconds(20),
        Hello = TimeSpan.FromSeconds(20),
        Drain = TimeSpan.FromSeconds(3);

    readonly ClientWebSocket socket = new();
    readonly SemaphoreSlim sending = new(1);
    readonly TaskCompletionSource hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource<string> replace = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int inHand;
    Task reading = Task.CompletedTask;

    /// <summary>Ends when Slack asks for another connection in the place of this one, with Slack's reason.</summary>
    public Task<string> Replace => replace.Task;

    /// <summary>Ends when nothing comes any more, for whatever reason.</summary>
    public Task Ended => reading;

    /// <summary>Connects and waits for Slack's word that it works.</summary>
    /// <exception cref="WebSocketException">It could not be reached.</exception>
    /// <exception cref="TimeoutException">It did not say hello.</exception>
    public async Task OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        (socket.Options.KeepAliveInterval, socket.Options.KeepAliveTimeout) = (Ping, NoPong);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Hello);
        await socket.ConnectAsync(address, limit.Token);
        reading = Task.Run(() => ReadAsync(CancellationToken.None), CancellationToken.None);
        if (await Task.WhenAny(hello.Task, reading).WaitAsync(Hello, cancellationToken) == reading)
            throw new WebSocketException("It was closed before it said hello.");
    }

    /// <summary>Answers what is in hand, then says good-bye.</summary>
    public async Task CloseAsync()
    {
        using var limit = new CancellationTokenSource(Drain);
        try
        {
            while (Volatile.Read(ref inHand) > 0)
                await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, limit.Token);
            if (socket.State == WebSocketState.Open)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
            await reading.WaitAsync(limit.Token);
        }
        catch (Exception fault)
            when (fault is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            socket.Abort();
        }
    }

    async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await MessageAsync(cancellationToken) is { } message)
                if (SlackJson.Parse(message) is { } json)
                    Take(json);
        }
        catch (Exception fault)
            when (fault is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            // Whoever waits for the end opens another one.
        }
        finally
        {
            socket.Abort();
        }
    }

    async Task<byte[]?> MessageAsync(CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close || whole.Length + part.Count > LongestMessage)
                return null;
            whole.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return whole.ToArray();
        }
    }

    void Take(JsonElement message)
    {
        switch (message.Text("type"))
        {
            case "hello":
                hello.TrySetResult();
                break;
            case "disconnect":
                replace.TrySetResult(message.Text("reason") ?? "");
                break;
            case { } type when message.Text("envelope_id") is { } id && message.At("payload") is { } payload:
                Interlocked.Increment(ref inHand);
                _ = Task.Run(
                    () => AnswerAsync(new SocketEnvelope(id, type, payload, message.Is("accepts_response_payload"))),
                    CancellationToken.None
                );
                break;
        }
    }

    async Task AnswerAsync(SocketEnvelope envelope)
    {
        try
        {
            if (await handle(envelope) is { IsTaken: true } answer)
                await SendAsync(envelope, envelope.AcceptsResponsePayload ? answer.PayloadJson : null);
        }
        catch (Exception fault)
            when (fault
                    is WebSocketException
                        or ObjectDisposedException
                        or InvalidOperationException
                        or OperationCanceledException
            )
        {
            // What is not acknowledged comes again.
        }
        finally
        {
            Interlocked.Decrement(ref inHand);
        }
    }

    async Task SendAsync(SocketEnvelope envelope, string? payload)
    {
        var id = JsonSerializer.Serialize(envelope.EnvelopeId, BlockJson.Written.String);
        var text = payload is null
            ? $$"""{"envelope_id":{{id}}}"""
            : $$"""{"envelope_id":{{id}},"payload":{{payload}}}""";
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(
                Encoding.UTF8.GetBytes(text),
                WebSocketMessageType.Text,
                endOfMessage: true,
                CancellationToken.None
            );
        }
        finally
        {
            sending.Release();
        }
    }

    public void Dispose()
    {
        socket.Dispose();
        sending.Dispose();
    }
}
