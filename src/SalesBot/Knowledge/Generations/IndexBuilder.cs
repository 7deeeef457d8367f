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

/// <summary>How far a build has come: documents done of all, and the one it is at.</summary>
readonly record struct BuildProgress(int Done, int Total, string Document);

/// <summary>
/// Writes one generation into an empty folder: reads what changed, takes over the rest, indexes everything anew so that equal content scores equally.
/// </summary>
sealed class IndexBuilder(DocumentReader documents, TextVectors encoder, IOptions<KnowledgeOptions> options, TimeProvider time)
{
    static readonly Analyzer Analyzer =
        new PerFieldAnalyzerWrapper(EnglishAnalysis.Stemmed, new Dictionary<string, Analyzer> { [PassageFields.Word] = EnglishAnalysis.Words });

    /// <summary>The version of everything that decides what is found: of terms, and of vectors where there are any.</summary>
    public string Analysis => $"{EnglishAnalysis.Version}{(options.Value.ExampleQuestions ? "+examples" : "")}+{encoder.Id}";

    /// <summary>Builds the folder's content; <paramref name="before"/> is the generation whose unchanged documents need not be read again.</summary>
    /// <returns>The manifest, already written.</returns>
    public GenerationManifest Build(FolderListing listing, IndexGeneration? before, string folder, IProgress<BuildProgress>? progress,
        CancellationToken cancellationToken)
    {
        var earlier = new EarlierDocuments(before, Analysis);
        var indexed = new List<IndexedDocument>();
        var problems = new List<DocumentProblem>();
        var passages = new List<Passage>();
        using (var output = new GenerationWriter(folder, Analyzer))
        {
            foreach (var file in listing.Documents)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(new BuildProgress(indexed.Count + problems.Count, listing.Documents.Count, file.Path));
                try
                {
                    var document = earlier.Take(file) ?? documents.Read(file);
                    indexed.Add(output.Add(file, document));
                    passages.AddRange(document.Passages);
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
            throw new KnowledgeFault($"No document in '{listing.Folder}' can be read; the first, {problems[0].Path}, because {problems[0].Reason}.");
        var meanings = new MeaningWriter(folder, encoder, options.Value);
        meanings.Write(passages, before, listing.Examples, progress, cancellationToken);
        progress?.Report(new BuildProgress(listing.Documents.Count, listing.Documents.Count, ""));
        var manifest =
            new GenerationManifest(IdOf(indexed, problems, listing.Examples), Analysis, time.GetUtcNow(), passages.Count, indexed, problems, Files(folder));
        Write(manifest, folder);
        return manifest;
    }

    /// <summary>A hash over everything that decides an answer: the analysis, the documents' paths and bytes, the labelled examples.</summary>
    string IdOf(IEnumerable<IndexedDocument> documents, IEnumerable<DocumentProblem> problems, IEnumerable<KnowledgeFile> examples)
    {
        var content = new StringBuilder(Analysis).Append('\n');
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
        .. new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => file.Name != "write.lock")
            .Select(file =>
                new GenerationFile(Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'), file.Length, IndexGeneration.HashOf(file.FullName)))
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
