using System.IO.Compression;
using System.Text;
using SalesBot.Knowledge.Embeddings;

namespace SalesBot.Classifying;

/// <summary>
/// Tells by examples what a text is. What they teach ships with the program (<c>Classifying/Learned/NAME.model</c>, by
/// <c>-- teach</c> of the benchmarks); only with another encoder than the one that ships it is learned at first use.
/// </summary>
/// <param name="name">What it is called: its file.</param>
/// <param name="labels">How many labels there are.</param>
/// <param name="encoder">Gives texts their meaning.</param>
/// <param name="see">What is seen of a text's words.</param>
abstract class ShippedModel(string name, int labels, TextVectors encoder, Func<string, List<string>> see)
{
    static readonly RecentlyLearned<TextModel> Models = new();

    /// <summary>What it is called.</summary>
    public string Name => name;

    /// <summary>The examples that it learns from; labels from 0.</summary>
    protected abstract IEnumerable<LabelledText> Examples { get; }

    /// <summary>The share of each label, adding up to 1.</summary>
    protected double[] Shares(string text) =>
        Models.Of($"{name} {encoder.Id}", () => Shipped() ?? Learn()).Score(See(text));

    /// <summary>What counts of a text.</summary>
    protected virtual string See(string text) => text;

    /// <summary>The model that its examples teach.</summary>
    public TextModel Learn() => Learn(Examples);

    /// <summary>The model that some examples teach.</summary>
    public TextModel Learn(IEnumerable<LabelledText> examples) =>
        new(examples.Select(example => example with { Text = See(example.Text) }), labels, encoder, see);

    /// <summary>Learns from the examples and writes that down as it ships.</summary>
    public void Write(Stream file)
    {
        using var packed = new BrotliStream(file, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(packed, Encoding.UTF8);
        Learn().Write(writer);
    }

    TextModel? Shipped()
    {
        if (encoder.Id is not ("" or OnnxEncoder.ShippedId))
            return null;
        using var file = typeof(ShippedModel).Assembly.GetManifestResourceStream($"{name}.model");
        if (file is null)
            return null;
        using var unpacked = new MemoryStream();
        using (var packed = new BrotliStream(file, CompressionMode.Decompress))
            packed.CopyTo(unpacked);
        unpacked.Position = 0;
        return new TextModel(new BinaryReader(unpacked, Encoding.UTF8), encoder, see);
    }
}
