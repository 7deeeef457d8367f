using SalesBot.Classifying;

namespace SalesBot.Benchmarks.Learning;

/// <summary>A list to choose from: the signs of each choice, and which are right.</summary>
sealed record Choices(string Set, double[][] Signs, bool[] AreRight);

/// <summary>
/// Learns what signs weigh in choosing from lists: softmax regression (Cao et al. 2007) on the log of the share that
/// the right ones have, with ridge; steps by AdaGrad (Duchi et al. 2011).
/// </summary>
static class Listwise
{
    const int Steps = 400;
    const double Ridge = 0.3;

    /// <param name="lists">The lists; one without a right choice teaches nothing.</param>
    /// <param name="used">Which signs may have a weight.</param>
    /// <param name="arePositive">Whether weights below zero are kept at zero.</param>
    public static double[] Learn(IReadOnlyList<Choices> lists, bool[] used, bool arePositive)
    {
        var weights = new double[used.Length];
        var seen = Enumerable.Repeat(1e-6, used.Length).ToArray();
        for (var step = 0; step < Steps; step++)
        {
            var slope = new double[used.Length];
            foreach (var list in lists.Where(list => list.AreRight.Contains(true)))
                Add(list, weights, slope);
            for (var i = 0; i < used.Length; i++)
            {
                if (!used[i])
                    continue;
                var up = slope[i] - Ridge * weights[i];
                seen[i] += up * up;
                weights[i] += up / Math.Sqrt(seen[i]);
                weights[i] = arePositive ? Math.Max(0, weights[i]) : weights[i];
            }
        }
        return weights;
    }

    static void Add(Choices list, double[] weights, double[] slope)
    {
        var shares = MeaningModel.Shares([.. list.Signs.Select(signs => Score(signs, weights))]);
        var right = shares.Where((_, i) => list.AreRight[i]).Sum();
        for (var i = 0; i < shares.Length; i++)
        for (var k = 0; k < weights.Length; k++)
            slope[k] += ((list.AreRight[i] ? shares[i] / right : 0) - shares[i]) * list.Signs[i][k];
    }

    public static double Score(double[] signs, double[] weights)
    {
        var sum = 0d;
        for (var i = 0; i < signs.Length; i++)
            sum += signs[i] * weights[i];
        return sum;
    }

    /// <summary>
    /// The share of lists of which a right choice is among the first so many; lists without one count as missed.
    /// </summary>
    public static double Hit(IEnumerable<Choices> lists, double[] weights, int first) =>
        lists
            .Select(list =>
                list
                    .Signs.Select((signs, i) => (Score: Score(signs, weights), Right: list.AreRight[i]))
                    .OrderByDescending(choice => choice.Score)
                    .Take(first)
                    .Any(choice => choice.Right)
                    ? 1.0
                    : 0
            )
            .DefaultIfEmpty(0)
            .Average();
}
