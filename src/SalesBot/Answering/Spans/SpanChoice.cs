using SalesBot.Knowledge.Embeddings;
using SalesBot.Knowledge.Generations;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;
using SalesBot.Knowledge.Weights;

namespace SalesBot.Answering.Spans;

/// <summary>
/// Chooses what of a passage is said: of a row the asked cells with the row's name and their columns' heads, of steps
/// and asked lists the whole, of other text the sentences that answer, with what they stand under where they cannot be
/// understood without it.
/// </summary>
sealed class SpanChoice(TextVectors encoder, LearnedWeights weights)
{
    readonly SentenceSpan sentences = new(weights);

    /// <param name="hit">The passage.</param>
    /// <param name="question">The question as typed.</param>
    /// <param name="query">The question as terms.</param>
    /// <param name="generation">Where the passage is from.</param>
    /// <param name="compares">Whether two things are set side by side: then a row is said whole.</param>
    public AnswerSpan Of(
        PassageHit hit,
        string question,
        SearchQuery query,
        IndexGeneration generation,
        bool compares = false
    )
    {
        var passage = hit.Passage;
        if (
            passage.Whole is { } whole
            && ListSpan.IsAskedFor(question, passage)
            && !ListSpan.IsOfOneItem(passage, question, query, generation.PassagesOf(passage.Document))
            && generation.TextOf(passage.Document) is { } text
            && ListSpan.Of(hit, whole, generation.PassagesOf(passage.Document), text, question) is { } list
        )
            return list;
        var read = Read(passage, question, query);
        if (passage.Kind == PassageKind.Row)
            return new AnswerSpan(
                hit,
                [.. SpanContext.Of(passage, query), .. RowSpan.Of(passage, query, compares ? null : read)]
            );
        return new AnswerSpan(
            hit,
            [
                .. SpanContext.Of(passage, query),
                .. sentences.Of(passage, question, query, read).Select(said => new SpanPart(said, Exact: true)),
            ]
        );
    }

    /// <summary>The passage read beside the question.</summary>
    public ReadPassage Read(Passage passage, string question, SearchQuery query) =>
        new(passage, question, query.Vector, encoder);

    /// <summary>The words of a span in a row.</summary>
    public static string Said(AnswerSpan span) => string.Join(' ', span.Parts.Select(part => part.Text));
}
