using SalesBot.Knowledge.Reading;

namespace SalesBot.Knowledge.Generations;

/// <summary>The documents of the generation before, to be taken over where file and analysis are unchanged.</summary>
sealed class EarlierDocuments
{
    readonly Dictionary<string, IndexedDocument> documents;
    readonly ILookup<string, Passages.Passage> passages;
    readonly IndexGeneration? generation;

    public EarlierDocuments(IndexGeneration? before, string analysis)
    {
        generation = before?.Manifest.Analysis == analysis ? before : null;
        documents = (generation?.Manifest.Documents ?? []).ToDictionary(document => document.Path, StringComparer.Ordinal);
        passages = (generation?.AllPassages() ?? []).ToLookup(passage => passage.Document, StringComparer.Ordinal);
    }

    /// <summary>The document as it was read before, or none if the file is new or another length or time.</summary>
    public ReadDocument? Take(KnowledgeFile file) =>
        documents.TryGetValue(file.Path, out var document) && document.Length == file.Length && document.Modified == file.Modified
            && generation?.TextOf(file.Path) is { } text
            ? new ReadDocument(document.Title, document.Source, document.Hash, text, [.. passages[file.Path]])
            : null;
}
