using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Answering.Honesty;
using SalesBot.Answering.Spans;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;
using SalesBot.Knowledge.Weights;

namespace SalesBot.Benchmarks.Learning;

/// <summary>
/// Learns the weights of ranking, sentences and honesty gate on sets of questions, each asked of documents of its own,
/// and writes them as files. Prints how they do on each set when it is left out of the learning.
/// </summary>
sealed class LearnSuite(IReadOnlyList<LearningSet> sets, string folder, string data, string command)
{
    /// <summary>
    /// How much worse a wrong answer is than a refusal; less where example questions tell, for what they tell is
    /// general.
    /// </summary>
    const double Caution = 1.3,
        CautionWithFacts = 0.5;

    const int Folds = 5;

    /// <summary>Signs that need an encoder.</summary>
    static readonly HashSet<string> OfMeaning =
    [
        "Meaning",
        "SpanMeaning",
        "Gain",
        "GainOften",
        "GainAgreed",
        "Told",
        "ToldLeast",
        "SpanTold",
        "SubjectTold",
        "SubjectLeast",
        "SubjectWell",
        "Asked",
        "AskedOften",
    ];

    /// <param name="arguments">Sets (<see cref="LearningSet.Read"/>), <c>--without NAME</c> any number of times,
    /// <c>--out FOLDER</c>.</param>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var (named, left, folder) = (new List<string>(), new List<string>(), "src/SalesBot/Knowledge/Weights");
        for (var i = 0; i < arguments.Length; i++)
            if (arguments[i] == "--without")
                left.Add(arguments[++i]);
            else if (arguments[i] == "--out")
                folder = arguments[++i];
            else
                named.Add(arguments[i]);
        Directory.CreateDirectory(folder);
        var sets = named.SelectMany(LearningSet.Read).Where(set => !left.Contains(set.Name.Split(',')[0])).ToList();
        var data = Directory.CreateTempSubdirectory("salesbot-learn-").FullName;
        await new LearnSuite(
            sets,
            Path.GetFullPath(folder),
            data,
            $"dotnet run -c Release --project tests/SalesBot.Benchmarks -- learn {string.Join(' ', named.Concat(left.SelectMany(name => new[] { "--without", name })))}"
        ).LearnAsync();
        Directory.Delete(data, recursive: true);
        return 0;
    }

    async Task LearnAsync()
    {
        foreach (var set in sets)
            System.Console.WriteLine(
                $"{set.Name}: {set.Items.Count(item => item.IsAnswerable)} that it tells, {set.Items.Count(item => !item.IsAnswerable)} that it does not"
            );
        var (ranking, sentences, gate) = (new Weighing[2], new Weighing[2], new Weighing[2]);
        foreach (var meaning in new[] { true, false })
        {
            System.Console.WriteLine($"== {(meaning ? "words and meaning" : "words alone")}");
            (ranking[meaning ? 0 : 1], sentences[meaning ? 0 : 1]) = await LearnChoicesAsync(meaning);
        }
        Write(LearnedWeights.Ranking, ranking);
        Write(LearnedWeights.Sentences, sentences);
        var reranking = await LearnRerankingAsync();
        Write(LearnedWeights.Reranking, [reranking, reranking]);
        var facts = new Weighing[2];
        foreach (var meaning in new[] { true, false })
        {
            System.Console.WriteLine($"== {(meaning ? "words and meaning" : "words alone")}");
            (gate[meaning ? 0 : 1], facts[meaning ? 0 : 1]) = LearnGates(await JudgedAsync(meaning), meaning);
        }
        Write(LearnedWeights.Gate, gate);
        Write(LearnedWeights.GateOfFacts, facts);
    }

    async Task<(Weighing Ranking, Weighing Sentences)> LearnChoicesAsync(bool meaning)
    {
        var (passages, sentences) = (new List<Choices>(), new List<Choices>());
        foreach (var set in sets.Where(set => set.Items.Any(item => item.Places.Count > 0)))
            await set.OpenAsync(
                data,
                folder,
                meaning,
                (composer, lease, services) =>
                {
                    var spans = services.GetRequiredService<SpanChoice>();
                    foreach (var item in set.Items.Where(item => item.Places.Count > 0))
                        if (composer.Study(item.Question, item.History, lease) is { } study)
                        {
                            var hits = lease
                                .Generation.Searcher.Search(study.Finding.Query, 200)
                                .FindAll(hit => hit.Passage.Kind != PassageKind.Question);
                            passages.Add(
                                new Choices(
                                    set.Name,
                                    [.. hits.Select(hit => Ranking.Signs(hit.Parts))],
                                    [.. hits.Select(hit => item.IsIn(hit.Passage))]
                                )
                            );
                            if (
                                hits.Find(hit => item.IsIn(hit.Passage)) is { Passage: var right }
                                && SentenceSplitter.Split(right.Text) is { Count: > 1 } split
                            )
                            {
                                var read = spans.Read(right, item.Question, study.Finding.Query);
                                sentences.Add(
                                    new Choices(
                                        set.Name,
                                        [
                                            .. split.Select(
                                                (sentence, i) =>
                                                    SentenceSpan.Signs(
                                                        right,
                                                        sentence,
                                                        i,
                                                        item.Question,
                                                        study.Finding.Query,
                                                        read
                                                    )
                                            ),
                                        ],
                                        [
                                            .. split.Select(sentence =>
                                                item.IsIn(right.Text[sentence.Start..sentence.End])
                                            ),
                                        ]
                                    )
                                );
                            }
                        }
                }
            );
        return (
            LearnChoices("ranking", Ranking.Names, passages, meaning, arePositive: true),
            LearnChoices("sentences", SentenceSpan.Names, sentences, meaning, arePositive: false)
        );
    }

    async Task<Weighing> LearnRerankingAsync()
    {
        var lists = new List<Choices>();
        foreach (var set in sets.Where(set => set.Items.Any(item => item.Places.Count > 0)))
            await set.OpenAsync(
                data,
                folder,
                embeddings: true,
                (composer, lease, services) =>
                {
                    var reranker = services.GetRequiredService<Answering.Reranker>();
                    foreach (var item in set.Items.Where(item => item.Places.Count > 0))
                        if (composer.Study(item.Question, item.History, lease) is { } study)
                        {
                            var hits = study.Found.Take(Answering.Reranker.LookedAt).ToList();
                            lists.Add(
                                new Choices(
                                    set.Name,
                                    [.. hits.Select(hit => reranker.Signs(hit, item.Question, study.Finding.Query))],
                                    [.. hits.Select(hit => item.IsIn(hit.Passage))]
                                )
                            );
                        }
                }
            );
        return LearnChoices("reranking", Answering.Reranker.Names, lists, meaning: true, arePositive: false);
    }

    static Weighing LearnChoices(string name, string[] signs, List<Choices> lists, bool meaning, bool arePositive)
    {
        bool[] used = [.. signs.Select(sign => meaning || !OfMeaning.Contains(sign))];
        foreach (var set in lists.Select(list => list.Set).Distinct())
        {
            var without = Listwise.Learn(lists.FindAll(list => list.Set != set), used, arePositive);
            var here = lists.FindAll(list => list.Set == set);
            System.Console.WriteLine(
                FormattableString.Invariant(
                    $"{name} {set, -22} learned on the others: first {Listwise.Hit(here, without, 1):0.000}, among three {Listwise.Hit(here, without, 3):0.000} of {here.Count}"
                )
            );
        }
        var weights = Listwise.Learn(lists, used, arePositive);
        System.Console.WriteLine(
            FormattableString.Invariant($"{name} all: first {Listwise.Hit(lists, weights, 1):0.000}; ")
                + string.Join(
                    ", ",
                    signs.Zip(weights, (sign, weight) => FormattableString.Invariant($"{sign} {weight:0.00}"))
                )
        );
        return Weighed(signs, weights, 0);
    }

    async Task<List<Judged>> JudgedAsync(bool meaning)
    {
        var judged = new List<Judged>();
        foreach (var set in sets)
            await set.OpenAsync(
                data,
                folder,
                meaning,
                (composer, lease, _) =>
                {
                    foreach (var item in set.Items)
                        if (composer.Study(item.Question, item.History, lease) is { } study)
                            judged.Add(
                                new Judged(
                                    set.Name,
                                    item.IsAnswerable,
                                    item.IsAnswerable && item.IsRight(study.Said, study.Finding.Hits[0].Passage),
                                    study.Finding.Hits[0].Parts.Fact is not null,
                                    item.Weight,
                                    study.Signs.Values
                                )
                            );
                }
            );
        return judged;
    }

    (Weighing Plain, Weighing Facts) LearnGates(List<Judged> judged, bool meaning)
    {
        bool[] used = [.. AnswerSigns.Names.Select(sign => meaning || !OfMeaning.Contains(sign))];
        foreach (var set in sets)
        {
            var here = judged.FindAll(each => each.Set == set.Name);
            var others = judged.FindAll(each => each.Set.Split(',')[0] != set.Name.Split(',')[0]);
            var left = GateLearning.LearnBoth(others, used, Caution, CautionWithFacts);
            System.Console.WriteLine(GateLearning.Told(set.Name, here, left) + "  (learned on the others)");
            var parts = Enumerable
                .Range(0, Folds)
                .Select(part =>
                    GateLearning.LearnBoth(
                        [.. others, .. here.Where((_, i) => i % Folds != part)],
                        used,
                        Caution,
                        CautionWithFacts
                    )
                )
                .ToList();
            System.Console.WriteLine(
                GateLearning.Told(set.Name, here, each => parts[here.IndexOf(each) % Folds](each))
                    + "  (and on four fifths of its own)"
            );
        }
        var all = GateLearning.LearnBoth(judged, used, Caution, CautionWithFacts);
        System.Console.WriteLine(GateLearning.Told("all", judged, all));
        return (
            Shown("plain", GateLearning.Learn(judged.FindAll(each => !each.HasFact), used, Caution)),
            Shown("facts", GateLearning.Learn(judged.FindAll(each => each.HasFact), used, CautionWithFacts))
        );
    }

    static Weighing Shown(string name, double[] weights)
    {
        System.Console.WriteLine(
            $"{name}: {string.Join(", ", AnswerSigns.Names.Zip(weights, (sign, weight) => FormattableString.Invariant($"{sign} {weight:0.00}")))}"
                + FormattableString.Invariant($"; bias {weights[^1]:0.00}")
        );
        return Weighed(AnswerSigns.Names, weights, weights[^1]);
    }

    static Weighing Weighed(IReadOnlyList<string> names, double[] weights, double bias) =>
        new(
            Math.Round(bias, 3),
            names
                .Select((name, i) => (name, weight: Math.Round(weights[i], 3)))
                .Where(each => each.weight != 0)
                .ToDictionary(each => each.name, each => each.weight)
        );

    void Write(string name, Weighing[] weights) =>
        File.WriteAllText(
            Path.Combine(folder, $"{name}.json"),
            JsonSerializer.Serialize(new WeightFile(command, weights[0], weights[1]), WeightJson.Default.WeightFile)
                + "\n"
        );
}
