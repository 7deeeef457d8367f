using System.Text.Json;
using Microsoft.Extensions.Options;
using SalesBot.Chat;
using SalesBot.Storage;

namespace SalesBot.Messaging;

/// <summary>
/// Sends what waits for a conversation, in order: what fails is tried again later and holds up what comes after it;
/// what cannot be sent at all, or failed too often, is put aside, and the next one has its turn.
/// </summary>
sealed partial class OutboxWork(
    Outbox outbox,
    Posts posts,
    Database database,
    Writer writer,
    IEnumerable<IChatPlatform> platforms,
    IOptions<MessagingOptions> options,
    TimeProvider time,
    ILogger<OutboxWork> log
)
{
    const int MostCommits = 10;

    readonly Dictionary<string, IChatPlatform> platforms = platforms.ToDictionary(platform => platform.Name);

    /// <summary>Works through a conversation; after a stop no further message is begun.</summary>
    public async Task RunAsync(ClaimedLine line, CancellationToken stoppingToken)
    {
        var (failures, writing, after, succeeded) = (line.Attempts, Task.FromResult(true), 0L, false);
        // Whoever had the conversation before may have sent one more than was written down, while that one was being
        // written down.
        var unsure = line.Attempts > 1 ? 2 : 0;
        while (
            !stoppingToken.IsCancellationRequested
            && outbox.Next(line.Line, after) is { } row
            && !IsPaused(line.Destination)
        )
        {
            var (delivery, message) = await SendAsync(row, row.Attempts > 0 || unsure-- > 0, writing);
            // While this is written down the next one may be sent; not more, for a crash would send them again.
            if (!await writing)
                return;
            writing = CommitAsync(line, row, message, delivery, failures);
            if (delivery is not Delivery.Sent && (!await writing || delivery is Delivery.Failed or Delivery.Throttled))
                return;
            (failures, after) = (1, delivery is Delivery.Sent ? row.Sequence : 0);
            succeeded |= delivery is Delivery.Sent;
        }
        if (!await writing)
            return;
        await writer.WriteAsync(session =>
        {
            if (succeeded)
                outbox.Claims.Succeeded(session, line.Line);
            if (Outbox.NextDue(session, line.Line) is { } next)
                outbox.Claims.Release(session, line.Line, next);
            else
                outbox.Claims.Close(session, line.Line);
        });
    }

    async Task<(Delivery Delivery, string? Replaced)> SendAsync(OutboxRow row, bool maybeSent, Task written)
    {
        if (Address.Parse(row.Address) is not { } to || !platforms.TryGetValue(to.Platform, out var platform))
            return (new Delivery.Refused("There is no such platform."), null);
        if (Read(row) is not { } reply)
            return (new Delivery.Refused("Another version of SalesBot wrote this, and this one can't read it."), null);
        var replaced =
            row.Replaces ?? (row.Slot is null || reply.IsNew ? null : await ReplacedAsync(row, row.Slot, written));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.SecondsPerCall));
        try
        {
            var since = DateTimeOffset.FromUnixTimeMilliseconds(row.MadeAt);
            return (
                await platform.SendAsync(
                    new Outgoing(to, reply, replaced, $"{row.Sequence}", since, maybeSent),
                    limit.Token
                ),
                replaced
            );
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

    /// <summary>
    /// The message whose place it takes; it may have been sent a moment ago, and has to be written down first.
    /// </summary>
    async Task<string?> ReplacedAsync(OutboxRow row, string slot, Task written)
    {
        await written;
        return database.Read(session => Posts.Find(session, slot, row.Address));
    }

    static Reply? Read(OutboxRow row)
    {
        try
        {
            return Outbox.Read(row);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// What was sent is sent, and would come twice if that were not written down: so that is tried for a while.
    /// </summary>
    async Task<bool> CommitAsync(ClaimedLine line, OutboxRow row, string? replaced, Delivery delivery, long failures)
    {
        for (var tries = 1; ; tries++)
            try
            {
                return await TryCommitAsync(line, row, replaced, delivery, failures);
            }
            catch (StorageFault) when (delivery is Delivery.Sent && tries < MostCommits)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200 * tries), TimeProvider.System, CancellationToken.None);
            }
    }

    async Task<bool> TryCommitAsync(ClaimedLine line, OutboxRow row, string? replaced, Delivery delivery, long failures)
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
        if (row.Slot is not null && message.Length > 0)
            posts.Keep(session, row.Address, message, Outbox.Read(row));
        outbox.Claims.GoesOn(session, row.Line);
    }

    void NotSent(Session session, ClaimedLine line, OutboxRow row, string? replaced, Delivery delivery, long failures)
    {
        switch (delivery)
        {
            case Delivery.Gone:
                Gone(session, row, replaced);
                break;
            case Delivery.Refused refused:
                Buried(log, row.Sequence, line.Line, refused.Reason);
                outbox.Bury(session, row, refused.Reason);
                break;
            case Delivery.Throttled throttled:
                Pause(session, line, throttled);
                break;
            case Delivery.Failed failed:
                Retry(session, line, row, failed, failures);
                break;
            default:
                throw new InvalidOperationException(
                    $"A delivery ended with an unknown result, {delivery.GetType().Name}."
                );
        }
    }

    /// <summary>A card that is gone needs no keeping in step; anything else is said all the same.</summary>
    static void Gone(Session session, OutboxRow row, string? replaced)
    {
        var reply = Outbox.Read(row);
        if (row.Slot is not null && replaced is not null)
            Posts.Forget(session, row.Slot, row.Address, replaced);
        if (reply.Viewer is not null && !reply.IsNew)
            Outbox.Drop(session, row);
        else
            Outbox.SendAsNew(session, row);
    }

    void Retry(Session session, ClaimedLine line, OutboxRow row, Delivery.Failed failed, long failures)
    {
        // A card that cannot be kept in step holds up nobody who waits for a word.
        if (
            row.Replaces is not null
            && row.Attempts + 1 < options.Value.MaxAttempts
            && Outbox.Read(row) is { Viewer: not null, IsNew: false }
        )
        {
            Outbox.Later(
                session,
                row,
                failed.Reason,
                time.GetUtcNow() + RetrySchedule.After(row.Attempts + 1, Random.Shared.NextDouble(), failed.After)
            );
            outbox.Claims.Succeeded(session, line.Line);
            outbox.Claims.Release(session, line.Line, Outbox.NextDue(session, line.Line) ?? time.GetUtcNow());
            return;
        }
        // Where so much failed in a row, each of what follows gets one try.
        if (row.Attempts + 1 >= options.Value.MaxAttempts || failures > options.Value.MaxAttempts)
        {
            Buried(log, row.Sequence, line.Line, failed.Reason);
            outbox.Bury(session, row, failed.Reason);
            outbox.Thin(session, line.Line, options.Value.MaxWaitingPerConversation, failed.Reason);
        }
        else
            Outbox.Failed(session, row, failed.Reason);
        outbox.Claims.Release(
            session,
            line.Line,
            time.GetUtcNow() + RetrySchedule.After(failures, Random.Shared.NextDouble(), failed.After)
        );
    }

    /// <summary>
    /// A workspace that asked to be left alone is left alone, also by a host that starts in the meantime.
    /// </summary>
    void Pause(Session session, ClaimedLine line, Delivery.Throttled throttled)
    {
        // What asks for a conversation only is exact; a whole workspace does not come back all at once.
        var until =
            time.GetUtcNow()
            + RetrySchedule.After(1, 1, throttled.After)
            + (throttled.ConversationOnly ? TimeSpan.Zero : TimeSpan.FromSeconds(Random.Shared.NextDouble()));
        outbox.Claims.Succeeded(session, line.Line);
        outbox.Claims.Release(session, line.Line, until);
        if (throttled.ConversationOnly)
            return;
        session.Execute(
            """
            insert into destinations (name, paused_until) values (@Destination, @until)
            on conflict (name) do update set paused_until = case when excluded.paused_until > destinations.paused_until then excluded.paused_until
                else destinations.paused_until end
            """,
            new { line.Destination, until = until.ToUnixTimeMilliseconds() }
        );
    }

    bool IsPaused(string destination) =>
        database.Read(session =>
            session.Find<string>(
                "select name from destinations where name = @destination and paused_until > @now",
                new { destination, now = time.GetUtcNow().ToUnixTimeMilliseconds() }
            )
        )
            is not null;

    [LoggerMessage(
        43,
        LogLevel.Warning,
        "The message {Sequence} to {Line} is a dead letter now: {Reason} 'salesbot outbox' lists them."
    )]
    static partial void Buried(ILogger log, long sequence, string line, string reason);

    [LoggerMessage(44, LogLevel.Error, "Sending to {Line} failed")]
    static partial void SendFailed(ILogger log, string line, Exception fault);
}
