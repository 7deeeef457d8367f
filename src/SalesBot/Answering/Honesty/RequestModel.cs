using SalesBot.Classifying;
using SalesBot.Knowledge.Embeddings;
using SalesBot.Knowledge.Questions;

namespace SalesBot.Answering.Honesty;

/// <summary>Tells what sort of thing a question asks for, learned from examples that ship with the program.</summary>
sealed class RequestModel(TextVectors encoder) : ShippedModel("requests", Kinds, encoder, TaskFeatures.Of)
{
    static readonly int Kinds = Enum.GetValues<RequestKind>().Length;

    protected override IEnumerable<LabelledText> Examples =>
        RequestExample
            .Shipped.Value.Select(example => new LabelledText(example.Question, (int)example.Kind))
            .Concat(Facts())
            .Concat(Elsewhere());

    /// <summary>Some of the example questions of each fact: what explanations answer.</summary>
    static IEnumerable<LabelledText> Facts() =>
        ExampleFact
            .Shipped.Value.SelectMany(fact => fact.Questions.Where((_, i) => i % FactsUsed == 0))
            .Select(question => new LabelledText(question, (int)RequestKind.Fact));

    static IEnumerable<LabelledText> Elsewhere() =>
        LabelledExample
            .Shipped.Value.Where(example => example.Label == Verdict.Neither)
            .Where((_, i) => i % ElsewhereUsed == 0)
            .Select(example => new LabelledText(example.Task, (int)RequestKind.Elsewhere));

    /// <summary>One in so many is enough.</summary>
    const int FactsUsed = 3,
        ElsewhereUsed = 3;

    /// <summary>The share of each sort, in the order of <see cref="RequestKind"/>, adding up to 1.</summary>
    public double[] Score(string question) => Shares(question);
}
