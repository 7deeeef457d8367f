using System.Numerics.Tensors;

namespace SalesBot.Knowledge.Embeddings;

/// <summary>A direction in the space of meanings, rounded to bytes: comparing two takes whole numbers only, so every machine finds the same.</summary>
sealed class SentenceVector
{
    const int Most = 127;

    readonly ReadOnlyMemory<sbyte> values;
    readonly double length;

    /// <param name="values">The rounded numbers; their scale does not matter.</param>
    public SentenceVector(ReadOnlyMemory<sbyte> values)
    {
        this.values = values;
        length = Math.Sqrt(DotProducts.Of(values.Span, values.Span));
    }

    /// <summary>Rounds a vector of whatever length and scale.</summary>
    public static SentenceVector Of(ReadOnlySpan<float> numbers)
    {
        var most = numbers.IsEmpty ? 0 : Math.Abs(TensorPrimitives.MaxMagnitude(numbers));
        var rounded = new sbyte[numbers.Length];
        if (most > 0)
            for (var i = 0; i < numbers.Length; i++)
                rounded[i] = (sbyte)MathF.Round(numbers[i] / most * Most);
        return new SentenceVector(rounded);
    }

    public ReadOnlySpan<sbyte> Values => values.Span;

    /// <summary>How alike two texts are in meaning: the cosine between them, -1 to 1, to four places; 0 where one is empty or of another size.</summary>
    public double Cosine(SentenceVector other) =>
        length == 0 || other.length == 0 || values.Length != other.values.Length ? 0
            : Math.Round(DotProducts.Of(values.Span, other.values.Span) / (length * other.length), 4);

    /// <summary>The direction between two, nearer to this one the larger its share is.</summary>
    public SentenceVector Mixed(SentenceVector other, double share)
    {
        if (length == 0 || other.length == 0 || values.Length != other.values.Length)
            return length == 0 ? other : this;
        var mixed = new float[values.Length];
        for (var i = 0; i < mixed.Length; i++)
            mixed[i] = (float)(share * values.Span[i] / length + (1 - share) * other.values.Span[i] / other.length);
        return Of(mixed);
    }
}
