using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SalesBot.Knowledge.Reading;

/// <summary>
/// What stands in the knowledge folder at one moment: the documents, and the labelled examples beside them, each in the
/// order of its path.
/// </summary>
sealed record FolderListing(
    string Folder,
    IReadOnlyList<KnowledgeFile> Documents,
    IReadOnlyList<KnowledgeFile> Examples
)
{
    /// <summary>
    /// What stands in the folder and is not read, and why not, to stand after "because"; hidden files and what is not
    /// meant to be read excepted.
    /// </summary>
    public IReadOnlyList<SkippedFile> Skipped { get; init; } = [];

    /// <summary>
    /// Equal for two listings of the same names, lengths and times, so that an unchanged folder is recognised without
    /// reading a file.
    /// </summary>
    public string Fingerprint { get; } = Digest(Documents.Concat(Examples));

    static string Digest(IEnumerable<KnowledgeFile> files)
    {
        var lines = new StringBuilder();
        foreach (var file in files)
            lines.Append(CultureInfo.InvariantCulture, $"{file.Path}\0{file.Length}\0{file.Modified}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString())))[..16];
    }
}
