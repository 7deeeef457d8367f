using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Knowledge.Embeddings;

namespace SalesBot.Classifying;

/// <summary>
/// Tells by examples whether a message hands work over, and what kind of work: what no phrase foresaw is near in words
/// or meaning to what somebody said before.
/// </summary>
sealed partial class HandoverModel(TextVectors encoder)
    : ShippedModel("handovers", Kinds.Length, encoder, MessageFeatures.WithSubject)
{
    /// <summary>What a message is that hands nothing over.</summary>
    public const string Nothing = "none";

    /// <summary>Other work that is asked of sales; <c>other</c> is marketing's.</summary>
    public const string OtherOfSales = "other-sales";

    static readonly string[] Kinds =
    [
        Nothing,
        "lead",
        "nurture",
        "content-request",
        "campaign-feedback",
        "event-or-list",
        "customer-insight",
        "other",
        OtherOfSales,
    ];

    /// <summary>
    /// One in so many of the labelled tasks is enough: a bare task is asked about, and hands nothing over.
    /// </summary>
    const int TasksUsed = 20;

    /// <summary>The share of each kind, and of nothing, adding up to 1.</summary>
    public IReadOnlyDictionary<string, double> Score(string message)
    {
        var shares = Shares(message);
        return Kinds.Index().ToDictionary(kind => kind.Item, kind => shares[kind.Index], StringComparer.Ordinal);
    }

    protected override IEnumerable<LabelledText> Examples => Shipped().Concat(Tasks());

    protected override string See(string message) => Masked(message);

    /// <summary>The model that some of the examples of handing over teach.</summary>
    public TextModel LearnHandovers(IEnumerable<LabelledText> examples) => Learn(examples.Concat(Tasks()));

    /// <summary>The examples that ship with the program; the label is a place in the kinds, 0 for nothing.</summary>
    public static IEnumerable<LabelledText> Shipped() =>
        from line in ShippedText.Of("handovers.tsv").Split('\n').Skip(1)
        let cells = line.Trim().Split('\t')
        where cells.Length == 2
        select new LabelledText(Masked(cells[1]), Array.IndexOf(Kinds, cells[0]));

    static IEnumerable<LabelledText> Tasks() =>
        LabelledExample
            .Shipped.Value.Where((_, i) => i % TasksUsed == 0)
            .Select(example => new LabelledText(example.Task, 0));

    /// <summary>Which address it is says nothing about what is wanted.</summary>
    static string Masked(string message) => Address().ReplaceIn(message, "mail@");

    [GeneratedRegex(@"\S+@\S+")]
    private static partial Regex Address();
}
