using System.Collections.Concurrent;
using SalesBot.Chat;
using SalesBot.Handoffs.Clocks;
using SalesBot.Handoffs.History;
using SalesBot.Handoffs.Moves;
using SalesBot.Handoffs.Routing;
using SalesBot.Storage;

namespace SalesBot.Handoffs.Due;

/// <summary>
/// Does what is due. Each step is marked as done in the transaction of its effect, so that it happens once, whatever
/// dies in between.
/// </summary>
sealed partial class DueWork(
    Database database,
    Writer writer,
    HandoffStore store,
    Router router,
    Erasure erasure,
    TimeProvider time,
    ILogger<DueWork> log
)
{
    const int MostAtOnce = 200;

    /// <summary>What was told already, so that it is told once.</summary>
    readonly ConcurrentDictionary<(string, long, string), bool> failed = [];

    /// <summary>Does the steps that are due, oldest first.</summary>
    /// <returns>How many were done; where there are any, there may be more.</returns>
    /// <exception cref="StorageFault">Some were not kept and come again.</exception>
    public async Task<int> RunAsync()
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var ripe = database
            .Read(session => DueStore.Ripe(session, now, MostAtOnce + failed.Count))
            .FindAll(row => !failed.ContainsKey((row.Handoff, row.Sequence, row.Step)));
        // The writer keeps their order and shares the commit.
        var done = await Task.WhenAll(ripe.Select(row => TryAsync(row, now)));
        return done.Count(ok => ok);
    }

    /// <summary>
    /// A step that fails, fails alone and is left until the next start; a database that does not work fails them all.
    /// </summary>
    async Task<bool> TryAsync(DueRow row, DateTimeOffset now)
    {
        try
        {
            await writer.WriteAsync(session => Do(session, row, now));
            return true;
        }
        catch (Exception fault) when (writer.Problem is null)
        {
            if (failed.TryAdd((row.Handoff, row.Sequence, row.Step), true))
                StepFailed(log, row.Step, row.Handoff, fault.Message);
            return false;
        }
    }

    [LoggerMessage(31, LogLevel.Error, "The step '{Step}' of handoff {Handoff} cannot be done: {Reason}")]
    static partial void StepFailed(ILogger log, string step, string handoff, string reason);

    void Do(Session session, DueRow row, DateTimeOffset now)
    {
        if (
            !DueStore.Finish(session, row, now)
            || store.FindById(session, row.Workspace, row.Handoff) is not { } handoff
        )
            return;
        now = handoff.Last.At > now ? handoff.Last.At : now;
        var step =
            Words.Parse<DueStep>(row.Step)
            ?? throw new StorageFault($"The database holds an unknown step, '{row.Step}'.");
        switch (step)
        {
            case DueStep.Erase:
                erasure.Erase(session, handoff, HandoffEvent.System, now);
                break;
            case DueStep.Release:
                Move(
                    session,
                    handoff,
                    Handoffs.Move.Release,
                    now,
                    "back in the queue: no first contact within twice the time allowed",
                    null
                );
                break;
            case DueStep.Wake:
                var route = router.Again(session, handoff, handoff.Brief);
                Move(session, handoff, Handoffs.Move.Wake, now, route.Because, route.Owner);
                break;
            // Where a host was down, reminders come late and together: the last one says it all.
            case DueStep.Remind or DueStep.Tell when DueStore.HasLaterStep(session, row, now):
                break;
            default:
                Tell(session, handoff, step, now);
                break;
        }
    }

    void Move(Session session, Handoff handoff, Move move, DateTimeOffset now, string because, string? owner) =>
        store.Append(
            session,
            handoff.After(
                EventChain.Append(
                    handoff.Last,
                    handoff.Id,
                    now,
                    HandoffEvent.System,
                    HandoffEvent.System,
                    move,
                    handoff.State,
                    MoveTable.To(handoff.State, move),
                    new EventFacts(handoff.Version + 1, Owner: owner, Routing: because),
                    null
                )
            ),
            1,
            now
        );

    /// <summary>
    /// Writes a reminder into the history. It changes nothing that somebody could have based a move on, so the version
    /// stays.
    /// </summary>
    void Tell(Session session, Handoff handoff, DueStep step, DateTimeOffset now) =>
        store.Append(
            session,
            handoff.After(
                EventChain.Append(
                    handoff.Last,
                    handoff.Id,
                    now,
                    HandoffEvent.System,
                    HandoffEvent.System,
                    step == DueStep.Remind ? Handoffs.Move.Remind : Handoffs.Move.Escalate,
                    handoff.State,
                    handoff.State,
                    new EventFacts(
                        handoff.Version,
                        Clock: Running(handoff.State),
                        Percent: step switch
                        {
                            DueStep.Remind => 50,
                            DueStep.Tell => 100,
                            _ => 200,
                        }
                    ),
                    null
                )
            ),
            1,
            now
        );

    static Clock Running(HandoffState state) =>
        state switch
        {
            HandoffState.Submitted => Clock.Accept,
            HandoffState.Accepted => Clock.FirstContact,
            HandoffState.Returned => Clock.AnswerReturn,
            _ => throw new InvalidOperationException($"The clock doesn't run while a handoff is {state}."),
        };
}
