namespace SalesBot.Knowledge.Passages;

/// <summary>Finds sentences. They lie in order in the text, do not overlap and carry no outer white space.</summary>
static class SentenceSplitter
{
    static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "e.g",
        "i.e",
        "vs",
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "no",
        "nos",
        "fig",
        "approx",
        "cf",
        "resp",
        "viz",
        "a.k.a",
        "dept",
        "est",
        "jan",
        "feb",
        "aug",
        "sept",
        "oct",
        "nov",
        "dec",
    };

    /// <summary>
    /// The sentences of the text as <c>[start, end)</c>; the cells of a table row are sentences of their own.
    /// </summary>
    public static List<(int Start, int End)> Split(string text)
    {
        var sentences = new List<(int, int)>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var next = Boundary(text, i);
            if (next == 0)
                continue;
            Add(text, start, text[i] is '|' or '\n' ? i : next, sentences);
            start = next;
            i = next - 1;
        }
        Add(text, start, text.Length, sentences);
        return sentences;
    }

    /// <summary>Where the next sentence may begin if one ends at <paramref name="at"/>, else 0.</summary>
    static int Boundary(string text, int at) =>
        text[at] switch
        {
            '\n' => at + 1,
            '|' when at > 0 && text[at - 1] == ' ' => at + 1,
            '。' or '！' or '？' => at + 1,
            '.' or '!' or '?' => EndOfSentence(text, at),
            _ => 0,
        };

    static int EndOfSentence(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && text[end] is '.' or '!' or '?' or '”' or '"' or '’' or '\'' or ')' or ']' or '»')
            end++;
        var next = end;
        while (next < text.Length && text[next] is ' ' or '\u00A0' or '\t')
            next++;
        if (next == text.Length)
            return end;
        if (next == end || text[next] == '|')
            return 0;
        return StartsSentence(text[next]) && !(text[at] == '.' && IsAbbreviation(text, at)) ? end : 0;
    }

    static bool StartsSentence(char c) => !char.IsLower(c) && c is not (',' or ';' or ':' or ')' or '-' or '–');

    static bool IsAbbreviation(string text, int dot)
    {
        var start = dot;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] == '.'))
            start--;
        var word = text[start..dot];
        return word.Length == 1 && char.IsUpper(word[0]) || Abbreviations.Contains(word);
    }

    static void Add(string text, int start, int end, List<(int, int)> sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            sentences.Add((start, end));
    }
}
