using System.Text.Json;
using SalesBot.Chat;
using SalesBot.Storage;

namespace SalesBot.Messaging;

/// <summary>A reply on its way. <c>Sequence</c> is its id and its place in the order.</summary>
sealed record OutboxRow(
    long Sequence,
    string Line,
    string Address,
    string? Slot,
    string? Replaces,
    string? Subject,
    string Reply,
    long MadeAt,
    long DueAt,
    long Attempts
);

/// <summary>
/// What the bot has to say: written in the transaction of the change it tells of, sent afterwards, in order for each
/// conversation.
/// </summary>
sealed class Outbox
{
    const string Columns =
        "sequence as Sequence, line as Line, address as Address, slot as Slot, replaces as Replaces, subject as Subject, reply as Reply, "
        + "made_at as MadeAt, due_at as DueAt, attempts as Attempts";

    static readonly TimeSpan DeadFor = TimeSpan.FromDays(30);

    readonly Database database;
    readonly Writer writer;
    readonly MessageOrder order;
    readonly TimeProvider time;

    public Outbox(Database database, Writer writer, MessageOrder order, TimeProvider time)
    {
        (this.database, this.writer, this.order, this.time) = (database, writer, order, time);
        (Claims, Ring) = (new LineClaims("out", database, writer, time), () => Filled?.Invoke());
    }

    /// <summary>Who has which conversation in hand.</summary>
    public LineClaims Claims { get; }

    /// <summary>Tells whoever sends that there is something; for after the commit.</summary>
    public Action Ring { get; }

    /// <summary>Raised when there is something to send.</summary>
    public event Action? Filled;

    /// <summary>Puts a reply in.</summary>
    /// <param name="session">Within the transaction of the change.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="reply">What is said.</param>
    /// <param name="subject">The id of what it is about, so that erasing that finds it.</param>
    /// <param name="due">When it may go; at once, if none.</param>
    /// <param name="replaces">The platform's id of the message whose place it takes; if none, that is looked up when it
    /// is sent.</param>
    public void Enqueue(
        Session session,
        Address to,
        Reply reply,
        string? subject = null,
        DateTimeOffset? due = null,
        string? replaces = null
    )
    {
        var now = time.GetUtcNow();
        session.Execute(
            """
            insert into outbox (sequence, line, address, slot, replaces, subject, reply, made_at, due_at, attempts)
            values (@sequence, @Line, @address, @Slot, @replaces, @subject, @text, @made, @at, 0)
            """,
            new
            {
                sequence = order.Next(),
                to.Line,
                address = to.ToString(),
                reply.Slot,
                replaces,
                subject,
                text = Text(reply),
                made = now.ToUnixTimeMilliseconds(),
                at = (due ?? now).ToUnixTimeMilliseconds(),
            }
        );
        Claims.Touch(session, to, due ?? now);
        session.AfterCommit(Ring);
    }

    /// <summary>Puts a reply in by itself.</summary>
    /// <exception cref="StorageFault">It was not kept.</exception>
    public Task SendAsync(Address to, Reply reply) => writer.WriteAsync(session => Enqueue(session, to, reply));

    /// <summary>Takes back updates of a message that wait, for the next one brings all they say.</summary>
    public static void DropUpdates(Session session, string slot, string address, string message) =>
        session.Execute(
            "delete from outbox where slot = @slot and address = @address and replaces = @message and dead_at is null",
            new
            {
                slot,
                address,
                message,
            }
        );

    /// <summary>What is to be sent next to a conversation, or none now.</summary>
    /// <param name="line">The conversation.</param>
    /// <param name="after">The number of the one before it; what was sent may not be written down yet.</param>
    public OutboxRow? Next(string line, long after = 0) =>
        database.Read(session =>
            session.Find<OutboxRow>(
                $"select {Columns} from outbox where line = @line and dead_at is null and due_at <= @now and sequence > @after order by sequence limit 1",
                new
                {
                    line,
                    after,
                    now = time.GetUtcNow().ToUnixTimeMilliseconds(),
                }
            )
        );

    /// <summary>When the next one for a conversation is due, or none if nothing waits.</summary>
    public static DateTimeOffset? NextDue(Session session, string line) =>
        session.Single<long?>("select min(due_at) from outbox where line = @line and dead_at is null", new { line })
            is { } at
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : null;

    /// <summary>
    /// It is sent; if it was drawn anew in the meantime, it stays, to take the place of what was sent.
    /// </summary>
    public static void Finish(Session session, OutboxRow row, string message)
    {
        if (
            session.Execute(
                "delete from outbox where sequence = @Sequence and reply = @Reply",
                new { row.Sequence, row.Reply }
            ) == 0
        )
            session.Execute(
                "update outbox set replaces = @message where sequence = @Sequence",
                new { row.Sequence, message }
            );
    }

    /// <summary>Takes back what waits in a slot; if it was sent already, the platform's id of it.</summary>
    public static string? TakeBack(Session session, string slot, Address to)
    {
        session.Execute("delete from outbox where slot = @slot and dead_at is null", new { slot });
        return Posts.Find(session, slot, to.ToString());
    }

    /// <summary>It is dropped: what it was to replace is gone.</summary>
    public static void Drop(Session session, OutboxRow row) =>
        session.Execute("delete from outbox where sequence = @Sequence", new { row.Sequence });

    /// <summary>Those that wait and show the same thing.</summary>
    public static List<OutboxRow> WaitingIn(Session session, string slot) =>
        session.Query<OutboxRow>(
            $"select {Columns} from outbox where slot = @slot and dead_at is null order by sequence",
            new { slot }
        );

    /// <summary>Puts another text in the place of one that waits.</summary>
    public static void Rewrite(Session session, OutboxRow row, Reply reply) =>
        session.Execute(
            "update outbox set reply = @text, slot = @Slot where sequence = @Sequence",
            new
            {
                row.Sequence,
                reply.Slot,
                text = Text(reply),
            }
        );

    /// <summary>What it was to replace is gone: it goes as a message of its own.</summary>
    public static void SendAsNew(Session session, OutboxRow row) =>
        session.Execute("update outbox set replaces = null where sequence = @Sequence", new { row.Sequence });

    /// <summary>A reply as it was put in.</summary>
    /// <exception cref="StorageFault">Another program has put it in.</exception>
    public static Reply Read(OutboxRow row) =>
        JsonSerializer.Deserialize(row.Reply, ChatJson.Kept.Reply)
        ?? throw new StorageFault($"The outbox holds something unreadable, {row.Sequence}.");

    static string Text(Reply reply) => JsonSerializer.Serialize(reply, ChatJson.Kept.Reply);

    /// <summary>It was not sent, and comes again.</summary>
    public static void Failed(Session session, OutboxRow row, string reason) =>
        session.Execute(
            "update outbox set attempts = attempts + 1, last_error = @reason where sequence = @Sequence",
            new { row.Sequence, reason }
        );

    /// <summary>It was not sent, and comes again then; what is behind it goes first.</summary>
    public static void Later(Session session, OutboxRow row, string reason, DateTimeOffset due) =>
        session.Execute(
            "update outbox set attempts = attempts + 1, last_error = @reason, due_at = @due where sequence = @Sequence",
            new
            {
                row.Sequence,
                reason,
                due = due.ToUnixTimeMilliseconds(),
            }
        );

    /// <summary>
    /// It is put aside, for an admin to see; a word that something takes a moment is of no use later and goes.
    /// </summary>
    public void Bury(Session session, OutboxRow row, string reason)
    {
        if (
            session.Execute(
                "delete from outbox where sequence = @Sequence and slot like @waiting",
                new { row.Sequence, waiting = $"{InboxWork.Waiting}%" }
            ) == 0
        )
            session.Execute(
                "update outbox set attempts = attempts + 1, last_error = @reason, dead_at = @now where sequence = @Sequence",
                new
                {
                    row.Sequence,
                    reason,
                    now = time.GetUtcNow().ToUnixTimeMilliseconds(),
                }
            );
    }

    /// <summary>Puts the oldest aside where more wait for one conversation than are kept.</summary>
    public void Thin(Session session, string line, int most, string reason) =>
        session.Execute(
            """
            update outbox set last_error = @reason, dead_at = @now where sequence in
                (select sequence from outbox where line = @line and dead_at is null order by sequence desc limit 1000000 offset @most)
            """,
            new
            {
                line,
                most,
                reason,
                now = time.GetUtcNow().ToUnixTimeMilliseconds(),
            }
        );

    /// <summary>
    /// How many wait to be sent on those platforms; not those for places that do not answer, nor for platforms that
    /// another program serves: they must not stop what comes in.
    /// </summary>
    public long Waiting(IReadOnlyCollection<string> platforms) =>
        database.Read(session =>
            session.Single<long>(
                """
                select count(*) from outbox join lines on lines.box = 'out' and lines.line = outbox.line
                where outbox.dead_at is null and lines.platform in @platforms and lines.attempts <= 1
                """,
                new { platforms }
            )
        );

    /// <summary>How many wait to be sent.</summary>
    public long Waiting() =>
        database.Read(session => session.Single<long>("select count(*) from outbox where dead_at is null"));

    /// <summary>Takes away what lies aside about something.</summary>
    public static void ForgetDead(Session session, string slot, string subject) =>
        session.Execute(
            "delete from outbox where dead_at is not null and (slot = @slot or subject = @subject)",
            new { slot, subject }
        );

    /// <summary>
    /// Puts aside what is too much for a conversation that fails, or that nobody has served for a day, and lets go of
    /// dead letters that nobody wanted for a month.
    /// </summary>
    public void Prune(Session session, int mostOfEach)
    {
        foreach (
            var line in session.Query<string>(
                """
                select outbox.line from outbox join lines on lines.box = 'out' and lines.line = outbox.line
                where outbox.dead_at is null and (lines.attempts > 3 or lines.due_at < @yesterday) group by outbox.line having count(*) > @mostOfEach
                """,
                new { mostOfEach, yesterday = time.GetUtcNow().AddDays(-1).ToUnixTimeMilliseconds() }
            )
        )
            Thin(session, line, mostOfEach, "Too many messages are waiting for this conversation.");
        session.Execute(
            "delete from outbox where dead_at < @before",
            new { before = (time.GetUtcNow() - DeadFor).ToUnixTimeMilliseconds() }
        );
    }
}
