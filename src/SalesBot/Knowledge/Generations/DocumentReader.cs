using Microsoft.Extensions.Options;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Reading;

namespace SalesBot.Knowledge.Generations;

/// <summary>
/// A document ready to be indexed: what it is called, its bytes' SHA-256, its text and passages, and what of it could
/// not be read.
/// </summary>
sealed record ReadDocument(
    string Title,
    string? Source,
    string Hash,
    string Text,
    IReadOnlyList<Passage> Passages,
    string? Remark
);

/// <summary>Reads one document from the folder, whatever its format.</summary>
sealed class DocumentReader(IEnumerable<IDocumentExtractor> extractors, IOptions<KnowledgeOptions> options)
{
    /// <exception cref="InvalidDataException">The document cannot be read; the message says why, to stand after
    /// "because".</exception>
    public ReadDocument Read(KnowledgeFile file)
    {
        if (file.Length > options.Value.MaxDocumentMegabytes * 1_000_000L)
            throw new InvalidDataException(
                $"it is larger than {options.Value.MaxDocumentMegabytes} MB (Knowledge:MaxDocumentMegabytes)"
            );
        // A pipe has no length either, and opening one waits for whoever writes to it.
        if (file.Length == 0)
            throw new InvalidDataException("it is empty");
        try
        {
            var content = File.ReadAllBytes(file.FullPath);
            var document = extractors.First(extractor => extractor.Reads(file.Path)).Extract(file.Path, content);
            var passages = PassageSplitter.Split(file.Path, document);
            if (passages.Count == 0)
                throw new InvalidDataException("it contains no text");
            return new ReadDocument(
                document.Title,
                document.Source,
                IndexGeneration.HashOf(file.FullPath),
                document.Text,
                passages,
                document.Remark
            );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException("it cannot be opened", fault);
        }
    }
}
