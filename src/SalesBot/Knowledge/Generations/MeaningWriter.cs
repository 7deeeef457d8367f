using Lucene.Net.Index;
using Lucene.Net.Store;
using SalesBot.Knowledge.Embeddings;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Questions;
using SalesBot.Knowledge.Reading;
using SalesBot.Knowledge.Search;

namespace SalesBot.Knowledge.Generations;

/// <summary>Writes what a generation knows beyond its words: the vectors of its passages, and the example questions that they answer.</summary>
sealed class MeaningWriter(string folder, TextVectors encoder, KnowledgeOptions options)
{
    public void Write(List<Passage> passages, IndexGeneration? before, IEnumerable<KnowledgeFile> examples, IProgress<BuildProgress>? progress,
        CancellationToken cancellationToken)
    {
        var vectors = encoder.IsOn && passages.Count <= options.MostEmbeddedPassages ? Vectors(passages, before, progress, cancellationToken) : [];
        using var directory = FSDirectory.Open(Path.Combine(folder, "lucene"));
        using var reader = DirectoryReader.Open(directory);
        using var texts = new PassageFile(Path.Combine(folder, PassageFile.Name), inMemory: false);
        var searcher = new PassageSearcher(reader, texts, null, [], new ExampleQuestions([], null));
        var facts = options.ExampleQuestions ? ExampleFact.Shipped.Value.Concat(Own(examples)) : [];
        PlacedFact.Write(folder, new FactPlacement(searcher, passages, vectors).Place(facts, encoder));
    }

    IReadOnlyList<SentenceVector[]> Vectors(List<Passage> passages, IndexGeneration? before, IProgress<BuildProgress>? progress,
        CancellationToken cancellationToken)
    {
        var known = before is null ? VectorStore.Empty : before.Vectors();
        var (vectors, byText) = PassageVectors.Of(passages, known, encoder,
            done => progress?.Report(new BuildProgress(done, passages.Count, "comparing meanings")), cancellationToken);
        using var file = File.Create(Path.Combine(folder, PassageVectors.FileName));
        VectorStore.Write(file, byText);
        file.Flush(flushToDisk: true);
        return vectors;
    }

    static IEnumerable<ExampleFact> Own(IEnumerable<KnowledgeFile> examples) =>
        examples.Where(example => Path.GetFileName(example.Path).StartsWith(ExampleFact.FilePrefix, StringComparison.OrdinalIgnoreCase))
            .SelectMany(example => ExampleFact.Read(TextDecoder.Decode(File.ReadAllBytes(example.FullPath))));
}
