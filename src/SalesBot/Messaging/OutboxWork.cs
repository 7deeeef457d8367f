using Microsoft.Extensions.Options;
using SalesBot.Chat;
using SalesBot.Storage;

namespace SalesBot.Messaging;

/// <summary>
/// Sends what waits for a conversation, in order: what fails is tried again later and holds up what comes after it; what cannot be sent at all, or failed too
/// often, is put aside, and the next one has its turn.
/// </summary>
sealed partial class OutboxWork(
    Outbox outbox, Posts posts, Database database, Writer writer, IEnumerable<IChatPlatform> platforms, IOptions<MessagingOptions> options, TimeProvider time,
    ILogger<OutboxWork> log)
{
    readonly Dictionary<string, IChatPlatform> platforms = platforms.ToDictionary(platform => platform.Name);

    /// <summary>Works through a conversation.</summary>
    public async Task RunAsync(ClaimedLine line, CancellationToken cancellationToken)
    {
        var failures = line.Attempts;
        while (outbox.Next(line.Line) is { } row)
        {
            if (IsPaused(line.Destination))
                break;
            var (delivery, message) = await SendAsync(row, cancellationToken);
            if (!await CommitAsync(line, row, message, delivery, failures))
                return;
            if (delivery is Delivery.Failed or Delivery.Throttled)
                return;
            failures = 1;
        }
        await writer.WriteAsync(session =>
        {
            if (Outbox.NextDue(session, line.Line) is { } next)
                outbox.Claims.Release(session, line.Line, next);
            else
                outbox.Claims.Close(session, line.Line);
        });
    }

    async Task<(Delivery Delivery, string? Replaced)> SendAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (Address.Parse(row.Address) is not { } to || !platforms.TryGetValue(to.Platform, out var platform))
            return (new Delivery.Refused("There is no such platform."), null);
        var reply = Outbox.Read(row);
        var replaced = row.Replaces ?? (row.Slot is null || reply.IsNew ? null : database.Read(session => Posts.Find(session, row.Slot, row.Address)));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.SecondsPerCall));
        try
        {
            return (await platform.SendAsync(to, reply, replaced, limit.Token), replaced);
        }
        catch (OperationCanceledException)
        {
            return (new Delivery.Failed($"No answer within {options.Value.SecondsPerCall} s."), replaced);
        }
        catch (Exception fault)
        {
            SendFailed(log, row.Line, fault);
            return (new Delivery.Failed(fault.Message), replaced);
        }
    }

    async Task<bool> CommitAsync(ClaimedLine line, OutboxRow row, string? replaced, Delivery delivery, long failures)
    {
        var mine = false;
        await writer.WriteAsync(session =>
        {
            mine = outbox.Claims.IsMine(session, line.Line);
            // Also when another worker has it by now: what was sent is sent.
            if (delivery is Delivery.Sent sent)
                Sent(session, row, sent.MessageId);
            else if (mine)
                NotSent(session, line, row, replaced, delivery, failures);
        });
        return mine;
    }

    void Sent(Session session, OutboxRow row, string message)
    {
        Outbox.Finish(session, row, message);
        if (row.Slot is not null)
            posts.Keep(session, row.Address, message, Outbox.Read(row));
        outbox.Claims.Succeeded(session, row.Line);
    }

    void NotSent(Session session, ClaimedLine line, OutboxRow row, string? replaced, Delivery delivery, long failures)
    {
        switch (delivery)
        {
            case Delivery.Refused when replaced is not null && row.Slot is not null:
                // What was to be kept in step is gone; there is nothing to keep in step.
                Posts.Forget(session, row.Slot, row.Address, replaced);
                Outbox.Drop(session, row);
                break;
            case Delivery.Refused refused:
                Buried(log, row.Sequence, line.Line, refused.Reason);
                outbox.Bury(session, row, refused.Reason);
                break;
            case Delivery.Throttled throttled:
                Pause(session, line, throttled.After);
                break;
            case Delivery.Failed failed:
                Retry(session, line, row, failed, failures);
                break;
            default:
                throw new InvalidOperationException($"A delivery ended as {delivery.GetType().Name}, which nobody knows.");
        }
    }

    void Retry(Session session, ClaimedLine line, OutboxRow row, Delivery.Failed failed, long failures)
    {
        if (row.Attempts + 1 >= options.Value.MaxAttempts)
        {
            Buried(log, row.Sequence, line.Line, failed.Reason);
            outbox.Bury(session, row, failed.Reason);
            outbox.Thin(session, line.Line, options.Value.MaxWaitingPerConversation, failed.Reason);
        }
        else
            Outbox.Failed(session, row, failed.Reason);
        outbox.Claims.Release(session, line.Line, time.GetUtcNow() + RetrySchedule.After(failures, Random.Shared.NextDouble(), failed.After));
    }

    /// <summary>A workspace that asked to be left alone is left alone, also by a host that starts in the meantime.</summary>
    void Pause(Session session, ClaimedLine line, TimeSpan after)
    {
        var until = time.GetUtcNow() + RetrySchedule.After(1, 1, after);
        session.Execute(
            """
            insert into destinations (name, paused_until) values (@Destination, @until)
            on conflict (name) do update set paused_until = case when excluded.paused_until > destinations.paused_until then excluded.paused_until
                else destinations.paused_until end
            """,
            new { line.Destination, until = until.ToUnixTimeMilliseconds() });
        outbox.Claims.Succeeded(session, line.Line);
        outbox.Claims.Release(session, line.Line, until);
    }

    bool IsPaused(string destination) => database.Read(session => session.Find<string>(
        "select name from destinations where name = @destination and paused_until > @now",
        new { destination, now = time.GetUtcNow().ToUnixTimeMilliseconds() })) is not null;

    [LoggerMessage(43, LogLevel.Warning, "The message {Sequence} to {Line} is a dead letter now: {Reason} 'salesbot outbox' lists them.")]
    static partial void Buried(ILogger log, long sequence, string line, string reason);

    [LoggerMessage(44, LogLevel.Error, "Sending to {Line} failed")]
    static partial void SendFailed(ILogger log, string line, Exception fault);
}
