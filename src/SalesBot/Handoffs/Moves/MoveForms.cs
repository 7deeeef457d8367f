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
            Fault = action.Values.ContainsKey(field.Name) && faults.FirstOrDefault(fault => fault.Key == field.Name || fault.Key.EndsWith($".{field.Name}", StringComparison.Ordinal)).Value is { } wrong
                ? string.Join(" ", wrong) : null,
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
            foreach (var field in Content(handoff))
                yield return field;
        }
        yield return new FormField("note", "note", FieldKind.Text, Required: move == Move.Note);
    }

    /// <summary>Every field that a handoff says.</summary>
    static IEnumerable<FormField> Content(Handoff handoff)
    {
        var (facts, words) = (handoff.Brief, handoff.Words);
        yield return new FormField("title", "title", FieldKind.Line) { Value = words.Title };
        yield return new FormField("kind", "kind", FieldKind.Choice)
        {
            Value = Words.Of(facts.Kind),
            Options = [.. Enum.GetValues<HandoffKind>().Where(kind => handoff.Direction == Direction.MarketingToSales ? kind is HandoffKind.Lead or HandoffKind.Other : kind != HandoffKind.Lead)
                .Select(kind => new FieldOption(Words.Of(kind), HandoffLabels.Of(kind)))],
        };
        yield return new FormField("urgency", "urgency", FieldKind.Choice)
        {
            Value = Words.Of(facts.Urgency), Options = [.. Enum.GetValues<Urgency>().Select(urgency => new FieldOption(Words.Of(urgency), HandoffLabels.Of(urgency)))],
        };
        yield return new FormField("name", "person", FieldKind.Line) { Value = words.Person?.Name };
        yield return new FormField("email", "e-mail", FieldKind.Line) { Value = words.Person?.Email };
        yield return new FormField("phone", "phone", FieldKind.Line) { Value = words.Person?.Phone };
        yield return new FormField("role", "role", FieldKind.Line) { Value = words.Person?.Role };
        yield return new FormField("company", "company", FieldKind.Line) { Value = words.Company?.Name };
        yield return new FormField("details", "details", FieldKind.Text) { Value = words.Details };
        yield return new FormField("source", "source", FieldKind.Line) { Value = facts.Source };
        yield return new FormField("campaign", "campaign", FieldKind.Line) { Value = facts.Campaign };
        yield return new FormField("nextStep", "next step", FieldKind.Line) { Value = words.NextStep };
    }

    /// <summary>Whether a move pressed on a card asks for something first; the others are made at once.</summary>
    public static bool Asks(Move move) =>
        move is Move.Return or Move.Recycle or Move.Disqualify or Move.Complete or Move.Assign or Move.Merge or Move.Rate or Move.Edit
        or Move.Resubmit or Move.Note or Move.Agree;
}
