using SalesBot.Chat;
using SalesBot.Handoffs.Clocks;
using SalesBot.Handoffs.History;

namespace SalesBot.Handoffs;

/// <summary>
/// What the desk says to people: where a handoff stands, by when what is due, what somebody did, and why something
/// cannot be done.
/// </summary>
static class HandoffWording
{
    const string WhichHandoff = "Which handoff do you mean? Give its number, such as HO-1001, or say \"my handoffs\".";

    public static string AskWhich => WhichHandoff;

    /// <summary>The page shows handoffs and changes none.</summary>
    public const string NotHere =
        "Nothing was changed. This page only shows handoffs: tell me what you want in Slack, Teams or “salesbot chat”.";

    public const string ChooseReason = "Please choose a reason, or say why in your own words.";

    public const string ChooseOutcome = "Please choose how it ended.";

    /// <summary>"HO-1001 · Nurture · No rush"; urgency is left out where it is the usual one or said above.</summary>
    public static string Particulars(Handoff handoff)
    {
        var urgency = HandoffLabels.Of(handoff.Brief.Urgency);
        var isSaid =
            handoff.Brief.Urgency is Urgency.ThisWeek or Urgency.Now or Urgency.Today
            || handoff.Words.Title.Contains(urgency, StringComparison.OrdinalIgnoreCase);
        return $"{handoff.Name} · {HandoffLabels.Of(handoff.Brief.Kind)}{(isSaid ? "" : $" · {urgency}")}";
    }

    /// <summary>"‼ Urgent: now · " before where it stands, where it is open and cannot wait; else nothing.</summary>
    public static string Pressing(Handoff handoff) =>
        handoff.IsOpen && handoff.Brief.Urgency is Urgency.Now or Urgency.Today
            ? $"{Sign(handoff.Brief.Urgency)}Urgent: {HandoffLabels.Of(handoff.Brief.Urgency).ToLowerInvariant()} · "
            : "";

    /// <summary>Where it stands, with a sign: colour is never alone.</summary>
    public static string Status(Handoff handoff, Func<string, string> name)
    {
        var owner = handoff.Owner is { } id ? name(id) : HandoffLabels.Of(handoff.Team);
        if (handoff.PausedAt is not null)
            return $"⏸ Paused by {owner}";
        return handoff.State switch
        {
            HandoffState.Submitted => $"Waiting for {owner} to accept",
            HandoffState.Accepted => $"Accepted by {owner}",
            HandoffState.InProgress => $"▶ In progress with {owner}",
            HandoffState.Returned => $"↩ Sent back to {name(handoff.RaisedBy)}",
            HandoffState.Done => $"✔ {(handoff.Outcome is { } outcome ? HandoffLabels.Of(outcome) : "Done")}",
            HandoffState.Recycled => handoff.WakeUp is { } day ? $"☾ Snoozed until {SpokenTime.Day(day)}" : "☾ Snoozed",
            HandoffState.Disqualified => handoff.Reason is { } reason
                ? $"✖ Disqualified: {HandoffLabels.OfReason(reason).ToLowerInvariant()}"
                : "✖ Disqualified",
            HandoffState.Withdrawn => "✖ Withdrawn",
            _ => handoff.DuplicateOf is { } into ? $"⇢ Merged into {Handoff.NameOf(into)}" : "⇢ Merged",
        };
    }

    /// <summary>The same for a list, where only the card is at hand.</summary>
    public static string Status(HandoffCard card)
    {
        var owner = card.OwnerName ?? HandoffLabels.OfTeam(card.Team);
        if (card.Paused)
            return $"⏸ Paused by {owner}";
        return card.State switch
        {
            "submitted" => $"Waiting for {owner} to accept",
            "accepted" => $"Accepted by {owner}",
            "in-progress" => $"▶ In progress with {owner}",
            "returned" => $"↩ Sent back to {card.RaisedByName}",
            "done" => $"✔ {HandoffLabels.OfValue("outcome", card.Outcome ?? "")}",
            "recycled" => card.WakeUp is { } day ? $"☾ Snoozed until {SpokenTime.Day(day)}" : "☾ Snoozed",
            "disqualified" => "✖ Disqualified",
            "withdrawn" => "✖ Withdrawn",
            "merged" => $"⇢ Merged into {card.DuplicateOf}",
            _ => owner,
        };
    }

    static string Sign(Urgency urgency) =>
        urgency switch
        {
            Urgency.Now => "‼ ",
            Urgency.Today => "! ",
            _ => "",
        };

    /// <summary>What somebody did, in a sentence about "this handoff".</summary>
    public static string Did(Move move, string actor) =>
        move switch
        {
            Move.Raise => $"{actor} handed this over",
            Move.Accept => $"{actor} accepted this",
            Move.Assign => $"{actor} assigned this",
            Move.Release => $"{actor} gave this back to the team",
            Move.Return => $"{actor} sent this back",
            Move.Resubmit => $"{actor} sent this again",
            Move.Agree => $"{actor} agreed to close this",
            Move.Contact => $"{actor} made contact",
            Move.Complete => $"{actor} closed this",
            Move.Recycle => $"{actor} snoozed this",
            Move.Disqualify => $"{actor} disqualified this",
            Move.Pause => $"{actor} paused this",
            Move.Resume => $"{actor} resumed this",
            Move.Withdraw => $"{actor} withdrew this",
            Move.Merge => $"{actor} merged this",
            Move.Reopen => $"{actor} reopened this",
            Move.Edit => $"{actor} edited this",
            Move.Note => $"{actor} left a note",
            Move.Watch => $"{actor} now gets updates on this",
            Move.Unwatch => $"{actor} no longer gets updates on this",
            Move.Rate => $"{actor} rated this",
            Move.Wake => "This is back from snooze",
            Move.Undo => $"{actor} undid the last step",
            Move.Absorb => $"{actor} merged another handoff into this",
            Move.Erase => $"{actor} erased the personal data",
            Move.Remind => "A reminder was sent",
            Move.Escalate => "The managers were notified",
            _ => $"{actor} changed this",
        };

    /// <summary>A step of the history: "Dana sent this back (information is missing): “Which newsletter?”".</summary>
    public static string Told(EventView step)
    {
        string?[] facts =
        [
            step.Reason is { } reason ? HandoffLabels.OfReason(reason).ToLowerInvariant() : null,
            step.Outcome is { } outcome ? HandoffLabels.OfValue("outcome", outcome).ToLowerInvariant() : null,
            step.WakeUp is { } day ? $"until {SpokenTime.Day(day)}" : null,
            step.Into,
            step.Rating is { } rating ? $"{rating} out of 5" : null,
            step.Changed is { Count: > 0 } changed
                ? string.Join(" and ", changed.Select(field => HandoffLabels.OfField(field).ToLowerInvariant()))
                : null,
        ];
        var inBrackets = string.Join(", ", facts.OfType<string>());
        return Did(Words.Parse<Move>(step.Move) ?? Move.Edit, step.ActorName)
            + (inBrackets.Length == 0 ? "" : $" ({inBrackets})")
            + (step.Note is { } note ? $": “{note}”" : "");
    }

    public static string NothingUndone(string number) => $"{number} has changed since, so nothing was undone.";

    /// <summary>The button that takes a step back, for as long as <see cref="Moves.UndoRule.Time"/>.</summary>
    public const string UndoThat = "Undo (1 min)";

    /// <summary>The same on the card of what was just handed over.</summary>
    public const string UndoSending = "Undo sending (1 min)";

    /// <summary>The same for a step: "Undo accepting (1 min)".</summary>
    public static string Undo(Move move) =>
        move switch
        {
            Move.Accept => "Undo accepting (1 min)",
            Move.Assign => "Undo assigning (1 min)",
            Move.Return => "Undo sending back (1 min)",
            Move.Complete => "Undo closing (1 min)",
            Move.Recycle => "Undo snooze (1 min)",
            Move.Note => "Undo note (1 min)",
            Move.Edit => "Undo edit (1 min)",
            Move.Pause => "Undo pause (1 min)",
            Move.Resubmit => UndoSending,
            _ => UndoThat,
        };

    /// <summary>Who took which step back: "Dana undid the return".</summary>
    public static string Undid(string actor, Move undone) => $"{actor} undid {Step(undone)}";

    static string Step(Move move) =>
        move switch
        {
            Move.Return => "sending it back",
            Move.Accept => "the acceptance",
            Move.Assign => "the assignment",
            Move.Complete => "the closing",
            Move.Recycle => "the snooze",
            Move.Note => "the note",
            Move.Edit => "the edit",
            Move.Pause => "the pause",
            Move.Contact => "the first contact",
            _ => "the last step",
        };

    /// <summary>Why a move cannot be made in that state, and what can be done instead.</summary>
    public static string NotNow(Handoff handoff, Move move, IReadOnlyList<Move> offered)
    {
        if (Before(handoff, move) is { } before)
            return before;
        var instead = offered.Count == 0 ? "" : $" You can {Listed([.. offered.Select(Verb)])}.";
        return Moves.MoveTable.To(HandoffState.Merged, move) == handoff.State
            ? $"{handoff.Name} is already {StateWord(handoff.State)}.{instead}"
            : $"{handoff.Name} can't be {Done(move)}: it is {StateWord(handoff.State)}.{instead}";
    }

    /// <summary>What has to happen before a move; null if that is not what is wrong.</summary>
    static string? Before(Handoff handoff, Move move) =>
        (move, handoff.State) switch
        {
            (Move.Complete, HandoffState.Accepted) when HandoffLabels.HasContact(handoff.Brief.Kind) =>
                $"Record a first contact before you close {handoff.Name}: say \"contacted {handoff.Name}\".",
            (Move.Complete, HandoffState.Accepted) =>
                $"Before you close {handoff.Name}, mark it as started: \"started {handoff.Name}\".",
            (Move.Complete or Move.Contact, HandoffState.Submitted) =>
                $"{handoff.Name} isn't accepted yet. Accept it first.",
            (Move.Rate, HandoffState.Submitted) => $"You can rate {handoff.Name} once it's accepted.",
            _ => null,
        };

    /// <summary>Somebody was quicker: "Too late to withdraw: Dana accepted HO-1004 2 minutes ago."</summary>
    public static string TooLate(
        Handoff handoff,
        Move move,
        HandoffEvent last,
        string actor,
        string ago,
        IReadOnlyList<Move> offered
    )
    {
        if (Before(handoff, move) is { } before)
            return before;
        var did = Did(last.Move, actor).Replace(" this", $" {handoff.Name}", StringComparison.Ordinal);
        var instead = offered.Count == 0 ? "" : $" You can {Listed([.. offered.Select(Verb)])}.";
        return $"Too late to {Verb(move)}: {did} {ago}. Nothing was changed.{instead}";
    }

    /// <summary>What cannot be done, behind "can't be".</summary>
    static string Done(Move move) =>
        move switch
        {
            Move.Accept => "accepted",
            Move.Assign => "assigned",
            Move.Release => "given back to the team",
            Move.Return => "sent back",
            Move.Resubmit => "sent again",
            Move.Agree => "closed",
            Move.Contact => "marked as contacted",
            Move.Complete => "closed",
            Move.Recycle => "snoozed",
            Move.Disqualify => "disqualified",
            Move.Pause => "paused",
            Move.Resume => "resumed",
            Move.Withdraw => "withdrawn",
            Move.Merge => "merged",
            Move.Reopen => "reopened",
            Move.Edit => "edited",
            Move.Rate => "rated",
            _ => "changed",
        };

    static string StateWord(HandoffState state) =>
        state switch
        {
            HandoffState.InProgress => "in progress",
            HandoffState.Submitted => "waiting to be accepted",
            HandoffState.Recycled => "snoozed",
            _ => state.ToString().ToLowerInvariant(),
        };

    /// <summary>A move as a verb: "give it back to the team".</summary>
    public static string Verb(Move move) =>
        move switch
        {
            Move.Accept => "accept it",
            Move.Assign => "assign it",
            Move.Release => "give it back to the team",
            Move.Return => "send it back",
            Move.Resubmit => "send it again",
            Move.Agree => "agree to close it",
            Move.Contact => "record the first contact",
            Move.Complete => "close it",
            Move.Recycle => "snooze it",
            Move.Disqualify => "disqualify it",
            Move.Pause => "pause it",
            Move.Resume => "resume it",
            Move.Withdraw => "withdraw it",
            Move.Merge => "merge it",
            Move.Reopen => "reopen it",
            Move.Edit => "edit it",
            Move.Note => "add a note",
            Move.Watch => "get updates on it",
            Move.Unwatch => "stop getting updates on it",
            Move.Rate => "rate it",
            _ => "change it",
        };

    static string Listed(IReadOnlyList<string> things) =>
        things.Count == 1 ? things[0] : $"{string.Join(", ", things.SkipLast(1))} or {things[^1]}";

    /// <summary>What is asked before a move: "Why are you returning HO-1003?"</summary>
    public static string Ask(Move move, string number) =>
        move switch
        {
            Move.Return => $"Why are you sending back {number}?",
            Move.Recycle => $"Why are you snoozing {number}, and until when?",
            Move.Disqualify => $"Why are you disqualifying {number}?",
            Move.Complete => $"How did {number} end?",
            Move.Assign => $"Who should take {number}?",
            Move.Merge => $"Which handoff should {number} be merged into?",
            Move.Rate => $"How good was {number}, from 1 to 5?",
            Move.Note => $"What should the note on {number} say?",
            Move.Edit => $"What should be changed in {number}?",
            Move.Resubmit => $"What's your answer, and what's new in {number}?",
            Move.Agree => $"Close {number} instead of sending it again?",
            _ => $"{HandoffLabels.Of(move)} {number}?",
        };

    /// <summary>
    /// What is asked before it is sent again: the question that it came back with, so that it can be answered.
    /// </summary>
    public static string AskAnswer(Handoff handoff, Func<string, string> name)
    {
        if (handoff.Events.LastOrDefault(e => e.Move == Move.Return) is not { } returned)
            return Ask(Move.Resubmit, handoff.Name);
        var why =
            returned.Words?.Note is { } note ? $": “{note}”"
            : returned.Facts.Reason is { } reason ? $": {HandoffLabels.OfReason(reason).ToLowerInvariant()}."
            : ".";
        return $"{name(returned.Actor)} sent {handoff.Name} back{why} What's your answer?";
    }

    public const string AnswerFirst = "Write an answer, or change what was missing.";

    public static string NotADeed(string said, string number) => $"I don't know how to “{said}” {number}.";

    /// <summary>News of a handoff, above its card.</summary>
    public static string News(Handoff handoff, HandoffEvent e, string viewer, Func<string, string> name)
    {
        var note = e.Words?.Note is { } said ? $" “{said}”" : "";
        // "Another reason" says nothing where the reason stands in words.
        var reason =
            e.Facts.Reason is { } why && (why != Moves.Reasons.Other || note.Length == 0)
                ? $": {HandoffLabels.OfReason(why).ToLowerInvariant()}"
                : "";
        var team = HandoffLabels.Of(handoff.Team);
        var actor = name(e.Actor);
        return e.Move switch
        {
            Move.Raise => $"New for {team}",
            Move.Assign =>
                $"{actor} gave this to {(handoff.Owner is { } owner && owner != viewer ? name(owner) : "you")}.{note}",
            Move.Return =>
                $"{actor} sent this back{(reason.Length == 0 ? $":{note}" : $"{reason}.{note}")} {(handoff.RaisedBy == viewer ? "You" : name(handoff.RaisedBy))} can answer and send it again, close it or withdraw it.",
            Move.Complete =>
                $"{actor} closed this{(handoff.Outcome is { } outcome ? $": {HandoffLabels.Of(outcome).ToLowerInvariant()}" : "")}.{note}",
            Move.Recycle =>
                $"{actor} snoozed this{reason}{(handoff.WakeUp is { } day ? $", until {SpokenTime.Day(day)}" : "")}.{note}",
            Move.Merge =>
                $"{actor} merged this into {(handoff.DuplicateOf is { } into ? Handoff.NameOf(into) : "another handoff")}.{note}",
            Move.Rate => $"{actor} rated this {e.Facts.Rating} out of 5.{note}",
            Move.Release when e.Actor == HandoffEvent.System =>
                $"No first contact in time, so this is back in the {team} queue.",
            Move.Wake => "Back from snooze.",
            Move.Undo when handoff.Events.FirstOrDefault(one => one.Sequence == e.Facts.Undone) is { } undone =>
                $"{Undid(actor, undone.Move)}.",
            Move.Remind => $"Reminder: half the time allowed {For(e)} has passed.",
            Move.Escalate => $"{(e.Facts.Percent >= 200 ? "Twice the" : "The")} time allowed {For(e)} has passed.",
            _ => $"{Did(e.Move, actor)}{reason}.{note}",
        };
    }

    static string For(HandoffEvent e) =>
        e.Facts.Clock switch
        {
            Clock.Accept => "to accept this",
            Clock.FirstContact => "for the first contact",
            _ => "to answer this",
        };

    public static string SaysThat(string number) => $"{number} says that already. Nothing was changed.";
}
