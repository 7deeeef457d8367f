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
    /// <param name="sender">Who handed it over, by name.</param>
    public FormBlock Of(
        Handoff handoff,
        Move move,
        ChatAction action,
        IReadOnlyDictionary<string, string[]> faults,
        string sender
    ) =>
        new(
            HandoffLabels.Of(move, handoff.Name),
            action,
            [
                .. Fields(handoff, move, sender)
                    .Select(field =>
                        field with
                        {
                            Value = action.Values.GetValueOrDefault(field.Name) ?? field.Value,
                            // What was never filled in is not wrong yet.
                            Fault =
                                action.Values.ContainsKey(field.Name)
                                && faults
                                    .FirstOrDefault(fault =>
                                        fault.Key == field.Name
                                        || fault.Key.EndsWith($".{field.Name}", StringComparison.Ordinal)
                                    )
                                    .Value
                                    is { } wrong
                                    ? string.Join(" ", wrong)
                                    : null,
                        }
                    ),
            ],
            HandoffLabels.Of(move)
        )
        {
            Opens = move is Move.Return or Move.Recycle or Move.Disqualify
                ? "Choose a reason…"
                : $"{HandoffLabels.Of(move, handoff.Name)}…",
        };

    IEnumerable<FormField> Fields(Handoff handoff, Move move, string sender)
    {
        if (move is Move.Return or Move.Recycle or Move.Disqualify)
            yield return new FormField("reason", "Reason", FieldKind.Choice, Required: true)
            {
                Options =
                [
                    .. ReasonsFor(move)
                        .Select(reason => new FieldOption(
                            reason.Code,
                            move == Move.Recycle && reason.Days is { } days
                                ? $"{HandoffLabels.OfReason(reason.Code)} ({days} days)"
                                : HandoffLabels.OfReason(reason.Code)
                        )),
                ],
            };
        if (move is Move.Recycle or Move.Agree)
            yield return new FormField("wakeUp", move == Move.Agree ? "Snooze until" : "Until", FieldKind.Date)
            {
                Hint =
                    move == Move.Agree
                        ? "Leave empty to close it for good."
                        : "Leave empty to use the days shown with the reason. For “Another reason”, pick a date.",
            };
        if (move == Move.Complete)
            yield return new FormField("outcome", "Outcome", FieldKind.Choice, Required: true)
            {
                Options =
                [
                    .. Enum.GetValues<HandoffOutcome>()
                        .Select(outcome => new FieldOption(Words.Of(outcome), HandoffLabels.Of(outcome))),
                ],
            };
        if (move == Move.Assign)
            yield return new FormField("owner", "Assign to", FieldKind.Person, Required: true);
        if (move == Move.Merge)
            yield return new FormField("into", "Merge into", FieldKind.Line, Required: true)
            {
                Hint = "The number of the other handoff, such as HO-1001.",
            };
        if (move == Move.Rate)
            yield return new FormField("rating", "Rating", FieldKind.Choice, Required: true)
            {
                Options = [.. Enumerable.Range(1, 5).Select(stars => new FieldOption($"{stars}", $"{stars} of 5"))],
            };
        if (move == Move.Resubmit)
            yield return new FormField("note", "Your answer", FieldKind.Text);
        if (move is Move.Edit or Move.Resubmit)
        {
            foreach (var field in Content(handoff))
                yield return field;
        }
        if (move == Move.Resubmit)
            yield break;
        yield return move == Move.Return
            ? new FormField("note", $"Note to {sender}", FieldKind.Text)
            {
                Hint = $"{sender} gets the reason and this note.",
            }
            : new FormField("note", "Note", FieldKind.Text, Required: move == Move.Note);
    }

    /// <summary>
    /// The reasons that a move is usually given, the company's own ones, and any other; further ones can be said in
    /// words.
    /// </summary>
    IEnumerable<Reason> ReasonsFor(Move move)
    {
        string[] usual = move switch
        {
            Move.Return => ["missing-information", "wrong-team", "wrong-region", "invalid-contact", "duplicate"],
            Move.Recycle => ["bad-timing", "no-budget", "no-answer", "no-need", "locked-in"],
            _ => ["no-need", "too-small", "competitor", "spam", "opted-out", "no-consent"],
        };
        return usual
            .Select(reasons.Find)
            .OfType<Reason>()
            .Concat(reasons.All.Where(reason => reason.Group == "own"))
            .Append(reasons.Find(Reasons.Other))
            .OfType<Reason>();
    }

    /// <summary>Whether a form that was filled in says or changes anything.</summary>
    public static bool Says(Handoff handoff, IReadOnlyDictionary<string, string> filled) =>
        !string.IsNullOrWhiteSpace(filled.GetValueOrDefault("note"))
        || Content(handoff)
            .Any(field => filled.TryGetValue(field.Name, out var value) && value.Trim() != (field.Value ?? "").Trim());

    /// <summary>Every field that a handoff says.</summary>
    static IEnumerable<FormField> Content(Handoff handoff)
    {
        var (facts, words) = (handoff.Brief, handoff.Words);
        yield return new FormField("title", "Title", FieldKind.Line) { Value = words.Title };
        yield return new FormField("kind", "Kind", FieldKind.Choice)
        {
            Value = Words.Of(facts.Kind),
            Options =
            [
                .. Enum.GetValues<HandoffKind>()
                    .Where(kind =>
                        handoff.Direction == Direction.MarketingToSales
                            ? kind is HandoffKind.Lead or HandoffKind.Other
                            : kind != HandoffKind.Lead
                    )
                    .Select(kind => new FieldOption(Words.Of(kind), HandoffLabels.Of(kind))),
            ],
        };
        yield return new FormField("urgency", "Urgency", FieldKind.Choice)
        {
            Value = Words.Of(facts.Urgency),
            Options =
            [
                .. Enum.GetValues<Urgency>()
                    .Select(urgency => new FieldOption(Words.Of(urgency), HandoffLabels.Of(urgency))),
            ],
        };
        yield return new FormField("name", "Contact", FieldKind.Line) { Value = words.Person?.Name };
        yield return new FormField("email", "Email", FieldKind.Line) { Value = words.Person?.Email };
        yield return new FormField("phone", "Phone", FieldKind.Line) { Value = words.Person?.Phone };
        yield return new FormField("role", "Role", FieldKind.Line) { Value = words.Person?.Role };
        yield return new FormField("company", "Company", FieldKind.Line) { Value = words.Company?.Name };
        yield return new FormField("details", "Details", FieldKind.Text) { Value = words.Details };
        yield return new FormField("source", "Source", FieldKind.Line) { Value = facts.Source };
        yield return new FormField("campaign", "Campaign", FieldKind.Line) { Value = facts.Campaign };
        yield return new FormField("nextStep", "Next step", FieldKind.Line) { Value = words.NextStep };
    }

    /// <summary>Whether a move pressed on a card asks for something first; the others are made at once.</summary>
    public static bool Asks(Move move) =>
        move
            is Move.Return
                or Move.Recycle
                or Move.Disqualify
                or Move.Complete
                or Move.Assign
                or Move.Merge
                or Move.Rate
                or Move.Edit
                or Move.Resubmit
                or Move.Note
                or Move.Agree;
}
