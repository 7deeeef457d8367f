using System.Text.RegularExpressions;

namespace SalesBot.Knowledge.Reading;

/// <summary>
/// A line that holds more than marks: <c>[Start, End)</c> of the text without bullet and outer white space, and what
/// its look tells.
/// </summary>
readonly record struct TextLine(
    int Start,
    int End,
    bool AfterBlank,
    bool IsItem,
    bool IsNumbered,
    bool IsRow,
    bool IsByline,
    int Words,
    char Last
)
{
    public int Length => End - Start;

    /// <summary>Whether it ends as sentences do; a question mark ends headings as well and does not count.</summary>
    public bool EndsSentence => Last is '.' or '!' or ';' or '…' or '”' or '"' or '。';
}

static partial class TextLines
{
    /// <summary>The lines of a text that are not blank, in order.</summary>
    public static List<TextLine> Read(string text)
    {
        var lines = new List<TextLine>();
        var afterBlank = true;
        for (var at = 0; at < text.Length; )
        {
            var newline = text.IndexOf('\n', at);
            var end = newline < 0 ? text.Length : newline;
            var line = Look(text, at, end, afterBlank);
            afterBlank = line.Length == 0;
            if (line.Length > 0)
                lines.Add(line);
            at = end + 1;
        }
        return lines;
    }

    static TextLine Look(string text, int start, int end, bool afterBlank)
    {
        var bullet = Bullet().Match(text, start, end - start);
        if (bullet.Success)
            start = bullet.Index + bullet.Length;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] == '|'))
            end--;
        var line = text.AsSpan(start, end - start);
        return new TextLine(
            start,
            end,
            afterBlank,
            bullet.Success,
            bullet.Value.Any(char.IsAsciiDigit),
            IsRow(line),
            Byline().IsMatch(line),
            WordCount(line),
            end > start ? text[end - 1] : ' '
        );
    }

    static bool IsRow(ReadOnlySpan<char> line) => line.Count(" | ") >= 1 || line.Count('\t') >= 2;

    static int WordCount(ReadOnlySpan<char> line)
    {
        var words = 0;
        foreach (var part in line.Split(' '))
            if (!line[part].IsWhiteSpace())
                words++;
        return words;
    }

    [GeneratedRegex(@"\G[ \t\u00A0]*(?:[•‣◦▪●·*–-]|\(?\d{1,3}[.)]|[a-z]\))[ \t\u00A0]+(?=\S)")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(?:by|von|par)\s+\p{Lu}|\d+\s*posts?$|\bmin(?:ute)?s?\s+read$", RegexOptions.IgnoreCase)]
    private static partial Regex Byline();
}
