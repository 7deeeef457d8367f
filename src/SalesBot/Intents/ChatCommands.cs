using SalesBot.Chat;

namespace SalesBot.Intents;

/// <summary>A field of a handoff that was read from somebody's words, and the words it was read from.</summary>
sealed record ReadField(string Name, string Value, string From);

/// <summary>
/// Hand something over. <c>To</c>: <c>sales</c>, <c>marketing</c>, or none if that was not said; <c>Title</c>: what it
/// is about, in a line.
/// </summary>
sealed record RaiseHandoff(string? To, string Title, IReadOnlyList<ReadField> Fields) : Intent;

/// <summary>
/// Fill in the form of a handoff, prefilled from words that somebody said; <c>Link</c>: where they stand.
/// </summary>
sealed record DraftHandoff(string? To, string Text, string? Link) : Intent
{
    /// <summary>What is known already, by field; it wins over the words.</summary>
    public IReadOnlyDictionary<string, string> Known { get; init; } = new Dictionary<string, string>();
}

/// <summary>
/// Hand over what was just talked about: the last answer, or the one of that id. <c>IsDraft</c>: show it first.
/// </summary>
sealed record PassOn(string? To, string? Answer, string? Note, bool IsDraft = false) : Intent;

/// <summary>
/// Make a move. <c>Number</c>: none for the handoff that was last talked about. <c>Fields</c> are those of the move, by
/// name; <c>why</c> are the words that give a reason.
/// </summary>
sealed record MoveHandoff(string? Number, string Move, IReadOnlyDictionary<string, string> Fields) : Intent;

/// <summary>
/// Show a handoff; none for the one that was last talked about. <c>IsDenied</c>: somebody said what not to do with it.
/// </summary>
sealed record ShowHandoff(string? Number, bool IsDenied = false) : Intent;

/// <summary>Something is wanted of several handoffs in one sentence.</summary>
sealed record TooManyAtOnce : Intent;

/// <summary>Which handoffs are wanted.</summary>
enum HandoffsWanted
{
    Mine,
    Overdue,
    Queue,
    Sent,
    Open,
    Search,
    DueToday,
}

/// <summary>List handoffs; <c>Words</c>: what to look for.</summary>
sealed record ListHandoffs(HandoffsWanted Which, string? Team = null, string? Words = null) : Intent;

/// <summary>
/// Somebody is away, or back. <c>Who</c>: none for oneself. <c>Until</c> is the first day they are back;
/// <c>IsUnclear</c>: nobody can tell until when.
/// </summary>
sealed record SetAway(string? Who, DateOnly? From, DateOnly? Until, bool IsBack = false, bool IsUnclear = false)
    : Intent;

/// <summary>Give somebody a role.</summary>
sealed record SetRole(string Who, string Role) : Intent;

/// <summary>Have a team's handoffs told in this conversation, or no longer.</summary>
sealed record NotifyHere(string? Team, bool Stop) : Intent;

/// <summary>Put files into the knowledge; in the place of those that are called so, if that is said.</summary>
sealed record AddDocuments(IReadOnlyList<SharedFile> Files, bool Replace = false) : Intent;

/// <summary>Read the documents anew.</summary>
sealed record ReindexKnowledge : Intent;

/// <summary>Look for what the documents say, as they say it; no words, and it is told what can be looked for.</summary>
sealed record SearchKnowledge(string Words) : Intent;

/// <summary>How the bot is.</summary>
sealed record ShowStatus : Intent;

/// <summary>What the material did not answer.</summary>
sealed record ShowGaps : Intent;

/// <summary>What could not be sent; <c>SendAgain</c>: and try it again.</summary>
sealed record ShowDeadLetters(bool SendAgain) : Intent;

/// <summary>The figures of the week.</summary>
sealed record ShowDigest : Intent;

/// <summary>Take the last step back.</summary>
sealed record UndoLast : Intent;

/// <summary>Whether an answer helped; none for the last one.</summary>
sealed record GiveFeedback(string? Answer, bool Helpful, string? Comment = null) : Intent;

/// <summary>Keep out of this conversation, or come back into it.</summary>
sealed record KeepQuiet(bool Quiet) : Intent;

/// <summary>Take a step back that a button names.</summary>
sealed record UndoStep(IReadOnlyDictionary<string, string> Step) : Intent;

/// <summary>Thanks, which wants no help.</summary>
sealed record SayThanks : Intent;

/// <summary>Nothing that wants an answer: dots, a smiley that is no thanks.</summary>
sealed record SayNothing : Intent;

/// <summary>A file was sent without a word, where files are not read.</summary>
sealed record SendFile : Intent;

/// <summary>What can I say?</summary>
sealed record AskHelp : Intent;

/// <summary>Show somebody their own page.</summary>
sealed record ShowHome : Intent;

/// <summary>The bot has come into a room.</summary>
sealed record GreetRoom : Intent;
