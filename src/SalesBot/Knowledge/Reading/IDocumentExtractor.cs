namespace SalesBot.Knowledge.Reading;

/// <summary>Reads one format. The text it returns is what citations quote: offsets count its UTF-16 units.</summary>
interface IDocumentExtractor
{
    /// <summary>Whether this extractor reads files of that name.</summary>
    bool Reads(string path);

    /// <summary>The document's text and the blocks it consists of, in reading order, not overlapping.</summary>
    /// <exception cref="InvalidDataException">The file is not of this format; the message says what is wrong, to stand
    /// after "because".</exception>
    ExtractedDocument Extract(string path, byte[] content);
}
