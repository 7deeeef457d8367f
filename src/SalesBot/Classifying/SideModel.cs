using SalesBot.Knowledge.Embeddings;

namespace SalesBot.Classifying;

/// <summary>
/// What is commonly said of sales and of marketing: which of them "plays the long game" or "sits across the table from
/// the buyer".
/// </summary>
sealed class SideModel(TextVectors encoder) : ShippedModel("sides", Sides, encoder, MessageFeatures.WithSubject)
{
    /// <summary>Sales, marketing, and both alike; of neither nothing is said.</summary>
    const int Sides = 3;

    /// <summary>The examples that ship with the program: something, and whom it is said of.</summary>
    public static readonly Lazy<IReadOnlyList<LabelledExample>> Shipped = new(() =>
        [.. LabelledExample.Read(ShippedText.Of("sides.tsv"))]
    );

    /// <summary>
    /// How likely it is said of sales, of marketing and of both alike, in the order of <see cref="Verdict"/>, adding up
    /// to 1.
    /// </summary>
    public double[] Score(string said) => Shares(said);

    protected override IEnumerable<LabelledText> Examples =>
        Shipped.Value.Select(example => new LabelledText(example.Task, (int)example.Label));
}
