using System.Runtime.InteropServices;

namespace SalesBot.Classifying;

/// <summary>A text and the number of its label, with the weight it has in learning.</summary>
readonly record struct LabelledText(string Text, int Label, double Weight = 1)
{
    /// <summary>
    /// A fixed mixture of the order, so that examples of one label do not all come last and count most; the same
    /// examples always learn the same.
    /// </summary>
    public static List<LabelledText> Mixed(IEnumerable<LabelledText> texts) =>
        [.. texts.OrderBy(text => Hash(text.Text))];

    /// <summary>FNV-1a (Fowler, Noll, Vo).</summary>
    static ulong Hash(string text)
    {
        var hash = 14695981039346656037;
        foreach (var c in text)
            hash = (hash ^ c) * 1099511628211;
        return hash;
    }
}

/// <summary>
/// A softmax regression over the words of texts, learned from labelled examples. Deterministic: examples in a fixed
/// order, full steps, no chance. Each feature's learning rate falls with what it has learned already (AdaGrad, Duchi et
/// al. 2011).
/// </summary>
sealed class WordModel
{
    const int Rounds = 20;
    const double Rate = 0.7,
        Decay = 0.002;

    readonly Dictionary<string, int> features = new(StringComparer.Ordinal);
    readonly int labels;

    /// <summary>By feature, then by label; the bias comes last.</summary>
    readonly double[] weights;

    /// <param name="examples">The examples; labels from 0.</param>
    /// <param name="labels">How many labels there are.</param>
    /// <param name="see">What is seen of a text.</param>
    public WordModel(IEnumerable<LabelledText> examples, int labels, Func<string, List<string>> see)
    {
        this.labels = labels;
        var rows = examples
            .Select(example => (Active: see(example.Text).Select(Id).ToArray(), example.Label, example.Weight))
            .ToList();
        weights = new double[(features.Count + 1) * labels];
        var learned = new double[weights.Length];
        Array.Fill(learned, 1e-2);
        for (var round = 0; round < Rounds; round++)
            foreach (var (active, label, weight) in rows)
                Learn(active, label, weight, learned);
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public WordModel(BinaryReader file)
    {
        labels = file.ReadInt32();
        for (var left = file.ReadInt32(); left > 0; left--)
            Id(file.ReadString());
        weights = new double[(features.Count + 1) * labels];
        file.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
    }

    /// <summary>Writes down what was learned.</summary>
    public void Write(BinaryWriter file)
    {
        file.Write(labels);
        file.Write(features.Count);
        foreach (var feature in features.OrderBy(feature => feature.Value))
            file.Write(feature.Key);
        file.Write(MemoryMarshal.AsBytes(weights.AsSpan()));
    }

    int Id(string feature) => features.TryGetValue(feature, out var id) ? id : features[feature] = features.Count;

    /// <summary>The share of each label, adding up to 1.</summary>
    public double[] Score(List<string> said) =>
        Softmax([.. said.Where(features.ContainsKey).Select(feature => features[feature])]);

    /// <summary>How much a term speaks for a label against the average of the others.</summary>
    public double Pull(string term, int label)
    {
        if (!features.TryGetValue(term, out var id))
            return 0;
        var row = weights.AsSpan(id * labels, labels);
        double others = 0;
        for (var other = 0; other < labels; other++)
            others += other == label ? 0 : row[other];
        return row[label] - others / (labels - 1);
    }

    void Learn(int[] active, int label, double weight, double[] learned)
    {
        var errors = Softmax(active);
        errors[label] -= 1;
        var scale = weight / Math.Sqrt(active.Length + 1);
        for (var each = 0; each < labels; each++)
            errors[each] *= scale;
        foreach (var feature in active)
            Step(feature, errors, learned);
        Step(features.Count, errors, learned);
    }

    void Step(int feature, double[] errors, double[] learned)
    {
        var row = weights.AsSpan(feature * labels, labels);
        var seen = learned.AsSpan(feature * labels, labels);
        for (var label = 0; label < row.Length; label++)
        {
            var slope = errors[label] + Decay * row[label];
            seen[label] += slope * slope;
            row[label] -= Rate * slope / Math.Sqrt(seen[label]);
        }
    }

    double[] Softmax(int[] active)
    {
        var scores = weights.AsSpan(features.Count * labels, labels).ToArray();
        foreach (var feature in active)
            for (var label = 0; label < labels; label++)
                scores[label] += weights[feature * labels + label];
        var scale = Math.Sqrt(active.Length + 1);
        for (var label = 0; label < labels; label++)
            scores[label] /= scale;
        return MeaningModel.Shares(scores);
    }
}
