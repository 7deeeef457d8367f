using System.Runtime.Intrinsics;

namespace SalesBot.Knowledge.Embeddings;

/// <summary>
/// Sums and functions that give the same bits on every machine: additions in a fixed order, nothing fused, no function
/// of the operating system's library.
/// </summary>
static class ExactMath
{
    /// <summary>e to the power of a number that is not above zero.</summary>
    public static double Exp(double x)
    {
        if (x < -700)
            return 0;
        const double ln2 = 0.693147180559945309417;
        var whole = Math.Round(x / ln2);
        var rest = x - whole * ln2;
        // Taylor's series by Horner's scheme; the rest is below 0.35, so what is left out is below 1e-15.
        double sum = 0;
        foreach (var factor in InverseFactorials)
            sum = sum * rest + factor;
        return sum * BitConverter.Int64BitsToDouble((long)(whole + 1023) << 52);
    }

    /// <summary>1/12!, 1/11!, … 1/1!, 1/0!.</summary>
    static readonly double[] InverseFactorials =
    [
        1 / 479001600.0,
        1 / 39916800.0,
        1 / 3628800.0,
        1 / 362880.0,
        1 / 40320.0,
        1 / 5040.0,
        1 / 720.0,
        1 / 120.0,
        1 / 24.0,
        1 / 6.0,
        0.5,
        1,
        1,
    ];

    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector256<float>.Zero;
        var at = 0;
        for (; at + Vector256<float>.Count <= a.Length; at += Vector256<float>.Count)
            sum +=
                Vector256.Create(a.Slice(at, Vector256<float>.Count))
                * Vector256.Create(b.Slice(at, Vector256<float>.Count));
        var total = 0f;
        for (var lane = 0; lane < Vector256<float>.Count; lane++)
            total += sum.GetElement(lane);
        for (; at < a.Length; at++)
            total += a[at] * b[at];
        return total;
    }

    /// <summary>Adds <paramref name="a"/> times <paramref name="factor"/> to <paramref name="sum"/>.</summary>
    public static void AddScaled(ReadOnlySpan<float> a, float factor, Span<float> sum)
    {
        var at = 0;
        for (; at + Vector256<float>.Count <= a.Length; at += Vector256<float>.Count)
        {
            var to = sum.Slice(at, Vector256<float>.Count);
            (
                Vector256.Create((ReadOnlySpan<float>)to)
                + Vector256.Create(a.Slice(at, Vector256<float>.Count)) * factor
            ).CopyTo(to);
        }
        for (; at < a.Length; at++)
            sum[at] += a[at] * factor;
    }
}
