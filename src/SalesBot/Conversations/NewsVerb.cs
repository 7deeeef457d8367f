namespace SalesBot.Conversations;

/// <summary>What somebody did, in the past tense, behind their name.</summary>
static class NewsVerb
{
    public static string Of(string move) =>
        move switch
        {
            "raise" => "handed it over",
            "accept" => "accepted it",
            "assign" => "assigned it",
            "release" => "put it back in the queue",
            "return" => "sent it back",
            "resubmit" => "sent it again",
            "agree" => "agreed to close it",
            "contact" => "made contact",
            "complete" => "closed it",
            "recycle" => "snoozed it",
            "disqualify" => "disqualified it",
            "pause" => "paused it",
            "resume" => "resumed it",
            "withdraw" => "withdrew it",
            "merge" => "merged it",
            "reopen" => "reopened it",
            "edit" => "edited it",
            "note" => "left a note",
            "rate" => "rated it",
            "undo" => "undid the last step",
            _ => "changed it",
        };
}
