using SalesBot.Chat;
using SalesBot.Storage;

namespace SalesBot.Handoffs.History;

/// <summary>
/// What a check of all histories found; no faults means that nothing was changed, removed or added behind the program's
/// back.
/// </summary>
sealed record HistoryFindings(long Handoffs, long Events, IReadOnlyList<string> Faults);

/// <summary>
/// Goes through every history, against mistakes and meddling by hand; who knows this program could forge a chain, for
/// there is no key in it. It looks whether each event links to the one before it, says what was hashed, and comes last
/// where the record says so; whether the record is what its events tell, in what people decide by; and whether a number
/// is missing.
/// </summary>
sealed class HistoryCheck(Database database)
{
    const int MostAtOnce = 500;

    sealed record Head(
        string Id,
        long Number,
        long Version,
        string State,
        string? Owner,
        long Cycle,
        long LastSequence,
        string LastHash,
        string RaisedBy,
        string Team,
        string Kind,
        string Urgency,
        string? Source,
        string? Reason,
        long? Rating
    );

    /// <summary>Checks a workspace.</summary>
    /// <param name="workspace">Whose handoffs.</param>
    /// <param name="progress">Told how many of how many are done.</param>
    public HistoryFindings Check(string workspace, Action<long, long>? progress = null)
    {
        var (faults, last, handoffs, events) = (new List<string>(), NumberStore.First - 1, 0L, 0L);
        var given =
            database.Read(session =>
                session.Find<long?>("select last from handoff_numbers where workspace = @workspace", new { workspace })
            ) ?? 0;
        var gaps = database.Read(session => NumberStore.Gaps(session, workspace));
        var total = database.Read(session =>
            session.Single<long>("select count(*) from handoffs where workspace = @workspace", new { workspace })
        );
        while (true)
        {
            var (heads, loaded) = database.Read(session =>
            {
                var page = session.Query<Head>(
                    """
                    select id as Id, number as Number, version as Version, state as State, owner as Owner, cycle as Cycle, last_sequence as LastSequence,
                        last_hash as LastHash, raised_by as RaisedBy, team as Team, kind as Kind, urgency as Urgency, source as Source, reason as Reason,
                            rating as Rating
                    from handoffs where workspace = @workspace and number > @last order by number limit @MostAtOnce
                    """,
                    new
                    {
                        workspace,
                        last,
                        MostAtOnce,
                    }
                );
                return (page, HandoffStore.LoadEvents(session, page.ConvertAll(head => head.Id)));
            });
            if (heads.Count == 0)
                break;
            foreach (var head in heads)
            {
                var history = loaded.GetValueOrDefault(head.Id);
                if (head.Number != Next(last, gaps))
                    faults.Add($"{Handoff.NameOf(Next(last, gaps))} is missing.");
                faults.AddRange(
                    Faults(workspace, head, history).Select(fault => $"{Handoff.NameOf(head.Number)}: {fault}")
                );
                (last, handoffs, events) = (head.Number, handoffs + 1, events + (history?.Count ?? 0));
            }
            progress?.Invoke(handoffs, total);
        }
        if (given >= Next(last, gaps))
            faults.Add($"{Handoff.NameOf(given)}: the last number that was given is missing.");
        return new HistoryFindings(handoffs, events, faults);
    }

    /// <summary>The number that follows, but for those that were given before a backup was restored.</summary>
    static long Next(long number, List<(long First, long Last)> gaps) =>
        gaps.Aggregate(number + 1, (next, gap) => next == gap.First ? gap.Last + 1 : next);

    static IEnumerable<string> Faults(string workspace, Head head, List<HandoffEvent>? history)
    {
        if (history is not [{ Move: Move.Raise }, ..])
        {
            yield return "its history has no beginning, or contains an event that SalesBot didn't write.";
            yield break;
        }
        var broken = Links(history).ToList();
        foreach (var fault in broken)
            yield return fault;
        if (history[^1] is var end && (end.Sequence != head.LastSequence || end.Hash != head.LastHash))
            yield return $"its last event should be {head.LastSequence}, but is {end.Sequence}: events are missing or were added.";
        if (broken.Count > 0)
            yield break;
        var told = Handoff.From(workspace, head.Number, history);
        var record = new Head(
            head.Id,
            told.Number,
            told.Version,
            Words.Of(told.State),
            told.Owner,
            told.Cycle,
            head.LastSequence,
            head.LastHash,
            told.RaisedBy,
            Words.Of(told.Team),
            Words.Of(told.Brief.Kind),
            Words.Of(told.Brief.Urgency),
            told.Brief.Source,
            told.Reason,
            told.Rating
        );
        if (record != head || history[0].Facts.Number != head.Number || history[0].Facts.Workspace != workspace)
            yield return "the record doesn't match its events.";
    }

    static IEnumerable<string> Links(List<HandoffEvent> history)
    {
        var erased = history.FindLast(e => e.Move == Move.Erase)?.Sequence ?? 0;
        for (var i = 0; i < history.Count; i++)
        {
            var e = history[i];
            if (e.Sequence != i + 1 || e.Previous != (i == 0 ? "" : history[i - 1].Hash))
                yield return $"event {e.Sequence} does not follow the one before it.";
            if (e.Hash != EventChain.HashOf(e))
                yield return $"event {e.Sequence} was changed.";
            if (e.Digest != EventChain.Digest(e.Salt, e.WordsJson) && !(e.WordsJson is null && e.Sequence < erased))
                yield return $"the words of event {e.Sequence} were changed.";
        }
    }
}
