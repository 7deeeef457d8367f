using SalesBot.Knowledge.Passages;

namespace SalesBot.Knowledge.Embeddings;

/// <summary>
/// The vectors of passages, as a generation keeps them: one of each, of its words with all that it stands under.
/// </summary>
static class PassageVectors
{
    public const string FileName = "vectors.bin";

    /// <summary>What is encoded of a passage.</summary>
    public static string TextOf(Passage passage) => TextVectors.Read($"{passage.Section} {InColumns(passage)}");

    /// <summary>The words of a passage; of a row each cell with the head of its column.</summary>
    static string InColumns(Passage passage)
    {
        if (passage.Columns is null)
            return passage.Text;
        var heads = passage.Columns.Split(Passage.Cell);
        var cells = passage.Text.Split(Passage.Cell);
        return string.Join(
            "; ",
            cells.Select((cell, i) => i > 0 && i < heads.Length && heads[i].Length > 0 ? $"{heads[i]}: {cell}" : cell)
        );
    }

    /// <summary>The vectors of all passages, in their order; none if the generation keeps none, or not all.</summary>
    public static IReadOnlyList<SentenceVector> Read(string folder, IEnumerable<Passage> passages)
    {
        var store = ReadStore(folder);
        if (store.IsEmpty)
            return [];
        var vectors = passages.Select(passage => store.Find(TextOf(passage))).ToList();
        return vectors.Contains(null) ? [] : [.. vectors.OfType<SentenceVector>()];
    }

    /// <summary>What a generation keeps; nothing where it keeps none.</summary>
    public static VectorStore ReadStore(string folder) =>
        Path.Combine(folder, FileName) is var path && File.Exists(path)
            ? VectorStore.Read(File.ReadAllBytes(path))
            : VectorStore.Empty;
}
