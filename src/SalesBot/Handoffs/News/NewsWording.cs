using SalesBot.Chat;
using SalesBot.Handoffs.Clocks;
using SalesBot.Handoffs.History;

namespace SalesBot.Handoffs.News;

/// <summary>What news say, above the card.</summary>
static class NewsWording
{
    /// <summary>What happened, in a sentence or two.</summary>
    /// <param name="handoff">After the event.</param>
    /// <param name="e">Its last.</param>
    /// <param name="viewer">Who reads it: an id, or a team.</param>
    /// <param name="name">What people are called, by id.</param>
    public static string Lead(Handoff handoff, HandoffEvent e, string viewer, Func<string, string> name)
    {
        var note = e.Words?.Note is { } said ? $" “{said}”" : "";
        var reason = e.Facts.Reason is { } why ? $": {why}" : "";
        return e.Move switch
        {
            Move.Raise => $"{name(e.Actor)} hands this to {Words.Of(handoff.Team)}.",
            Move.Assign => $"{name(e.Actor)} gave this to {(handoff.Owner is { } owner && owner != viewer ? name(owner) : "you")}.{note}",
            Move.Return =>
                $"{name(e.Actor)} returned this{reason}.{note} {(handoff.RaisedBy == viewer ? "You" : name(handoff.RaisedBy))} can resubmit it, agree, or withdraw it.",
            Move.Complete => $"{name(e.Actor)} completed this: {(handoff.Outcome is { } outcome ? Words.Of(outcome) : "")}.{note}",
            Move.Recycle => $"{name(e.Actor)} recycled this{reason}; it wakes on {handoff.WakeUp:yyyy-MM-dd}.{note}",
            Move.Merge => $"{name(e.Actor)} merged this into {(handoff.DuplicateOf is { } into ? Handoff.NameOf(into) : "another")}.{note}",
            Move.Rate => $"{name(e.Actor)} rated this {e.Facts.Rating} of 5.{note}",
            Move.Release when e.Actor == HandoffEvent.System =>
                $"Nobody was contacted in twice the time, so this is back in the queue of {Words.Of(handoff.Team)}.",
            Move.Wake => "This slept, and is awake again.",
            Move.Remind => $"Half of the time {For(e)} is over.",
            Move.Escalate => $"{(e.Facts.Percent >= 200 ? "Twice the" : "The")} time {For(e)} is over.",
            _ => $"{e.Told(name(e.Actor))}{reason}.{note}",
        };
    }

    static string For(HandoffEvent e) => e.Facts.Clock switch
    {
        Clock.Accept => "to accept this",
        Clock.FirstContact => "for the first contact",
        _ => "to answer the return",
    };
}
