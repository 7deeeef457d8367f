using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SalesBot.Answering;
using SalesBot.Answering.Honesty;
using SalesBot.Answering.Sides;
using SalesBot.Answering.Spans;
using SalesBot.Classifying;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Embeddings;
using SalesBot.Knowledge.Generations;
using SalesBot.Knowledge.Reading;
using SalesBot.Knowledge.Search;
using SalesBot.Knowledge.Weights;

namespace SalesBot.Tests.Support;

/// <summary>A knowledge folder with its index, as the host wires them, without the host.</summary>
sealed class BuiltKnowledge : IDisposable
{
    readonly TempFolder data = new();
    readonly TempFolder? own;
    readonly bool embeddings;
    readonly Action<KnowledgeOptions>? set;
    readonly IEmbeddingGenerator<string, Embedding<float>> generator;

    /// <summary>One for all tests: it takes some time and memory.</summary>
    static readonly OnnxEncoder Shipped = new(Options.Create(new KnowledgeOptions()));

    readonly CountingExtractor[] extractors = [new(new MarkdownExtractor()), new(new PlainTextExtractor())];

    /// <param name="folder">The knowledge folder; a new one if none is given.</param>
    /// <param name="embeddings">Whether meanings are compared.</param>
    /// <param name="generator">The sentence encoder, if not the one that ships.</param>
    /// <param name="set">Other settings.</param>
    public BuiltKnowledge(
        string? folder = null,
        bool embeddings = true,
        IEmbeddingGenerator<string, Embedding<float>>? generator = null,
        Action<KnowledgeOptions>? set = null
    )
    {
        this.set = set;
        this.generator = generator ?? Shipped;
        this.embeddings = embeddings;
        own = folder is null ? new TempFolder() : null;
        Folder = folder ?? own!.Path;
        Index = Open();
    }

    public string Folder { get; }

    public KnowledgeIndex Index { get; private set; }

    public TextVectors Encoder { get; private set; } = null!;

    public TaskClassifier Classifier() => new(Index, Encoder, new SideModel(Encoder), new Activities(Encoder));

    public AnswerComposer Composer() => Composer(new SpanChoice(Encoder, LearnedWeights.Shipped));

    AnswerComposer Composer(SpanChoice spans)
    {
        var classifier = Classifier();
        var finder = new PassageFinder(
            classifier,
            new RequestModel(Encoder),
            spans,
            new Reranker(spans, LearnedWeights.Shipped),
            LearnedWeights.Shipped
        );
        var passages = new PassageAnswers(spans);
        var (sides, teams) = (new SideAnswers(classifier), new TeamAnswers(classifier));
        var comparisons = new ComparisonAnswers(
            finder,
            passages,
            new SideChoice(classifier, new SideModel(Encoder)),
            new ContrastTable(classifier)
        );
        var nearest = new NearestKind(new AskModel(Encoder), new WishModel(Encoder));
        var answers = new IntentAnswers(
            new WorkAnswers(classifier, new WorkModel(Encoder), finder, passages, sides, teams),
            finder,
            comparisons,
            sides,
            new ClaimAnswers(classifier),
            teams,
            new NeedAnswers(classifier),
            nearest
        );
        return new AnswerComposer(
            answers,
            finder,
            comparisons,
            sides,
            teams,
            new FurtherAnswers(classifier),
            new SeveralAnswers(answers),
            nearest
        );
    }

    public GenerationStore Store { get; private set; } = null!;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));

    /// <summary>How many documents were read since the last look.</summary>
    public int DocumentsRead => extractors.Sum(extractor => Interlocked.Exchange(ref extractor.Count, 0));

    /// <summary>Writes a document and waits for nothing.</summary>
    public void Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Delete(string name) => File.Delete(Path.Combine(Folder, name));

    /// <summary>As if the program had ended and begun again.</summary>
    public void Restart()
    {
        Index.Dispose();
        Index = Open();
    }

    public async Task<BuiltKnowledge> RefreshedAsync(bool rebuild = false)
    {
        if (!rebuild && embeddings && Folder == Repository.Knowledge && !Directory.Exists(Store.Root))
            await ShippedIndex.CopyToAsync(data.Path);
        Time.Advance(TimeSpan.FromMinutes(1));
        await Index.RefreshAsync(rebuild);
        return this;
    }

    public string Generation
    {
        get
        {
            using var lease = Index.Lease();
            return lease.Generation.Id;
        }
    }

    public List<PassageHit> Search(string words, int top = 10)
    {
        using var lease = Index.Lease();
        var searcher = lease.Generation.Searcher;
        return searcher.Search(searcher.Queries.Read(words), top);
    }

    KnowledgeIndex Open()
    {
        var settings = new KnowledgeOptions { Folder = Folder, Embeddings = embeddings };
        set?.Invoke(settings);
        var options = Options.Create(settings);
        Store = new GenerationStore(data.Path, options);
        Encoder = new TextVectors(generator, options, Time);
        return new KnowledgeIndex(
            new KnowledgeFolder(options, extractors),
            Store,
            new IndexBuilder(new DocumentReader(extractors, options), Encoder, options, Time),
            Encoder,
            new LearnedWeights(options),
            TimeProvider.System,
            NullLogger<KnowledgeIndex>.Instance
        );
    }

    public void Dispose()
    {
        Index.Dispose();
        data.Dispose();
        own?.Dispose();
    }

    sealed class CountingExtractor(IDocumentExtractor inner) : IDocumentExtractor
    {
        public int Count;

        public bool Reads(string path) => inner.Reads(path);

        public ExtractedDocument Extract(string path, byte[] content)
        {
            Interlocked.Increment(ref Count);
            return inner.Extract(path, content);
        }
    }
}
