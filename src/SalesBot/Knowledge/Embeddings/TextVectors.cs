using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace SalesBot.Knowledge.Embeddings;

/// <summary>
/// The vectors of texts, by whichever encoder is plugged in (<see cref="IEmbeddingGenerator{TInput, TEmbedding}"/>),
/// remembered; none where <c>Knowledge:Embeddings</c> is off, nor while the encoder does not work: then everything goes
/// by words alone, and it is tried again later.
/// </summary>
sealed partial class TextVectors
{
    /// <summary>So many texts are remembered; then all are forgotten at once.</summary>
    const int MostRemembered = 4096;

    /// <summary>The same of pieces: a passage has some fifty, of 384 bytes each.</summary>
    const int MostPieces = 600;

    /// <summary>
    /// Longer texts are cut off before they are encoded, in UTF-16 units: no encoder reads more, and no question says
    /// more.
    /// </summary>
    const int LongestText = 1000;

    /// <summary>The same of what people ask: more says no more, and each question is encoded several times.</summary>
    const int LongestQuestion = 400;

    /// <summary>So many texts are given to the encoder at once.</summary>
    const int AtOnce = 8;

    /// <summary>An encoder that failed is left alone so long.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    static readonly Lazy<VectorStore> Known = new(ReadKnown);

    readonly IEmbeddingGenerator<string, Embedding<float>>? generator;
    readonly TimeProvider time;
    readonly string id,
        queryPrefix;
    readonly ConcurrentDictionary<string, SentenceVector> remembered = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, TextPieces> pieces = new(StringComparer.Ordinal);
    volatile Failure? failure;

    sealed record Failure(string Reason, DateTimeOffset At);

    public TextVectors(
        IEmbeddingGenerator<string, Embedding<float>> generator,
        IOptions<KnowledgeOptions> options,
        TimeProvider? time = null
    )
    {
        this.time = time ?? TimeProvider.System;
        this.generator = options.Value.Embeddings ? generator : null;
        queryPrefix = options.Value.Encoder.QueryPrefix;
        id = this.generator is null
            ? ""
            : (generator.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata)?.DefaultModelId
                ?? generator.GetType().Name;
    }

    /// <summary>
    /// Which encoder it is; empty where there is none that works. Vectors of different ids say nothing about each
    /// other.
    /// </summary>
    public string Id => IsOn ? id : "";

    /// <summary>Whether there is an encoder, and it works.</summary>
    public bool IsOn => generator is not null && Problem is null;

    /// <summary>Why texts are compared by words alone although they should not be, in a sentence, or none.</summary>
    public string? Problem => failure is { } failed && time.GetUtcNow() - failed.At < Pause ? failed.Reason : null;

    /// <summary>The vector of what somebody asks or says, by its beginning; null where there is no encoder.</summary>
    public SentenceVector? OfQuestion(string text) =>
        Of(queryPrefix + (text.Length > LongestQuestion ? text[..LongestQuestion] : text));

    /// <summary>The vector of a text, or none where there is no encoder.</summary>
    public SentenceVector? Of(string text)
    {
        if (!IsOn)
            return null;
        var said = Read(text);
        if (remembered.TryGetValue(said, out var vector))
            return vector;
        if (remembered.Count >= MostRemembered)
            remembered.Clear();
        try
        {
            return remembered[said] = Shipped(said) ?? Encode([said]).Single();
        }
        catch (EncoderFault)
        {
            return null;
        }
    }

    /// <summary>
    /// The pieces of what somebody asks, by its beginning; none where the encoder does not tell them.
    /// </summary>
    public TextPieces? PiecesOfQuestion(string text) =>
        PiecesOf(text.Length > LongestQuestion ? text[..LongestQuestion] : text);

    /// <summary>The pieces of a text; none where the encoder does not tell them.</summary>
    public TextPieces? PiecesOf(string text)
    {
        if (!IsOn || generator is not OnnxEncoder encoder)
            return null;
        var said = text.Length > LongestText ? text[..LongestText] : text;
        if (pieces.TryGetValue(said, out var known))
            return known;
        if (pieces.Count >= MostPieces)
            pieces.Clear();
        try
        {
            return pieces[said] = encoder.Pieces(said);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Failed(fault);
            return null;
        }
    }

    /// <summary>The vectors of many texts, in their order, on all processors; equal ones are encoded once.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="known">Vectors that need not be made anew.</param>
    /// <param name="progress">Told how many of how many that had to be encoded are done.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="EncoderFault">The encoder does not work.</exception>
    public IReadOnlyList<SentenceVector> OfAll(
        IReadOnlyList<string> texts,
        VectorStore known,
        Action<int, int> progress,
        CancellationToken cancellationToken
    )
    {
        var vectors = new ConcurrentDictionary<string, SentenceVector>(StringComparer.Ordinal);
        var open = new List<string>();
        foreach (var text in texts.Select(Read).Distinct(StringComparer.Ordinal))
            if ((known.Find(text) ?? Shipped(text)) is { } vector)
                vectors[text] = vector;
            else
                open.Add(text);
        var done = 0;
        try
        {
            Parallel.ForEach(
                open.Chunk(AtOnce),
                new ParallelOptions
                {
                    CancellationToken = cancellationToken,
                    MaxDegreeOfParallelism = Environment.ProcessorCount,
                },
                some =>
                {
                    foreach (var (text, vector) in some.Zip(Encode(some)))
                        vectors[text] = vector;
                    progress(Interlocked.Add(ref done, some.Length), open.Count);
                }
            );
        }
        catch (AggregateException faults)
            when (faults.InnerExceptions.OfType<EncoderFault>().FirstOrDefault() is { } fault)
        {
            throw new EncoderFault(fault.Message, faults);
        }
        return [.. texts.Select(text => vectors[Read(text)])];
    }

    /// <summary>How many of these texts would have to be encoded.</summary>
    public int Unknown(IEnumerable<string> texts, VectorStore known) =>
        IsOn
            ? texts
                .Select(Read)
                .Distinct(StringComparer.Ordinal)
                .Count(text => known.Find(text) is null && Shipped(text) is null)
            : 0;

    /// <summary>So much of a text is read.</summary>
    public static string Read(string text) => (text.Length > LongestText ? text[..LongestText] : text).Trim();

    /// <summary>
    /// The vector of a text that the program was shipped with, so that a start need not encode thousands.
    /// </summary>
    SentenceVector? Shipped(string text) => id == OnnxEncoder.ShippedId ? Known.Value.Find(text) : null;

    List<SentenceVector> Encode(string[] texts)
    {
        try
        {
            var made = generator!.GenerateAsync(texts).GetAwaiter().GetResult();
            return [.. made.Select(embedding => SentenceVector.Of(embedding.Vector.Span))];
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Whatever a plugged-in encoder throws: without it there are still the words.
            throw new EncoderFault(Failed(fault), fault);
        }
    }

    string Failed(Exception fault)
    {
        var reason =
            $"The sentence encoder isn't working, so questions are matched by words only: {Paths().Replace(fault.Message, "…")}";
        failure = new Failure(reason, time.GetUtcNow());
        return reason;
    }

    /// <summary>Health is told to strangers, too: where files stand is nobody's business.</summary>
    [GeneratedRegex(@"[^\s'\"":]*[/\\][^\s'\"":]+", RegexOptions.NonBacktracking)]
    private static partial Regex Paths();

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
