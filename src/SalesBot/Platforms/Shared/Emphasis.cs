using System.Text;

namespace SalesBot.Platforms.Shared;

/// <summary>
/// Takes off the marks of bold, italic, struck and code: <c>*</c>, <c>_</c>, <c>~</c>, <c>`</c>, once or several times.
/// A pair counts where both apps draw it: it opens behind a blank or a sign and before a word, and closes behind a word
/// and before a blank or a sign. So <c>5*3*2</c> and <c>snake_case</c> stay.
/// </summary>
static class Emphasis
{
    /// <summary>A longer run is a rule or a row of stars.</summary>
    const int MaxMarks = 6;

    sealed record Open(int At, int Length);

    /// <summary>The text without them.</summary>
    public static string Remove(string text)
    {
        if (text.AsSpan().IndexOfAny("*_~`") < 0)
            return text;
        var open = new Dictionary<char, Stack<Open>>();
        var removed = new bool[text.Length];
        for (var at = 0; at < text.Length; )
        {
            var mark = text[at];
            var length = IsMark(mark) ? RunLength(text, at) : 0;
            if (length is > 0 and <= MaxMarks)
                Read(text, at, length, open, removed);
            at += Math.Max(1, length);
        }
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
            if (!removed[at])
                plain.Append(text[at]);
        return plain.ToString();
    }

    static void Read(string text, int at, int length, Dictionary<char, Stack<Open>> open, bool[] removed)
    {
        if (!open.TryGetValue(text[at], out var opened))
            open[text[at]] = opened = [];
        var (before, after) = (at == 0 ? ' ' : text[at - 1], at + length == text.Length ? ' ' : text[at + length]);
        if (
            !char.IsWhiteSpace(before)
            && IsOutside(text, at + length, 1)
            && opened.TryPeek(out var begin)
            && begin.Length == length
            && begin.At + length < at
        )
        {
            opened.Pop();
            Array.Fill(removed, true, begin.At, length);
            Array.Fill(removed, true, at, length);
        }
        else if (!char.IsWhiteSpace(after) && IsOutside(text, at - 1, -1))
            opened.Push(new Open(at, length));
    }

    /// <summary>
    /// Whether a mark can begin or end there: beside a blank or the end, other marks and one more sign between them
    /// allowed. So an address with marks in it keeps them.
    /// </summary>
    static bool IsOutside(string text, int at, int step)
    {
        while (IsAt(at) && IsMark(text[at]))
            at += step;
        if (!IsAt(at) || char.IsWhiteSpace(text[at]))
            return true;
        return !char.IsLetterOrDigit(text[at])
            && text[at] is not ('@' or '/')
            && (!IsAt(at + step) || !char.IsLetterOrDigit(text[at + step]));

        bool IsAt(int place) => place >= 0 && place < text.Length;
    }

    static int RunLength(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] == text[at])
            end++;
        return end - at;
    }

    static bool IsMark(char c) => c is '*' or '_' or '~' or '`';
}
