namespace SalesBot.Classifying;

/// <summary>
/// A softmax regression over the words of tasks, learned from labelled examples. Deterministic: examples in order, full steps, no chance.
/// Each feature's learning rate falls with what it has learned already (AdaGrad, Duchi et al. 2011).
/// </summary>
sealed class TaskModel
{
    const int Teams = 4, Rounds = 60;
    const double Rate = 0.5, Decay = 0.002;

    /// <summary>How strongly words that no sales or marketing example says speak for neither.</summary>
    const double Strangeness = 3;

    readonly Dictionary<string, int> features;
    readonly HashSet<string> trade;
    readonly double[][] weights;

    TaskModel(List<(int[] Features, int Label, double Weight)> examples, Dictionary<string, int> features, HashSet<string> trade)
    {
        this.features = features;
        this.trade = trade;
        weights = [.. Enumerable.Range(0, Teams).Select(_ => new double[features.Count + 1])];
        var learned = weights.Select(row => Enumerable.Repeat(1e-2, row.Length).ToArray()).ToArray();
        for (var round = 0; round < Rounds; round++)
            foreach (var (active, label, weight) in examples)
                Learn(active, label, weight, learned);
    }

    /// <param name="examples">The examples, each with the weight it has in learning.</param>
    public static TaskModel Train(IEnumerable<(LabelledExample Example, double Weight)> examples)
    {
        var features = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<(int[], int, double)>();
        var trade = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (example, weight) in examples)
        {
            var said = TaskFeatures.Of(example.Task);
            rows.Add(([.. said
                .Select(feature => features.TryGetValue(feature, out var id) ? id : features[feature] = features.Count)], (int)example.Label, weight));
            if (example.Label != Verdict.Neither)
                trade.UnionWith(said);
        }
        return new TaskModel(rows, features, trade);
    }

    /// <summary>The share of each team, in the order of <see cref="Verdict"/>, adding up to 1.</summary>
    public double[] Score(string task)
    {
        var said = TaskFeatures.Of(task);
        var scores = Softmax([.. said.Where(features.ContainsKey).Select(feature => features[feature])]);
        scores[(int)Verdict.Neither] *= Math.Exp(Strangeness * (StrangeShare(said) - 0.5));
        var sum = scores.Sum();
        return [.. scores.Select(score => score / sum)];
    }

    double StrangeShare(List<string> said)
    {
        var terms = said.Where(feature => !feature.Contains(' ') && feature[0] != '~').ToList();
        return terms.Count == 0 ? 1 : terms.Count(term => !trade.Contains(term)) / (double)terms.Count;
    }

    /// <summary>How much a term speaks for a team against the average of the others.</summary>
    public double Pull(string term, Verdict team) =>
        features.TryGetValue(term, out var id) ? weights[(int)team][id] - weights.Where((_, other) => other != (int)team).Average(row => row[id]) : 0;

    void Learn(int[] active, int label, double weight, double[][] learned)
    {
        var scores = Softmax(active);
        for (var team = 0; team < Teams; team++)
        {
            var error = weight * (scores[team] - (team == label ? 1 : 0)) / Math.Sqrt(active.Length + 1);
            foreach (var feature in active.Append(features.Count))
            {
                var slope = error + Decay * weights[team][feature];
                learned[team][feature] += slope * slope;
                weights[team][feature] -= Rate * slope / Math.Sqrt(learned[team][feature]);
            }
        }
    }

    double[] Softmax(int[] active)
    {
        var scores = new double[Teams];
        for (var team = 0; team < Teams; team++)
        {
            scores[team] = weights[team][features.Count];
            foreach (var feature in active)
                scores[team] += weights[team][feature];
            scores[team] /= Math.Sqrt(active.Length + 1);
        }
        var most = scores.Max();
        var sum = scores.Sum(score => Math.Exp(score - most));
        return [.. scores.Select(score => Math.Exp(score - most) / sum)];
    }
}
