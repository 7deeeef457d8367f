using SalesBot.Knowledge.Passages;

namespace SalesBot.Knowledge.Embeddings;

/// <summary>The vectors of passages: of the whole with its heading, then of each sentence or cell.</summary>
static class PassageVectors
{
    public const string FileName = "vectors.bin";

    /// <summary>What is encoded of a passage: the whole with its heading first.</summary>
    public static IEnumerable<string> Texts(Passage passage)
    {
        yield return $"{passage.Section} {passage.Text}".Trim();
        foreach (var part in Parts(passage).Where(part => part != passage.Text))
            yield return part;
    }

    /// <summary>The sentences of a passage; of a table's row the cells.</summary>
    public static IEnumerable<string> Parts(Passage passage) =>
        passage.Kind == PassageKind.Row ? passage.Text.Split(" | ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : SentenceSplitter.Split(passage.Text).Select(sentence => passage.Text[sentence.Start..sentence.End]);

    /// <summary>The vectors of all passages, in their order; those that are known already are taken from there.</summary>
    public static (IReadOnlyList<SentenceVector[]> Vectors, List<(string, SentenceVector)> ByText) Of(IReadOnlyList<Passage> passages, VectorStore before,
        TextVectors encoder, Action<int> progress, CancellationToken cancellationToken)
    {
        var vectors = new SentenceVector[passages.Count][];
        var done = 0;
        Parallel.For(0, passages.Count, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            vectors[i] = [.. Texts(passages[i]).Select(text => before.Find(text) ?? encoder.Of(text)).OfType<SentenceVector>()];
            progress(Interlocked.Increment(ref done));
        });
        return (vectors, [.. passages.Zip(vectors).SelectMany(both => Texts(both.First).Zip(both.Second))]);
    }

    /// <summary>The vectors of all passages as a generation keeps them; none if it keeps none, or not all.</summary>
    public static IReadOnlyList<SentenceVector[]> Read(string folder, IEnumerable<Passage> passages)
    {
        var store = ReadStore(folder);
        var vectors = store.IsEmpty ? [] : passages.Select(passage => Texts(passage).Select(store.Find).OfType<SentenceVector>().ToArray()).ToList();
        return vectors.TrueForAll(passage => passage.Length > 0) ? vectors : [];
    }

    /// <summary>What a generation keeps; nothing where it keeps none.</summary>
    public static VectorStore ReadStore(string folder) =>
        Path.Combine(folder, FileName) is var path && File.Exists(path) ? VectorStore.Read(File.ReadAllBytes(path)) : VectorStore.Empty;
}
