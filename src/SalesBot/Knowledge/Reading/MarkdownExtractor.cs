using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace SalesBot.Knowledge.Reading;

/// <summary>
/// Reads Markdown as GitHub, Hugo and Jekyll publish it: the text is what a reader of the page sees, block by block.
/// </summary>
sealed partial class MarkdownExtractor : IDocumentExtractor
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseGridTables()
        .UseYamlFrontMatter()
        .UseAlertBlocks()
        .UseTaskLists()
        .UseFootnotes()
        .UseEmphasisExtras(
            EmphasisExtraOptions.Strikethrough | EmphasisExtraOptions.Inserted | EmphasisExtraOptions.Marked
        )
        .UseEmojiAndSmiley(enableSmileys: false)
        .UseDefinitionLists()
        .UseGenericAttributes()
        .Build();

    public bool Reads(string path) =>
        path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);

    public ExtractedDocument Extract(string path, byte[] content)
    {
        var document = Parse(MarkdownMarks.Without(TextDecoder.Decode(content)));
        var front = FrontMatter.Read(document.OfType<YamlFrontMatterBlock>().FirstOrDefault()?.Lines.ToString());
        var page = new PlainPage();
        foreach (var block in document)
            Write(block, page, depth: 0);
        var title = front.Title ?? FirstHeading(page) ?? Path.GetFileNameWithoutExtension(path);
        return new ExtractedDocument(title, front.Source, page.Text, page.Blocks) { Remark = front.Fault };
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

    /// <param name="block">What to write.</param>
    /// <param name="page">Where to.</param>
    /// <param name="depth">In how many lists it stands.</param>
    static void Write(Block block, PlainPage page, int depth)
    {
        switch (block)
        {
            case YamlFrontMatterBlock or LinkReferenceDefinitionGroup:
                break;
            case HtmlBlock html:
                HtmlBlocks.Write(html.Lines.ToString(), page, depth);
                break;
            case HeadingBlock heading:
                page.Add(BlockKind.Heading, PlainInlines.Of(heading.Inline), heading.Level);
                break;
            case Table table:
                WriteTable(table, page);
                break;
            case ListBlock list:
                foreach (var item in list.OfType<ListItemBlock>())
                    WriteItem(item, list.IsOrdered ? BlockKind.Step : BlockKind.Item, page, depth + 1);
                break;
            case DefinitionItem definition:
                WriteDefinition(definition, page, depth);
                break;
            case ContainerBlock container:
                foreach (var child in container)
                    Write(child, page, depth);
                break;
            case ParagraphBlock paragraph when depth == 0:
                WriteParagraph(paragraph, page);
                break;
            case LeafBlock { Inline: { } inline }:
                page.Add(depth > 0 ? BlockKind.Item : BlockKind.Paragraph, PlainInlines.Of(inline), depth);
                break;
            case CodeBlock code:
                page.Add(depth > 0 ? BlockKind.Item : BlockKind.Paragraph, code.Lines.ToString(), depth);
                break;
        }
    }

    /// <summary>A paragraph; a bold first line is what it stands under.</summary>
    static void WriteParagraph(ParagraphBlock paragraph, PlainPage page)
    {
        var (line, rest) = PlainInlines.BoldLine(paragraph.Inline);
        if (line is not null)
            page.Add(BlockKind.Heading, line, TextBlock.StandsOut);
        foreach (var part in QuestionsAndAnswers().Split(rest))
            page.Add(BlockKind.Paragraph, part);
    }

    /// <summary>"Q: … A: …": each is a paragraph of its own, without its letter.</summary>
    [GeneratedRegex(@"(?:^|(?<=[.?!] ))(?:Q|A|Question|Answer)[:.] ", RegexOptions.CultureInvariant)]
    private static partial Regex QuestionsAndAnswers();

    static void WriteItem(ListItemBlock item, BlockKind kind, PlainPage page, int depth)
    {
        foreach (var child in item)
            if (child is ParagraphBlock paragraph)
                page.Add(kind, PlainInlines.Of(paragraph.Inline), depth);
            else
                Write(child, page, depth);
    }

    /// <summary>A term with what it means, as one line: "Term: meaning".</summary>
    static void WriteDefinition(DefinitionItem definition, PlainPage page, int depth)
    {
        var terms = definition.OfType<DefinitionTerm>().Select(term => PlainInlines.Of(term.Inline));
        var meanings = definition.OfType<ParagraphBlock>().Select(meaning => PlainInlines.Of(meaning.Inline));
        page.Add(BlockKind.Item, $"{string.Join(", ", terms)}: {string.Join(' ', meanings)}", depth + 1);
        foreach (var other in definition.Where(child => child is not (DefinitionTerm or ParagraphBlock)))
            Write(other, page, depth + 1);
    }

    static void WriteTable(Table table, PlainPage page)
    {
        var rows = table
            .OfType<TableRow>()
            .Select(row =>
                (
                    row.IsHeader,
                    Cells: row.OfType<TableCell>()
                        .Select(cell =>
                            string.Join(' ', cell.OfType<LeafBlock>().Select(leaf => PlainInlines.Of(leaf.Inline)))
                                .Trim()
                        )
                        .ToList()
                )
            )
            .ToList();
        page.AddTable(
            rows.Where(row => row.IsHeader).Select(row => row.Cells).FirstOrDefault(),
            rows.Where(row => !row.IsHeader).Select(row => row.Cells)
        );
    }

    static string? FirstHeading(PlainPage page)
    {
        var heading = page.Blocks.FirstOrDefault(block => block.Kind == BlockKind.Heading);
        return heading.End > heading.Start ? page.Text[heading.Start..heading.End] : null;
    }
}
