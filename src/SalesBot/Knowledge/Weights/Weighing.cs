using System.Text.Json.Serialization;

namespace SalesBot.Knowledge.Weights;

/// <summary>A weight for each sign, by its name, and what is added to the sum.</summary>
sealed record Weighing(double Bias, IReadOnlyDictionary<string, double> Weights)
{
    /// <summary>The weights in the order of these names; 0 for a sign that has none.</summary>
    public double[] InOrder(IReadOnlyList<string> names) => [.. names.Select(name => Weights.GetValueOrDefault(name))];

    /// <summary>The signs weighed and added up.</summary>
    public double Sum(IReadOnlyList<string> names, double[] signs)
    {
        ordered ??= InOrder(names);
        var sum = Bias;
        for (var i = 0; i < signs.Length; i++)
            sum += ordered[i] * signs[i];
        return sum;
    }

    /// <summary>Those of the names it was asked for first; each file has one list of names.</summary>
    [JsonIgnore]
    double[]? ordered;
}
