using SalesBot.Chat;
using SalesBot.Storage;

namespace SalesBot.Handoffs.History;

/// <summary>What a check of all histories found; no faults means that nothing was changed, removed or added behind the program's back.</summary>
sealed record HistoryFindings(long Handoffs, long Events, IReadOnlyList<string> Faults);

/// <summary>
/// Goes through every history: whether each event links to the one before it, says what was hashed, and comes last where the record says so; whether the record
/// is what its events tell; and whether a number is missing.
/// </summary>
sealed class HistoryCheck(Database database)
{
    const int MostAtOnce = 500;

    sealed record Head(string Id, long Number, long Version, string State, string? Owner, long Cycle, long LastSequence, string LastHash);

    /// <summary>Checks a workspace.</summary>
    /// <param name="workspace">Whose handoffs.</param>
    /// <param name="progress">Told how many of how many are done.</param>
    public HistoryFindings Check(string workspace, Action<long, long>? progress = null)
    {
        var (faults, last, handoffs, events) = (new List<string>(), 0L, 0L, 0L);
        var total = database.Read(session => session.Single<long>("select count(*) from handoffs where workspace = @workspace", new { workspace }));
        while (true)
        {
            var (heads, loaded) = database.Read(session =>
            {
                var page = session.Query<Head>(
                    """
                    select id as Id, number as Number, version as Version, state as State, owner as Owner, cycle as Cycle, last_sequence as LastSequence,
                        last_hash as LastHash
                    from handoffs where workspace = @workspace and number > @last order by number limit @MostAtOnce
                    """,
                    new { workspace, last, MostAtOnce });
                return (page, HandoffStore.LoadEvents(session, page.ConvertAll(head => head.Id)));
            });
            if (heads.Count == 0)
                break;
            foreach (var head in heads)
            {
                var history = loaded.GetValueOrDefault(head.Id, []);
                faults.AddRange(Faults(workspace, head, history, last).Select(fault => $"{Handoff.NameOf(head.Number)}: {fault}"));
                (last, handoffs, events) = (head.Number, handoffs + 1, events + history.Count);
            }
            progress?.Invoke(handoffs, total);
        }
        faults.AddRange(AfterTheLast(workspace, last));
        return new HistoryFindings(handoffs, events, faults);
    }

    static IEnumerable<string> Faults(string workspace, Head head, List<HandoffEvent> history, long before)
    {
        if (head.Number != Math.Max(before + 1, HandoffStore.FirstNumber))
            yield return $"{Handoff.NameOf(head.Number - 1)}, the number before it, is missing.";
        if (history.Count == 0 || history[0].Move != Move.Raise)
        {
            yield return "its history has no beginning.";
            yield break;
        }
        var broken = Links(history).ToList();
        foreach (var fault in broken)
            yield return fault;
        if (history[^1] is var end && (end.Sequence != head.LastSequence || end.Hash != head.LastHash))
            yield return $"its last event should be {head.LastSequence}, and is {end.Sequence}: events are missing or were added.";
        if (broken.Count > 0)
            yield break;
        var told = Handoff.From(workspace, head.Number, history);
        if ((told.Version, Words.Of(told.State), told.Owner, (long)told.Cycle) != (head.Version, head.State, head.Owner, head.Cycle))
            yield return "the record differs from what its events tell.";
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

    IEnumerable<string> AfterTheLast(string workspace, long last)
    {
        var given = database.Read(session => session.Find<long?>("select last from handoff_numbers where workspace = @workspace", new { workspace })) ?? 0;
        if (given > last)
            yield return $"{Handoff.NameOf(given)}: the last number that was given is missing.";
    }
}
