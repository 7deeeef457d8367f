using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lucene.Net.Index;
using Lucene.Net.Store;
using SalesBot.Knowledge.Embeddings;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Questions;
using SalesBot.Knowledge.Reading;
using SalesBot.Knowledge.Search;
using SalesBot.Knowledge.Weights;

namespace SalesBot.Knowledge.Generations;

/// <summary>An opened generation: it never changes, and it closes when its last user lets go of it.</summary>
sealed class IndexGeneration
{
    /// <summary>
    /// Up to this size a generation is verified by hash and held in memory, in bytes; above, only lengths are compared
    /// and files are read as they are needed.
    /// </summary>
    const long HeldInMemory = 64 << 20;

    readonly Lucene.Net.Store.Directory directory;
    readonly DirectoryReader reader;
    readonly PassageFile passages;
    int users = 1;

    IndexGeneration(string folder, GenerationManifest manifest, TextVectors? encoder, LearnedWeights weights)
    {
        Folder = folder;
        Manifest = manifest;
        directory = Open(Path.Combine(folder, "lucene"), IsSmall(manifest));
        reader = DirectoryReader.Open(directory);
        passages = new PassageFile(Path.Combine(folder, PassageFile.Name), IsSmall(manifest));
        var vectors =
            encoder is { IsOn: true } && manifest.Analysis.EndsWith($"+{encoder.Id}", StringComparison.Ordinal)
                ? PassageVectors.Read(folder, AllPassages())
                : [];
        Func<string, SentenceVector?>? vectorOf = vectors.Count > 0 && encoder is not null ? encoder.OfQuestion : null;
        Searcher = new PassageSearcher(
            reader,
            passages,
            vectorOf,
            vectors,
            new ExampleQuestions(PlacedFact.ReadAll(folder), vectorOf),
            weights,
            Addresses(manifest)
        );
    }

    static Dictionary<string, string> Addresses(GenerationManifest manifest) =>
        manifest
            .Documents.Select(document => (document.Path, Address: SourceAddress.Of(document.Source)))
            .Where(document => document.Address is not null)
            .ToDictionary(document => document.Path, document => document.Address ?? "");

    public GenerationManifest Manifest { get; }

    public string Id => Manifest.Id;

    /// <summary>The folder it stands in.</summary>
    public string Folder { get; }

    public PassageSearcher Searcher { get; }

    /// <summary>Opens the generation in that folder; without an encoder it is searched by words alone.</summary>
    /// <exception cref="KnowledgeFault">It is missing or damaged.</exception>
    public static IndexGeneration Open(string folder, TextVectors? encoder = null, LearnedWeights? weights = null)
    {
        var manifest =
            GenerationStore.ReadManifest(folder)
            ?? throw new KnowledgeFault($"The index version in '{folder}' is missing or its manifest is damaged.");
        if (Damage(folder, manifest, hashes: IsSmall(manifest)) is { } damage)
            throw new KnowledgeFault($"Index version {manifest.Id} is damaged: {damage}.");
        try
        {
            return new IndexGeneration(folder, manifest, encoder, weights ?? LearnedWeights.Shipped);
        }
        catch (Exception fault)
            when (fault
                    is IOException
                        or IndexNotFoundException
                        or IndexFormatTooNewException
                        or UnauthorizedAccessException
                        or InvalidDataException
                        or JsonException
            )
        {
            throw new KnowledgeFault($"Index version {manifest.Id} cannot be opened: {fault.Message}", fault);
        }
    }

    static bool IsSmall(GenerationManifest manifest) => manifest.Files.Sum(file => file.Length) <= HeldInMemory;

    /// <summary>
    /// Never mapped into memory: a mapped file that somebody cuts off kills the process, and no catch helps.
    /// </summary>
    static Lucene.Net.Store.Directory Open(string path, bool inMemory)
    {
        var files = new NIOFSDirectory(path);
        if (!inMemory)
            return files;
        using (files)
            return new RAMDirectory(files, IOContext.READ_ONCE);
    }

    /// <summary>
    /// Whether the files are still what was written, as far as that is checked when a generation is opened.
    /// </summary>
    public bool IsWhole => Damage(Folder, Manifest, hashes: IsSmall(Manifest)) is null;

    /// <summary>What is wrong with a generation's files, or none. Compares lengths, and hashes where asked.</summary>
    public static string? Damage(string folder, GenerationManifest manifest, bool hashes)
    {
        foreach (var expected in manifest.Files)
        {
            var file = new FileInfo(Path.Combine(folder, expected.Name));
            if (!file.Exists)
                return $"{expected.Name} is missing";
            if (file.Length != expected.Length)
                return $"{expected.Name} has {file.Length} bytes instead of {expected.Length}";
            if (hashes && HashOf(file.FullName) != expected.Sha256)
                return $"{expected.Name} has changed since it was written";
        }
        return null;
    }

    /// <summary>
    /// Checks everything: hashes, Lucene's own structures, and that each passage is the text of its document at its
    /// place.
    /// </summary>
    /// <returns>What is wrong, or none.</returns>
    public string? Check()
    {
        if (Damage(Folder, Manifest, hashes: true) is { } damage)
            return damage;
        if (!new CheckIndex(directory).DoCheckIndex().Clean)
            return "the index files do not match each other";
        if (reader.NumDocs != Manifest.Passages)
            return $"the index holds {reader.NumDocs} passages instead of {Manifest.Passages}";
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var passage in AllPassages())
        {
            if (!texts.TryGetValue(passage.Document, out var text))
                texts[passage.Document] = text = TextOf(passage.Document) ?? "";
            if (passage.End > text.Length || text[passage.Start..passage.End] != passage.Text)
                return $"a passage of {passage.Document} doesn't match its document";
        }
        return null;
    }

    /// <summary>Every passage in document order.</summary>
    public IEnumerable<Passage> AllPassages() => PassageFile.ReadAll(Path.Combine(Folder, PassageFile.Name));

    /// <summary>
    /// The passages of a document, in order; they stand one after the other in the index, as the documents do.
    /// </summary>
    public IReadOnlyList<Passage> PassagesOf(string document)
    {
        var from = 0;
        foreach (var indexed in Manifest.Documents)
        {
            if (indexed.Path == document)
                return Searcher.Read(from, indexed.Passages);
            from += indexed.Passages;
        }
        return [];
    }

    /// <summary>The extracted text of a document, or none if the generation does not hold it.</summary>
    public string? TextOf(string document)
    {
        if (Manifest.Documents.FirstOrDefault(indexed => indexed.Path == document) is not { } found)
            return null;
        try
        {
            using var texts = File.OpenHandle(Path.Combine(Folder, TextFileName));
            var bytes = new byte[found.TextLength];
            return RandomAccess.Read(texts, bytes, found.TextAt) == bytes.Length
                ? Encoding.UTF8.GetString(bytes)
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The vectors of this generation's texts, if they are of the encoder in use.</summary>
    public VectorStore Vectors() => Searcher.Queries.HasMeaning ? PassageVectors.ReadStore(Folder) : VectorStore.Empty;

    /// <summary>The files of labelled examples that stood beside the documents, as text.</summary>
    public IEnumerable<string> Examples()
    {
        var examples = Path.Combine(Folder, ExamplesFolder);
        return System.IO.Directory.Exists(examples)
            ? System
                .IO.Directory.GetFiles(examples)
                .Order(StringComparer.Ordinal)
                .Select(file => Reading.TextDecoder.Decode(File.ReadAllBytes(file)))
            : [];
    }

    public const string ExamplesFolder = "examples";

    /// <summary>The texts of all documents, one after the other, in UTF-8.</summary>
    public const string TextFileName = "texts.txt";

    /// <summary>The SHA-256 of a file, in lower-case hexadecimal digits.</summary>
    public static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <summary>Keeps the generation open until <see cref="Release"/>; false if it has been closed.</summary>
    public bool TryUse()
    {
        for (var seen = users; seen > 0; seen = users)
            if (Interlocked.CompareExchange(ref users, seen + 1, seen) == seen)
                return true;
        return false;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref users) > 0)
            return;
        reader.Dispose();
        directory.Dispose();
        passages.Dispose();
    }
}
