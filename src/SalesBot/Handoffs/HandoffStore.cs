using System.Text.Json;
using SalesBot.Chat;
using SalesBot.Handoffs.Clocks;
using SalesBot.Handoffs.Due;
using SalesBot.Handoffs.History;
using SalesBot.Handoffs.News;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Handoffs;

/// <summary>
/// Handoffs as rows: the events, which are the truth, and what follows from them, to be searched and counted.
/// </summary>
sealed class HandoffStore(HandoffClock clock, DuePlan plan, HandoffNews news)
{
    sealed record EventRow(
        string Handoff,
        long Sequence,
        long At,
        string Actor,
        string Platform,
        string Move,
        string? FromState,
        string ToState,
        string Facts,
        string? Words,
        string? Salt,
        string Digest,
        string Previous,
        string Hash
    );

    sealed record HeadRow(string Id, string Workspace, long Number, string Team);

    const string Heads = "select id as Id, workspace as Workspace, number as Number, team as Team from handoffs where";

    /// <summary>The handoff of that number, or none.</summary>
    public Handoff? Find(Session session, string workspace, long number) =>
        Whole(
            Load(
                session,
                workspace,
                session.Query<HeadRow>(
                    $"{Heads} workspace = @workspace and number = @number",
                    new { workspace, number }
                )
            )
        );

    /// <summary>The handoff of that id, or none.</summary>
    public Handoff? FindById(Session session, string workspace, string id) =>
        Whole(Load(session, workspace, session.Query<HeadRow>($"{Heads} id = @id", new { id })));

    static Handoff? Whole(List<Handoff> found) =>
        found is not [var handoff] ? null
        : !handoff.IsDamaged ? handoff
        : throw new StorageFault(
            $"The history of {handoff.Name} is damaged, so it cannot be shown or changed. "
                + "Run 'salesbot handoffs verify' to list all damaged ones, then restore a backup."
        );

    /// <summary>
    /// Those handoffs, in the order of the ids; one whose history is damaged stands there as such, and does not keep
    /// the others back.
    /// </summary>
    public List<Handoff> Load(Session session, string workspace, IReadOnlyList<string> ids)
    {
        // By id alone: SQLite takes an equal workspace for the better help than a list of ids, and would read all of
        // it.
        var heads =
            ids.Count == 0
                ? []
                : session.Query<HeadRow>($"{Heads} id in @ids", new { ids }).ToDictionary(head => head.Id);
        return Load(session, workspace, [.. ids.Where(heads.ContainsKey).Select(id => heads[id])]);
    }

    /// <summary>
    /// The events of those handoffs, in order; none for one that holds an event which no program has written.
    /// </summary>
    public static Dictionary<string, List<HandoffEvent>?> LoadEvents(Session session, IReadOnlyList<string> ids) =>
        session
            .Query<EventRow>(
                """
                select handoff as Handoff, sequence as Sequence, at as At, actor as Actor, platform as Platform, move as Move, from_state as FromState,
                    to_state as ToState, facts as Facts, words as Words, salt as Salt, digest as Digest, previous as Previous, hash as Hash
                from handoff_events where handoff in @ids order by handoff, sequence
                """,
                new { ids }
            )
            .GroupBy(row => row.Handoff)
            .ToDictionary(group => group.Key, group => group.All(IsKnown) ? group.Select(Event).ToList() : null);

    static List<Handoff> Load(Session session, string workspace, List<HeadRow> heads)
    {
        heads.RemoveAll(head => head.Workspace != workspace);
        if (heads.Count == 0)
            return [];
        var events = LoadEvents(session, heads.ConvertAll(head => head.Id));
        return heads.ConvertAll(head => Told(workspace, head, events.GetValueOrDefault(head.Id)));
    }

    /// <summary>Writes the last events of a handoff and what follows from them.</summary>
    /// <param name="session">Within the transaction in which it was read.</param>
    /// <param name="handoff">After the events.</param>
    /// <param name="added">How many events are new.</param>
    /// <param name="now">For clocks.</param>
    /// <exception cref="StorageFault">Somebody else has written in between.</exception>
    public void Append(Session session, Handoff handoff, int added, DateTimeOffset now)
    {
        foreach (var e in handoff.Events.TakeLast(added))
            session.Execute(
                """
                insert into handoff_events (handoff, sequence, workspace, at, actor, platform, move, from_state, to_state, facts, words, salt, digest,
                    previous, hash, reason)
                values (@Handoff, @Sequence, @Workspace, @at, @Actor, @Platform, @move, @from, @to, @FactsJson, @WordsJson, @Salt, @Digest, @Previous,
                    @Hash, @Reason)
                """,
                new
                {
                    e.Handoff,
                    e.Sequence,
                    handoff.Workspace,
                    at = e.At.ToUnixTimeMilliseconds(),
                    e.Actor,
                    e.Platform,
                    move = Words.Of(e.Move),
                    from = e.From is { } from ? Words.Of(from) : null,
                    to = Words.Of(e.To),
                    e.FactsJson,
                    e.WordsJson,
                    e.Salt,
                    e.Digest,
                    e.Previous,
                    e.Hash,
                    e.Facts.Reason,
                }
            );
        KeepWatchers(session, handoff);
        if (handoff.Last.Facts.Undone is { } undone)
            TakeBack(session, handoff, undone);
        Reckon(session, handoff, handoff.Last.Sequence - added, now);
        news.Tell(session, handoff);
    }

    /// <summary>
    /// Writes what follows from the events anew, because there are more of them or the calendars have changed.
    /// </summary>
    /// <param name="session">Within the transaction in which it was read.</param>
    /// <param name="handoff">As its events tell.</param>
    /// <param name="sequenceBefore">The last event the rows know of.</param>
    /// <param name="now">For clocks.</param>
    public void Reckon(Session session, Handoff handoff, long sequenceBefore, DateTimeOffset now)
    {
        var runs = clock.Runs(handoff);
        KeepHead(session, handoff, runs, sequenceBefore);
        KeepRuns(session, handoff, runs, now);
        DueStore.Replace(session, handoff, plan.Of(handoff, runs));
    }

    void KeepHead(Session session, Handoff handoff, List<ClockRun> runs, long sequenceBefore)
    {
        var changed = session.Execute(HandoffHead.Upsert, HandoffHead.Of(handoff, DueAt(runs), sequenceBefore));
        if (changed != 1)
            throw new StorageFault(
                $"{handoff.Name} was changed by somebody else at the same moment; nothing was saved. Try again."
            );
    }

    /// <summary>
    /// What followed from an event that was taken back: it began no clock, and no report counts its reason.
    /// </summary>
    static void TakeBack(Session session, Handoff handoff, long undone)
    {
        session.Execute(
            "delete from handoff_clocks where handoff = @Id and sequence = @undone",
            new { handoff.Id, undone }
        );
        session.Execute(
            "update handoff_events set reason = null where handoff = @Id and sequence = @undone",
            new { handoff.Id, undone }
        );
    }

    static void KeepWatchers(Session session, Handoff handoff)
    {
        if (handoff.Last.Move is not (Move.Watch or Move.Unwatch or Move.Undo))
            return;
        session.Execute("delete from handoff_watchers where handoff = @Id", new { handoff.Id });
        foreach (var person in handoff.Watchers)
            session.Execute(
                "insert into handoff_watchers (workspace, person, handoff) values (@Workspace, @person, @Id)",
                new
                {
                    handoff.Workspace,
                    person,
                    handoff.Id,
                }
            );
    }

    void KeepRuns(Session session, Handoff handoff, List<ClockRun> runs, DateTimeOffset now)
    {
        // Only the last two can have changed: the one that stopped and the one that began.
        foreach (var run in runs.TakeLast(2))
            session.Execute(
                """
                insert into handoff_clocks (workspace, handoff, sequence, clock, team, started_at, due_at, stopped_at, is_kept, target_ms, spent_ms)
                values (@Workspace, @Id, @Sequence, @clock, @team, @started, @due, @stopped, @kept, @target, @spent)
                on conflict (handoff, sequence) do update set started_at = excluded.started_at, due_at = excluded.due_at,
                    stopped_at = excluded.stopped_at, is_kept = excluded.is_kept,
                    target_ms = excluded.target_ms, spent_ms = excluded.spent_ms
                """,
                new
                {
                    handoff.Workspace,
                    handoff.Id,
                    run.Sequence,
                    clock = Words.Of(run.Clock),
                    team = Words.Of(run.Team),
                    started = run.StartedAt.ToUnixTimeMilliseconds(),
                    due = clock.At(run, 1)?.ToUnixTimeMilliseconds(),
                    stopped = run.StoppedAt?.ToUnixTimeMilliseconds(),
                    kept = run.IsKept ? 1L : 0L,
                    target = (long)run.Target.TotalMilliseconds,
                    spent = run.StoppedAt is null ? (long?)null : (long)clock.Spent(run, now).TotalMilliseconds,
                }
            );
    }

    long? DueAt(List<ClockRun> runs) =>
        runs is [.., { StoppedAt: null } running] ? clock.At(running, 1)?.ToUnixTimeMilliseconds() : null;

    static Handoff Told(string workspace, HeadRow head, List<HandoffEvent>? history)
    {
        try
        {
            if (history is [{ Move: Move.Raise }, ..])
                return Handoff.From(workspace, head.Number, history);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // What is kept is not what this program writes.
        }
        return Handoff.Damaged(
            workspace,
            head.Number,
            head.Id,
            head.Team == Words.Of(Team.Sales) ? Direction.MarketingToSales : Direction.SalesToMarketing
        );
    }

    static bool IsKnown(EventRow row) =>
        Words.Parse<Move>(row.Move) is not null
        && Words.Parse<HandoffState>(row.ToState) is not null
        && (row.FromState is null || Words.Parse<HandoffState>(row.FromState) is not null);

    static HandoffEvent Event(EventRow row) =>
        new(
            row.Handoff,
            row.Sequence,
            DateTimeOffset.FromUnixTimeMilliseconds(row.At),
            row.Actor,
            row.Platform,
            Words.Parse<Move>(row.Move) ?? default,
            row.FromState is null ? null : Words.Parse<HandoffState>(row.FromState),
            Words.Parse<HandoffState>(row.ToState) ?? default,
            row.Facts,
            row.Words,
            row.Salt,
            row.Digest,
            row.Previous,
            row.Hash
        );
}
