using SalesBot.People;

namespace SalesBot.Handoffs.Moves;

/// <summary>What can be taken back: one's own last step, for a minute, as long as nobody went on from there.</summary>
static class UndoRule
{
    public static readonly TimeSpan Time = TimeSpan.FromMinutes(1);

    /// <summary>Why a step cannot be taken back, in a sentence, or none.</summary>
    public static string? Refusal(Handoff handoff, long sequence, Person person, DateTimeOffset now)
    {
        var step = handoff.Events.FirstOrDefault(e => e.Sequence == sequence);
        var last = Handoff.Counting(handoff.Events).LastOrDefault(e => e.Move is not (Move.Remind or Move.Escalate));
        return step is null || step.Move is Move.Raise or Move.Undo or >= Move.Wake || step.Actor != person.Id
                ? "You can't undo that step."
            : step.Move == Move.Merge ? "A merge can't be undone. Hand it over again instead."
            : handoff.Events.Any(e => e.Facts.Undone == sequence)
                ? $"That was already undone; {handoff.Name} is {HandoffLabels.InSentence(handoff.State)}."
            : last != step
                ? $"{handoff.Name} has changed since then: it's {HandoffLabels.InSentence(handoff.State)} now. Nothing was undone."
            : now - step.At > Time
                ? $"That was more than a minute ago, so it can't be undone. {handoff.Name} is {HandoffLabels.InSentence(handoff.State)}; its card shows what you can do now."
            : null;
    }
}
