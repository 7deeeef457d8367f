using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace SalesBot.Knowledge.Reading;

/// <summary>Reads Markdown: the text is what a reader of the rendered page sees, block by block; raw HTML is left out.</summary>
sealed class MarkdownExtractor : IDocumentExtractor
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseYamlFrontMatter().Build();

    public bool Reads(string path) =>
        path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);

    public ExtractedDocument Extract(string path, byte[] content)
    {
        var markdown = TextDecoder.Decode(content);
        var document = Parse(markdown);
        var front = FrontMatter.Read(document.OfType<YamlFrontMatterBlock>().FirstOrDefault()?.Lines.ToString());
        var page = new PlainPage();
        foreach (var block in document)
            Write(block, page);
        var title = front.Title ?? FirstHeading(page) ?? Path.GetFileNameWithoutExtension(path);
        return new ExtractedDocument(title, front.Source, page.Text, page.Blocks);
    }

    static MarkdownDocument Parse(string markdown)
    {
        try
        {
            return Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException fault)
        {
            // Markdig refuses text nested deeper than its limit with this type.
            throw new InvalidDataException("its Markdown is nested too deeply", fault);
        }
    }

    static void Write(Block block, PlainPage page)
    {
        switch (block)
        {
            case YamlFrontMatterBlock or HtmlBlock or LinkReferenceDefinitionGroup:
                break;
            case HeadingBlock heading:
                page.Add(BlockKind.Heading, PlainInlines.Of(heading.Inline), heading.Level);
                break;
            case Table table:
                WriteTable(table, page);
                break;
            case ListItemBlock item:
                WriteItem(item, page);
                break;
            case ContainerBlock container:
                foreach (var child in container)
                    Write(child, page);
                break;
            case LeafBlock { Inline: { } inline }:
                page.Add(BlockKind.Paragraph, PlainInlines.Of(inline));
                break;
            case CodeBlock code:
                page.Add(BlockKind.Paragraph, code.Lines.ToString());
                break;
        }
    }

    static void WriteItem(ListItemBlock item, PlainPage page)
    {
        foreach (var child in item)
            if (child is ParagraphBlock paragraph)
                page.Add(BlockKind.Item, PlainInlines.Of(paragraph.Inline));
            else
                Write(child, page);
    }

    static void WriteTable(Table table, PlainPage page)
    {
        string? columns = null;
        foreach (var row in table.OfType<TableRow>())
        {
            var cells = row.OfType<TableCell>().Select(cell => string.Join(' ', cell.OfType<LeafBlock>().Select(leaf => PlainInlines.Of(leaf.Inline))))
                .ToList();
            var line = string.Join(" | ", cells);
            if (row.IsHeader)
                columns = string.Join(" | ", cells.Where(cell => cell.Length > 0));
            else
                page.Add(BlockKind.Row, line, columns: columns);
        }
    }

    static string? FirstHeading(PlainPage page)
    {
        var heading = page.Blocks.FirstOrDefault(block => block.Kind == BlockKind.Heading);
        return heading.End > heading.Start ? page.Text[heading.Start..heading.End] : null;
    }
}
