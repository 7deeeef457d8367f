using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SalesBot.Knowledge.Reading;

/// <summary>
/// Reads the HTML that stands in Markdown between its blocks: headings, paragraphs, lists, tables, folds.
/// </summary>
static class HtmlBlocks
{
    static readonly HtmlParser Parser = new();

    static readonly HashSet<string> Left =
    [
        "SCRIPT",
        "STYLE",
        "TEMPLATE",
        "NOSCRIPT",
        "IFRAME",
        "SVG",
        "VIDEO",
        "AUDIO",
        "FORM",
        "BUTTON",
        "IMG",
        "HEAD",
    ];

    static readonly HashSet<string> Blocks =
    [
        "ADDRESS",
        "ARTICLE",
        "ASIDE",
        "BLOCKQUOTE",
        "BODY",
        "CENTER",
        "DD",
        "DETAILS",
        "DIV",
        "DL",
        "DT",
        "FIGURE",
        "FIGCAPTION",
        "FOOTER",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "HEADER",
        "HR",
        "HTML",
        "LI",
        "MAIN",
        "NAV",
        "OL",
        "P",
        "PRE",
        "SECTION",
        "SUMMARY",
        "TABLE",
        "UL",
    ];

    /// <summary>
    /// Writes what a piece of HTML says, however incomplete it is. <paramref name="depth"/>: in how many lists it
    /// stands.
    /// </summary>
    public static void Write(string html, PlainPage page, int depth)
    {
        using var document = Parser.ParseDocument(html);
        if (document.Body is { } body)
            Children(body, page, depth, level: 0);
    }

    /// <summary>Elements nested deeper are read as one text.</summary>
    const int MostLevels = 60;

    static void Children(INode parent, PlainPage page, int depth, int level)
    {
        if (level > MostLevels)
        {
            page.Add(
                depth > 0 ? BlockKind.Item : BlockKind.Paragraph,
                string.Join(' ', parent.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
                depth
            );
            return;
        }
        // Words and inline elements that stand beside blocks make a paragraph of their own.
        var run = new List<INode>();
        foreach (var child in parent.ChildNodes)
            if (
                child is IElement element
                && (
                    Blocks.Contains(element.TagName)
                    || level < MostLevels / 4
                        && element.QuerySelector("table, ul, ol, p, div, h1, h2, h3, h4") is not null
                )
            )
            {
                Flush(run, page, depth);
                Element(element, page, depth, level + 1);
            }
            else if (child.NodeType != NodeType.Comment)
                run.Add(child);
        Flush(run, page, depth);
    }

    static void Flush(List<INode> run, PlainPage page, int depth)
    {
        page.Add(depth > 0 ? BlockKind.Item : BlockKind.Paragraph, Text(run), depth);
        run.Clear();
    }

    static void Element(IElement element, PlainPage page, int depth, int level)
    {
        switch (element)
        {
            case var left when Left.Contains(left.TagName) || IsHidden(left):
                break;
            case IHtmlHeadingElement heading:
                page.Add(BlockKind.Heading, Text(heading.ChildNodes), heading.TagName[1] - '0');
                break;
            case { TagName: "SUMMARY" or "DT" }:
                page.Add(BlockKind.Heading, Text(element.ChildNodes), TextBlock.StandsOut);
                break;
            case IHtmlTableElement table:
                HtmlTable.Write(table, page);
                break;
            case IHtmlUnorderedListElement or IHtmlOrderedListElement:
                foreach (var item in element.Children)
                    Item(
                        item,
                        element is IHtmlOrderedListElement ? BlockKind.Step : BlockKind.Item,
                        page,
                        depth + 1,
                        level + 1
                    );
                break;
            case { TagName: "LI" }:
                Item(element, BlockKind.Item, page, depth + 1, level + 1);
                break;
            default:
                Children(element, page, depth, level + 1);
                break;
        }
    }

    /// <summary>What a page hides from its readers is not read out to others.</summary>
    static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || element
            .GetAttribute("style")
            ?.Replace(" ", "", StringComparison.Ordinal)
            .Contains("display:none", StringComparison.OrdinalIgnoreCase) == true;

    static void Item(IElement item, BlockKind kind, PlainPage page, int depth, int level)
    {
        if (level > MostLevels)
        {
            Children(item, page, depth, level);
            return;
        }
        var own = item
            .ChildNodes.TakeWhile(child => child is not IElement { TagName: "UL" or "OL" or "TABLE" })
            .ToList();
        page.Add(kind, Text(own), depth);
        foreach (var inner in item.ChildNodes.Skip(own.Count).OfType<IElement>())
            Element(inner, page, depth, level + 1);
    }

    /// <summary>
    /// The words of nodes, Markdown's marks in them left out, too; white space as a browser shows it.
    /// </summary>
    public static string Text(IEnumerable<INode> nodes)
    {
        var text = new System.Text.StringBuilder();
        foreach (var node in nodes)
            Append(node, text);
        var said = string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return said.IndexOfAny(['*', '_', '`', '[', '~', '<']) < 0 ? said : InlineMarkdown.Plain(said);
    }

    static void Append(INode node, System.Text.StringBuilder text)
    {
        if (node is IText words)
            text.Append(words.Data);
        else if (node is IElement { TagName: "BR" })
            text.Append(' ');
        else if (
            node is IElement { TagName: var tag } element
            && !Left.Contains(tag)
            && !IsHidden(element)
            && tag is not ("S" or "DEL" or "STRIKE")
        )
        {
            var isBlock = Blocks.Contains(tag) || tag is "TD" or "TH" or "TR";
            text.Append(isBlock ? " " : "");
            foreach (var child in element.ChildNodes)
                Append(child, text);
            text.Append(isBlock ? " " : "");
        }
    }
}
