using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SalesBot.Chat;
using SalesBot.Storage;

namespace SalesBot.Messaging;

/// <summary>What became of a message at the door.</summary>
enum Acceptance
{
    /// <summary>It is on the disk and will be answered.</summary>
    New,

    /// <summary>It came before.</summary>
    Repeated,

    /// <summary>Its sender says more than anybody reads; they are told.</summary>
    TooMany,

    /// <summary>Another bot said it; nobody answers that.</summary>
    Ignored,

    /// <summary>Too much waits already, or the program is stopping: the platform has to bring it again.</summary>
    Full,
}

/// <summary>A message that waits to be answered.</summary>
sealed record InboxRow(string Id, string Line, string Message, long ReceivedAt);

/// <summary>
/// What a waiting sender hears: <c>IsDone</c> if it was answered in time; <c>Answer</c> is what is not sent but said
/// right now.
/// </summary>
sealed record Heard(bool IsDone, Reply? Answer = null);

/// <summary>
/// What people say: a row each, unique by the platform's id, on the disk before the platform is told that it arrived.
/// Its text goes when it is answered; its id stays for a day, so that a late repetition is known.
/// </summary>
sealed class Inbox(
    Database database,
    Writer writer,
    Outbox outbox,
    MessageOrder order,
    PersonLimits limits,
    IOptions<MessagingOptions> options,
    TimeProvider time
)
{
    /// <summary>Platforms repeat what was not acknowledged within some minutes; a day is on the safe side.</summary>
    static readonly TimeSpan KnownFor = TimeSpan.FromHours(25);

    /// <summary>
    /// Slack gives up after three seconds, Teams says that something is wrong after some more; what comes later than
    /// this is sent.
    /// </summary>
    public static readonly TimeSpan Breath = TimeSpan.FromSeconds(2.2),
        LongBreath = TimeSpan.FromSeconds(4.5);

    /// <summary>Who waited for what is older has ended without giving up.</summary>
    static readonly TimeSpan Forsaken = TimeSpan.FromSeconds(8);

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    readonly ConcurrentDictionary<string, TaskCompletionSource> waiters = [];

    long waiting,
        toSend;
    bool closed;

    /// <summary>Who has which conversation in hand.</summary>
    public LineClaims Claims { get; } = new("in", database, writer, time);

    /// <summary>Raised when there is something to answer.</summary>
    public event Action? Filled;

    /// <summary>How many messages wait to be answered.</summary>
    public long Waiting => Math.Max(0, Interlocked.Read(ref waiting));

    /// <summary>Takes a message in. Only after this may the platform be told that it arrived.</summary>
    /// <exception cref="StorageFault">It was not kept.</exception>
    public async Task<Acceptance> AcceptAsync(IncomingMessage message)
    {
        if (message.IsFromBot)
            return Acceptance.Ignored;
        if (closed || Waiting >= options.Value.MaxWaiting || Interlocked.Read(ref toSend) >= options.Value.MaxWaiting)
            return Acceptance.Full;
        // What people say to each other in a room is no burden of theirs.
        var isMeant = (message.IsDirect || message.IsAddressed) && !message.IsUnasked;
        if (isMeant && IsKnown(message))
            return Acceptance.Repeated;
        if (isMeant && !limits.MayPass(message.Sender, out var tell))
        {
            if (tell)
                await outbox.SendAsync(
                    message.Alone,
                    Reply.Of(
                        $"You're writing faster than I can read: I take {options.Value.PerPersonPerMinute} messages a minute from each "
                            + "person and skipped the rest. Please send them again in a minute."
                    )
                );
            return Acceptance.TooMany;
        }
        // Counted before it is written, so that a burst meets the bound.
        Interlocked.Increment(ref waiting);
        var isNew = false;
        try
        {
            await writer.WriteAsync(session => isNew = Keep(session, message), Writer.ShortPatience);
        }
        catch (StorageFault)
        {
            isNew = false;
            throw;
        }
        finally
        {
            if (!isNew)
                Interlocked.Decrement(ref waiting);
        }
        if (isNew)
            Filled?.Invoke();
        return isNew ? Acceptance.New : Acceptance.Repeated;
    }

    /// <summary>
    /// Waits a breath for the answer to a message that was taken in; that of a repeated one is the one that was given.
    /// </summary>
    public async Task<Heard> AnswerAsync(IncomingMessage message, TimeSpan breath)
    {
        var (id, began) = (IdOf(message), TimeProvider.System.GetTimestamp());
        var answered = waiters.GetOrAdd(
            id,
            _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
        );
        try
        {
            while (TimeProvider.System.GetElapsedTime(began) < breath)
            {
                if (database.Read(session => Look(session, id)) is { } heard)
                    return heard;
                // Another host may answer it.
                await Task.WhenAny(answered.Task, Task.Delay(Pause, TimeProvider.System));
            }
            // Either it is taken here, or the worker sees that nobody waits any more, and sends it.
            return await writer.WriteAsync(session => Look(session, id) ?? GiveUp(session, id), Writer.ShortPatience);
        }
        finally
        {
            waiters.TryRemove(id, out _);
        }
    }

    sealed record Row(long? DoneAt, string? Answer);

    static Heard? Look(Session session, string id) =>
        session.Find<Row>("select done_at as DoneAt, answer as Answer from inbox where id = @id", new { id })
            is { DoneAt: not null } row
            ? new Heard(true, row.Answer is null ? null : JsonSerializer.Deserialize(row.Answer, ChatJson.Kept.Reply))
            : null;

    static Heard GiveUp(Session session, string id)
    {
        session.Execute("update inbox set given_up = 1 where id = @id", new { id });
        return new Heard(false);
    }

    static string IdOf(IncomingMessage message) => $"{message.Address.Destination}/{message.Id}";

    bool IsKnown(IncomingMessage message) =>
        database.Read(session =>
            session.Find<string>(
                "select id from inbox where id = @id or id = @other",
                new { id = IdOf(message), other = $"{message.Address.Destination}/{message.AlsoKnownAs}" }
            )
        )
            is not null;

    bool Keep(Session session, IncomingMessage message)
    {
        var now = time.GetUtcNow();
        if (
            message.AlsoKnownAs is { } other
            && session.Execute(
                "insert into inbox (id, sequence, line, received_at, done_at) values (@id, 0, '', @at, @at) on conflict (id) do nothing",
                new { id = $"{message.Address.Destination}/{other}", at = now.ToUnixTimeMilliseconds() }
            ) == 0
        )
            return false;
        var kept =
            session.Execute(
                """
                insert into inbox (id, sequence, line, received_at, message) values (@id, @sequence, @Line, @at, @text) on conflict (id) do nothing
                """,
                new
                {
                    id = IdOf(message),
                    sequence = order.Next(),
                    message.Address.Line,
                    at = now.ToUnixTimeMilliseconds(),
                    text = JsonSerializer.Serialize(message, ChatJson.Kept.IncomingMessage),
                }
            ) == 1;
        if (kept)
            Claims.Touch(session, message.Address, now);
        return kept;
    }

    /// <summary>The oldest message of a conversation that is not answered yet, or none.</summary>
    public InboxRow? Next(string line) =>
        database.Read(session =>
            session.Find<InboxRow>(
                "select id as Id, line as Line, message as Message, received_at as ReceivedAt from inbox where line = @line and done_at is null order by sequence limit 1",
                new { line }
            )
        );

    /// <summary>It is answered; <paramref name="answer"/> is what somebody waits for.</summary>
    /// <returns>False if it was answered before.</returns>
    public bool Finish(Session session, InboxRow row, Reply? answer) =>
        session.Execute(
            "update inbox set done_at = @now, message = null, answer = @answer where id = @Id and done_at is null",
            new
            {
                row.Id,
                now = time.GetUtcNow().ToUnixTimeMilliseconds(),
                answer = answer is null ? null : JsonSerializer.Serialize(answer, ChatJson.Kept.Reply),
            }
        ) == 1;

    /// <summary>
    /// Whether whoever brought it still waits for an answer; asked in the transaction that writes the answer.
    /// </summary>
    public bool IsAwaited(Session session, InboxRow row) =>
        time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(row.ReceivedAt) < Forsaken
        && session.Find<string>("select id from inbox where id = @Id and given_up is null", new { row.Id }) is not null;

    /// <summary>Whether anything of a conversation waits.</summary>
    public static bool HasMore(Session session, string line) =>
        session.Find<string>("select id from inbox where line = @line and done_at is null limit 1", new { line })
            is not null;

    /// <summary>Counts one that is answered off, after the commit.</summary>
    public void Answered(InboxRow row)
    {
        Interlocked.Decrement(ref waiting);
        if (waiters.TryGetValue(row.Id, out var waiter))
            waiter.TrySetResult();
    }

    /// <summary>Takes nothing in any more, because the program stops.</summary>
    public void Close() => closed = true;

    /// <summary>Counts what waits: at the start, and now and then, for other programs answer and send too.</summary>
    public void Count(IReadOnlyCollection<string> platforms)
    {
        // What comes in while it is counted is counted at its own door.
        var before = Interlocked.Read(ref waiting);
        var counted = database.Read(session =>
            session.Single<long>("select count(*) from inbox where done_at is null")
        );
        Interlocked.CompareExchange(ref waiting, counted, before);
        Interlocked.Exchange(ref toSend, outbox.Waiting(platforms));
        order.GoOnAfter(database.Read(session => session.Single<long?>("select max(sequence) from outbox") ?? 0));
    }

    /// <summary>Forgets ids that no platform repeats any more.</summary>
    public void Prune(Session session) =>
        session.Execute(
            "delete from inbox where done_at < @before",
            new { before = (time.GetUtcNow() - KnownFor).ToUnixTimeMilliseconds() }
        );
}
