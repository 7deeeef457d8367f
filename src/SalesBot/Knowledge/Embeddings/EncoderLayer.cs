namespace SalesBot.Knowledge.Embeddings;

/// <summary>
/// One layer of a transformer (Vaswani et al. 2017) with normalisation before each part: attention, then a network for each piece, both added to what
/// comes in.
/// </summary>
sealed class EncoderLayer
{
    const int Heads = 4;

    readonly Normalisation beforeAttention, beforeNetwork;
    readonly Dense attended, joined, wide, narrow;
    readonly Dense? carried;

    /// <param name="file">Stands where the layer's weights begin.</param>
    /// <param name="widens">Whether what is carried past the attention is brought to another width.</param>
    public EncoderLayer(EncoderFile file, bool widens)
    {
        beforeAttention = new Normalisation(file.Vector(), file.Vector());
        attended = new Dense(file.Matrix(), file.Vector());
        joined = new Dense(file.Matrix(), file.Vector());
        carried = widens ? new Dense(file.Matrix(), file.Vector()) : null;
        beforeNetwork = new Normalisation(file.Vector(), file.Vector());
        wide = new Dense(file.Matrix(), file.Vector());
        narrow = new Dense(file.Matrix(), file.Vector());
    }

    /// <summary>What the layer makes of the pieces: <paramref name="count"/> rows each.</summary>
    public float[] Apply(float[] pieces, int count)
    {
        var attention = joined.Apply(Attend(attended.Apply(beforeAttention.Apply(pieces), count), count), count);
        var sum = Sum(attention, carried?.Apply(pieces, count) ?? pieces);
        var network = wide.Apply(beforeNetwork.Apply(sum), count);
        foreach (ref var number in network.AsSpan())
            number = Math.Max(0, number);
        return Sum(narrow.Apply(network, count), sum);
    }

    /// <summary>Each piece becomes a mixture of all, by how well its query fits their keys. A row holds query, key and value side by side.</summary>
    static float[] Attend(float[] rows, int count)
    {
        var (width, row) = (rows.Length / count / 3, rows.Length / count);
        var (head, scale) = (width / Heads, 1 / MathF.Sqrt(width / Heads));
        var mixed = new float[count * width];
        var shares = new float[count];
        for (var from = 0; from < width; from += head)
            for (var i = 0; i < count; i++)
            {
                var query = rows.AsSpan(i * row + from, head);
                for (var j = 0; j < count; j++)
                    shares[j] = scale * ExactMath.Dot(query, rows.AsSpan(j * row + width + from, head));
                ExactMath.SoftMax(shares);
                for (var j = 0; j < count; j++)
                    ExactMath.AddScaled(rows.AsSpan(j * row + 2 * width + from, head), shares[j], mixed.AsSpan(i * width + from, head));
            }
        return mixed;
    }

    static float[] Sum(float[] a, float[] b)
    {
        for (var i = 0; i < a.Length; i++)
            a[i] += b[i];
        return a;
    }
}

/// <summary>A matrix and what is added to its product.</summary>
sealed record Dense(ByteMatrix Weights, float[] Bias)
{
    public float[] Apply(float[] rows, int count) => Weights.Times(rows, count, Bias);
}

/// <summary>Layer normalisation (Ba et al. 2016): each row gets mean 0 and variance 1, then a scale and a shift for each column.</summary>
sealed record Normalisation(float[] Scale, float[] Shift)
{
    public float[] Apply(float[] rows)
    {
        var normal = new float[rows.Length];
        for (var start = 0; start < rows.Length; start += Scale.Length)
        {
            var row = rows.AsSpan(start, Scale.Length);
            double mean = 0, variance = 0;
            foreach (var number in row)
                mean += number;
            mean /= row.Length;
            foreach (var number in row)
                variance += (number - mean) * (number - mean);
            var factor = 1 / Math.Sqrt(variance / row.Length + 1e-6);
            for (var i = 0; i < row.Length; i++)
                normal[start + i] = (float)((row[i] - mean) * factor) * Scale[i] + Shift[i];
        }
        return normal;
    }
}
