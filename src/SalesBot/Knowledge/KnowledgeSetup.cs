using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using SalesBot.Knowledge.Embeddings;
using SalesBot.Knowledge.Generations;
using SalesBot.Knowledge.Reading;
using SalesBot.Knowledge.Weights;
using SalesBot.Storage;

namespace SalesBot.Knowledge;

/// <summary>Wires the knowledge.</summary>
static class KnowledgeSetup
{
    public static IServiceCollection AddKnowledge(this IServiceCollection services) =>
        services
            .AddSingleton<IDocumentExtractor, MarkdownExtractor>()
            .AddSingleton<IDocumentExtractor, PlainTextExtractor>()
            .AddSingleton<IEmbeddingGenerator<string, Embedding<float>>, OnnxEncoder>()
            .AddSingleton<TextVectors>()
            .AddSingleton<LearnedWeights>()
            .AddSingleton<KnowledgeFolder>()
            .AddSingleton<DocumentReader>()
            .AddSingleton<IndexBuilder>()
            .AddSingleton(provider => new GenerationStore(
                provider.GetRequiredService<IOptions<StorageOptions>>().Value.DataFolder,
                provider.GetRequiredService<IOptions<KnowledgeOptions>>()
            ))
            .AddSingleton<KnowledgeIndex>()
            .AddSingleton<ReindexOperations>();
}
