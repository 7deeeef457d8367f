namespace SalesBot.Handoffs.History;

/// <summary>
/// What one event changed, without anybody's words: kept for ever, as it was hashed. Only what the move sets is there;
/// <c>Version</c> is the record's after the event.
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
    long? Undone = null
);

/// <summary>The words of one event, which an erasure takes away.</summary>
sealed record EventWords(string? Note, HandoffWords? Content);

/// <summary>
/// An event of a handoff's history. <c>FactsJson</c> is the text that was hashed; <c>WordsJson</c> is none where there
/// were no words or they were erased, and <c>Digest</c> stands for them in the chain.
/// </summary>
sealed record HandoffEvent(
    string Handoff,
    long Sequence,
    DateTimeOffset At,
    string Actor,
    string Platform,
    Move Move,
    HandoffState? From,
    HandoffState To,
    string FactsJson,
    string? WordsJson,
    string? Salt,
    string Digest,
    string Previous,
    string Hash
)
{
    /// <summary>Who acts when the bot does.</summary>
    public const string System = "system";

    EventFacts? facts;
    EventWords? words;

    public EventFacts Facts => facts ??= HandoffJson.Facts(FactsJson);

    public EventWords? Words => WordsJson is null ? null : words ??= HandoffJson.Words(WordsJson);
}
