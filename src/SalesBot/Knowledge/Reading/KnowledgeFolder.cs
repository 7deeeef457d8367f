using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace SalesBot.Knowledge.Reading;

/// <summary>
/// Lists the documents of the knowledge folder. <c>README.md</c> at its top, <c>examples/</c> and hidden files are
/// never documents.
/// </summary>
sealed partial class KnowledgeFolder(IOptions<KnowledgeOptions> options, IEnumerable<IDocumentExtractor> extractors)
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
            throw new KnowledgeFault(
                $"The knowledge folder '{folder}' does not exist; create it, or name another with --knowledge."
            );
        var walk = new FolderWalk(folder);
        var files = walk.Read();
        var examples = files.Where(file => IsExample(file.Path)).ToList();
        var documents = files.Where(file => IsDocument(file.Path)).ToList();
        var skipped = walk
            .Skipped.Concat(
                files
                    .Where(file => !IsDocument(file.Path) && !IsLeftOut(file.Path))
                    .Select(file => new SkippedFile(file.Path, Format(file.Path)))
            )
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
        if (documents.Count == 0)
            throw new KnowledgeFault(
                $"The knowledge folder '{folder}' holds no document that can be read; put .md or .txt files there."
                    + (skipped.Count > 0 ? $" {Told(skipped)}" : "")
            );
        return new FolderListing(folder, documents, examples) { Skipped = skipped };
    }

    static string Format(string path) =>
        Path.GetExtension(path) is { Length: > 1 } extension
            ? $"{extension} files are not read"
            : "files without an extension are not read";

    /// <summary>What is meant not to be a document.</summary>
    static bool IsLeftOut(string path) =>
        path.StartsWith(ExamplesFolder, StringComparison.OrdinalIgnoreCase)
        || path.Equals("README.md", StringComparison.OrdinalIgnoreCase);

    /// <summary>How many are named one by one.</summary>
    const int MostNamed = 3;

    /// <summary>
    /// What is not read, by count and the first names, with a reason for each kind: a sentence or more.
    /// </summary>
    public static string Told(IReadOnlyList<SkippedFile> skipped) =>
        string.Join(
            ' ',
            skipped
                .GroupBy(file => file.Reason)
                .Select(kind =>
                    $"{(kind.Count() == 1 ? "1 file is" : $"{kind.Count():N0} files are")} left out, because {kind.Key}: "
                    + $"{string.Join(", ", kind.Take(MostNamed).Select(file => file.Path))}{(kind.Count() > MostNamed ? " …" : "")}."
                )
        );

    /// <summary>The largest document that is read, in bytes.</summary>
    public long MostBytes => options.Value.MaxDocumentMegabytes * 1_000_000L;

    /// <summary>
    /// The name that a document of somebody's gets here: letters, digits and a few signs of it, without a path, in
    /// every script; none if a file of that name is not read.
    /// </summary>
    public string? NameFor(string given)
    {
        var last = given.Replace('\\', '/').Split('/')[^1].Normalize();
        var name = Unsafe().Replace(last, "-").Trim(' ', '.', '-');
        if (name.Length > LongestName)
            name = $"{name[..(LongestName - 8)].TrimEnd(' ', '.', '-')}{Path.GetExtension(name)}";
        return Path.GetFileNameWithoutExtension(name).Length > 0 && !Reserved().IsMatch(name) && IsDocument(name)
            ? name
            : null;
    }

    /// <summary>Whether a document is called so.</summary>
    public bool Has(string name) => File.Exists(Path.Combine(folder, name));

    /// <summary>Whether a document is called so and says just that.</summary>
    public async Task<bool> HoldsAsync(string name, byte[] content) =>
        Has(name) && (await File.ReadAllBytesAsync(Path.Combine(folder, name))).AsSpan().SequenceEqual(content);

    /// <summary>Puts a document in, whole or not at all.</summary>
    /// <returns>Why it was not put in, in a sentence, or none.</returns>
    public async Task<string?> AddAsync(string name, byte[] content)
    {
        var draft = Path.Combine(folder, $".{Guid.CreateVersion7():N}.part");
        try
        {
            await File.WriteAllBytesAsync(draft, content);
            File.Move(draft, Path.Combine(folder, name), overwrite: true);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            File.Delete(draft);
            return $"{name} could not be written into the knowledge folder.";
        }
    }

    /// <summary>Adds a line to a file of examples, which is made if need be.</summary>
    /// <exception cref="KnowledgeFault">It cannot be written.</exception>
    public void AddLine(string path, string line)
    {
        var file = Path.Combine(folder, path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file) ?? folder);
            var begun = File.Exists(file) ? File.ReadAllText(file) : "";
            File.WriteAllText(file, $"{begun}{(begun.Length > 0 && !begun.EndsWith('\n') ? "\n" : "")}{line}\n");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new KnowledgeFault($"The file '{file}' cannot be written: {fault.Message}", fault);
        }
    }

    /// <summary>What a name of Windows may not be, whatever its extension.</summary>
    [GeneratedRegex(@"^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();

    [GeneratedRegex(@"[^\p{L}\p{M}\p{N} ._()+,&-]+|\.{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Unsafe();

    const int LongestName = 100;

    bool IsDocument(string path) =>
        !path.StartsWith(ExamplesFolder, StringComparison.OrdinalIgnoreCase)
        && !path.Equals("README.md", StringComparison.OrdinalIgnoreCase)
        && extractors.Any(extractor => extractor.Reads(path));

    static bool IsExample(string path) =>
        path.StartsWith(ExamplesFolder, StringComparison.OrdinalIgnoreCase)
        && path.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase);
}
