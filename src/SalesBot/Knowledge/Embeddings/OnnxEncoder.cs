using System.Numerics.Tensors;
using System.Security.Cryptography;
using Lucene.Net.Analysis.Miscellaneous;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Tokenizers;

namespace SalesBot.Knowledge.Embeddings;

/// <summary>
/// Runs a sentence encoder by ONNX Runtime, on one thread a text: the one that ships, or the one that <see
/// cref="EncoderOptions"/> names. Loaded when it is first used; any number of threads may call it.
/// </summary>
sealed class OnnxEncoder : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>The model that ships; changes whenever the same text would get another vector.</summary>
    public const string ShippedId = "all-MiniLM-L6-v2/8-bit/2";

    /// <summary>The size of its vectors.</summary>
    public const int ShippedSize = 384;

    readonly EncoderOptions options;
    readonly string model,
        vocabulary;
    readonly Lock loading = new();

    /// <summary>
    /// Whoever encodes reads; the session ends only when nobody does, for its memory is not the runtime's.
    /// </summary>
    readonly ReaderWriterLockSlim inUse = new();
    volatile Loaded? loaded;
    bool isDisposed;

    sealed record Loaded(
        InferenceSession Session,
        BertTokenizer Tokenizer,
        RunOptions Run,
        string[] Inputs,
        string[] Outputs
    );

    public OnnxEncoder(IOptions<KnowledgeOptions> options)
    {
        this.options = options.Value.Encoder;
        var shipped = Path.Combine(AppContext.BaseDirectory, "encoder");
        var isShipped = this.options.Model.Length == 0;
        model = isShipped ? Path.Combine(shipped, "model.onnx") : Path.GetFullPath(this.options.Model);
        vocabulary = isShipped ? Path.Combine(shipped, "vocab.txt") : Path.GetFullPath(this.options.Vocabulary);
        Id = isShipped ? ShippedId : Named(model, vocabulary, this.options);
    }

    /// <summary>
    /// Which encoder it is. Of another than the shipped one its name, content and settings tell it from others.
    /// </summary>
    public string Id { get; }

    static string Named(string model, string vocabulary, EncoderOptions options) =>
        $"{Path.GetFileName(model)}/{Hash(model)}/{Hash(vocabulary)}/{options.Pooling}/{options.MostPieces}/{options.LowerCase}/{options.QueryPrefix}";

    /// <summary>
    /// The first digits of the SHA-256 of a file; none if it cannot be read, which is told when it is used.
    /// </summary>
    static string Hash(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(file))[..8];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>
    /// The vectors of texts, in their order, each of length 1; of a text without a piece that of nothing.
    /// </summary>
    /// <exception cref="OnnxRuntimeException">The model cannot be read or run.</exception>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            new GeneratedEmbeddings<Embedding<float>>(values.Select(text => new Embedding<float>(Encode(text))))
        );

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
        pieces =
        [
            .. encoder
                .Tokenizer.EncodeToIds(WellFormed(text), options.MostPieces, out _, out _)
                .Select(piece => (long)piece),
        ];
        long[] shape = [1, pieces.Length],
            ones = new long[pieces.Length];
        Array.Fill(ones, 1);
        using var ids = OrtValue.CreateTensorValueFromMemory(pieces, shape);
        using var mask = OrtValue.CreateTensorValueFromMemory(ones, shape);
        using var types = OrtValue.CreateTensorValueFromMemory(new long[pieces.Length], shape);
        OrtValue[] given =
        [
            .. encoder.Inputs.Select(input =>
                input switch
                {
                    "attention_mask" => mask,
                    "token_type_ids" => types,
                    _ => ids,
                }
            ),
        ];
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
            var size = (int)made[0].GetTensorTypeAndShape().Shape[^1];
            // A model that gives one vector for the whole text does not tell its pieces.
            if (pieces.Length < 2 || rows.Length != pieces.Length * size)
                return new TextPieces([], []);
            var tokens = encoder.Tokenizer.EncodeToTokens(text, out var read);
            // Scripts without blanks get some before they are cut into pieces; places then are nearly right.
            var stretch = read is null || read.Length == 0 ? 1 : text.Length / (double)read.Length;
            var places = tokens
                .Take(pieces.Length - 2)
                .Select(piece =>
                    ((int)(piece.Offset.Start.Value * stretch), (int)Math.Ceiling(piece.Offset.End.Value * stretch))
                )
                .ToArray();
            return new TextPieces(rows.Slice(size, places.Length * size), places);
        }
        finally
        {
            inUse.ExitReadLock();
        }
    }

    /// <summary>
    /// The text as the vocabulary knows it, letter for letter, so that places stay: without accents, which the runtime
    /// does not take off by itself in a program that knows no cultures; with blanks for half a surrogate pair and for
    /// control characters.
    /// </summary>
    static string WellFormed(string text)
    {
        var letters = text.ToCharArray();
        var folded = new char[4];
        var marks = 0;
        for (var i = 0; i < letters.Length; i++)
        {
            var c = letters[i];
            if (c is >= '\u0300' and <= '\u036f')
                marks++;
            if (char.IsControl(c) || char.IsSurrogate(c) && !IsPaired(text, i))
                letters[i] = ' ';
            else if (c > 127 && !char.IsSurrogate(c) && ASCIIFoldingFilter.FoldToASCII(letters, i, folded, 0, 1) == 1)
                letters[i] = folded[0];
        }
        // An accent that is a character of its own moves what follows by one place, which seldom matters.
        return marks == 0
            ? new string(letters)
            : new string([.. letters.Where(c => c is not (>= '\u0300' and <= '\u036f'))]);
    }

    static bool IsPaired(string text, int at) =>
        char.IsHighSurrogate(text[at])
            ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            : at > 0 && char.IsHighSurrogate(text[at - 1]);

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
        var tokenizer = BertTokenizer.Create(
            vocabulary,
            new BertOptions { LowerCaseBeforeTokenization = options.LowerCase }
        );
        using var settings = new Microsoft.ML.OnnxRuntime.SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            EnableMemoryPattern = false,
        };
        var session = new InferenceSession(model, settings);
        return new Loaded(
            session,
            tokenizer,
            new RunOptions(),
            [.. session.InputMetadata.Keys],
            [session.OutputMetadata.Keys.First()]
        );
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata)
            ? new EmbeddingGeneratorMetadata("SalesBot", defaultModelId: Id)
        : serviceType.IsInstanceOfType(this) ? this
        : null;

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
