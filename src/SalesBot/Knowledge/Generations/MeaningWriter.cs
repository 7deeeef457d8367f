using Lucene.Net.Index;
using Lucene.Net.Store;
using SalesBot.Knowledge.Embeddings;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Questions;
using SalesBot.Knowledge.Reading;
using SalesBot.Knowledge.Search;
using SalesBot.Knowledge.Weights;

namespace SalesBot.Knowledge.Generations;

/// <summary>
/// Writes what a generation knows beyond its words: the vectors of its passages, and the example questions that they
/// answer.
/// </summary>
sealed class MeaningWriter(string folder, TextVectors encoder, KnowledgeOptions options)
{
    /// <returns>Whether the passages have vectors.</returns>
    public bool Write(
        List<Passage> passages,
        IndexGeneration? before,
        IEnumerable<KnowledgeFile> examples,
        int mostEncoded,
        IProgress<BuildProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var known = before?.Vectors() ?? VectorStore.Empty;
        var texts =
            encoder.IsOn && WithoutMeaning(passages.Count) is null ? passages.ConvertAll(PassageVectors.TextOf) : [];
        var isSoon = mostEncoded == int.MaxValue || encoder.Unknown(texts, known) <= mostEncoded;
        var vectors = isSoon ? Vectors(texts, known, progress, cancellationToken) : [];
        using var directory = FSDirectory.Open(Path.Combine(folder, "lucene"));
        using var reader = DirectoryReader.Open(directory);
        using var placed = new PassageFile(Path.Combine(folder, PassageFile.Name), inMemory: false);
        var searcher = new PassageSearcher(
            reader,
            placed,
            null,
            [],
            new ExampleQuestions([], null),
            LearnedWeights.Shipped
        );
        var facts = options.ExampleQuestions ? ExampleFact.Shipped.Value.Concat(Own(examples)) : [];
        PlacedFact.Write(folder, new FactPlacement(searcher, passages, vectors).Place(facts, encoder));
        return vectors.Count > 0 || passages.Count == 0;
    }

    /// <summary>The vectors of the passages, written down; none where the encoder does not work.</summary>
    IReadOnlyList<SentenceVector> Vectors(
        List<string> texts,
        VectorStore known,
        IProgress<BuildProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        if (texts.Count == 0)
            return [];
        try
        {
            var vectors = encoder.OfAll(
                texts,
                known,
                (done, all) => progress?.Report(new BuildProgress(BuildStage.Encoding, done, all, "")),
                cancellationToken
            );
            using var file = File.Create(Path.Combine(folder, PassageVectors.FileName));
            VectorStore.Write(file, texts.Zip(vectors));
            file.Flush(flushToDisk: true);
            return vectors;
        }
        catch (EncoderFault)
        {
            return [];
        }
    }

    /// <summary>Why so many passages are found by words alone, a sentence, or none.</summary>
    public string? WithoutMeaning(int passages) =>
        !options.Embeddings
            ? null
            : encoder.Problem
                ?? (
                    passages <= options.MostEmbeddedPassages
                        ? null
                        : $"The folder has {passages:N0} passages, more than the {options.MostEmbeddedPassages:N0} that can be compared by meaning "
                            + "(Knowledge:MostEmbeddedPassages), so they are matched by words only."
                );

    static IEnumerable<ExampleFact> Own(IEnumerable<KnowledgeFile> examples) =>
        examples
            .Where(example =>
                Path.GetFileName(example.Path).StartsWith(ExampleFact.FilePrefix, StringComparison.OrdinalIgnoreCase)
            )
            .SelectMany(example => ExampleFact.Read(TextDecoder.Decode(File.ReadAllBytes(example.FullPath))));
}
