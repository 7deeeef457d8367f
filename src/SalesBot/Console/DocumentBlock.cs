using SalesBot.Knowledge.Passages;

namespace SalesBot.Console;

/// <summary>What a document consists of to a reader: a heading, paragraphs, a list, a table.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Level">Of a heading, 2 for the outermost below the title; else 0.</param>
/// <param name="Text">Of a heading, its words; of a table the heads of its columns; else empty.</param>
/// <param name="Passages">What stands in it.</param>
sealed record DocumentBlock(DocumentBlockKind Kind, int Level, string Text, IReadOnlyList<Passage> Passages)
{
    const int Deepest = 4;

    /// <summary>The blocks of a document, out of its passages in their order.</summary>
    public static List<DocumentBlock> Of(IEnumerable<Passage> document)
    {
        var blocks = new List<DocumentBlock>();
        string[] above = [];
        foreach (var passage in document.OrderBy(passage => passage.Start))
        {
            var headings = Headings(passage);
            var same = above.Zip(headings).TakeWhile(pair => pair.First == pair.Second).Count();
            for (var i = same; i < headings.Length; i++)
                blocks.Add(new DocumentBlock(DocumentBlockKind.Heading, Math.Min(i + 2, Deepest), headings[i], []));
            var begins = same < headings.Length || same < above.Length;
            above = headings;
            var (kind, heads) = (KindOf(passage), passage.Columns ?? "");
            if (
                !begins
                && blocks.Count > 0
                && blocks[^1] is var last
                && last.Kind == kind
                && last.Text == heads
                && kind != DocumentBlockKind.Paragraph
            )
                blocks[^1] = last with { Passages = [.. last.Passages, passage] };
            else
                blocks.Add(new DocumentBlock(kind, 0, heads, [passage]));
        }
        return blocks;
    }

    /// <summary>The headings alone: what leads to a list stands in the text itself.</summary>
    static string[] Headings(Passage passage)
    {
        var section = passage.Section;
        if (passage.Lead is { Length: > 0 } lead && section.EndsWith(lead, StringComparison.Ordinal))
            section = section[..^lead.Length];
        return section.Split(Passage.Below, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    static DocumentBlockKind KindOf(Passage passage) =>
        passage.Kind switch
        {
            PassageKind.Item => DocumentBlockKind.List,
            PassageKind.Step => DocumentBlockKind.Steps,
            PassageKind.Row => DocumentBlockKind.Table,
            _ => DocumentBlockKind.Paragraph,
        };
}
