using System.Collections.Concurrent;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace SalesBot.Knowledge.Embeddings;

/// <summary>
/// The vectors of texts, by whichever encoder is plugged in (<see cref="IEmbeddingGenerator{TInput, TEmbedding}"/>), remembered; none where
/// <c>Knowledge:Embeddings</c> is off. Another encoder's slowness is waited for.
/// </summary>
sealed class TextVectors
{
    /// <summary>So many texts are remembered; then all are forgotten at once.</summary>
    const int MostRemembered = 4096;

    /// <summary>Longer texts are cut off before they are encoded, in UTF-16 units: no encoder reads more, and no question says more.</summary>
    const int LongestText = 1000;

    static readonly Lazy<VectorStore> Known = new(ReadKnown);

    /// <summary>The same of what people ask: more says no more, and each question is encoded several times.</summary>
    const int LongestQuestion = 400;

    readonly IEmbeddingGenerator<string, Embedding<float>>? generator;
    readonly ConcurrentDictionary<string, SentenceVector> remembered = new(StringComparer.Ordinal);

    public TextVectors(IEmbeddingGenerator<string, Embedding<float>> generator, IOptions<KnowledgeOptions> options)
    {
        this.generator = options.Value.Embeddings ? generator : null;
        Id = this.generator is null ? "" : (generator.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata)?.DefaultModelId
            ?? generator.GetType().Name;
    }

    /// <summary>Which encoder it is; empty where there is none. Vectors of different ids say nothing about each other.</summary>
    public string Id { get; }

    /// <summary>Whether there is an encoder.</summary>
    public bool IsOn => generator is not null;

    /// <summary>The vector of what somebody asks or says, by its beginning; null where there is no encoder.</summary>
    public SentenceVector? OfQuestion(string text) => Of(text.Length > LongestQuestion ? text[..LongestQuestion] : text);

    /// <summary>The vector of a text, or none where there is no encoder.</summary>
    public SentenceVector? Of(string text)
    {
        if (generator is null)
            return null;
        var said = text.Length > LongestText ? text[..LongestText].Trim() : text.Trim();
        if (remembered.TryGetValue(said, out var vector))
            return vector;
        if (remembered.Count >= MostRemembered)
            remembered.Clear();
        return remembered[said] = Shipped(said) ?? Encode(generator, said);
    }

    /// <summary>The vector of a text that the program was shipped with, so that a start need not encode thousands.</summary>
    SentenceVector? Shipped(string text) => Id == SentenceEncoder.Version ? Known.Value.Find(text) : null;

    static SentenceVector Encode(IEmbeddingGenerator<string, Embedding<float>> generator, string text) =>
        SentenceVector.Of(generator.GenerateAsync([text]).GetAwaiter().GetResult()[0].Vector.Span);

    static VectorStore ReadKnown()
    {
        using var resource = typeof(TextVectors).Assembly.GetManifestResourceStream("known-texts.bin");
        if (resource is null)
            return VectorStore.Empty;
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        return VectorStore.Read(content);
    }
}
