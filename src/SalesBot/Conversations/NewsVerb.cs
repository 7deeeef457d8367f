namespace SalesBot.Conversations;

/// <summary>What somebody did with a handoff, in the past tense, behind their name.</summary>
static class NewsVerb
{
    /// <param name="move">The move.</param>
    /// <param name="what">What the handoff is called.</param>
    public static string Of(string move, string what = "it") =>
        move switch
        {
            "raise" => $"handed {what} over",
            "accept" => $"accepted {what}",
            "assign" => $"assigned {what}",
            "release" => $"gave {what} back to the team",
            "return" => $"sent {what} back",
            "resubmit" => $"sent {what} again",
            "agree" => $"agreed to close {what}",
            "contact" => what == "it" ? "made contact" : $"made contact about {what}",
            "complete" => $"closed {what}",
            "recycle" => $"snoozed {what}",
            "disqualify" => $"disqualified {what}",
            "pause" => $"paused {what}",
            "resume" => $"resumed {what}",
            "withdraw" => $"withdrew {what}",
            "merge" => $"merged {what}",
            "reopen" => $"reopened {what}",
            "edit" => $"edited {what}",
            "note" => what == "it" ? "left a note" : $"left a note on {what}",
            "rate" => $"rated {what}",
            "undo" => what == "it" ? "undid the last step" : $"undid the last step on {what}",
            _ => $"changed {what}",
        };
}
