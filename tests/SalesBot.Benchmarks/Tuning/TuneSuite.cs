using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Answering;
using SalesBot.Commands.Evaluation;
using SalesBot.Knowledge;

namespace SalesBot.Benchmarks.Tuning;

/// <summary>
/// Learns the weights of ranking and gate on folders of evaluation files, says how they hold on the folds that they were not learned on, and prints them as
/// they
/// stand in the code. Weights are learned only for what there is: run with Knowledge:Embeddings off for those without an encoder.
/// </summary>
static class TuneSuite
{
    /// <param name="sets">A knowledge folder and a folder of evaluation files, in turn; as many pairs as there are.</param>
    public static async Task<int> RunAsync(string[] sets)
    {
        foreach (var embeddings in new[] { true, false })
        {
            var (ranking, gate) = (new RankingTuning(), new GateTuning());
            foreach (var (knowledge, folder) in sets.Chunk(2).Select(pair => (pair[0], pair[1])))
                await ReadAsync(knowledge, folder, embeddings, ranking, gate);
            System.Console.WriteLine($"== {(embeddings ? "with" : "without")} an encoder");
            ranking.Run(embeddings);
            gate.Run();
        }
        return 0;
    }

    static async Task ReadAsync(string knowledge, string folder, bool embeddings, RankingTuning ranking, GateTuning gate)
    {
        var data = Directory.CreateTempSubdirectory("salesbot-tune-").FullName;
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            [new("Knowledge:Folder", knowledge), new("Storage:DataFolder", data), new("Knowledge:Embeddings", embeddings.ToString())]).Build();
        await using var services = new ServiceCollection().AddSalesBot(settings).AddLogging().BuildServiceProvider();
        var index = services.GetRequiredService<KnowledgeIndex>();
        await index.RefreshAsync();
        using var lease = index.Lease();
        var items = Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(file => EvaluationItem.Read(new FileInfo(file)))
            .Where(item => item.Label is null).ToList();
        ranking.Add(items.Where(item => item.Gold.Count > 0), lease);
        gate.Add(items, services.GetRequiredService<AnswerComposer>(), lease);
        Directory.Delete(data, recursive: true);
    }
}
