namespace SalesBot.Handoffs.History;

/// <summary>
/// What one event changed, without anybody's words: kept for ever, as it was hashed. Only what the move sets is there; <c>Version</c> is the record's after
/// the event.
/// </summary>
sealed record EventFacts(
    long Version,
    string? Workspace = null,
    long? Number = null,
    Direction? Direction = null,
    HandoffBrief? Brief = null,
    IReadOnlyList<string>? Changed = null,
    string? Owner = null,
    string? Routing = null,
    string? Reason = null,
    HandoffOutcome? Outcome = null,
    DateOnly? WakeUp = null,
    long? Into = null,
    long? Absorbed = null,
    DateTimeOffset? WaitingSince = null,
    int? Rating = null,
    Clocks.Clock? Clock = null,
    int? Percent = null,
    long? Undone = null);

/// <summary>The words of one event, which an erasure takes away.</summary>
sealed record EventWords(string? Note, HandoffWords? Content);

/// <summary>
/// An event of a handoff's history. <c>FactsJson</c> is the text that was hashed; <c>WordsJson</c> is none where there were no words or they were erased, and
/// <c>Digest</c> stands for them in the chain.
/// </summary>
sealed record HandoffEvent(
    string Handoff, long Sequence, DateTimeOffset At, string Actor, string Platform, Move Move, HandoffState? From, HandoffState To,
    string FactsJson, string? WordsJson, string? Salt, string Digest, string Previous, string Hash)
{
    /// <summary>Who acts when the bot does.</summary>
    public const string System = "system";

    EventFacts? facts;
    EventWords? words;

    public EventFacts Facts => facts ??= HandoffJson.Facts(FactsJson);

    public EventWords? Words => WordsJson is null ? null : words ??= HandoffJson.Words(WordsJson);

    /// <summary>What happened, in the past tense, for a sentence.</summary>
    public string Told(string actor) => Move switch
    {
        Move.Raise => $"{actor} raised this",
        Move.Accept => $"{actor} accepted this",
        Move.Assign => $"{actor} assigned this",
        Move.Release => $"{actor} released this",
        Move.Return => $"{actor} returned this",
        Move.Resubmit => $"{actor} resubmitted this",
        Move.Agree => $"{actor} agreed to the return",
        Move.Contact => $"{actor} made contact",
        Move.Complete => $"{actor} completed this",
        Move.Recycle => $"{actor} recycled this",
        Move.Disqualify => $"{actor} disqualified this",
        Move.Pause => $"{actor} paused this",
        Move.Resume => $"{actor} resumed this",
        Move.Withdraw => $"{actor} withdrew this",
        Move.Merge => $"{actor} merged this",
        Move.Reopen => $"{actor} reopened this",
        Move.Edit => $"{actor} edited this",
        Move.Note => $"{actor} left a note",
        Move.Watch => $"{actor} watches this",
        Move.Unwatch => $"{actor} watches this no more",
        Move.Rate => $"{actor} rated this",
        Move.Wake => "this woke by itself",
        Move.Undo => $"{actor} took the last step back",
        Move.Absorb => $"{actor} merged another into this",
        _ => $"{actor}: {Chat.Words.Of(Move)}",
    };
}
