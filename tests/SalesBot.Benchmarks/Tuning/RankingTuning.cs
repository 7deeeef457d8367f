using SalesBot.Chat;
using SalesBot.Classifying;
using SalesBot.Commands.Evaluation;
using SalesBot.Intents;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Search;

namespace SalesBot.Benchmarks.Tuning;

/// <summary>
/// Learns what each part of a passage's score weighs: listwise softmax regression (Cao et al. 2007) on the log of the share that the passages with an answer
/// have,
/// with ridge; weights below zero are kept at zero.
/// </summary>
sealed class RankingTuning
{
    const int Folds = 5, Steps = 400;
    const double Ridge = 0.3;
    static readonly string[] Names = ["Words", "Meaning", "Asked", "AskedOften", "AskedWords", "Covered"];

    sealed record Asked(EvaluationItem Item, List<Citation> Citations, double[][] Parts, bool[] Answers);

    readonly List<Asked> asked = [];

    public void Add(IEnumerable<EvaluationItem> items, GenerationLease lease) => asked.AddRange(items.Select(item => Ask(item, lease)));

    public void Run(bool hasMeaning)
    {
        int[] all = hasMeaning ? [0, 1, 2, 3, 4, 5] : [0, 4, 5], noExamples = hasMeaning ? [0, 1, 5] : [0, 5];
        foreach (var (name, used) in new[] { ("with example questions", all), ("without", noExamples) })
        {
            var folds = Enumerable.Range(0, Folds).Select(fold => Learn([.. asked.Where((_, i) => i % Folds != fold)], used)).ToList();
            Print($"ranking {name}, folds", asked.Select((each, i) => (each, folds[i % Folds])));
            var weights = Learn(asked, used);
            Print($"ranking {name}, all", asked.Select(each => (each, weights)));
            System.Console.WriteLine("  new(" + string.Join(", ", weights
                .Select((weight, i) => FormattableString.Invariant($"{Names[i]}: {weight:0.0}"))) + ")");
        }
    }

    static Asked Ask(EvaluationItem item, GenerationLease lease)
    {
        var leansOn = IntentReader.Read(item.Text, item.History) switch
        {
            AskQuestion question => question.LeansOn, AskComparison comparison => comparison.LeansOn, AskTask task => task.LeansOn, _ => [],
        };
        var searcher = lease.Generation.Searcher;
        var hits = searcher.Search(searcher.Queries.Read(item.Text, leansOn), 1000);
        var citations = hits.ConvertAll(PassageCitation.Of);
        return new Asked(item, citations, [.. hits.Select(hit => Values(hit.Parts))],
            [.. citations.Select(citation => item.Gold.SelectMany(group => group).Any(gold => RetrievalScore.Covers(citation, gold)))]);
    }

    static double[] Values(ScoreParts parts) => [parts.Words, parts.Meaning, parts.Asked, parts.AskedOften, parts.AskedWords, parts.Covered];

    static double[] Learn(List<Asked> asked, int[] used)
    {
        var weights = new double[Names.Length];
        var seen = Enumerable.Repeat(1e-6, Names.Length).ToArray();
        for (var step = 0; step < Steps; step++)
        {
            var slope = new double[Names.Length];
            foreach (var each in asked.Where(each => each.Answers.Contains(true)))
                Add(each, weights, slope);
            foreach (var i in used)
            {
                var down = slope[i] - Ridge * weights[i];
                seen[i] += down * down;
                weights[i] = Math.Max(0, weights[i] + down / Math.Sqrt(seen[i]));
            }
        }
        return weights;
    }

    static void Add(Asked each, double[] weights, double[] slope)
    {
        var shares = MeaningModel.Shares([.. each.Parts.Select(parts => Score(parts, weights))]);
        var right = shares.Where((_, i) => each.Answers[i]).Sum();
        for (var i = 0; i < shares.Length; i++)
            for (var k = 0; k < weights.Length; k++)
                slope[k] += ((each.Answers[i] ? shares[i] / right : 0) - shares[i]) * each.Parts[i][k];
    }

    static double Score(double[] parts, double[] weights) => parts.Zip(weights, (part, weight) => part * weight).Sum();

    static void Print(string name, IEnumerable<(Asked Asked, double[] Weights)> all)
    {
        var ranked = all.Select(each => (each.Asked.Item, Order: (IReadOnlyList<Citation>)
            [.. each.Asked.Citations.Zip(each.Asked.Parts).OrderByDescending(pair => Score(pair.Second, each.Weights)).Select(pair => pair.First)
                .Take(10)])).ToList();
        double Mean(Func<EvaluationItem, IReadOnlyList<Citation>, double> score) => ranked.Average(each => score(each.Item, each.Order));
        System.Console.WriteLine(FormattableString.Invariant($"{name,-40} hit@1 {Mean((item, order) => RetrievalScore.Hit(item, order, 1)):0.000}")
            + FormattableString.Invariant($" hit@3 {Mean((item, order) => RetrievalScore.Hit(item, order, 3)):0.000}")
            + FormattableString.Invariant($" hit@5 {Mean((item, order) => RetrievalScore.Hit(item, order, 5)):0.000} nDCG {Mean(RetrievalScore.NDcg):0.000}"));
    }
}
