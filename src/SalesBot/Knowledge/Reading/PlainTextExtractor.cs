namespace SalesBot.Knowledge.Reading;

/// <summary>
/// Reads <c>.txt</c>: finds headings, bullets, numbered items and table rows by how their lines look, and joins
/// hard-wrapped lines into paragraphs.
/// </summary>
sealed class PlainTextExtractor : IDocumentExtractor
{
    public bool Reads(string path) => path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);

    public ExtractedDocument Extract(string path, byte[] content)
    {
        var text = TextDecoder.Decode(content);
        var lines = TextLines.Read(text);
        var blocks = new List<TextBlock>();
        for (var i = 0; i < lines.Count; )
            blocks.Add(NextBlock(lines, ref i));
        return new ExtractedDocument(Title(path, text, blocks), Source: null, text, blocks);
    }

    static TextBlock NextBlock(IReadOnlyList<TextLine> lines, ref int at)
    {
        var line = lines[at];
        if (line.IsRow)
            return Take(BlockKind.Row, lines, ref at);
        if (line.IsItem)
            return IsItemHeading(lines, at)
                ? Heading(lines, ref at, level: 2)
                : Wrapped(line.IsNumbered ? BlockKind.Step : BlockKind.Item, lines, ref at);
        return IsHeading(lines, at) ? Heading(lines, ref at, level: 1) : Wrapped(BlockKind.Paragraph, lines, ref at);
    }

    static TextBlock Take(BlockKind kind, IReadOnlyList<TextLine> lines, ref int at)
    {
        var line = lines[at++];
        return new TextBlock(kind, line.Start, line.End);
    }

    static TextBlock Heading(IReadOnlyList<TextLine> lines, ref int at, int level)
    {
        var line = lines[at++];
        return new TextBlock(BlockKind.Heading, line.Start, line.End, level);
    }

    /// <summary>
    /// A short line without a sentence's end, standing alone or closed by a colon, with something longer below it.
    /// </summary>
    static bool IsHeading(IReadOnlyList<TextLine> lines, int at)
    {
        var line = lines[at];
        if (line.Words > 12 || line.Length > 90 || line.EndsSentence || at + 1 == lines.Count || line.IsByline)
            return false;
        var next = lines[at + 1];
        var opens =
            next.IsItem
            || next.IsRow
            || next.Length > 80
            || next.Words <= 12 && next.AfterBlank && at + 2 < lines.Count && lines[at + 2].Length > 80;
        if (!opens)
            return false;
        var standsAlone = line.AfterBlank && next.AfterBlank;
        return standsAlone || at == 0 && line.Words <= 12 || line.Last == ':' && line.Words <= 8;
    }

    /// <summary>A bullet that only names what the paragraph after it tells.</summary>
    static bool IsItemHeading(IReadOnlyList<TextLine> lines, int at)
    {
        var line = lines[at];
        return line.Words <= 6
            && !line.EndsSentence
            && at + 1 < lines.Count
            && lines[at + 1] is { IsItem: false, IsRow: false, AfterBlank: true }
            && !(at > 0 && lines[at - 1].IsItem && !line.AfterBlank);
    }

    static TextBlock Wrapped(BlockKind kind, IReadOnlyList<TextLine> lines, ref int at)
    {
        var first = lines[at++];
        var end = first.End;
        while (at < lines.Count && Continues(lines[at - 1], lines[at]))
            end = lines[at++].End;
        return new TextBlock(kind, first.Start, end);
    }

    /// <summary>Whether a line was broken for its width; shorter ones were broken on purpose.</summary>
    static bool Continues(TextLine line, TextLine next) =>
        !next.AfterBlank
        && !next.IsItem
        && !next.IsRow
        && line.Length >= 55
        && !line.EndsSentence
        && line.Last != ':'
        && line.Length <= 140;

    static string Title(string path, string text, List<TextBlock> blocks)
    {
        var first = blocks.FirstOrDefault();
        if (first is { Kind: BlockKind.Heading })
            return text[first.Start..first.End].TrimEnd(':');
        if (blocks.Count == 0)
            return Path.GetFileNameWithoutExtension(path);
        var opening = text[first.Start..first.End].ReplaceLineEndings(" ");
        if (opening.Length <= 70)
            return opening;
        var cut = opening.LastIndexOf(' ', 70);
        return string.Concat(opening.AsSpan(0, cut > 30 ? cut : 70), "…");
    }
}
