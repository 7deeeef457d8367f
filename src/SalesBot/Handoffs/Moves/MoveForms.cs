using SalesBot.Chat;

namespace SalesBot.Handoffs.Moves;

/// <summary>What a move asks for, as a form.</summary>
sealed class MoveForms(Reasons reasons)
{
    /// <summary>The form of a move, filled in as far as it was, with what is wrong below its field.</summary>
    /// <param name="handoff">What is moved.</param>
    /// <param name="move">The move.</param>
    /// <param name="action">What sending it does.</param>
    /// <param name="faults">By field.</param>
    public FormBlock Of(Handoff handoff, Move move, ChatAction action, IReadOnlyDictionary<string, string[]> faults) => new(
        $"{Words.Of(move)} {handoff.Name}", action,
        [.. Fields(handoff, move).Select(field => field with
        {
            Value = action.Values.GetValueOrDefault(field.Name) ?? field.Value,
            // What was never filled in is not wrong yet.
            Fault = action.Values.ContainsKey(field.Name) && faults.TryGetValue(field.Name, out var wrong) ? string.Join(" ", wrong) : null,
        })],
        Words.Of(move));

    IEnumerable<FormField> Fields(Handoff handoff, Move move)
    {
        if (move is Move.Return or Move.Recycle or Move.Disqualify)
            yield return new FormField("reason", "reason", FieldKind.Choice, Required: true)
            {
                Options = [.. reasons.All.Select(reason => new FieldOption(reason.Code, reason.Code.Replace('-', ' ')))],
            };
        if (move is Move.Recycle or Move.Agree)
            yield return new FormField("wakeUp", "wakes on", FieldKind.Date)
            {
                Hint = move == Move.Agree ? "A day; without one it is disqualified." : "A day; without one it is the usual time for the reason.",
            };
        if (move == Move.Complete)
            yield return new FormField("outcome", "outcome", FieldKind.Choice, Required: true)
            {
                Options = [.. Enum.GetValues<HandoffOutcome>().Select(outcome => new FieldOption(Words.Of(outcome), Words.Of(outcome)))],
            };
        if (move == Move.Assign)
            yield return new FormField("owner", "person", FieldKind.Person, Required: true);
        if (move == Move.Merge)
            yield return new FormField("into", "other handoff", FieldKind.Line, Required: true) { Hint = "Its number, such as HO-1001." };
        if (move == Move.Rate)
            yield return new FormField("rating", "rating", FieldKind.Choice, Required: true)
            {
                Options = [.. Enumerable.Range(1, 5).Select(stars => new FieldOption($"{stars}", $"{stars} of 5"))],
            };
        if (move is Move.Edit or Move.Resubmit)
        {
            yield return new FormField("title", "title", FieldKind.Line) { Value = handoff.Words.Title };
            yield return new FormField("details", "details", FieldKind.Text) { Value = handoff.Words.Details };
            yield return new FormField("nextStep", "next step", FieldKind.Line) { Value = handoff.Words.NextStep };
        }
        yield return new FormField("note", "note", FieldKind.Text, Required: move == Move.Note);
    }

    /// <summary>Whether a move pressed on a card asks for something first; the others are made at once.</summary>
    public static bool Asks(Move move) =>
        move is Move.Return or Move.Recycle or Move.Disqualify or Move.Complete or Move.Assign or Move.Merge or Move.Rate or Move.Edit
        or Move.Resubmit or Move.Note or Move.Agree;
}
