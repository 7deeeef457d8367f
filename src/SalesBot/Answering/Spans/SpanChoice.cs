using SalesBot.Knowledge.Embeddings;
using SalesBot.Knowledge.Generations;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Spans;

/// <summary>
/// Chooses what of a passage is said: of a row the asked cells with the row's name and their columns' heads, of steps and asked lists the whole, of other text the
/// sentences that answer, with what they stand under where they cannot be understood without it.
/// </summary>
sealed class SpanChoice(TextVectors encoder)
{
    readonly SentenceSpan sentences = new(encoder);
    readonly RowSpan rows = new(encoder);

    /// <param name="hit">The passage.</param>
    /// <param name="question">The question as typed.</param>
    /// <param name="query">The question as terms.</param>
    /// <param name="generation">Where the passage is from.</param>
    public AnswerSpan Of(PassageHit hit, string question, SearchQuery query, IndexGeneration generation)
    {
        var passage = hit.Passage;
        if (passage.Whole is { } whole && ListSpan.IsAskedFor(question, passage) && generation.TextOf(passage.Document) is { } text
            && ListSpan.Of(hit, whole, generation.PassagesOf(passage.Document), text) is { } list)
            return list;
        if (passage.Kind == PassageKind.Row)
            return new AnswerSpan(hit, [.. SpanContext.Of(passage, query), .. rows.Of(passage, question, query)]);
        return new AnswerSpan(hit, [.. SpanContext.Of(passage, query), .. sentences.Of(passage, question, query).Select(said => new SpanPart(said, Exact: true))]);
    }
}
