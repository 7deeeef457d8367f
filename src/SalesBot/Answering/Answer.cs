using System.Text.Json.Serialization;
using SalesBot.Chat;
using SalesBot.Classifying;

namespace SalesBot.Answering;

/// <summary>
/// What the bot answers to one question; the same object for chat, page, command line, API and tools.
/// </summary>
/// <param name="Id">"a-" and a UUIDv7; the receipt is stored under it.</param>
/// <param name="Question">The question as it was read.</param>
/// <param name="Kind">What sort of answer it is; a refusal is one.</param>
/// <param name="Text">What a person reads, plain text.</param>
/// <param name="Sentences">The sentences the text consists of.</param>
/// <param name="Verdict">The team named, if one is.</param>
/// <param name="Classification">The verdict on a task, for that kind.</param>
/// <param name="Citations">The passages found, best first, at most 10.</param>
/// <param name="Missing">What the material lacks, for a refusal.</param>
/// <param name="Confidence">How sure the answer is, 0 to 1.</param>
/// <param name="Knowledge">The id of the generation that was searched.</param>
/// <param name="ElapsedMs">The time it took, in milliseconds.</param>
public sealed record Answer(
    string Id,
    string Question,
    AnswerKind Kind,
    string Text,
    IReadOnlyList<AnswerSentence> Sentences,
    Verdict? Verdict,
    Classification? Classification,
    IReadOnlyList<Citation> Citations,
    IReadOnlyList<string> Missing,
    double Confidence,
    string Knowledge,
    double ElapsedMs
)
{
    /// <summary>The two teams side by side, where that is what was asked; null otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AnswerTable? Table { get; init; }

    /// <summary>
    /// The places of what is quoted among the citations, in order of use: where there is a table, its lead and its
    /// rows.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<int> Cited =>
        Table is null
            ? [.. Sentences.Select(sentence => sentence.Citation).OfType<int>().Distinct()]
            :
            [
                .. Sentences
                    .Take(1)
                    .Select(sentence => sentence.Citation)
                    .OfType<int>()
                    .Concat(Table.Rows.Select(row => row.Citation))
                    .Distinct(),
            ];
}

/// <summary>
/// A sentence of an answer. <c>Exact</c>: it stands word for word in the quote of the citation at that place in the
/// list.
/// </summary>
public sealed record AnswerSentence(string Text, bool Exact, int? Citation)
{
    /// <summary>
    /// What a new line begins with that this is on, an item of a list; none for what goes on in the line.
    /// </summary>
    [JsonIgnore]
    public string? Mark { get; init; }
}

/// <summary>What sort of answer it is. Refusal: the material does not answer.</summary>
[JsonConverter(typeof(KebabCaseEnum<AnswerKind>))]
public enum AnswerKind
{
    Answer,
    Comparison,
    Classification,
    Refusal,
    Handoff,
    Help,
    Admin,
}
