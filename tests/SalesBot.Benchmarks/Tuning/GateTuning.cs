using SalesBot.Answering;
using SalesBot.Answering.Honesty;
using SalesBot.Commands.Evaluation;
using SalesBot.Knowledge;

namespace SalesBot.Benchmarks.Tuning;

/// <summary>Learns what each sign of the honesty gate weighs: logistic regression with ridge, near misses counting double.</summary>
sealed class GateTuning
{
    const int Folds = 5, Steps = 600;
    const double Ridge = 0.5;

    sealed record Signed(EvaluationItem Item, AnswerSigns Signs, int Set, double SetWeight)
    {
        public bool IsAnswerable => Item.Gold.Count > 0;

        public double Weight => SetWeight * (IsAnswerable ? 1 : Item.Kind is "near" or "trap" or "off" ? 2 : 1);
    }

    readonly List<Signed> signed = [];

    /// <summary>A small set on other material is to count beside large ones.</summary>
    const int SmallSet = 100;
    const double SmallSetWeight = 4;

    int sets;

    public void Add(List<EvaluationItem> items, AnswerComposer composer, GenerationLease lease)
    {
        sets++;
        signed.AddRange(items.Where(item => item.Gold.Count == 0 || IsFound(item, composer, lease))
            .Select(item => (item, Signs: composer.Signs(item.Text, item.History, lease))).Where(each => each.Signs is not null).Select(each => new Signed(each.item, each.Signs!, sets, items.Count < SmallSet ? SmallSetWeight : 1)));
    }

    /// <summary>A question whose answer is not found teaches nothing of how found answers look.</summary>
    static bool IsFound(EvaluationItem item, AnswerComposer composer, GenerationLease lease) =>
        RetrievalScore.Hit(item, composer.Compose(item.Text, item.History, lease).Citations, 3) > 0;

    public void Run()
    {
        foreach (var (name, left) in new[] { ("all signs", Array.Empty<string>()), ("no examples", ["Asked", "AskedOften", "AskedWords"]),
            ("less lacking", ["Lacking", "NotFact",
                "Holding"]), ("less denied", ["Denied"]), ("less neither", ["Neither"]), ("less neitherU", ["NeitherUnsaid"]), ("less unsaid", ["NamesUnsaid", "WordsUnsaid", "Unknown"]) })
        {
            bool[] used = [.. Names.Select(sign => !left.Contains(sign))];
            // What is found without example questions is judged by weights of its own.
            var signed = name == "no examples" ? this.signed : this.signed.FindAll(each => each.Signs.Asked > 0 || each.Signs.AskedWords > 0);
            var folds = Enumerable.Range(0, Folds).Select(fold => Learn([.. signed.Where((_, i) => i % Folds != fold)], used)).ToList();
            foreach (var least in new[] { 0.3, 0.35, 0.4, 0.45, 0.5 })
                Print($"gate, {name}, folds, from {least:0.00}", signed.Select((each, i) => (each, folds[i % Folds])), least);
            var weights = Learn(signed, used);
            System.Console.WriteLine("  Bias " + FormattableString.Invariant($"{weights[^1]:0.00}; ")
                + string.Join(", ", Names.Zip(weights, (sign, weight) => FormattableString.Invariant($"{sign}: {weight:0.00}"))));
        }
    }

    static readonly string[] Names = [.. typeof(AnswerSigns).GetConstructors()[0].GetParameters().Select(parameter => parameter.Name ?? "")];

    static double[] Learn(List<Signed> signed, bool[] used)
    {
        var weights = new double[Names.Length + 1];
        var seen = Enumerable.Repeat(1e-6, weights.Length).ToArray();
        for (var step = 0; step < Steps; step++)
        {
            var slope = new double[weights.Length];
            foreach (var each in signed)
            {
                var values = each.Signs.Values;
                var error = each.Weight * ((each.IsAnswerable ? 1 : 0) - Chance(values, weights));
                for (var i = 0; i < values.Length; i++)
                    slope[i] += error * values[i];
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

    static double Chance(double[] values, double[] weights) => 1 / (1 + Math.Exp(-weights[^1] - values.Zip(weights, (value, weight) => value * weight).Sum()));

    static void Print(string name, IEnumerable<(Signed Signed, double[] Weights)> all, double least)
    {
        var right = all.GroupBy(each => $"{each.Signed.Set} {(each.Signed.IsAnswerable ? "kept" : each.Signed.Item.Kind)}", each =>
            Chance(each.Signed.Signs.Values, each.Weights) >= least == each.Signed.IsAnswerable);
        System.Console.WriteLine($"{name,-34} " + string.Join("  ", right.OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => FormattableString.Invariant($"{kind.Key} {kind.Average(hit => hit ? 1.0 : 0):0.000}"))));
    }
}
