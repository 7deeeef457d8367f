using System.Text;
using SalesBot.Knowledge.Reading;

namespace SalesBot.Knowledge.Passages;

/// <summary>
/// Cuts a document into passages: a paragraph, an item or a table row each, with all that it stands under. Text that
/// stands twice under the same counts once.
/// </summary>
static class PassageSplitter
{
    /// <summary>
    /// A longer paragraph is cut between sentences, in UTF-16 units; it keeps quotes readable in a chat.
    /// </summary>
    public const int MaxLength = 600;

    /// <summary>
    /// The passages in reading order. <paramref name="path"/> is the document's, relative to the knowledge folder.
    /// </summary>
    public static List<Passage> Split(string path, ExtractedDocument document)
    {
        var passages = new List<Passage>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var kinds = PageFurniture.Classify(document.Text, document.Blocks);
        var columns = ColumnHeads.Guess(document);
        var context = new PassageContext(document, kinds);
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            var block = document.Blocks[i];
            if (context.Enter(i))
                continue;
            var last = Joined(document, kinds, i);
            foreach (
                var (start, end) in block.Kind == BlockKind.Row
                    ? [(block.Start, block.End)]
                    : Pieces(document.Text, block.Start, document.Blocks[last].End)
            )
            {
                var passage = new Passage(
                    path,
                    document.Title,
                    context.Section,
                    kinds[i],
                    start,
                    end,
                    document.Text[start..end],
                    block.Columns ?? columns[i],
                    context.Lead,
                    context.Whole
                );
                if (seen.Add($"{passage.Section}\n{passage.Columns}\n{Normalised(passage.Text)}"))
                    passages.Add(passage);
            }
            i = last;
        }
        return passages;
    }

    /// <summary>
    /// The last block that belongs to the one at <paramref name="at"/>: lines of a byline stand together, and an
    /// author's name with what is told of them.
    /// </summary>
    static int Joined(ExtractedDocument document, PassageKind[] kinds, int at)
    {
        var blocks = document.Blocks;
        var last = at;
        if (IsShortItem(blocks[at]))
        {
            while (last + 1 < blocks.Count && last - at < 4 && IsShortItem(blocks[last + 1]))
                last++;
            if (last > at && Enumerable.Range(at, last - at + 1).Any(i => kinds[i] == PassageKind.Byline))
            {
                kinds[at] = PassageKind.Byline;
                return last;
            }
            return at;
        }
        var endsPage = at + 2 >= blocks.Count;
        var tells =
            endsPage
            && at + 1 < blocks.Count
            && blocks[at + 1] is { Kind: BlockKind.Paragraph } next
            && next.End - blocks[at].Start <= MaxLength;
        return kinds[at] == PassageKind.Byline && tells ? at + 1 : at;
    }

    static bool IsShortItem(TextBlock block) => block.Kind == BlockKind.Item && block.End - block.Start < 40;

    static IEnumerable<(int Start, int End)> Pieces(string text, int start, int end)
    {
        if (end - start <= MaxLength)
            return [(start, end)];
        var pieces = new List<(int Start, int End)>();
        foreach (
            var (from, to) in SentenceSplitter
                .Split(text[start..end])
                .SelectMany(sentence => Chunks(start + sentence.Start, start + sentence.End))
        )
            if (pieces.Count > 0 && to - pieces[^1].Start <= MaxLength)
                pieces[^1] = (pieces[^1].Start, to);
            else
                pieces.Add((from, to));
        return pieces;
    }

    /// <summary>A sentence without an end in sight is cut by length.</summary>
    static IEnumerable<(int Start, int End)> Chunks(int start, int end)
    {
        for (; end - start > MaxLength; start += MaxLength)
            yield return (start, start + MaxLength);
        yield return (start, end);
    }

    static string Normalised(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text)
            if (char.IsLetterOrDigit(c))
                letters.Append(char.ToLowerInvariant(c));
        return letters.Length > 0 ? letters.ToString() : text;
    }
}
