using SalesBot.People;

namespace SalesBot.Handoffs;

/// <summary>
/// Words for codes: what people read of kinds, states, urgencies, reasons, outcomes, moves and fields.
/// </summary>
static class HandoffLabels
{
    public static string Of(Team team) => team == Team.Sales ? "Sales" : "Marketing";

    public static string OfTeam(string team) =>
        team.Equals("sales", StringComparison.OrdinalIgnoreCase) ? "Sales" : "Marketing";

    /// <summary>A state behind "it is": "waiting", "in progress", "snoozed".</summary>
    public static string InSentence(HandoffState state) =>
        state switch
        {
            HandoffState.Submitted => "waiting to be accepted",
            HandoffState.InProgress => "in progress",
            HandoffState.Recycled => "snoozed",
            _ => Chat.Words.Of(state).Replace('-', ' '),
        };

    public static string Of(HandoffKind kind) =>
        kind switch
        {
            HandoffKind.Lead => "Lead",
            HandoffKind.Nurture => "Nurture",
            HandoffKind.ContentRequest => "Content request",
            HandoffKind.CampaignFeedback => "Campaign feedback",
            HandoffKind.EventOrList => "Event or list",
            HandoffKind.CustomerInsight => "Customer insight",
            _ => "Other request",
        };

    public static string Of(Urgency urgency) =>
        urgency switch
        {
            Urgency.Now => "Now",
            Urgency.Today => "Today",
            Urgency.ThisWeek => "This week",
            _ => "No rush",
        };

    public static string Of(HandoffOutcome outcome) =>
        outcome switch
        {
            HandoffOutcome.Won => "Won",
            HandoffOutcome.Lost => "Lost",
            HandoffOutcome.Opportunity => "Converted to an opportunity",
            HandoffOutcome.Delivered => "Delivered",
            _ => "Answered",
        };

    /// <summary>The button or verb of a move.</summary>
    public static string Of(Move move) =>
        move switch
        {
            Move.Accept => "Accept",
            Move.Assign => "Assign",
            Move.Release => "Give back to the team",
            Move.Return => "Send back",
            Move.Resubmit => "Send again",
            Move.Agree => "Close it",
            Move.Contact => "I made contact",
            Move.Complete => "Close",
            Move.Recycle => "Snooze",
            Move.Disqualify => "Disqualify",
            Move.Pause => "Pause",
            Move.Resume => "Resume",
            Move.Withdraw => "Withdraw",
            Move.Merge => "Merge",
            Move.Reopen => "Reopen",
            Move.Edit => "Edit",
            Move.Note => "Add a note",
            Move.Watch => "Get updates",
            Move.Unwatch => "Stop updates",
            Move.Rate => "Rate",
            _ => move.ToString(),
        };

    /// <summary>The same with the handoff it moves, as a form is called: "Send HO-1001 back".</summary>
    public static string Of(Move move, string number) =>
        move switch
        {
            Move.Return => $"Send {number} back",
            Move.Resubmit => $"Send {number} again",
            Move.Note => $"Add a note to {number}",
            Move.Contact => $"{number}: contact made",
            _ => $"{Of(move)} {number}",
        };

    /// <summary>
    /// The same on a card: only with a lead one makes contact first, all else is begun; what goes back says to whom.
    /// </summary>
    /// <param name="move">The move.</param>
    /// <param name="handoff">Whose card it is.</param>
    /// <param name="sender">Who handed it over, by name.</param>
    public static string Of(Move move, Handoff handoff, string sender) =>
        move switch
        {
            Move.Contact when !HasContact(handoff.Brief.Kind) => "I've started",
            Move.Return => $"Send back to {FirstName(sender)}",
            Move.Resubmit => "Answer and send again",
            Move.Release => $"Give back to {Of(handoff.Team)}",
            Move.Pause => "Pause the clock",
            Move.Agree => "Agree and close",
            Move.Rate => "Rate this",
            Move.Merge => "Merge duplicate",
            _ => Of(move),
        };

    /// <summary>What somebody is called on a button.</summary>
    static string FirstName(string name) => name.Split(' ')[0] is { Length: > 1 and <= 20 } first ? first : "sender";

    /// <summary>Whether somebody waits to be contacted: who is kept warm may hear of it by a newsletter.</summary>
    public static bool HasContact(HandoffKind kind) => kind == HandoffKind.Lead;

    /// <summary>A reason in words: "missing information".</summary>
    public static string OfReason(string code) =>
        code switch
        {
            "too-small" => "Too small",
            "wrong-industry" => "Wrong industry",
            "wrong-region" => "Wrong region",
            "wrong-role" => "Wrong person",
            "invalid-contact" => "Contact details don't work",
            "duplicate" => "Duplicate",
            "spam" => "Spam",
            "competitor" => "Works for a competitor",
            "own-employee" => "One of our employees",
            "no-answer" => "No answer",
            "opted-out" => "Doesn't want to be contacted",
            "no-budget" => "No budget",
            "no-need" => "No need",
            "bad-timing" => "Bad timing",
            "locked-in" => "Locked into a contract",
            "wrong-team" => "Wrong team",
            "already-owned" => "Somebody already has this customer",
            "missing-information" => "Information is missing",
            "no-consent" => "No consent",
            "other" => "Another reason",
            _ => Capital(code.Replace('-', ' ')),
        };

    /// <summary>The name of a field as a card shows it.</summary>
    public static string OfField(string field) =>
        field switch
        {
            "email" => "Email",
            "nextStep" => "Next step",
            "name" => "Contact",
            "to" => "To",
            _ => Capital(field),
        };

    /// <summary>The value of a field as a card shows it.</summary>
    public static string OfValue(string field, string value) =>
        field switch
        {
            "urgency" => Chat.Words.Parse<Urgency>(value) is { } urgency ? Of(urgency) : value,
            "kind" => Chat.Words.Parse<HandoffKind>(value) is { } kind ? Of(kind) : value,
            "outcome" => Chat.Words.Parse<HandoffOutcome>(value) is { } outcome ? Of(outcome) : value,
            "reason" => OfReason(value),
            "source" => Capital(value),
            _ => value,
        };

    static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
