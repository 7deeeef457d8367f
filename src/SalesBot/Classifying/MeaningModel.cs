using System.Runtime.InteropServices;
using SalesBot.Knowledge.Embeddings;

namespace SalesBot.Classifying;

/// <summary>
/// A softmax regression over the vectors of texts, and the labels of the nearest examples. Deterministic, like <see
/// cref="WordModel"/>.
/// </summary>
sealed class MeaningModel
{
    const int Rounds = 10,
        Nearest = 9;
    const float Rate = 4,
        Slowing = 0.3f,
        Decay = 0.03f,
        BiasRate = 0.2f;

    /// <summary>How fast an example counts less the farther it is.</summary>
    const double Fall = 12;

    readonly List<(string Text, SentenceVector? Vector, int Label)> examples;
    readonly float[][] weights;

    /// <param name="examples">The examples; labels from 0. A label with fewer examples than others counts more, by the
    /// root of how many fewer.</param>
    /// <param name="labels">How many labels there are.</param>
    /// <param name="vectorOf">The vector of a text.</param>
    public MeaningModel(IReadOnlyList<LabelledText> examples, int labels, Func<string, SentenceVector?> vectorOf)
    {
        this.examples = [.. examples.Select(example => (example.Text, vectorOf(example.Text), example.Label))];
        var units = this.examples.ConvertAll(example => Unit(example.Vector));
        weights = [.. Enumerable.Range(0, labels).Select(_ => new float[(units.Count == 0 ? 0 : units[0].Length) + 1])];
        var share = examples
            .GroupBy(example => example.Label)
            .ToDictionary(group => group.Key, group => Math.Sqrt(examples.Count / (double)labels / group.Count()));
        for (var round = 0; round < Rounds; round++)
        for (var i = 0; i < units.Count; i++)
            Learn(
                units[i],
                examples[i].Label,
                examples[i].Weight * share[examples[i].Label],
                Rate / (1 + round * Slowing),
                isLast: i == units.Count - 1
            );
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public MeaningModel(BinaryReader file, Func<string, SentenceVector?> vectorOf)
    {
        examples = new(file.ReadInt32());
        while (examples.Count < examples.Capacity)
        {
            var (text, label) = (file.ReadString(), file.ReadInt32());
            examples.Add((text, vectorOf(text), label));
        }
        weights = new float[file.ReadInt32()][];
        for (var label = 0; label < weights.Length; label++)
        {
            weights[label] = new float[file.ReadInt32()];
            file.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights[label].AsSpan()));
        }
    }

    /// <summary>Writes down what was learned, and of which texts.</summary>
    public void Write(BinaryWriter file)
    {
        file.Write(examples.Count);
        foreach (var (text, _, label) in examples)
        {
            file.Write(text);
            file.Write(label);
        }
        file.Write(weights.Length);
        foreach (var row in weights)
        {
            file.Write(row.Length);
            file.Write(MemoryMarshal.AsBytes(row.AsSpan()));
        }
    }

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

    double[] Score(float[] vector)
    {
        var scores = new double[weights.Length];
        for (var label = 0; label < scores.Length; label++)
            scores[label] = (double)ExactMath.Dot(vector, weights[label].AsSpan(0, vector.Length)) + weights[label][^1];
        return Shares(scores);
    }

    /// <summary>The share of each label among the nearest examples, adding up to 1.</summary>
    public double[] Neighbours(SentenceVector vector)
    {
        var shares = new double[weights.Length];
        foreach (var (cosine, label) in NearestTo(vector))
            shares[label] += ExactMath.Exp(Fall * (cosine - 1));
        var all = shares.Sum();
        return [.. shares.Select(share => share / all)];
    }

    /// <summary>The texts of the examples of a label that are nearest, nearest first.</summary>
    /// <param name="vector">To what.</param>
    /// <param name="label">The label.</param>
    /// <param name="least">How near they must be, as a cosine.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<string> Similar(SentenceVector vector, int label, double least, int most)
    {
        return
        [
            .. examples
                .Where(example => example.Label == label)
                .Select(example => (example.Text, Cosine: CosineOf(vector, example.Vector)))
                .Where(near => near.Cosine >= least)
                .OrderByDescending(near => near.Cosine)
                .Select(near => near.Text)
                .Distinct()
                .Take(most),
        ];
    }

    /// <summary>The nearest examples, nearest first; of equally near ones the earlier.</summary>
    List<(double Cosine, int Label)> NearestTo(SentenceVector here)
    {
        var nearest = new List<(double Cosine, int Label)>(Nearest + 1);
        foreach (var (_, vector, label) in examples)
        {
            var cosine = CosineOf(here, vector);
            if (nearest.Count == Nearest && cosine <= nearest[^1].Cosine)
                continue;
            nearest.Insert(
                nearest.FindIndex(near => near.Cosine < cosine) is >= 0 and var place ? place : nearest.Count,
                (cosine, label)
            );
            if (nearest.Count > Nearest)
                nearest.RemoveAt(Nearest);
        }
        return nearest;
    }

    static double CosineOf(SentenceVector here, SentenceVector? there) => there is null ? 0 : here.ExactCosine(there);

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
        var most = double.NegativeInfinity;
        foreach (var score in scores)
            most = Math.Max(most, score);
        var shares = new double[scores.Length];
        var all = 0d;
        for (var i = 0; i < shares.Length; i++)
            all += shares[i] = ExactMath.Exp(scores[i] - most);
        for (var i = 0; i < shares.Length; i++)
            shares[i] /= all;
        return shares;
    }
}
