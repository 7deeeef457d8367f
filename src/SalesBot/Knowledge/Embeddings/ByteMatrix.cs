using System.Numerics.Tensors;

namespace SalesBot.Knowledge.Embeddings;

/// <summary>
/// A matrix of signed bytes with a scale for each row. Products are summed as whole numbers, so every processor and every width of its registers gives the
/// same bits.
/// </summary>
sealed class ByteMatrix(int rows, int columns, float[] scales, sbyte[] values)
{
    /// <summary>The most a value may be, either side of zero.</summary>
    const int Most = 127;

    /// <summary>How many inputs are multiplied with a row while it is in the registers.</summary>
    const int Together = 4;

    public int Rows => rows;

    public int Columns => columns;

    /// <summary>Row <paramref name="row"/> as numbers.</summary>
    public void Row(int row, Span<float> into)
    {
        var bytes = values.AsSpan(row * columns, columns);
        for (var i = 0; i < columns; i++)
            into[i] = bytes[i] * scales[row];
    }

    /// <summary>
    /// Each input times the matrix, plus the bias. Inputs are <paramref name="count"/> rows of <see cref="Columns"/> numbers, results as many of
    /// <see cref="Rows"/>. Inputs are rounded to bytes first, each with a scale of its own.
    /// </summary>
    public float[] Times(ReadOnlySpan<float> inputs, int count, float[] bias)
    {
        // The last inputs are filled up with zeros to as many as are multiplied together.
        var padded = (count + Together - 1) / Together * Together;
        var rounded = new short[padded * columns];
        var inputScales = new float[padded];
        for (var i = 0; i < count; i++)
            inputScales[i] = Round(inputs.Slice(i * columns, columns), rounded.AsSpan(i * columns, columns));
        var results = new float[count * rows];
        var row = new short[columns];
        Span<int> sums = stackalloc int[Together];
        for (var r = 0; r < rows; r++)
        {
            // Each row is widened once for all inputs.
            TensorPrimitives.ConvertTruncating<sbyte, short>(values.AsSpan(r * columns, columns), row);
            for (var i = 0; i < count; i += Together)
            {
                DotProducts.OfFour(row, rounded.AsSpan(i * columns, Together * columns), sums);
                for (var k = 0; k < Math.Min(Together, count - i); k++)
                    results[(i + k) * rows + r] = sums[k] * (inputScales[i + k] * scales[r]) + bias[r];
            }
        }
        return results;
    }

    /// <summary>Rounds to whole numbers of at most <see cref="Most"/>.</summary>
    /// <returns>The scale to multiply with to come back.</returns>
    static float Round(ReadOnlySpan<float> numbers, Span<short> into)
    {
        var most = Math.Abs(TensorPrimitives.MaxMagnitude(numbers));
        if (most == 0)
        {
            into.Clear();
            return 0;
        }
        var factor = Most / most;
        for (var i = 0; i < numbers.Length; i++)
            into[i] = (short)MathF.Round(numbers[i] * factor);
        return most / Most;
    }
}
