using System.Text.RegularExpressions;
using SalesBot.Knowledge.Reading;

namespace SalesBot.Knowledge.Passages;

/// <summary>Tells the text of a page from what stands around it: bylines, lead-ins, lists of links, forms.</summary>
static partial class PageFurniture
{
    /// <summary>What each block is, block by block; headings get the kind of a paragraph.</summary>
    public static PassageKind[] Classify(string text, IReadOnlyList<TextBlock> blocks)
    {
        var kinds = new PassageKind[blocks.Count];
        for (var i = 0; i < blocks.Count; i++)
            kinds[i] = Kind(text[blocks[i].Start..blocks[i].End], blocks[i].Kind);
        MarkTail(text, blocks, kinds);
        return kinds;
    }

    static PassageKind Kind(string block, BlockKind kind) =>
        kind == BlockKind.Heading ? PassageKind.Paragraph
        : IsControl(block) ? PassageKind.Control
        : block.Length < 60 && Byline().IsMatch(block) ? PassageKind.Byline
        : block.Length < 160 && ReadAlso().IsMatch(block) ? PassageKind.Link
        : block.Length < 260 && kind == BlockKind.Paragraph && IsLeadIn(block) ? PassageKind.LeadIn
        : kind switch
        {
            BlockKind.Item => PassageKind.Item,
            BlockKind.Step => PassageKind.Step,
            BlockKind.Row => PassageKind.Row,
            _ => PassageKind.Paragraph,
        };

    static bool IsControl(string block) => block.Length < 90 && Control().IsMatch(block);

    /// <summary>It ends by pointing on (":", "-", "below"), or asks the reader to come along.</summary>
    static bool IsLeadIn(string block) => block[^1] is ':' or '-' or '–' || Announcement().IsMatch(block);

    /// <summary>
    /// Below the last real sentence of a page, three or more short lines in a row are links; a shorter run is part of a
    /// form.
    /// </summary>
    static void MarkTail(string text, IReadOnlyList<TextBlock> blocks, PassageKind[] kinds)
    {
        var last = blocks.Count - 1;
        while (last >= 0 && IsShort(text, blocks[last]))
            last--;
        var tail = Enumerable
            .Range(last + 1, blocks.Count - last - 1)
            .Where(i => kinds[i] is PassageKind.Paragraph or PassageKind.Item)
            .ToList();
        if (last < 0 || tail.Count == 0)
            return;
        var among = kinds.Skip(last + 1).Contains(PassageKind.Control);
        foreach (var i in tail)
            kinds[i] =
                among ? PassageKind.Control
                : tail.Count >= 3 ? PassageKind.Link
                : kinds[i];
    }

    static bool IsShort(string text, TextBlock block) =>
        block.Kind != BlockKind.Row
        && block.End - block.Start < 60
        && text[block.End - 1] is not ('.' or '!' or '?' or '…' or '”' or '。');

    [GeneratedRegex(
        @"^(?:by\s+\p{Lu}[\p{L} .'-]+|\p{Lu}[\p{L}.'-]+(?:\s+\p{Lu}[\p{L}.'-]+){0,3}\s*\d+\s+posts?|(?:published|updated"
            + @"|posted)\b.*\d{4}.*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?\s+\d{1,2},\s+\d{4}"
            + @"|\d+\s*min(?:ute)?s?\s+read)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Byline();

    [GeneratedRegex(
        @"^(?:read|see|learn)\s+(?:also|more|next)\b|^(?:related|recommended|further reading|you may also like"
            + @"|share this)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ReadAlso();

    [GeneratedRegex(
        @"^(?:leave a (?:reply|comment)|comments?|reply|(?:i )?accept(?: all| the)?\b.*(?:cookies?|policy|terms).*"
            + @"|enable \w+ in settings.*|compare items|total \(\d+\)|we will be happy to hear.*|subscribe.*|sign up.*|log ?in|share|menu|search"
            + @"|post comment|your email address.*|save my name.*)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Control();

    [GeneratedRegex(
        @"^(?:here,? |in this |let[’']s (?:dive|look|take|get|see))|\b(?:following (?:table|list|is)|(?:diagram|table|list|video"
            + @"|figure) (?:below|above)|refer to the)\b|\b(?:can|may) include\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Announcement();
}
