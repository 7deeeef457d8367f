using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SalesBot.Knowledge.Embeddings;

/// <summary>Dot products of whole numbers, in the widest registers there are; the sums are exact, so the width changes nothing but the time.</summary>
static class DotProducts
{
    /// <summary>The dot products of a row with four inputs of its length that stand one after the other.</summary>
    public static void OfFour(ReadOnlySpan<short> row, ReadOnlySpan<short> inputs, Span<int> sums)
    {
        if (Avx512BW.IsSupported && row.Length % Vector512<short>.Count == 0)
            Wide(row, inputs, sums);
        else if (Avx2.IsSupported && row.Length % Vector256<short>.Count == 0)
            Middle(row, inputs, sums);
        else
            for (var k = 0; k < 4; k++)
                sums[k] = Of(row, inputs.Slice(k * row.Length, row.Length));
    }

    static void Wide(ReadOnlySpan<short> row, ReadOnlySpan<short> inputs, Span<int> sums)
    {
        Vector512<int> first = default, second = default, third = default, fourth = default;
        ref var weights = ref MemoryMarshal.GetReference(row);
        ref var values = ref MemoryMarshal.GetReference(inputs);
        var length = (nuint)row.Length;
        for (nuint i = 0; i < length; i += (nuint)Vector512<short>.Count)
        {
            var weight = Vector512.LoadUnsafe(ref weights, i);
            first += Avx512BW.MultiplyAddAdjacent(weight, Vector512.LoadUnsafe(ref values, i));
            second += Avx512BW.MultiplyAddAdjacent(weight, Vector512.LoadUnsafe(ref values, i + length));
            third += Avx512BW.MultiplyAddAdjacent(weight, Vector512.LoadUnsafe(ref values, i + 2 * length));
            fourth += Avx512BW.MultiplyAddAdjacent(weight, Vector512.LoadUnsafe(ref values, i + 3 * length));
        }
        Add(Half(first), Half(second), Half(third), Half(fourth), sums);
    }

    static void Middle(ReadOnlySpan<short> row, ReadOnlySpan<short> inputs, Span<int> sums)
    {
        Vector256<int> first = default, second = default, third = default, fourth = default;
        ref var weights = ref MemoryMarshal.GetReference(row);
        ref var values = ref MemoryMarshal.GetReference(inputs);
        var length = (nuint)row.Length;
        for (nuint i = 0; i < length; i += (nuint)Vector256<short>.Count)
        {
            var weight = Vector256.LoadUnsafe(ref weights, i);
            first += Avx2.MultiplyAddAdjacent(weight, Vector256.LoadUnsafe(ref values, i));
            second += Avx2.MultiplyAddAdjacent(weight, Vector256.LoadUnsafe(ref values, i + length));
            third += Avx2.MultiplyAddAdjacent(weight, Vector256.LoadUnsafe(ref values, i + 2 * length));
            fourth += Avx2.MultiplyAddAdjacent(weight, Vector256.LoadUnsafe(ref values, i + 3 * length));
        }
        Add(first, second, third, fourth, sums);
    }

    static Vector256<int> Half(Vector512<int> sum) => sum.GetLower() + sum.GetUpper();

    /// <summary>The four sums over the lanes, all at once: neighbours are added until one number of each is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Add(Vector256<int> first, Vector256<int> second, Vector256<int> third, Vector256<int> fourth, Span<int> sums)
    {
        var lanes = Avx2.HorizontalAdd(Avx2.HorizontalAdd(first, second), Avx2.HorizontalAdd(third, fourth));
        (lanes.GetLower() + lanes.GetUpper()).CopyTo(sums);
    }

    /// <summary>The dot product of two rows of bytes of like length.</summary>
    public static int Of(ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b)
    {
        var total = 0;
        var at = 0;
        if (Avx2.IsSupported)
        {
            var sum = Vector256<int>.Zero;
            for (; at + Vector128<sbyte>.Count <= a.Length; at += Vector128<sbyte>.Count)
                sum += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(Vector128.Create(a.Slice(at, Vector128<sbyte>.Count))),
                    Avx2.ConvertToVector256Int16(Vector128.Create(b.Slice(at, Vector128<sbyte>.Count))));
            total = Vector256.Sum(sum);
        }
        for (; at < a.Length; at++)
            total += a[at] * b[at];
        return total;
    }

    /// <summary>The dot product of two rows of like length.</summary>
    static int Of(ReadOnlySpan<short> row, ReadOnlySpan<short> input)
    {
        var sum = Vector128<int>.Zero;
        var at = 0;
        for (; at + Vector128<short>.Count <= row.Length; at += Vector128<short>.Count)
        {
            var (weight, value) = (Vector128.Create(row.Slice(at, Vector128<short>.Count)), Vector128.Create(input.Slice(at, Vector128<short>.Count)));
            sum += Vector128.WidenLower(weight) * Vector128.WidenLower(value) + Vector128.WidenUpper(weight) * Vector128.WidenUpper(value);
        }
        var total = Vector128.Sum(sum);
        for (; at < row.Length; at++)
            total += row[at] * input[at];
        return total;
    }
}
