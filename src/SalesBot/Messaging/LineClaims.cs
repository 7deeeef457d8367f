using SalesBot.Chat;
using SalesBot.Storage;

namespace SalesBot.Messaging;

/// <summary>
/// A conversation that a worker has to itself for a while. <c>Attempts</c>: how often it was claimed without success,
/// this time included.
/// </summary>
sealed record ClaimedLine(string Line, string Destination, long Attempts);

/// <summary>
/// Conversations with something to do, and who works on them. One worker has a conversation at a time, so that what
/// belongs to it happens in order; a claim ends by itself, so that a worker that died holds nothing up.
/// </summary>
sealed class LineClaims(string box, Database database, Writer writer, TimeProvider time)
{
    /// <summary>How long a claim lasts unless it is renewed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    readonly string me = Guid.CreateVersion7().ToString();

    long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>
    /// Says that there is something to do in a conversation from then on. One that cannot be reached is not tried
    /// earlier for that.
    /// </summary>
    public void Touch(Session session, Address address, DateTimeOffset due) =>
        session.Execute(
            """
            insert into lines (box, line, platform, destination, due_at, attempts, claimed_until) values (@box, @Line, @Platform, @Destination, @due, 0, 0)
            on conflict (box, line) do update set due_at = case when lines.attempts =
                0 and excluded.due_at < lines.due_at then excluded.due_at else lines.due_at end
            """,
            new
            {
                box,
                address.Line,
                address.Platform,
                address.Destination,
                due = due.ToUnixTimeMilliseconds(),
            }
        );

    /// <summary>The only conversation that this program works on; none for all.</summary>
    public string? Only { get; set; }

    /// <summary>
    /// Conversations that wait for a worker, the longest waiting first, so many of each workspace; those of workspaces
    /// that want to be left alone do not.
    /// </summary>
    public List<(string Line, string Destination)> Ripe(IReadOnlyCollection<string> platforms, int most, int ofEach) =>
        database.Read(session =>
            session.Query<(string, string)>(
                """
                select line, destination from
                    (select line, destination, due_at, row_number() over (partition by destination order by due_at) as place from lines
                    where box = @box and due_at <= @Now and claimed_until < @Now and platform in @platforms and (@Only is null or line = @Only)
                        and not exists (select 1 from destinations where name = destination and paused_until > @Now)) as waiting
                where place <= @ofEach order by due_at limit @most
                """,
                new
                {
                    box,
                    Now,
                    platforms,
                    Only,
                    most,
                    ofEach,
                }
            )
        );

    /// <summary>Takes those of the conversations that nobody else took in between.</summary>
    public Task<List<ClaimedLine>> ClaimAsync(IReadOnlyList<string> lines) =>
        writer.WriteAsync(session =>
        {
            var (now, until) = (Now, Now + (long)Lease.TotalMilliseconds);
            return lines
                .Select(line =>
                    session.Find<ClaimedLine>(
                        """
                        update lines set claimed_by = @me, claimed_until = @until, attempts = attempts + 1
                        where box = @box and line = @line and claimed_until < @now and due_at <= @now
                        returning line as Line, destination as Destination, attempts as Attempts
                        """,
                        new
                        {
                            box,
                            line,
                            me,
                            now,
                            until,
                        }
                    )
                )
                .OfType<ClaimedLine>()
                .ToList();
        });

    /// <summary>Keeps those that are still worked on.</summary>
    public Task RenewAsync(IReadOnlyList<string> lines) =>
        writer.WriteAsync(session =>
            session.Execute(
                "update lines set claimed_until = @until where box = @box and claimed_by = @me and line in @lines",
                new
                {
                    box,
                    me,
                    lines,
                    until = Now + (long)Lease.TotalMilliseconds,
                }
            )
        );

    /// <summary>Lets go of a conversation, to be taken up again then.</summary>
    public Task ReleaseAsync(string line, DateTimeOffset due) =>
        writer.WriteAsync(session => Release(session, line, due));

    /// <summary>
    /// Whether this worker has the conversation still; asked in the transaction that writes what came of the work.
    /// </summary>
    public bool IsMine(Session session, string line) =>
        session.Find<string>(
            "select line from lines where box = @box and line = @line and claimed_by = @me",
            new
            {
                box,
                line,
                me,
            }
        )
            is not null;

    /// <summary>
    /// Something was done, and the worker goes on: earlier failures count no more, but if it dies now, somebody after
    /// it must know that it was at work.
    /// </summary>
    public void GoesOn(Session session, string line) =>
        session.Execute(
            "update lines set attempts = 1 where box = @box and line = @line and attempts <> 1",
            new { box, line }
        );

    /// <summary>The work ended well: earlier failures count no more.</summary>
    public void Succeeded(Session session, string line) =>
        session.Execute(
            "update lines set attempts = 0 where box = @box and line = @line and attempts > 0",
            new { box, line }
        );

    /// <summary>Lets go of a conversation, to be taken up again then.</summary>
    public void Release(Session session, string line, DateTimeOffset due) =>
        session.Execute(
            "update lines set claimed_by = null, claimed_until = 0, due_at = @due where box = @box and line = @line and claimed_by = @me",
            new
            {
                box,
                line,
                me,
                due = due.ToUnixTimeMilliseconds(),
            }
        );

    /// <summary>Lets go of a conversation in which nothing is left to do.</summary>
    public void Close(Session session, string line) =>
        session.Execute(
            "delete from lines where box = @box and line = @line and claimed_by = @me",
            new
            {
                box,
                line,
                me,
            }
        );

    /// <summary>Frees what a host before this one held when it ended; only for who knows that it has ended.</summary>
    public Task FreeAsync(IReadOnlyCollection<string> platforms) =>
        writer.WriteAsync(session =>
            session.Execute(
                "update lines set claimed_by = null, claimed_until = 0 where box = @box and platform in @platforms",
                new { box, platforms }
            )
        );
}
