using SalesBot.Knowledge.Embeddings;

namespace SalesBot.Classifying;

/// <summary>A softmax regression over the vectors of texts, and the labels of the nearest examples. Deterministic, like <see cref="WordModel"/>.</summary>
sealed class MeaningModel
{
    const int Rounds = 20, Nearest = 9;
    const float Rate = 4, Slowing = 0.3f, Decay = 0.03f, BiasRate = 0.2f;

    /// <summary>How fast an example counts less the farther it is.</summary>
    const double Fall = 12;

    readonly List<(float[] Vector, int Label, double Weight)> examples;
    readonly float[][] weights;

    /// <param name="examples">The examples; labels from 0. A label with fewer examples than others counts more, by the root of how many fewer.</param>
    /// <param name="labels">How many labels there are.</param>
    /// <param name="vectorOf">The vector of a text.</param>
    public MeaningModel(IReadOnlyList<LabelledText> examples, int labels, Func<string, SentenceVector?> vectorOf)
    {
        this.examples = [.. examples.Select(example => (Unit(vectorOf(example.Text)), example.Label, example.Weight))];
        weights = [.. Enumerable.Range(0, labels).Select(_ => new float[SizeOf(this.examples) + 1])];
        var share = examples.GroupBy(example => example.Label)
            .ToDictionary(group => group.Key, group => Math.Sqrt(examples.Count / (double)labels / group.Count()));
        for (var round = 0; round < Rounds; round++)
            foreach (var (vector, label, weight) in this.examples)
                Learn(vector, label, weight * share[label], Rate / (1 + round * Slowing), isLast: ReferenceEquals(vector, this.examples[^1].Vector));
    }

    static int SizeOf(List<(float[] Vector, int, double)> examples) => examples.Count == 0 ? 0 : examples[0].Vector.Length;

    void Learn(float[] vector, int label, double weight, float rate, bool isLast)
    {
        var scores = Score(vector);
        for (var each = 0; each < weights.Length; each++)
        {
            var step = (float)(weight * ((each == label ? 1 : 0) - scores[each])) * rate;
            ExactMath.AddScaled(vector, step, weights[each].AsSpan(0, vector.Length));
            weights[each][^1] += step * BiasRate;
            if (isLast)
                for (var i = 0; i < vector.Length; i++)
                    weights[each][i] *= 1 - Decay;
        }
    }

    /// <summary>The share of each label by the regression, adding up to 1.</summary>
    public double[] Score(SentenceVector vector) => Score(Unit(vector));

    double[] Score(float[] vector) => Shares([.. weights.Select(row => (double)ExactMath.Dot(vector, row.AsSpan(0, vector.Length)) + row[^1])]);

    /// <summary>The share of each label among the nearest examples, adding up to 1.</summary>
    public double[] Neighbours(SentenceVector vector)
    {
        var here = Unit(vector);
        var shares = new double[weights.Length];
        foreach (var (cosine, label) in examples.Select(example => (Cosine: Math.Round(ExactMath.Dot(here, example.Vector), 4), example.Label))
            .OrderByDescending(example => example.Cosine).ThenBy(example => example.Label).Take(Nearest))
            shares[label] += ExactMath.Exp(Fall * (cosine - 1));
        var all = shares.Sum();
        return [.. shares.Select(share => share / all)];
    }

    static float[] Unit(SentenceVector? vector)
    {
        var unit = new float[vector?.Values.Length ?? 0];
        for (var i = 0; i < unit.Length; i++)
            unit[i] = vector!.Values[i];
        var length = MathF.Sqrt(ExactMath.Dot(unit, unit));
        foreach (ref var number in unit.AsSpan())
            number = length == 0 ? 0 : number / length;
        return unit;
    }

    /// <summary>Scores as shares that add up to 1 (softmax).</summary>
    public static double[] Shares(double[] scores)
    {
        var most = scores.Max();
        var shares = scores.Select(score => ExactMath.Exp(score - most)).ToList();
        var all = shares.Sum();
        return [.. shares.Select(share => share / all)];
    }
}
