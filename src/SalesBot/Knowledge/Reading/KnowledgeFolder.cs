using Microsoft.Extensions.Options;

namespace SalesBot.Knowledge.Reading;

/// <summary>Lists the documents of the knowledge folder. <c>README.md</c> at its top, <c>examples/</c> and hidden files are never documents.</summary>
sealed class KnowledgeFolder(IOptions<KnowledgeOptions> options, IEnumerable<IDocumentExtractor> extractors)
{
    const string ExamplesFolder = "examples/";
    readonly string folder = Path.GetFullPath(options.Value.Folder);

    /// <summary>The absolute path of the folder.</summary>
    public string FullPath => folder;

    /// <summary>The folder as it stands now.</summary>
    /// <exception cref="KnowledgeFault">The folder is missing, cannot be read, or holds no document.</exception>
    public FolderListing List()
    {
        if (!Directory.Exists(folder))
            throw new KnowledgeFault($"The knowledge folder '{folder}' does not exist; create it, or name another with --knowledge.");
        List<KnowledgeFile> files;
        try
        {
            files = [.. Walk()];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new KnowledgeFault($"The knowledge folder '{folder}' cannot be read: {fault.Message}", fault);
        }
        var examples = files.Where(file => IsExample(file.Path)).ToList();
        var documents = files.Where(file => IsDocument(file.Path)).ToList();
        if (documents.Count == 0)
            throw new KnowledgeFault($"The knowledge folder '{folder}' holds no document that can be read; put .md or .txt files there.");
        return new FolderListing(folder, documents, examples);
    }

    IEnumerable<KnowledgeFile> Walk() =>
        new DirectoryInfo(folder)
            .EnumerateFiles("*",
                new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false,
                    AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint })
            .Select(file =>
                new KnowledgeFile(Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'), file.FullName, file.Length, file.LastWriteTimeUtc.Ticks))
            .OrderBy(file => file.Path, StringComparer.Ordinal);

    bool IsDocument(string path) =>
        !path.StartsWith(ExamplesFolder, StringComparison.OrdinalIgnoreCase)
        && !path.Equals("README.md", StringComparison.OrdinalIgnoreCase)
        && extractors.Any(extractor => extractor.Reads(path));

    static bool IsExample(string path) =>
        path.StartsWith(ExamplesFolder, StringComparison.OrdinalIgnoreCase) && path.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase);
}
