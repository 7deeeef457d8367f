using Microsoft.Extensions.AI;

namespace SalesBot.Knowledge.Embeddings;

/// <summary>The sentence encoder that ships with the program, behind the seam that others' encoders come in by. Loaded when it is first used.</summary>
sealed class ShippedEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
{
    static readonly EmbeddingGeneratorMetadata Metadata = new("SalesBot", defaultModelId: SentenceEncoder.Version,
        defaultModelDimensions: SentenceEncoder.Dimensions);

    readonly Lazy<SentenceEncoder> encoder = new(SentenceEncoder.Shipped);

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(text => new Embedding<float>(encoder.Value.Encode(text)))));

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? Metadata : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }
}
