using System.Runtime.InteropServices;

namespace SalesBot.Classifying;

/// <summary>
/// A softmax regression over the words of texts (<see cref="WordLearning"/>): how much each word speaks for each label,
/// rounded to a byte of the word's own scale.
/// </summary>
sealed class WordModel
{
    readonly Dictionary<string, int> features;
    readonly int labels;

    /// <summary>By feature, then by label; the bias comes last.</summary>
    readonly sbyte[] weights;

    /// <summary>What a weight of 1 is worth, by feature.</summary>
    readonly float[] scales;

    /// <param name="features">The place of each feature.</param>
    /// <param name="labels">How many labels there are.</param>
    /// <param name="learned">The weights by feature, then by label; the bias comes last.</param>
    public WordModel(Dictionary<string, int> features, int labels, ReadOnlySpan<double> learned)
    {
        (this.features, this.labels) = (features, labels);
        weights = new sbyte[learned.Length];
        scales = new float[features.Count + 1];
        for (var feature = 0; feature < scales.Length; feature++)
        {
            var row = learned.Slice(feature * labels, labels);
            var most = 0d;
            foreach (var weight in row)
                most = Math.Max(most, Math.Abs(weight));
            scales[feature] = (float)(most / sbyte.MaxValue);
            for (var label = 0; label < labels && most > 0; label++)
                weights[feature * labels + label] = (sbyte)Math.Round(row[label] / most * sbyte.MaxValue);
        }
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public WordModel(BinaryReader file)
    {
        labels = file.ReadInt32();
        var count = file.ReadInt32();
        features = new Dictionary<string, int>(count, StringComparer.Ordinal);
        while (features.Count < count)
            features.Add(file.ReadString(), features.Count);
        weights = new sbyte[(count + 1) * labels];
        file.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        scales = new float[count + 1];
        file.BaseStream.ReadExactly(MemoryMarshal.AsBytes(scales.AsSpan()));
    }

    /// <summary>Writes down what was learned.</summary>
    public void Write(BinaryWriter file)
    {
        file.Write(labels);
        file.Write(features.Count);
        foreach (var feature in features.OrderBy(feature => feature.Value))
            file.Write(feature.Key);
        file.Write(MemoryMarshal.AsBytes(weights.AsSpan()));
        file.Write(MemoryMarshal.AsBytes(scales.AsSpan()));
    }

    /// <summary>The share of each label, adding up to 1.</summary>
    public double[] Score(List<string> said)
    {
        var scores = new double[labels];
        Add(features.Count, scores);
        var known = 0;
        foreach (var term in said)
            if (features.TryGetValue(term, out var feature))
            {
                Add(feature, scores);
                known++;
            }
        var scale = Math.Sqrt(known + 1);
        for (var label = 0; label < labels; label++)
            scores[label] /= scale;
        return MeaningModel.Shares(scores);
    }

    void Add(int feature, double[] scores)
    {
        var row = weights.AsSpan(feature * labels, labels);
        for (var label = 0; label < labels; label++)
            scores[label] += (double)scales[feature] * row[label];
    }

    /// <summary>How much a term speaks for a label against the average of the others.</summary>
    public double Pull(string term, int label)
    {
        if (!features.TryGetValue(term, out var id))
            return 0;
        var row = weights.AsSpan(id * labels, labels);
        double others = 0;
        for (var other = 0; other < labels; other++)
            others += other == label ? 0 : row[other];
        return scales[id] * (row[label] - others / (labels - 1));
    }
}
