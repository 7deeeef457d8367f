namespace SalesBot.Classifying;

/// <summary>
/// Learns which words of texts speak for which label. Deterministic: examples in a fixed order, full steps, no chance.
/// Each feature's learning rate falls with what it has learned already (AdaGrad, Duchi et al. 2011).
/// </summary>
sealed class WordLearning
{
    const int Rounds = 20;
    const double Rate = 0.7,
        Decay = 0.002;

    readonly Dictionary<string, int> features = new(StringComparer.Ordinal);
    readonly int labels;

    /// <summary>By feature, then by label; the bias comes last.</summary>
    readonly double[] weights,
        squares;

    WordLearning(IEnumerable<LabelledText> examples, int labels, Func<string, List<string>> see)
    {
        this.labels = labels;
        var rows = examples
            .Select(example => (Active: see(example.Text).Select(Id).ToArray(), example.Label, example.Weight))
            .ToList();
        weights = new double[(features.Count + 1) * labels];
        squares = new double[weights.Length];
        Array.Fill(squares, 1e-2);
        for (var round = 0; round < Rounds; round++)
            foreach (var (active, label, weight) in rows)
                Learn(active, label, weight);
    }

    /// <summary>What the examples teach.</summary>
    /// <param name="examples">The examples; labels from 0.</param>
    /// <param name="labels">How many labels there are.</param>
    /// <param name="see">What is seen of a text.</param>
    public static WordModel Of(IEnumerable<LabelledText> examples, int labels, Func<string, List<string>> see)
    {
        var learning = new WordLearning(examples, labels, see);
        return new WordModel(learning.features, labels, learning.weights);
    }

    int Id(string feature) => features.TryGetValue(feature, out var id) ? id : features[feature] = features.Count;

    void Learn(int[] active, int label, double weight)
    {
        var errors = Softmax(active);
        errors[label] -= 1;
        var scale = weight / Math.Sqrt(active.Length + 1);
        for (var each = 0; each < labels; each++)
            errors[each] *= scale;
        foreach (var feature in active)
            Step(feature, errors);
        Step(features.Count, errors);
    }

    void Step(int feature, double[] errors)
    {
        var row = weights.AsSpan(feature * labels, labels);
        var seen = squares.AsSpan(feature * labels, labels);
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
