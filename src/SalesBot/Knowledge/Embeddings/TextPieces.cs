using System.Numerics.Tensors;

namespace SalesBot.Knowledge.Embeddings;

/// <summary>
/// The pieces of a text, each with its place and its vector as it stands in that text: what a passage tells of a
/// question is seen piece by piece, and what a sentence of it means with all that stands around it.
/// </summary>
sealed class TextPieces
{
    const int Most = 127;

    readonly sbyte[] values;
    readonly (int Start, int End)[] places;
    readonly int size;

    /// <param name="rows">The vectors, one after the other.</param>
    /// <param name="places">Where each piece stands in the text, in UTF-16 units.</param>
    public TextPieces(ReadOnlySpan<float> rows, (int Start, int End)[] places)
    {
        this.places = places;
        size = places.Length == 0 ? 0 : rows.Length / places.Length;
        values = new sbyte[rows.Length];
        for (var piece = 0; piece < places.Length; piece++)
        {
            var row = rows.Slice(piece * size, size);
            var length = Math.Max(1e-9f, TensorPrimitives.Norm(row));
            for (var i = 0; i < size; i++)
                values[piece * size + i] = (sbyte)MathF.Round(Math.Clamp(row[i] / length, -1, 1) * Most);
        }
    }

    /// <summary>How many pieces.</summary>
    public int Count => places.Length;

    ReadOnlySpan<sbyte> Row(int piece) => values.AsSpan(piece * size, size);

    /// <summary>
    /// How much of a question a text tells, or a stretch of it: for each piece of the question how near the nearest
    /// piece of the text is (Zhang et al. 2020, the recall of BERTScore). The mean of all, and of the three that are
    /// told least.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the stretch of the text begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="of">The stretches of the question that count; all where none is given.</param>
    public static PieceShare Told(
        TextPieces question,
        TextPieces text,
        int start = 0,
        int end = int.MaxValue,
        IReadOnlyList<(int Start, int End)>? of = null
    )
    {
        var within = Enumerable
            .Range(0, text.Count)
            .Where(piece => text.places[piece].Start >= start && text.places[piece].End <= end)
            .ToList();
        if (question.Count == 0 || within.Count == 0)
            return default;
        var near = new List<double>(question.Count);
        for (var piece = 0; piece < question.Count; piece++)
        {
            var (from, to) = question.places[piece];
            if (of is not null && !of.Any(stretch => from < stretch.End && to > stretch.Start))
                continue;
            var best = int.MinValue;
            foreach (var other in within)
                best = Math.Max(best, SentenceVector.Dot(question.Row(piece), text.Row(other)));
            near.Add(best / (double)(Most * Most));
        }
        if (near.Count == 0)
            return default;
        return new PieceShare(Math.Round(near.Average(), 4), Math.Round(near.Order().Take(Few).Average(), 4));
    }

    const int Few = 3;

    /// <summary>What a stretch of the text means where it stands; none if no piece lies in it.</summary>
    public SentenceVector? Meaning(int start, int end)
    {
        var sum = new float[size];
        var any = false;
        for (var piece = 0; piece < Count; piece++)
            if (places[piece].Start >= start && places[piece].End <= end)
            {
                any = true;
                for (var i = 0; i < size; i++)
                    sum[i] += values[piece * size + i];
            }
        return any ? SentenceVector.Of(sum) : null;
    }
}

/// <summary>
/// How much of a question is told piece by piece: on average, and of what is told least. Some 0 to 1.
/// </summary>
readonly record struct PieceShare(double Mean, double Least);
