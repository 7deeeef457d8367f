using System.Text;

namespace SalesBot.Knowledge.Embeddings;

/// <summary>
/// Cuts text into the pieces of words that the encoder knows: the cut whose pieces are likeliest together (unigram model, Kudo 2018), found by dynamic
/// programming.
/// </summary>
sealed class SentencePieces
{
    /// <summary>Longer texts are cut off; in pieces.</summary>
    public const int MostPieces = 128;

    /// <summary>The id of what no piece covers.</summary>
    const int Unknown = 0;

    /// <summary>The first ids have no text: the unknown piece, sentence ends, reserved ones.</summary>
    const int FirstWithText = 6;

    const float UnknownScore = -20;

    /// <summary>Stands for a blank.</summary>
    const char Blank = '\u2581';

    readonly Dictionary<string, (float Score, int Id)>.AlternateLookup<ReadOnlySpan<char>> pieces;
    readonly int longest;

    /// <param name="vocabulary">Each piece with the logarithm of its likelihood; the place is the id.</param>
    public SentencePieces(IReadOnlyList<(string Piece, float Score)> vocabulary)
    {
        var known = new Dictionary<string, (float, int)>(StringComparer.Ordinal);
        for (var id = FirstWithText; id < vocabulary.Count; id++)
            known[vocabulary[id].Piece] = (vocabulary[id].Score, id);
        pieces = known.GetAlternateLookup<ReadOnlySpan<char>>();
        longest = vocabulary.Max(piece => piece.Piece.Length);
    }

    /// <summary>The ids of a text's pieces, at most <see cref="MostPieces"/>; none for an empty text.</summary>
    public int[] Of(string text)
    {
        var normal = Normal(text);
        if (normal.Length == 0)
            return [];
        var written = string.Concat(Blank.ToString(), normal.Replace(' ', Blank));
        var (from, ids) = BestCuts(written);
        var cut = new List<int>();
        for (var end = written.Length; end > 0; end = from[end])
            if (ids[end] != Unknown || cut.Count == 0 || cut[^1] != Unknown)
                cut.Add(ids[end]);
        cut.Reverse();
        return [.. cut.Take(MostPieces)];
    }

    /// <summary>Compatibility forms count as what they stand for; text with half a surrogate pair has no normal form and stays.</summary>
    static string Normal(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    /// <summary>For each end the start and id of the last piece of the best cut up to there.</summary>
    (int[] From, int[] Ids) BestCuts(string written)
    {
        var best = new float[written.Length + 1];
        var (from, ids) = (new int[best.Length], new int[best.Length]);
        for (var end = 1; end < best.Length; end++)
        {
            best[end] = float.NegativeInfinity;
            for (var start = Math.Max(0, end - longest); start < end; start++)
                if (pieces.TryGetValue(written.AsSpan(start, end - start), out var piece) && best[start] + piece.Score > best[end])
                    (best[end], from[end], ids[end]) = (best[start] + piece.Score, start, piece.Id);
            if (float.IsNegativeInfinity(best[end]))
                (best[end], from[end], ids[end]) = (best[end - 1] + UnknownScore, end - 1, Unknown);
        }
        return (from, ids);
    }
}
