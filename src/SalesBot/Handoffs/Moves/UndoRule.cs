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
            ? "That is not a step of yours that can be taken back."
            : step.Move == Move.Merge ? "A merge cannot be taken back; raise it again."
            : handoff.Events.Any(e => e.Facts.Undone == sequence) ? $"That was taken back already; {handoff.Name} is {Chat.Words.Of(handoff.State)}."
            : last != step ? $"{handoff.Name} went on since: it is {Chat.Words.Of(handoff.State)} now. Nothing was changed."
            : now - step.At > Time
                ? $"That was more than a minute ago. {handoff.Name} is {Chat.Words.Of(handoff.State)}; what can be done now stands on its card."
            : null;
    }
}
