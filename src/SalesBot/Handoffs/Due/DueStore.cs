using SalesBot.Chat;
using SalesBot.Storage;

namespace SalesBot.Handoffs.Due;

/// <summary>A step of a handoff that is due; <c>Sequence</c> is the event that began what it belongs to.</summary>
sealed record DueRow(string Workspace, string Handoff, long Sequence, string Step, long DueAt);

/// <summary>Steps to come, as rows: each is done once, because it is marked in the transaction that does it.</summary>
static class DueStore
{
    /// <summary>Puts the steps that follow from a handoff in place of those still open.</summary>
    public static void Replace(Session session, Handoff handoff, IEnumerable<PlannedStep> steps)
    {
        session.Execute("delete from handoff_due where handoff = @Id and done_at is null", new { handoff.Id });
        // What was done already stays done.
        session.Execute(
            """
            insert into handoff_due (workspace, handoff, sequence, step, due_at) values (@Workspace, @Id, @Sequence, @step, @at)
            on conflict (handoff, sequence, step) do nothing
            """,
            steps.Select(planned => new
            {
                handoff.Workspace,
                handoff.Id,
                planned.Sequence,
                step = Words.Of(planned.Step),
                at = planned.At.ToUnixTimeMilliseconds(),
            })
        );
    }

    /// <summary>Open steps that are due, oldest first.</summary>
    public static List<DueRow> Ripe(Session session, DateTimeOffset now, int most) =>
        session.Query<DueRow>(
            """
            select workspace as Workspace, handoff as Handoff, sequence as Sequence, step as Step, due_at as DueAt
            from handoff_due where done_at is null and due_at <= @now order by due_at limit @most
            """,
            new { now = now.ToUnixTimeMilliseconds(), most }
        );

    /// <summary>Whether a later step of the same clock is due as well.</summary>
    public static bool HasLaterStep(Session session, DueRow row, DateTimeOffset now) =>
        session.Find<string>(
            """
            select step from handoff_due where handoff = @Handoff and sequence = @Sequence and step <> @Step and done_at is null and due_at > @DueAt and due_at <= @now
            limit 1
            """,
            new
            {
                row.Handoff,
                row.Sequence,
                row.Step,
                row.DueAt,
                now = now.ToUnixTimeMilliseconds(),
            }
        )
            is not null;

    /// <summary>When the next open step is due, or none.</summary>
    public static DateTimeOffset? Next(Session session) =>
        session.Single<long?>("select min(due_at) from handoff_due where done_at is null") is { } at
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : null;

    /// <summary>Marks a step as done.</summary>
    /// <returns>False if it was done or dropped before.</returns>
    public static bool Finish(Session session, DueRow row, DateTimeOffset now) =>
        session.Execute(
            "update handoff_due set done_at = @now where handoff = @Handoff and sequence = @Sequence and step = @Step and done_at is null",
            new
            {
                row.Handoff,
                row.Sequence,
                row.Step,
                now = now.ToUnixTimeMilliseconds(),
            }
        ) == 1;
}
