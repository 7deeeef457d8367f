using SalesBot.Knowledge.Embeddings;

namespace SalesBot.Classifying;

/// <summary>Tells what a message is by examples that ship with the program: a label, a tab and a message a line.</summary>
/// <param name="file">The name of the file of examples.</param>
/// <param name="labels">What a message can be.</param>
/// <param name="encoder">Gives messages their meaning.</param>
abstract class ExampleModel(string file, IReadOnlyList<string> labels, TextVectors encoder)
{
    static readonly RecentlyLearned<TextModel> Learned = new();

    /// <summary>What a message most likely is, and how likely, 0 to 1.</summary>
    public (string Label, double Share) Best(string message)
    {
        var shares = Learned.Of($"{file} {encoder.Id}", () => Learn(Examples(file, labels))).Score(See(message));
        var best = Enumerable.Range(0, labels.Count).MaxBy(label => shares[label]);
        return (labels[best], shares[best]);
    }

    /// <summary>The model that some of the examples teach.</summary>
    public TextModel Learn(IEnumerable<LabelledText> examples) =>
        new(
            examples.Select(example => example with { Text = See(example.Text) }),
            labels.Count,
            encoder,
            MessageFeatures.WithSubject
        );

    /// <summary>What counts of a message.</summary>
    protected virtual string See(string message) => message;

    /// <summary>The examples of a file; the label is a place in the labels, -1 where it is none of them.</summary>
    protected static IReadOnlyList<LabelledText> Examples(string file, IReadOnlyList<string> labels) =>
        [
            .. from line in ShippedText.Of(file).Split('\n').Skip(1)
            let cells = line.Trim().Split('\t')
            where cells.Length == 2
            select new LabelledText(cells[1], labels.ToList().IndexOf(cells[0])),
        ];
}
