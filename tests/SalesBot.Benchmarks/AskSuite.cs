using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Answering;
using SalesBot.Knowledge;
using SalesBot.People;

namespace SalesBot.Benchmarks;

/// <summary>
/// What an answer costs from a warm program, with and without its receipt, beside the search alone; all in turn in one
/// run, medians and 99th percentiles in microseconds.
/// </summary>
static class AskSuite
{
    static readonly string[] Questions =
    [
        "Is cold calling a sales or marketing task?",
        "which four Ps are there?",
        "who negotiates the deals",
        "difference between pull and push",
        "how does marketing draw people in?",
        "webniars and conferences, whose job is it",
        "which one is long term?",
        "which rivers cross Mongolia?",
        "does marketing generate leads",
        "what does sales report back about customers?",
    ];

    public static async Task<int> RunAsync(string knowledge)
    {
        var data = Directory.CreateTempSubdirectory("salesbot-bench-").FullName;
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Knowledge:Folder", knowledge), new("Storage:DataFolder", data)])
            .Build();
        await using var services = new ServiceCollection().AddSalesBot(settings).AddLogging().BuildServiceProvider();
        var index = services.GetRequiredService<KnowledgeIndex>();
        await index.RefreshAsync();
        var answerer = services.GetRequiredService<Answerer>();
        var composer = services.GetRequiredService<AnswerComposer>();
        var person =
            Personas.Find("employee") ?? throw new InvalidOperationException("There is no persona 'employee'.");
        var parts = new (string Name, Func<string, Task> Run)[]
        {
            (
                "search alone",
                question =>
                {
                    Search(index, question);
                    return Task.CompletedTask;
                }
            ),
            (
                "answer, no receipt",
                question =>
                {
                    using var lease = index.Lease();
                    composer.Compose(question, [], lease);
                    return Task.CompletedTask;
                }
            ),
            ("answer with receipt", question => answerer.AskAsync(question, [], person)),
        };
        var times = parts.ToDictionary(part => part.Name, _ => new List<double>());
        for (var round = 0; round < 220; round++)
            foreach (var question in Questions)
            foreach (var (name, run) in parts)
            {
                var started = TimeProvider.System.GetTimestamp();
                await run(question);
                if (round >= 20)
                    times[name].Add(TimeProvider.System.GetElapsedTime(started).TotalMicroseconds);
            }
        foreach (var (name, all) in times)
        {
            all.Sort();
            System.Console.WriteLine(
                $"{name, -22} p50 {all[all.Count / 2], 8:0} µs   p99 {all[all.Count * 99 / 100], 8:0} µs   x search {all[all.Count / 2] / times["search alone"][all.Count / 2]:0.0}"
            );
        }
        Directory.Delete(data, recursive: true);
        return 0;
    }

    static void Search(KnowledgeIndex index, string question)
    {
        using var lease = index.Lease();
        lease.Generation.Searcher.Search(lease.Generation.Searcher.Queries.Read(question), 10);
    }
}
