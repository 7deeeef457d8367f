using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SalesBot.Knowledge.Embeddings;

/// <summary>
/// A direction in the space of meanings, rounded to bytes: comparing two takes whole numbers only, so every machine
/// finds the same.
/// </summary>
sealed class SentenceVector
{
    const int Most = 127;

    readonly ReadOnlyMemory<sbyte> values;
    readonly double length;

    /// <param name="values">The rounded numbers; their scale does not matter.</param>
    public SentenceVector(ReadOnlyMemory<sbyte> values)
    {
        this.values = values;
        length = Math.Sqrt(Dot(values.Span, values.Span));
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

    /// <summary>
    /// How alike two texts are in meaning: the cosine between them, -1 to 1, to four places; 0 where one is empty or of
    /// another size.
    /// </summary>
    public double Cosine(SentenceVector other) => Math.Round(ExactCosine(other), 4);

    /// <summary>The same to the last place.</summary>
    public double ExactCosine(SentenceVector other) =>
        length == 0 || other.length == 0 || values.Length != other.values.Length
            ? 0
            : Dot(values.Span, other.values.Span) / (length * other.length);

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

    /// <summary>
    /// The dot product of two rows of bytes of like length, as whole numbers: exact on every machine.
    /// </summary>
    public static int Dot(ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b)
    {
        var total = 0;
        var at = 0;
        if (Avx2.IsSupported)
        {
            var sum = Vector256<int>.Zero;
            for (; at + Vector128<sbyte>.Count <= a.Length; at += Vector128<sbyte>.Count)
                sum += Avx2.MultiplyAddAdjacent(
                    Avx2.ConvertToVector256Int16(Vector128.Create(a.Slice(at, Vector128<sbyte>.Count))),
                    Avx2.ConvertToVector256Int16(Vector128.Create(b.Slice(at, Vector128<sbyte>.Count)))
                );
            total = Vector256.Sum(sum);
        }
        for (; at < a.Length; at++)
            total += a[at] * b[at];
        return total;
    }
}
