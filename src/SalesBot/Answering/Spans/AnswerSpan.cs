using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Spans;

/// <summary>
/// What is said of one passage: the passage to cite, which may be wider than the one that was found, and the words in
/// order.
/// </summary>
sealed record AnswerSpan(PassageHit Hit, IReadOnlyList<SpanPart> Parts);

/// <summary>
/// Some words of a span. <c>Exact</c>: they stand so in the passage; else they stand above it, or name a column.
/// <c>Mark</c>: what a new line of a list begins with; none for words that go on in the line.
/// </summary>
readonly record struct SpanPart(string Text, bool Exact, string? Mark = null);
