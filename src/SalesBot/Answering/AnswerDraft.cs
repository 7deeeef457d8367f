using SalesBot.Chat;
using SalesBot.Classifying;

namespace SalesBot.Answering;

/// <summary>
/// An answer without id and time: all that the same question on the same knowledge repeats byte for byte.
/// </summary>
sealed record AnswerDraft(
    AnswerKind Kind,
    string Text,
    IReadOnlyList<AnswerSentence> Sentences,
    Verdict? Verdict,
    Classification? Classification,
    IReadOnlyList<Citation> Citations,
    IReadOnlyList<string> Missing,
    double Confidence
)
{
    /// <inheritdoc cref="Answer.Table"/>
    public AnswerTable? Table { get; init; }

    /// <summary>Something said that is no answer to a question.</summary>
    public static AnswerDraft Help(string text) => new(AnswerKind.Help, text, [], null, null, [], [], 1);
}
