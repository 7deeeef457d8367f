using SalesBot.Chat;
using SalesBot.Handoffs.Clocks;
using SalesBot.Handoffs.History;
using SalesBot.Handoffs.Moves;
using SalesBot.Handoffs.Routing;
using SalesBot.Storage;

namespace SalesBot.Handoffs.Due;

/// <summary>Does what is due. Each step is marked as done in the transaction of its effect, so that it happens once, whatever dies in between.</summary>
sealed class DueWork(Database database, Writer writer, HandoffStore store, Router router, Erasure erasure, TimeProvider time)
{
    const int MostAtOnce = 200;

    /// <summary>Does the steps that are due, oldest first.</summary>
    /// <returns>How many there were; as many as are taken at once means that there may be more.</returns>
    /// <exception cref="StorageFault">Some were not kept and come again.</exception>
    public async Task<int> RunAsync()
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var ripe = database.Read(session => DueStore.Ripe(session, now, MostAtOnce));
        // The writer keeps their order and shares the commit.
        await Task.WhenAll(ripe.Select(row => writer.WriteAsync(session => Do(session, row, now))));
        return ripe.Count;
    }

    void Do(Session session, DueRow row, DateTimeOffset now)
    {
        if (!DueStore.Finish(session, row, now) || store.FindById(session, row.Workspace, row.Handoff) is not { } handoff)
            return;
        now = handoff.Last.At > now ? handoff.Last.At : now;
        var step = Words.Parse<DueStep>(row.Step) ?? throw new StorageFault($"The database holds an unknown step, '{row.Step}'.");
        switch (step)
        {
            case DueStep.Erase:
                erasure.Erase(session, handoff, HandoffEvent.System, now);
                break;
            case DueStep.Release:
                Move(session, handoff, Handoffs.Move.Release, now, "released by the bot: nobody was contacted in twice the time, so it waits in the queue", null);
                break;
            case DueStep.Wake:
                var route = router.Again(session, handoff, handoff.Brief);
                Move(session, handoff, Handoffs.Move.Wake, now, route.Because, route.Owner);
                break;
            default:
                Tell(session, handoff, step, now);
                break;
        }
    }

    void Move(Session session, Handoff handoff, Move move, DateTimeOffset now, string because, string? owner) => store.Append(session,
        handoff.After(EventChain.Append(handoff.Last, handoff.Id, now, HandoffEvent.System, HandoffEvent.System, move, handoff.State, MoveTable.To(handoff.State, move),
            new EventFacts(handoff.Version + 1, Owner: owner, Routing: because), null)), 1, now);

    /// <summary>Writes a reminder into the history. It changes nothing that somebody could have based a move on, so the version stays.</summary>
    void Tell(Session session, Handoff handoff, DueStep step, DateTimeOffset now) => store.Append(session,
        handoff.After(EventChain.Append(handoff.Last, handoff.Id, now, HandoffEvent.System, HandoffEvent.System,
            step == DueStep.Remind ? Handoffs.Move.Remind : Handoffs.Move.Escalate, handoff.State, handoff.State,
            new EventFacts(handoff.Version, Clock: Running(handoff.State), Percent: step switch { DueStep.Remind => 50, DueStep.Tell => 100, _ => 200 }), null)), 1, now);

    static Clock Running(HandoffState state) => state switch
    {
        HandoffState.Submitted => Clock.Accept,
        HandoffState.Accepted => Clock.FirstContact,
        HandoffState.Returned => Clock.AnswerReturn,
        _ => throw new InvalidOperationException($"No clock runs while a handoff is {state}."),
    };
}
