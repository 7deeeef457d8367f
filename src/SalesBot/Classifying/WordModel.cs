namespace SalesBot.Classifying;

/// <summary>A text and the number of its label, with the weight it has in learning.</summary>
readonly record struct LabelledText(string Text, int Label, double Weight = 1)
{
    /// <summary>A fixed mixture of the order, so that examples of one label do not all come last and count most; the same examples always learn the same.</summary>
    public static List<LabelledText> Mixed(IEnumerable<LabelledText> texts) => [.. texts.OrderBy(text => Hash(text.Text))];

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
/// A softmax regression over the words of texts, learned from labelled examples. Deterministic: examples in a fixed order, full steps, no chance.
/// Each feature's learning rate falls with what it has learned already (AdaGrad, Duchi et al. 2011).
/// </summary>
sealed class WordModel
{
    const int Rounds = 60;
    const double Rate = 0.5, Decay = 0.002;

    readonly Dictionary<string, int> features = new(StringComparer.Ordinal);
    readonly double[][] weights;

    /// <param name="examples">The examples; labels from 0.</param>
    /// <param name="labels">How many labels there are.</param>
    public WordModel(IEnumerable<LabelledText> examples, int labels)
    {
        var rows = new List<(int[] Features, int Label, double Weight)>();
        foreach (var example in examples)
            rows.Add(([.. TaskFeatures.Of(example.Text).Select(Id)], example.Label, example.Weight));
        weights = [.. Enumerable.Range(0, labels).Select(_ => new double[features.Count + 1])];
        var learned = weights.Select(row => Enumerable.Repeat(1e-2, row.Length).ToArray()).ToArray();
        for (var round = 0; round < Rounds; round++)
            foreach (var (active, label, weight) in rows)
                Learn(active, label, weight, learned);
    }

    int Id(string feature) => features.TryGetValue(feature, out var id) ? id : features[feature] = features.Count;

    /// <summary>The share of each label, adding up to 1.</summary>
    public double[] Score(List<string> said) => Softmax([.. said.Where(features.ContainsKey).Select(feature => features[feature])]);

    /// <summary>How much a term speaks for a label against the average of the others.</summary>
    public double Pull(string term, int label) =>
        features.TryGetValue(term, out var id) ? weights[label][id] - weights.Where((_, other) => other != label).Average(row => row[id]) : 0;

    void Learn(int[] active, int label, double weight, double[][] learned)
    {
        var scores = Softmax(active);
        for (var each = 0; each < weights.Length; each++)
        {
            var error = weight * (scores[each] - (each == label ? 1 : 0)) / Math.Sqrt(active.Length + 1);
            foreach (var feature in active.Append(features.Count))
            {
                var slope = error + Decay * weights[each][feature];
                learned[each][feature] += slope * slope;
                weights[each][feature] -= Rate * slope / Math.Sqrt(learned[each][feature]);
            }
        }
    }

    double[] Softmax(int[] active)
    {
        var scores = new double[weights.Length];
        for (var label = 0; label < scores.Length; label++)
        {
            scores[label] = weights[label][features.Count];
            foreach (var feature in active)
                scores[label] += weights[label][feature];
            scores[label] /= Math.Sqrt(active.Length + 1);
        }
        return MeaningModel.Shares(scores);
    }
}
