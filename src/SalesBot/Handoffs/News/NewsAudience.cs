using SalesBot.Handoffs.Clocks;
using SalesBot.Handoffs.History;
using SalesBot.People;

namespace SalesBot.Handoffs.News;

/// <summary>Whom news concern.</summary>
abstract record Audience
{
    /// <summary>One person.</summary>
    public sealed record Somebody(string Id) : Audience;

    /// <summary>A team, where it meets.</summary>
    public sealed record Everyone(Team Team) : Audience;

    /// <summary>Who leads; the team, if nobody does.</summary>
    public sealed record Managers(Team Team) : Audience;
}

/// <summary>
/// Whom an event concerns: the receiving team what is waiting for it, the owner what becomes theirs, the sender
/// acceptance, return and outcome, a watcher all of it.
/// </summary>
static class NewsAudience
{
    /// <param name="handoff">After the event.</param>
    /// <param name="e">Its last.</param>
    public static IEnumerable<Audience> Of(Handoff handoff, HandoffEvent e)
    {
        IEnumerable<Audience> concerned = e.Move switch
        {
            Move.Raise or Move.Resubmit or Move.Reopen or Move.Wake or Move.Release =>
            [
                new Audience.Everyone(handoff.Team),
                .. Owner(handoff),
            ],
            Move.Accept
            or Move.Return
            or Move.Contact
            or Move.Complete
            or Move.Recycle
            or Move.Disqualify
            or Move.Merge
            or Move.Rate
            or Move.Pause
            or Move.Resume => [new Audience.Somebody(handoff.RaisedBy)],
            Move.Assign or Move.Agree or Move.Withdraw or Move.Absorb => Owner(handoff),
            // Those who were told of the step hear that it was taken back.
            Move.Undo when handoff.Events.FirstOrDefault(step => step.Sequence == e.Facts.Undone) is { } undone =>
            [
                .. Of(handoff, undone),
                new Audience.Somebody(handoff.RaisedBy),
                .. Owner(handoff),
                .. undone.Facts.Owner is { } given ? [new Audience.Somebody(given)] : Array.Empty<Audience>(),
            ],
            Move.Note or Move.Edit => [new Audience.Somebody(handoff.RaisedBy), .. Owner(handoff)],
            Move.Remind => Waiting(handoff, e),
            Move.Escalate =>
            [
                new Audience.Managers(e.Facts.Clock == Clock.AnswerReturn ? handoff.Sender : handoff.Team),
            ],
            _ => [],
        };
        return e.Move is Move.Watch or Move.Unwatch or Move.Erase
            ? []
            : concerned.Concat(handoff.Watchers.Where(id => id != e.Actor).Select(id => new Audience.Somebody(id)));
    }

    /// <summary>Who has to do something next.</summary>
    static IEnumerable<Audience> Waiting(Handoff handoff, HandoffEvent e) =>
        e.Facts.Clock == Clock.AnswerReturn ? [new Audience.Somebody(handoff.RaisedBy)]
        : handoff.Owner is null ? [new Audience.Everyone(handoff.Team)]
        : Owner(handoff);

    static IEnumerable<Audience> Owner(Handoff handoff) =>
        handoff.Owner is { } owner ? [new Audience.Somebody(owner)] : [];
}
