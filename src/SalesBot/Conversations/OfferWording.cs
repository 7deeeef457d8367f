using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.Intents;

namespace SalesBot.Conversations;

/// <summary>What the bot says when it asks before it does something.</summary>
static class OfferWording
{
    public const string Dropped = "OK, nothing was changed.";

    public const string Edit = "Edit";

    public const string SendEarlier = "Send the earlier draft";

    /// <summary>A draft that was shown before this one and not sent.</summary>
    public static string Unsent(string title) => $"Your earlier draft hasn't been sent: “{PersonText.Cut(title, 60)}”";

    /// <summary>One handoff is about one person.</summary>
    public static string Several(string? who) =>
        $"You named several people. This is one handoff{(who is null ? "" : $", with {who} as the contact")}; it includes your whole message. To hand people over one by one, send a separate message for each.";

    public const string WasAsking = "No, I was asking";

    public const string HandOverAnyway = "Hand over anyway";

    public const string JustNote = "Just a note";

    public const string DeskOrQuestion = "Is this about a handoff, or a question for the documents?";

    public const string AnswerIt = "Answer it as a question";
    public const string WhichHandoff = "Which one do you mean?";

    public static string HandOver(string team) => $"Hand this to {HandoffLabels.OfTeam(team)}?";

    public static string Duplicate(string who, string number) => $"{who} already has an open handoff ({number}).";

    public static string Sent(People.Team team) =>
        $"Sent to {HandoffLabels.Of(team)}. I’ll tell you when somebody accepts it.";

    public const string WhichTeam = "Which team should get this?";

    /// <summary>The same where what it is about does not stand above.</summary>
    public static string WhichTeamGets(string title) => $"Which team should get “{title}”?";

    public const string Cancel = "Cancel";

    /// <summary>The button that sends it.</summary>
    public static string SendTo(string team) => $"Send to {HandoffLabels.OfTeam(team)}";

    public const string LeaveIt = "Leave it there";

    public static string Redirect(string number, string team, string to) =>
        $"{number} went to {HandoffLabels.OfTeam(team)}. Take it back and hand it to {HandoffLabels.OfTeam(to)} instead?";

    public static string RedirectYes(string to) => $"Yes, hand it to {HandoffLabels.OfTeam(to)}";

    public static string TakenBack(string number) => $"{number} is withdrawn. This one replaces it:";

    public static string NotTakenBack(string number) =>
        $"Somebody has already started on {number}, so I can't take it back. Nothing was changed. Talk to its owner, or add a note to it.";

    public static string IsThere(string number, string team) =>
        $"{number} is with {HandoffLabels.OfTeam(team)} already.";

    public static string Open(string number) => $"Open {number}";

    public static string View(string number) => $"View {number}";

    public static string NoteThere(string number) => $"Add a note to {number}";

    public static string Find(string whom) => $"Find “{PersonText.Cut(whom, 40)}”";

    /// <summary>"Return HO-1002 because information is missing?"</summary>
    public static string Question(string number, MoveHandoff move)
    {
        var reason = move.Fields.GetValueOrDefault("reason") is { } code
            ? $" ({HandoffLabels.OfReason(code).ToLowerInvariant()})"
            : "";
        return move.Move switch
        {
            "assign" => $"Give {number} to {move.Fields.GetValueOrDefault("owner")}?",
            "merge" => move.Fields.TryGetValue("into", out var into)
                ? $"Merge {number} into {into}?"
                : $"Merge {number} with another handoff?",
            "complete" => move.Fields.TryGetValue("outcome", out var outcome)
                ? $"Close {number} as {HandoffLabels.OfValue("outcome", outcome).ToLowerInvariant()}?"
                : $"Close {number}?",
            "recycle" => move.Fields.TryGetValue("wakeUp", out var day)
                ? $"Snooze {number} until {Day(day)}{reason}?"
                : $"Snooze {number}{reason}?",
            "contact" => $"Record the first contact for {number}?",
            "release" => $"Give {number} back to the team?",
            "resubmit" => $"Send {number} again?",
            "agree" => $"Close {number}?",
            "note" => $"Add that to {number} as a note?",
            "watch" => $"Get updates on {number}?",
            "unwatch" => $"Stop getting updates on {number}?",
            "rate" => move.Fields.TryGetValue("rating", out var rating)
                ? $"Rate {number} {rating} out of 5?"
                : $"Rate {number}?",
            "return" => $"Send {number} back{reason}?",
            var other => $"{HandoffLabels.Of(Words.Parse<Move>(other) ?? Handoffs.Move.Note)} {number}{reason}?",
        };
    }

    public const string Yes = "Yes";

    /// <summary>"Mark you as away until Thu 3 Dec 2026?"</summary>
    /// <param name="wanted">What may be meant.</param>
    /// <param name="drawn">Draws names.</param>
    public static string Question(Intent wanted, Func<string, string> drawn) =>
        wanted switch
        {
            SetAway { IsBack: true } back => back.Who is { } who ? $"Mark {drawn(who)} as back?" : "Mark you as back?",
            SetAway away =>
                $"Mark {(away.Who is { } who ? drawn(who) : "you")} as away{(away.From is { } from ? $" from {SpokenTime.Day(from)}" : "")} until {(away.Until is { } until ? SpokenTime.Day(until) : "tomorrow")}? New handoffs would go to others until then.",
            SetRole role => $"Change {drawn(role.Who)}'s role to {role.Role}?",
            NotifyHere { Stop: true } => "Stop posting handoffs here?",
            NotifyHere { Team: { } team } => $"Post {HandoffLabels.OfTeam(team)} handoffs here?",
            NotifyHere => "Post handoffs here?",
            _ => "Read all documents again?",
        };

    public static string WhichMove(string number) => $"What should happen to {number}?";

    static string Day(string iso) =>
        DateOnly.TryParse(iso, System.Globalization.CultureInfo.InvariantCulture, out var day)
            ? SpokenTime.Day(day)
            : iso;
}
