using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SalesBot.Answering;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Embeddings;

namespace SalesBot.Benchmarks;

/// <summary>
/// Writes the vectors of all texts that ship with the program. To be run again when one of them or the encoder changes;
/// a test says so.
/// </summary>
static class PackSuite
{
    public static async Task<int> RunAsync(string path)
    {
        var data = Directory.CreateTempSubdirectory("salesbot-pack-").FullName;
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("Knowledge:Folder", "knowledge"),
                new("Storage:DataFolder", data),
                new("Knowledge:Embeddings", "false"),
            ])
            .Build();
        await using var services = new ServiceCollection().AddSalesBot(settings).AddLogging().BuildServiceProvider();
        var index = services.GetRequiredService<KnowledgeIndex>();
        await index.RefreshAsync();
        using var lease = index.Lease();
        var texts = KnownTexts.All(lease.Generation);
        using var encoder = new OnnxEncoder(Options.Create(new KnowledgeOptions()));
        var vectors = texts
            .AsParallel()
            .AsOrdered()
            .Select(text => (text, SentenceVector.Of(encoder.Encode(text))))
            .ToList();
        using var file = File.Create(path);
        VectorStore.Write(file, vectors);
        System.Console.WriteLine($"{texts.Count} texts, {file.Length} bytes");
        return 0;
    }
}
