using SalesBot.Answering.Honesty;
using SalesBot.Classifying;
using SalesBot.Knowledge.Embeddings;

namespace SalesBot.Answering;

/// <summary>
/// Tells a piece of work that somebody wants done ("can someone walk Mrs Lind through the tool on Thursday?") from a
/// question that asks to know something ("how long does a demo take?"). Its form says little: people often put work as
/// a question.
/// </summary>
sealed class WorkModel(TextVectors encoder) : ShippedModel("work", 2, encoder, MessageFeatures.Of)
{
    const int Work = 1;

    /// <summary>Questions that ship with the program as examples of what is no work.</summary>
    public static readonly Lazy<IReadOnlyList<string>> Asked = new(() =>
        [.. ShippedText.Of("asked.tsv").Split('\n').Skip(1).Select(line => line.Trim()).Where(line => line.Length > 0)]
    );

    /// <summary>How likely it is a piece of work, 0 to 1.</summary>
    public double Score(string message) => Shares(message)[Work];

    protected override IEnumerable<LabelledText> Examples =>
        Asked
            .Value.Concat(RequestExample.Shipped.Value.Select(example => example.Question))
            .Select(question => new LabelledText(question, 0))
            .Concat(
                LabelledExample
                    .Shipped.Value.Where(example => example.Label != Verdict.Neither)
                    .Select(example => new LabelledText(example.Task, Work))
            );
}
