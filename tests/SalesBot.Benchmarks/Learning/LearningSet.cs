using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Answering;
using SalesBot.Commands.Evaluation;
using SalesBot.Knowledge;

namespace SalesBot.Benchmarks.Learning;

/// <summary>A folder of documents and questions on it.</summary>
sealed record LearningSet(string Name, string Knowledge, IReadOnlyList<LearningItem> Items)
{
    /// <summary>
    /// Reads what the command line names: a folder with <c>questions.jsonl</c> and a folder for each company, or
    /// <c>KNOWLEDGE=FOLDER</c> with evaluation files.
    /// </summary>
    public static IEnumerable<LearningSet> Read(string named)
    {
        if (named.Split('=') is [var knowledge, var folder])
        {
            var items = Directory
                .GetFiles(folder, "*.jsonl")
                .Order(StringComparer.Ordinal)
                .SelectMany(file => EvaluationItem.Read(new FileInfo(file)))
                .Where(item => item.Label is null)
                .Select(LearningItem.Of)
                .ToList();
            return [new LearningSet(Path.GetFileName(Path.GetFullPath(knowledge).TrimEnd('/')), knowledge, items)];
        }
        return LearningItem
            .ReadQuestions(Path.Combine(named, "questions.jsonl"))
            .GroupBy(each => each.Set, each => each.Item)
            .Where(set => Directory.Exists(Path.Combine(named, set.Key)))
            .Select(set => new LearningSet(set.Key, Path.Combine(named, set.Key), [.. set]))
            .SelectMany(set => set.WithFewPages());
    }

    /// <summary>One page in so many makes a small folder.</summary>
    const int OneIn = 5;

    /// <summary>
    /// The set, and where it is known which page answers, a small folder of some of its pages: there most of what is
    /// asked is not told, and few words are known.
    /// </summary>
    IEnumerable<LearningSet> WithFewPages()
    {
        yield return this;
        var pages = Items
            .SelectMany(item => item.Places)
            .Select(place => place.File)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Where((_, i) => i % OneIn == 1)
            .ToHashSet();
        if (pages.Count == 0)
            yield break;
        var folder = Directory.CreateTempSubdirectory("salesbot-pages-").FullName;
        foreach (var page in pages)
            File.Copy(Path.Combine(Knowledge, page), Path.Combine(folder, page.Replace('/', '_')));
        var told = Items.Where(item => item.Places.Any(place => pages.Contains(place.File))).ToList();
        var untold = Items
            .Where(item => item.Places.Count > 0 && !item.Places.Any(place => pages.Contains(place.File)))
            .Where((_, i) => i % OneIn == 0)
            .Select(item => new LearningItem(item.Question, item.History));
        // Files lie flat there; a place is known by its words.
        yield return new LearningSet(
            $"{Name}, few pages",
            folder,
            [
                .. told.Select(item =>
                    item with
                    {
                        Places = [.. item.Places.Select(place => (place.File.Replace('/', '_'), place.Quote))],
                    }
                ),
                .. untold,
            ]
        );
    }

    /// <summary>Runs something on the set's index, by the weights in a folder.</summary>
    public async Task OpenAsync(
        string data,
        string weights,
        bool embeddings,
        Action<AnswerComposer, GenerationLease, IServiceProvider> run
    )
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("Knowledge:Folder", Knowledge),
                new("Knowledge:Weights", weights),
                new("Storage:DataFolder", Path.Combine(data, $"{Name}-{embeddings}")),
                new("Knowledge:Embeddings", embeddings.ToString()),
            ])
            .Build();
        await using var services = new ServiceCollection().AddSalesBot(settings).AddLogging().BuildServiceProvider();
        var index = services.GetRequiredService<KnowledgeIndex>();
        await index.RefreshAsync();
        using var lease = index.Lease();
        run(services.GetRequiredService<AnswerComposer>(), lease, services);
    }
}
