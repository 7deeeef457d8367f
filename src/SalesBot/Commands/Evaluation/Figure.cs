namespace SalesBot.Commands.Evaluation;

/// <summary>A mean over items, with its 95 % confidence interval (Wilson 1927, for shares).</summary>
sealed record Figure(string Name, double Value, int Items, double Low, double High)
{
    public static Figure Of(string name, IReadOnlyCollection<double> values)
    {
        const double z = 1.96;
        double n = values.Count,
            mean = n == 0 ? 0 : values.Average();
        if (n == 0)
            return new Figure(name, 0, 0, 0, 1);
        var middle = (mean + z * z / (2 * n)) / (1 + z * z / n);
        var spread = z / (1 + z * z / n) * Math.Sqrt(mean * (1 - mean) / n + z * z / (4 * n * n));
        return new Figure(name, mean, values.Count, Math.Max(0, middle - spread), Math.Min(1, middle + spread));
    }

    /// <summary>
    /// Macro-F1: the mean over the labels of each one's harmonic mean of precision and recall. Its interval is that of
    /// the accuracy, moved.
    /// </summary>
    public static Figure MacroF1(string name, IReadOnlyCollection<(string Gold, string Said)> pairs)
    {
        var scores = pairs
            .Select(pair => pair.Gold)
            .Distinct()
            .Select(label =>
            {
                var right = pairs.Count(pair => pair.Gold == label && pair.Said == label);
                return 2.0
                    * right
                    / (pairs.Count(pair => pair.Gold == label) + pairs.Count(pair => pair.Said == label));
            })
            .ToList();
        var accuracy = Of(name, [.. pairs.Select(pair => pair.Gold == pair.Said ? 1.0 : 0)]);
        var shift = scores.Average() - accuracy.Value;
        return new Figure(
            name,
            scores.Average(),
            pairs.Count,
            Math.Max(0, accuracy.Low + shift),
            Math.Min(1, accuracy.High + shift)
        );
    }
}
