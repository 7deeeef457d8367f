using SalesBot.Knowledge.Reading;

namespace SalesBot.Knowledge.Passages;

/// <summary>What the block stands under that a reader of the document has come to.</summary>
sealed class PassageContext(ExtractedDocument document, PassageKind[] kinds)
{
    /// <summary>
    /// A question that answers stand below, whether it is bold or not, is below a line that stands out.
    /// </summary>
    const int OfQuestion = TextBlock.StandsOut + 1;

    /// <summary>So much of a sentence or an item that leads to others is kept, in UTF-16 units.</summary>
    const int LongestLead = 140;

    /// <summary>Of items nested in each other so many are told, the nearest.</summary>
    const int MostParents = 4;

    readonly HeadingPath headings = new();
    readonly SortedDictionary<int, string> parents = [];
    string? leadIn;
    int listStart = -1,
        listEnd = -1;

    /// <summary>All of it, outermost first.</summary>
    public string Section { get; private set; } = "";

    /// <summary>The sentence and the items that lead to the block.</summary>
    public string? Lead { get; private set; }

    /// <summary>The list that the block is part of, with the sentence that leads to it.</summary>
    public TextSpan? Whole { get; private set; }

    /// <summary>Goes on to the block at <paramref name="at"/>.</summary>
    /// <returns>Whether it only says what others stand under, and is no passage itself.</returns>
    public bool Enter(int at)
    {
        var block = document.Blocks[at];
        var text = document.Text[block.Start..block.End];
        if (block.Kind == BlockKind.Heading && !(block.Level == TextBlock.StandsOut && StandsAlone(at)))
        {
            headings.Enter(Level(block, text), HeadingOf(text));
            LeaveList();
            return true;
        }
        if (IsQuestionWithAnswer(at, text))
        {
            headings.Enter(OfQuestion, HeadingOf(text));
            LeaveList();
            return true;
        }
        if (IsListed(block))
            EnterListed(at, block);
        else
            LeaveList();
        if (IsOnlyQuestion(text))
            kinds[at] = PassageKind.Question;
        if (LeadsToList(at, text))
            BeginList(at, text);
        var nearest = parents.Values.TakeLast(MostParents);
        Lead = Joined(leadIn is null || IsLead(at) ? nearest : nearest.Prepend(leadIn));
        Section = Joined(new[] { headings.ToString(), Lead ?? "" }) ?? "";
        Whole = listStart >= 0 ? new TextSpan(listStart, listEnd) : null;
        BecomeParent(at, block, text);
        return false;
    }

    static string? Joined(IEnumerable<string> parts) =>
        string.Join(Passage.Below, parts.Where(part => part.Length > 0)) is { Length: > 0 } joined ? joined : null;

    static int Level(TextBlock block, string text) =>
        block.Level >= TextBlock.StandsOut && text.EndsWith('?') ? OfQuestion : block.Level;

    /// <summary>A heading; the page's title is none, it stands with every passage anyway.</summary>
    string HeadingOf(string text) => text.Trim(' ', ':') is var heading && heading == document.Title ? "" : heading;

    /// <summary>A bold line that nothing stands below is a passage like any other.</summary>
    bool StandsAlone(int at) => at + 1 == document.Blocks.Count || document.Blocks[at + 1].Kind == BlockKind.Heading;

    static bool IsListed(TextBlock block) => block.Kind is BlockKind.Item or BlockKind.Step or BlockKind.Row;

    void LeaveList()
    {
        parents.Clear();
        leadIn = null;
        listStart = listEnd = -1;
    }

    void EnterListed(int at, TextBlock block)
    {
        foreach (var deeper in parents.Keys.Where(key => block.Kind != BlockKind.Row && key >= Depth(block)).ToList())
            parents.Remove(deeper);
        if (listEnd < block.End)
            (listStart, listEnd) = (block.Start, EndOfList(at));
    }

    /// <summary>An item that others are nested in is what they stand under.</summary>
    void BecomeParent(int at, TextBlock block, string text)
    {
        if (
            block.Kind is BlockKind.Item or BlockKind.Step
            && at + 1 < document.Blocks.Count
            && document.Blocks[at + 1] is var next
            && IsListed(next)
            && (next.Kind == BlockKind.Row || Depth(next) > Depth(block))
        )
            parents[Depth(block)] = Shortened(text);
    }

    static int Depth(TextBlock block) => Math.Max(1, block.Level);

    /// <summary>The end of the last block of the list that the block at <paramref name="at"/> begins.</summary>
    int EndOfList(int at)
    {
        var last = at;
        while (last + 1 < document.Blocks.Count && IsListed(document.Blocks[last + 1]))
            last++;
        return document.Blocks[last].End;
    }

    bool LeadsToList(int at, string text) =>
        document.Blocks[at].Kind == BlockKind.Paragraph
        && text.EndsWith(':')
        && at + 1 < document.Blocks.Count
        && IsListed(document.Blocks[at + 1]);

    void BeginList(int at, string text)
    {
        // "These can include" says nothing to whoever has not read what stands above it.
        leadIn = Shortened(text) is var lead && Subjects.Hangs(lead) ? null : lead;
        (listStart, listEnd) = (document.Blocks[at].Start, EndOfList(at + 1));
    }

    bool IsLead(int at) => document.Blocks[at].Kind == BlockKind.Paragraph;

    /// <summary>
    /// The sentence of a text that leads to others: the last where it ends in a colon, else the first; cut off between
    /// words.
    /// </summary>
    static string Shortened(string text)
    {
        var sentences = SentenceSplitter.Split(text);
        var (start, end) =
            sentences.Count == 0 ? (0, text.Length)
            : text.EndsWith(':') ? sentences[^1]
            : sentences[0];
        var said = text[start..end].Trim().TrimEnd(':', ' ');
        if (said.Length <= LongestLead)
            return said;
        var cut = said.LastIndexOf(' ', LongestLead);
        return $"{said[..(cut > LongestLead / 2 ? cut : LongestLead)]}…";
    }

    static bool IsOnlyQuestion(string text) =>
        text.EndsWith('?') && SentenceSplitter.Split(text).All(sentence => text[sentence.End - 1] == '?');

    bool IsQuestionWithAnswer(int at, string text) =>
        document.Blocks[at].Kind == BlockKind.Paragraph
        && text.Length <= LongestLead
        && IsOnlyQuestion(text)
        && at + 1 < document.Blocks.Count
        && document.Blocks[at + 1] is { Kind: not BlockKind.Heading } next
        && !IsOnlyQuestion(document.Text[next.Start..next.End]);
}
