namespace SalesBot.Knowledge.Embeddings;

/// <summary>
/// Brings texts of like meaning near each other: a text becomes a vector of 512 numbers and length 1. This is the Universal Sentence Encoder "lite"
/// (Cer et al. 2018) with weights rounded to bytes; see NOTICE. The same text gives the same bits on every machine.
/// </summary>
sealed class SentenceEncoder
{
    public const int Dimensions = 512;

    /// <summary>Changes with the weights, so that older vectors are made anew.</summary>
    public const string Version = "use-lite-1";

    readonly SentencePieces pieces;
    readonly ByteMatrix embeddings;
    readonly float[] timing;
    readonly EncoderLayer[] layers;
    readonly Dense last;

    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public SentenceEncoder(byte[] content)
    {
        var file = new EncoderFile(content);
        file.Head();
        pieces = new SentencePieces(file.Pieces());
        embeddings = file.Matrix();
        timing = Timing(file.Vector(), embeddings.Columns);
        layers = [new EncoderLayer(file, widens: true), new EncoderLayer(file, widens: false)];
        last = new Dense(file.Matrix(), file.Vector());
    }

    /// <summary>The encoder that ships with the program.</summary>
    public static SentenceEncoder Shipped()
    {
        using var resource = typeof(SentenceEncoder).Assembly.GetManifestResourceStream("use-lite.bin")
            ?? throw new InvalidOperationException("The sentence encoder is not in the program.");
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        return new SentenceEncoder(content);
    }

    /// <summary>The vector of a text; zeros for a text without a character.</summary>
    public float[] Encode(string text)
    {
        var ids = pieces.Of(text);
        var vector = new float[Dimensions];
        if (ids.Length == 0)
            return vector;
        var rows = Embedded(ids);
        foreach (var layer in layers)
            rows = layer.Apply(rows, ids.Length);
        for (var i = 0; i < ids.Length; i++)
            ExactMath.AddScaled(rows.AsSpan(i * Dimensions, Dimensions), 1, vector);
        foreach (ref var number in vector.AsSpan())
            number /= ids.Length;
        vector = last.Apply(vector, 1);
        foreach (ref var number in vector.AsSpan())
            number = (float)ExactMath.Tanh(number);
        var length = Math.Max(1e-6f, MathF.Sqrt(ExactMath.Dot(vector, vector)));
        foreach (ref var number in vector.AsSpan())
            number /= length;
        return vector;
    }

    /// <summary>The vectors of the pieces, each with its place mixed in.</summary>
    float[] Embedded(int[] ids)
    {
        var width = embeddings.Columns;
        var rows = new float[ids.Length * width];
        for (var i = 0; i < ids.Length; i++)
        {
            var row = rows.AsSpan(i * width, width);
            embeddings.Row(ids[i], row);
            for (var k = 0; k < width; k++)
                row[k] = 2 * row[k] + timing[i * width + k];
        }
        return rows;
    }

    /// <summary>For each place the sines, then the cosines, of the place times each frequency.</summary>
    static float[] Timing(float[] frequencies, int width)
    {
        var timing = new float[SentencePieces.MostPieces * width];
        for (var place = 0; place < SentencePieces.MostPieces; place++)
            for (var k = 0; k < frequencies.Length; k++)
            {
                var (sine, cosine) = Math.SinCos(place * frequencies[k]);
                timing[place * width + k] = (float)sine;
                timing[place * width + frequencies.Length + k] = (float)cosine;
            }
        return timing;
    }
}
