using System.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace SalesBot.Knowledge.Reading;

/// <summary>The words of Markdown inlines, without their marks.</summary>
static class PlainInlines
{
    /// <summary>A longer line is not one that only stands out, in UTF-16 units.</summary>
    const int LongestBoldLine = 120;

    public static string Of(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        Append(inlines, text);
        return text.ToString();
    }

    /// <summary>
    /// The first line of a paragraph where all of it is bold and it is no sentence, and the rest; none, and the whole,
    /// where it is not.
    /// </summary>
    public static (string? Line, string Below) BoldLine(ContainerInline? inlines)
    {
        var (line, rest) = (new StringBuilder(), new StringBuilder());
        var (isBold, isBroken) = (inlines?.FirstChild is EmphasisInline { DelimiterCount: 2 }, false);
        foreach (var inline in inlines ?? Enumerable.Empty<Inline>())
        {
            if (!isBroken && inline is LineBreakInline)
                isBroken = true;
            isBold &= isBroken || inline is EmphasisInline { DelimiterCount: 2 } || IsMark(inline);
            Append(inline, isBroken ? rest : line);
        }
        var said = line.ToString().Trim();
        return isBold && said.Length is > 0 and <= LongestBoldLine && said[^1] is not ('.' or '!' or ';' or ',')
            ? (said, rest.ToString())
            : (null, $"{line}{rest}");
    }

    /// <summary>Blanks and a colon or question mark may stand behind what is bold.</summary>
    static bool IsMark(Inline inline) =>
        inline is LiteralInline literal && literal.Content.AsSpan().Trim() is "" or ":" or "?";

    static void Append(Inline? inline, StringBuilder text)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case LineBreakInline or HtmlInline { Tag: "<br>" or "<br/>" or "<br />" }:
                text.Append(' ');
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case FootnoteLink or TaskList:
                break;
            // What is struck out no longer holds.
            case EmphasisInline { DelimiterChar: '~', DelimiterCount: 2 }:
                break;
            case ContainerInline container:
                foreach (var child in container)
                    Append(child, text);
                break;
        }
    }
}
