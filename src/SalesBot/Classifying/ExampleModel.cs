using SalesBot.Knowledge.Embeddings;

namespace SalesBot.Classifying;

/// <summary>Tells what a message is by examples that ship with the program: a label, a tab and a message a line.</summary>
/// <param name="file">The name of the file of examples, without its ending.</param>
/// <param name="labels">What a message can be.</param>
/// <param name="encoder">Gives messages their meaning.</param>
abstract class ExampleModel(string file, IReadOnlyList<string> labels, TextVectors encoder)
    : ShippedModel(file, labels.Count, encoder, MessageFeatures.WithSubject)
{
    protected override IEnumerable<LabelledText> Examples => Read(Name, labels);

    /// <summary>What a message most likely is, and how likely, 0 to 1.</summary>
    public (string Label, double Share) Best(string message)
    {
        var shares = Shares(message);
        var best = Enumerable.Range(0, labels.Count).MaxBy(label => shares[label]);
        return (labels[best], shares[best]);
    }

    /// <summary>The examples of a file; the label is a place in the labels, -1 where it is none of them.</summary>
    protected static IReadOnlyList<LabelledText> Read(string file, IReadOnlyList<string> labels)
    {
        var places = labels.Index().ToDictionary(label => label.Item, label => label.Index, StringComparer.Ordinal);
        return
        [
            .. from line in ShippedText.Of($"{file}.tsv").Split('\n').Skip(1)
            let cells = line.Trim().Split('\t')
            where cells.Length == 2
            select new LabelledText(cells[1], places.GetValueOrDefault(cells[0], -1)),
        ];
    }
}
