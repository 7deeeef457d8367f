namespace SalesBot.Answering;

/// <summary>
/// The record of one answer: who asked what when, on which knowledge, and the answer's JSON as it was given.
/// </summary>
sealed record AnswerReceipt(
    string Id,
    DateTimeOffset AskedAt,
    string Person,
    string Knowledge,
    string Question,
    IReadOnlyList<string> History,
    string Answer
);
