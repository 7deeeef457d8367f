using SalesBot.Knowledge.Reading;
using SalesBot.Knowledge.Search;

namespace SalesBot.Knowledge.Generations;

/// <summary>
/// The documents of the generation before, to be taken over where the file is unchanged and text is read as it was
/// then.
/// </summary>
sealed class EarlierDocuments
{
    readonly Dictionary<string, IndexedDocument> documents;
    readonly ILookup<string, Passages.Passage> passages;
    readonly Dictionary<string, string> remarks;
    readonly IndexGeneration? generation;
    readonly bool byContent;

    /// <param name="before">The generation before, if there is one.</param>
    /// <param name="byContent">Whether a file counts as unchanged only if its bytes are the same.</param>
    public EarlierDocuments(IndexGeneration? before, bool byContent)
    {
        this.byContent = byContent;
        generation =
            before?.Manifest.Analysis.StartsWith(EnglishAnalysis.Version + "+", StringComparison.Ordinal) == true
                ? before
                : null;
        documents = (generation?.Manifest.Documents ?? []).ToDictionary(
            document => document.Path,
            StringComparer.Ordinal
        );
        remarks = (generation?.Manifest.Remarks ?? []).ToDictionary(
            remark => remark.Path,
            remark => remark.Reason,
            StringComparer.Ordinal
        );
        passages = (generation?.AllPassages() ?? []).ToLookup(passage => passage.Document, StringComparer.Ordinal);
    }

    /// <summary>The document as it was read before, or none if the file is new or another.</summary>
    public ReadDocument? Take(KnowledgeFile file) =>
        documents.TryGetValue(file.Path, out var document)
        && document.Length == file.Length
        && document.Modified == file.Modified
        && (!byContent || IndexGeneration.HashOf(file.FullPath) == document.Hash)
        && generation?.TextOf(file.Path) is { } text
            ? new ReadDocument(
                document.Title,
                document.Source,
                document.Hash,
                text,
                [.. passages[file.Path]],
                remarks.GetValueOrDefault(file.Path)
            )
            : null;
}
