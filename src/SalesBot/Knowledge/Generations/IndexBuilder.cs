using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Util;
using Microsoft.Extensions.Options;
using SalesBot.Knowledge.Embeddings;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Reading;
using SalesBot.Knowledge.Search;

namespace SalesBot.Knowledge.Generations;

/// <summary>
/// Writes one generation into an empty folder: reads what changed, takes over the rest, indexes everything anew so that
/// equal content scores equally.
/// </summary>
sealed class IndexBuilder(
    DocumentReader documents,
    TextVectors encoder,
    IOptions<KnowledgeOptions> options,
    TimeProvider time
)
{
    static readonly Analyzer Analyzer = new PerFieldAnalyzerWrapper(
        EnglishAnalysis.Stemmed,
        new Dictionary<string, Analyzer> { [PassageFields.Word] = EnglishAnalysis.Words }
    );

    /// <summary>
    /// The version of everything that decides what is found: of terms, and of vectors where there are any.
    /// </summary>
    public string Analysis => AnalysisOf(encoder.Id);

    /// <summary>
    /// Whether a generation is as good as one built now would be: it was analysed the same way; or by words alone,
    /// where meanings cannot be compared now or there are too many passages.
    /// </summary>
    public bool IsCurrent(GenerationManifest manifest) =>
        manifest.Analysis == Analysis
        || manifest.Analysis.StartsWith(AnalysisOf(""), StringComparison.Ordinal)
            && (
                encoder.Problem is not null
                || manifest.Passages > options.Value.MostEmbeddedPassages && manifest.Analysis == AnalysisOf("")
            );

    string AnalysisOf(string encoderId) =>
        $"{EnglishAnalysis.Version}{(options.Value.ExampleQuestions ? "+examples" : "")}+{encoderId}";

    /// <summary>Builds the folder's content.</summary>
    /// <param name="listing">The folder.</param>
    /// <param name="before">The generation whose unchanged documents need not be read again.</param>
    /// <param name="folder">An empty one to write to.</param>
    /// <param name="parts">What is to be done.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The manifest, already written.</returns>
    public GenerationManifest Build(
        FolderListing listing,
        IndexGeneration? before,
        string folder,
        BuildParts parts,
        IProgress<BuildProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var earlier = new EarlierDocuments(before, parts.ByContent);
        var indexed = new List<IndexedDocument>();
        var (problems, remarks) = (new List<DocumentProblem>(), new List<DocumentProblem>());
        var passages = new List<Passage>();
        using (var output = new GenerationWriter(folder, Analyzer))
        {
            foreach (var file in listing.Documents)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(
                    new BuildProgress(
                        BuildStage.Reading,
                        indexed.Count + problems.Count,
                        listing.Documents.Count,
                        file.Path
                    )
                );
                try
                {
                    var document = earlier.Take(file) ?? documents.Read(file);
                    indexed.Add(output.Add(file, document));
                    passages.AddRange(document.Passages);
                    if (document.Remark is not null)
                        remarks.Add(new DocumentProblem(file.Path, document.Remark));
                }
                catch (InvalidDataException fault)
                {
                    problems.Add(new DocumentProblem(file.Path, fault.Message));
                }
            }
            foreach (var example in listing.Examples)
                output.Keep(example);
            output.Finish();
        }
        if (indexed.Count == 0)
            throw new KnowledgeFault(
                $"None of the documents in '{listing.Folder}' can be read. The first, {problems[0].Path}, failed because {problems[0].Reason}."
            );
        progress?.Report(new BuildProgress(BuildStage.Reading, listing.Documents.Count, listing.Documents.Count, ""));
        var meanings = new MeaningWriter(folder, encoder, options.Value);
        var encoderId = encoder.Id;
        var analysis = AnalysisOf(
            meanings.Write(passages, before, listing.Examples, parts.MostEncoded, progress, cancellationToken)
                ? encoderId
                : ""
        );
        var manifest = new GenerationManifest(
            IdOf(analysis, indexed, problems, listing.Examples),
            analysis,
            time.GetUtcNow(),
            passages.Count,
            indexed,
            problems,
            Files(folder)
        )
        {
            Remarks = remarks,
            WithoutMeaning = meanings.WithoutMeaning(passages.Count),
        };
        Write(manifest, folder);
        return manifest;
    }

    /// <summary>
    /// A hash over everything that decides an answer: the analysis, the documents' paths and bytes, the labelled
    /// examples.
    /// </summary>
    static string IdOf(
        string analysis,
        IEnumerable<IndexedDocument> documents,
        IEnumerable<DocumentProblem> problems,
        IEnumerable<KnowledgeFile> examples
    )
    {
        var content = new StringBuilder(analysis).Append('\n');
        foreach (var document in documents)
            content.Append(document.Path).Append('\0').Append(document.Hash).Append('\n');
        foreach (var problem in problems)
            content.Append(problem.Path).Append('\0').Append(problem.Reason).Append('\n');
        foreach (var example in examples)
            content.Append(example.Path).Append('\0').Append(IndexGeneration.HashOf(example.FullPath)).Append('\n');
        return "k-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())))[..12];
    }

    static List<GenerationFile> Files(string folder) =>
        [
            .. new DirectoryInfo(folder)
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .Where(file => file.Name != "write.lock")
                .Select(file => new GenerationFile(
                    Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'),
                    file.Length,
                    IndexGeneration.HashOf(file.FullName)
                ))
                .OrderBy(file => file.Name, StringComparer.Ordinal),
        ];

    static void Write(GenerationManifest manifest, string folder)
    {
        using (var file = File.Create(Path.Combine(folder, GenerationManifest.Name)))
        {
            JsonSerializer.Serialize(file, manifest, GenerationJson.Default.GenerationManifest);
            file.Flush(flushToDisk: true);
        }
        IOUtils.Fsync(folder, isDir: true);
    }
}
