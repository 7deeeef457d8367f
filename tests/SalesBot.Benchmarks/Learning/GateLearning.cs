namespace SalesBot.Benchmarks.Learning;

/// <summary>
/// A question as the gate sees it: whether it can be answered, whether what would be said is right, and the signs.
/// </summary>
sealed record Judged(string Set, bool IsAnswerable, bool IsRight, bool HasFact, double Weight, double[] Signs);

/// <summary>
/// Learns what each sign of the honesty gate weighs: logistic regression with ridge, steps by AdaGrad (Duchi et al.
/// 2011).
/// </summary>
static class GateLearning
{
    const int Steps = 800;
    const double Ridge = 2;

    /// <param name="judged">The questions.</param>
    /// <param name="used">Which signs may have a weight.</param>
    /// <param name="caution">How much worse a wrong answer is than a refusal.</param>
    /// <returns>The weights, the bias last.</returns>
    public static double[] Learn(IReadOnlyList<Judged> judged, bool[] used, double caution)
    {
        // Each set counts by the root of its size: a large handbook is not worth more than several companies.
        var sizes = judged
            .GroupBy(each => each.Set)
            .ToDictionary(set => set.Key, set => Math.Sqrt(100.0 / Math.Max(100, set.Count())));
        var weights = new double[used.Length + 1];
        var seen = Enumerable.Repeat(1e-6, weights.Length).ToArray();
        for (var step = 0; step < Steps; step++)
        {
            var slope = new double[weights.Length];
            foreach (var each in judged)
            {
                var error =
                    sizes[each.Set]
                    * each.Weight
                    * (each.IsRight ? 1 : caution)
                    * ((each.IsRight ? 1 : 0) - Chance(each.Signs, weights));
                for (var i = 0; i < used.Length; i++)
                    slope[i] += error * each.Signs[i];
                slope[^1] += error;
            }
            for (var i = 0; i < weights.Length; i++)
                if (i == used.Length || used[i])
                {
                    var up = slope[i] - (i == used.Length ? 0 : Ridge * weights[i]);
                    seen[i] += up * up;
                    weights[i] += 0.5 * up / Math.Sqrt(seen[i]);
                }
        }
        return weights;
    }

    /// <summary>Weights for passages with example questions and for others, each learned on its own.</summary>
    public static Func<Judged, double[]> LearnBoth(
        IReadOnlyList<Judged> judged,
        bool[] used,
        double caution,
        double withFacts
    )
    {
        var plain = Learn([.. judged.Where(each => !each.HasFact)], used, caution);
        var facts = Learn([.. judged.Where(each => each.HasFact)], used, withFacts);
        return each => each.HasFact ? facts : plain;
    }

    public static double Chance(double[] signs, double[] weights)
    {
        var sum = weights[^1];
        for (var i = 0; i < signs.Length; i++)
            sum += signs[i] * weights[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>
    /// What of a set would be right, wrong and refused of what can be answered, and refused of what cannot.
    /// </summary>
    public static string Told(string name, IReadOnlyList<Judged> judged, double[] weights) =>
        Told(name, judged, _ => weights);

    /// <summary>The same with weights of its own for each.</summary>
    public static string Told(string name, IReadOnlyList<Judged> judged, Func<Judged, double[]> weights)
    {
        var answerable = judged.Where(each => each.IsAnswerable).ToList();
        var others = judged.Where(each => !each.IsAnswerable).ToList();
        double Share(IReadOnlyList<Judged> of, Func<Judged, bool> which) =>
            of.Count == 0 ? 0 : of.Count(which) / (double)of.Count;
        bool Answers(Judged each) => Chance(each.Signs, weights(each)) >= 0.5;
        return FormattableString.Invariant(
                $"{name, -22} right {Share(answerable, each => Answers(each) && each.IsRight):0.000} of {Share(answerable, each => each.IsRight):0.000}"
            )
            + FormattableString.Invariant(
                $"  wrong {Share(answerable, each => Answers(each) && !each.IsRight):0.000}  not told, refused {Share(others, each => !Answers(each)):0.000} of {others.Count}"
            );
    }
}
