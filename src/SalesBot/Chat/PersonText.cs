using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SalesBot.Chat;

/// <summary>What a person typed, made safe to work with and to show.</summary>
static partial class PersonText
{
    /// <summary>What a terminal takes for a command: colours, cursor moves.</summary>
    [GeneratedRegex(@"\x1B\[[0-9;]*[A-Za-z]", RegexOptions.NonBacktracking)]
    private static partial Regex TerminalCode();

    /// <summary>The longest message that is read, in UTF-16 units: the longest that Slack delivers.</summary>
    public const int MaxLength = 40_000;

    /// <summary>
    /// A run of blanks and line ends is cut to so many: no layout needs more, and patterns cost the square of it.
    /// </summary>
    const int LongestBlank = 16;

    /// <summary>
    /// The text without control characters, direction overrides and unpaired surrogates, trimmed; line ends stay.
    /// </summary>
    public static string Clean(string text)
    {
        text = TerminalCode().Replace(text, "");
        var clean = new StringBuilder(text.Length);
        var blanks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            blanks = Rune.IsWhiteSpace(rune) ? blanks + 1 : 0;
            if (blanks <= LongestBlank && (rune.Value is '\n' or '\t' || !IsUnseen(rune)))
                clean.Append(rune);
        }
        return clean.ToString().Trim();
    }

    /// <summary>
    /// The text, at most so long; what is cut ends at a whole character as people see them, with an ellipsis.
    /// </summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var (end, elements) = (0, StringInfo.GetTextElementEnumerator(text));
        while (elements.MoveNext() && elements.ElementIndex + elements.GetTextElement().Length < most)
            end = elements.ElementIndex + elements.GetTextElement().Length;
        return text[..end] + "…";
    }

    /// <summary>
    /// What is looked at of a long text: its beginning and its end, where people say what they want. So the cost of a
    /// question does not grow with what is pasted.
    /// </summary>
    public static string Excerpt(string text) =>
        text.Length <= ExcerptHead + ExcerptTail
            ? text
            : $"{text[..WordEnd(text, ExcerptHead)]}\n{text[WordEnd(text, text.Length - ExcerptTail)..].TrimStart()}";

    const int ExcerptHead = 3000,
        ExcerptTail = 1000;

    /// <summary>Where the word ends that stands there; there itself where no word is that long.</summary>
    static int WordEnd(string text, int at)
    {
        var blank = text.AsSpan(at, Math.Min(100, text.Length - at)).IndexOfAny(' ', '\n');
        return blank >= 0 ? at + blank
            : char.IsLowSurrogate(text[at]) ? at + 1
            : at;
    }

    /// <summary>Why the text cannot be worked with, in a sentence, or none.</summary>
    public static string? Fault(string? text) =>
        string.IsNullOrWhiteSpace(text) || Clean(text).Length == 0
            ? "There's no text. Please type a question or a task."
        : text.Length > MaxLength
            ? $"That text is {text.Length:N0} characters long; I can read up to {MaxLength:N0}. Please send just the part that matters."
        : null;

    /// <summary>The most earlier turns that are read with a question.</summary>
    public const int MostTurns = 50;

    /// <summary>Why earlier turns cannot be worked with, in a sentence, or none.</summary>
    public static string? Fault(IReadOnlyList<string?>? turns) =>
        turns is null ? null
        : turns.Any(turn => turn is null) ? "The history contains an entry that isn't text. Send text only."
        : turns.Count > MostTurns
            ? $"The history has {turns.Count} turns; the limit is {MostTurns}. Send only the latest ones."
        : turns.Sum(turn => (long)(turn?.Length ?? 0)) > MaxLength
            ? $"The history is longer than {MaxLength:N0} characters. Send only the latest turns."
        : null;

    /// <summary>
    /// Control characters, and the format characters that reorder or hide text; joiners that scripts need stay.
    /// </summary>
    static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
        || rune.Value
            is >= 0x202A
                and <= 0x202E
                or >= 0x2066
                and <= 0x2069
                or 0x200E
                or 0x200F
                or 0x061C
                or 0xFEFF
                or 0x200B
                or 0x2060
                or >= 0xE0000
                and <= 0xE007F;
}
