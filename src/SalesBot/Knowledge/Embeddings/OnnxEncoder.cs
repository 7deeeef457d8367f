using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Tokenizers;

namespace SalesBot.Knowledge.Embeddings;

/// <summary>
/// Runs a sentence encoder by ONNX Runtime, on one thread a text: the one that ships, or the one that <see cref="EncoderOptions"/> names. Loaded when it is
/// first used; any number of threads may call it.
/// </summary>
sealed class OnnxEncoder : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>The model that ships; changes whenever the same text would get another vector.</summary>
    public const string ShippedId = "all-MiniLM-L6-v2/8-bit/1";

    /// <summary>The size of its vectors.</summary>
    public const int ShippedSize = 384;

    readonly EncoderOptions options;
    readonly string model, vocabulary;
    readonly Lock loading = new();

    /// <summary>Whoever encodes reads; the session ends only when nobody does, for its memory is not the runtime's.</summary>
    readonly ReaderWriterLockSlim inUse = new();
    volatile Loaded? loaded;
    bool isDisposed;

    sealed record Loaded(InferenceSession Session, BertTokenizer Tokenizer, RunOptions Run, string[] Inputs, string[] Outputs);

    public OnnxEncoder(IOptions<KnowledgeOptions> options)
    {
        this.options = options.Value.Encoder;
        var shipped = Path.Combine(AppContext.BaseDirectory, "encoder");
        var isShipped = this.options.Model.Length == 0;
        model = isShipped ? Path.Combine(shipped, "model.onnx") : Path.GetFullPath(this.options.Model);
        vocabulary = isShipped ? Path.Combine(shipped, "vocab.txt") : Path.GetFullPath(this.options.Vocabulary);
        Id = isShipped ? ShippedId : Named(model, this.options);
    }

    /// <summary>Which encoder it is. Of another than the shipped one its name, size and settings tell it from others.</summary>
    public string Id { get; }

    static string Named(string model, EncoderOptions options) =>
        $"{Path.GetFileName(model)}/{(File.Exists(model) ? new FileInfo(model).Length : 0)}/{options.Pooling}/{options.MostPieces}/{options.QueryPrefix}";

    /// <summary>The vectors of texts, in their order, each of length 1; of a text without a piece that of nothing.</summary>
    /// <exception cref="OnnxRuntimeException">The model cannot be read or run.</exception>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(text => new Embedding<float>(Encode(text)))));

    /// <summary>The vector of one text.</summary>
    /// <exception cref="ObjectDisposedException">The program ends.</exception>
    public float[] Encode(string text)
    {
        inUse.EnterReadLock();
        try
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            return Encode(text, loaded ?? Load());
        }
        finally
        {
            inUse.ExitReadLock();
        }
    }

    float[] Encode(string text, Loaded encoder)
    {
        using var made = Run(text, encoder, out _);
        return Pooled(made[0].GetTensorDataAsSpan<float>(), (int)made[0].GetTensorTypeAndShape().Shape[^1]);
    }

    IDisposableReadOnlyCollection<OrtValue> Run(string text, Loaded encoder, out long[] pieces)
    {
        pieces = [.. encoder.Tokenizer.EncodeToIds(WellFormed(text), options.MostPieces, out _, out _).Select(piece => (long)piece)];
        long[] shape = [1, pieces.Length], ones = new long[pieces.Length];
        Array.Fill(ones, 1);
        using var ids = OrtValue.CreateTensorValueFromMemory(pieces, shape);
        using var mask = OrtValue.CreateTensorValueFromMemory(ones, shape);
        using var types = OrtValue.CreateTensorValueFromMemory(new long[pieces.Length], shape);
        OrtValue[] given = [.. encoder.Inputs.Select(input => input switch { "attention_mask" => mask, "token_type_ids" => types, _ => ids })];
        return encoder.Session.Run(encoder.Run, encoder.Inputs, given, encoder.Outputs);
    }

    /// <summary>The pieces of a text, without the marks of beginning and end.</summary>
    /// <exception cref="ObjectDisposedException">The program ends.</exception>
    public TextPieces Pieces(string text)
    {
        inUse.EnterReadLock();
        try
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            var encoder = loaded ?? Load();
            text = WellFormed(text);
            using var made = Run(text, encoder, out var pieces);
            var rows = made[0].GetTensorDataAsSpan<float>();
            var size = rows.Length / pieces.Length;
            var places = encoder.Tokenizer.EncodeToTokens(text, out _).Take(pieces.Length - 2)
                .Select(piece => (piece.Offset.Start.Value, piece.Offset.End.Value)).ToArray();
            return new TextPieces(rows.Slice(size, places.Length * size), places);
        }
        finally
        {
            inUse.ExitReadLock();
        }
    }

    /// <summary>Half of a surrogate pair is no character; the tokenizer wants text.</summary>
    static string WellFormed(string text) => text.IsNormalized() ? text : new string([.. text.EnumerateRunes().SelectMany(rune => rune.ToString())]);

    float[] Pooled(ReadOnlySpan<float> rows, int size)
    {
        var vector = rows[..size].ToArray();
        if (options.Pooling == Pooling.Mean)
            for (var row = size; row < rows.Length; row += size)
                TensorPrimitives.Add(vector, rows.Slice(row, size), vector);
        TensorPrimitives.Divide(vector, Math.Max(1e-9f, TensorPrimitives.Norm<float>(vector)), vector);
        return vector;
    }

    Loaded Load()
    {
        lock (loading)
            return loaded ??= Read();
    }

    Loaded Read()
    {
        using var settings = new Microsoft.ML.OnnxRuntime.SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, EnableMemoryPattern = false };
        var session = new InferenceSession(model, settings);
        var tokenizer = BertTokenizer.Create(vocabulary, new BertOptions { LowerCaseBeforeTokenization = options.LowerCase });
        return new Loaded(session, tokenizer, new RunOptions(), [.. session.InputMetadata.Keys], [session.OutputMetadata.Keys.First()]);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("SalesBot", defaultModelId: Id)
            : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        inUse.EnterWriteLock();
        try
        {
            isDisposed = true;
            loaded?.Session.Dispose();
            loaded?.Run.Dispose();
            loaded = null;
        }
        finally
        {
            inUse.ExitWriteLock();
        }
    }
}
