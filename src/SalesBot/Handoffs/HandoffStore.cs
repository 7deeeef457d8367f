using SalesBot.Chat;
using SalesBot.Handoffs.Clocks;
using SalesBot.Handoffs.Due;
using SalesBot.Handoffs.History;
using SalesBot.Storage;

namespace SalesBot.Handoffs;

/// <summary>Handoffs as rows: the events, which are the truth, and what follows from them, to be searched and counted.</summary>
sealed class HandoffStore(HandoffClock clock, DuePlan plan)
{
    /// <summary>The number of the first handoff of a workspace.</summary>
    public const long FirstNumber = 1001;

    sealed record EventRow(string Handoff, long Sequence, long At, string Actor, string Platform, string Move, string? FromState, string ToState, string Facts,
        string? Words, string? Salt, string Digest, string Previous, string Hash);

    sealed record HeadRow(string Id, long Number);

    /// <summary>The next number of a workspace; it is used up even if nothing comes of it.</summary>
    public long NextNumber(Session session, string workspace) => session.Single<long>(
        """
        insert into handoff_numbers (workspace, last) values (@workspace, @FirstNumber)
        on conflict (workspace) do update set last = handoff_numbers.last + 1 returning last
        """,
        new { workspace, FirstNumber });

    /// <summary>The handoff of that number, or none.</summary>
    public Handoff? Find(Session session, string workspace, long number) =>
        Load(session, workspace, session.Query<HeadRow>("select id as Id, number as Number from handoffs where workspace = @workspace and number = @number",
            new { workspace, number })).FirstOrDefault();

    /// <summary>The handoff of that id, or none.</summary>
    public Handoff? FindById(Session session, string workspace, string id) =>
        Load(session, workspace, session.Query<HeadRow>("select id as Id, number as Number from handoffs where workspace = @workspace and id = @id",
            new { workspace, id })).FirstOrDefault();

    /// <summary>Those handoffs, in the order of the ids.</summary>
    public List<Handoff> Load(Session session, string workspace, IReadOnlyList<string> ids)
    {
        var heads = session.Query<HeadRow>("select id as Id, number as Number from handoffs where workspace = @workspace and id in @ids", new { workspace, ids })
            .ToDictionary(head => head.Id);
        return Load(session, workspace, [.. ids.Where(heads.ContainsKey).Select(id => heads[id])]);
    }

    /// <summary>The events of those handoffs, in order.</summary>
    public static Dictionary<string, List<HandoffEvent>> LoadEvents(Session session, IReadOnlyList<string> ids) => session.Query<EventRow>(
        """
        select handoff as Handoff, sequence as Sequence, at as At, actor as Actor, platform as Platform, move as Move, from_state as FromState,
            to_state as ToState, facts as Facts, words as Words, salt as Salt, digest as Digest, previous as Previous, hash as Hash
        from handoff_events where handoff in @ids order by handoff, sequence
        """,
        new { ids }).Select(Event).GroupBy(e => e.Handoff).ToDictionary(group => group.Key, group => group.ToList());

    static List<Handoff> Load(Session session, string workspace, List<HeadRow> heads)
    {
        if (heads.Count == 0)
            return [];
        var events = LoadEvents(session, heads.ConvertAll(head => head.Id));
        return [.. heads.Select(head => Handoff.From(workspace, head.Number, events[head.Id]))];
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
                insert into handoff_events (handoff, sequence, workspace, at, actor, platform, move, from_state, to_state, facts, words, salt, digest, previous, hash)
                values (@Handoff, @Sequence, @Workspace, @at, @Actor, @Platform, @move, @from, @to, @FactsJson, @WordsJson, @Salt, @Digest, @Previous, @Hash)
                """,
                new
                {
                    e.Handoff, e.Sequence, handoff.Workspace, at = e.At.ToUnixTimeMilliseconds(), e.Actor, e.Platform, move = Words.Of(e.Move),
                    from = e.From is { } from ? Words.Of(from) : null, to = Words.Of(e.To), e.FactsJson, e.WordsJson, e.Salt, e.Digest, e.Previous, e.Hash,
                });
        KeepWatchers(session, handoff);
        Reckon(session, handoff, handoff.Last.Sequence - added, now);
    }

    /// <summary>Writes what follows from the events anew, because there are more of them or the calendars have changed.</summary>
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
            throw new StorageFault($"{handoff.Name} was changed by somebody else at the same moment; nothing was saved. Try again.");
    }

    static void KeepWatchers(Session session, Handoff handoff)
    {
        if (handoff.Last.Move is not (Move.Watch or Move.Unwatch))
            return;
        session.Execute("delete from handoff_watchers where handoff = @Id", new { handoff.Id });
        foreach (var person in handoff.Watchers)
            session.Execute("insert into handoff_watchers (workspace, person, handoff) values (@Workspace, @person, @Id)", new { handoff.Workspace, person, handoff.Id });
    }

    void KeepRuns(Session session, Handoff handoff, List<ClockRun> runs, DateTimeOffset now)
    {
        // Only the last two can have changed: the one that stopped and the one that began.
        foreach (var run in runs.TakeLast(2))
            session.Execute(
                """
                insert into handoff_clocks (workspace, handoff, sequence, clock, team, started_at, due_at, stopped_at, target_ms, spent_ms)
                values (@Workspace, @Id, @Sequence, @clock, @team, @started, @due, @stopped, @target, @spent)
                on conflict (handoff, sequence) do update set started_at = excluded.started_at, due_at = excluded.due_at, stopped_at = excluded.stopped_at,
                    target_ms = excluded.target_ms, spent_ms = excluded.spent_ms
                """,
                new
                {
                    handoff.Workspace, handoff.Id, run.Sequence, clock = Words.Of(run.Clock), team = Words.Of(run.Team), started = run.StartedAt.ToUnixTimeMilliseconds(),
                    due = clock.At(run, 1)?.ToUnixTimeMilliseconds(), stopped = run.StoppedAt?.ToUnixTimeMilliseconds(), target = (long)run.Target.TotalMilliseconds,
                    spent = run.StoppedAt is null ? (long?)null : (long)clock.Spent(run, now).TotalMilliseconds,
                });
    }

    long? DueAt(List<ClockRun> runs) => runs is [.., { StoppedAt: null } running] ? clock.At(running, 1)?.ToUnixTimeMilliseconds() : null;

    static HandoffEvent Event(EventRow row) => new(
        row.Handoff, row.Sequence, DateTimeOffset.FromUnixTimeMilliseconds(row.At), row.Actor, row.Platform, Parsed<Move>(row.Move),
        row.FromState is null ? null : Parsed<HandoffState>(row.FromState), Parsed<HandoffState>(row.ToState), row.Facts, row.Words, row.Salt, row.Digest,
        row.Previous, row.Hash);

    static T Parsed<T>(string words) where T : struct, Enum => Words.Parse<T>(words) ?? throw new StorageFault($"The database holds an unknown {typeof(T).Name}, '{words}'.");
}
