using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents;

/// <summary>
/// What is left of a message when what surrounds a command is taken off: quotation marks and smileys around it, odd
/// apostrophes and dashes in it, thanks and colleagues behind it.
/// </summary>
static partial class CommandText
{
    /// <summary>
    /// These look at all of a text, at its end as well: the time they take grows with it and no faster, so that nothing
    /// need stop them.
    /// </summary>
    const RegexOptions Linear = RegexOptions.NonBacktracking;

    const string Opening = "\"'“”‘’«»‹›([{„‚「『【";

    const string Closing = "\"'”“’‘»«›‹)]}”’」』】";

    static readonly SearchValues<char> OddApostrophes = SearchValues.Create("‘’ʼʹ′´`＇‛");

    /// <summary>The command, with plain apostrophes and <c>HO-1001</c> in the place of every other spelling.</summary>
    /// <param name="text">The message, cleaned.</param>
    /// <param name="tail">Smileys that stood behind it.</param>
    public static string Bare(string text, out string tail)
    {
        var bare = Number().Replace(Apostrophes(text), "HO-${digits}");
        tail = "";
        while (true)
        {
            bare = WithoutSmileysInFront(bare);
            // The bracket that closes the whole is none of a smiley's.
            var plain = IsEnclosed(bare) ? bare : WithoutSmileysBehind(bare);
            tail = bare[plain.Length..] + tail;
            var at = plain.Length > 1 ? Opening.IndexOf(plain[0]) : -1;
            if (at < 0)
                return WithoutLoneQuote(plain);
            // What closes it may stand in front of thanks.
            var close = plain.LastIndexOf(Closing[at]);
            bare = close > 0 ? plain[1..close] + plain[(close + 1)..] : plain[1..];
        }
    }

    static bool IsEnclosed(string text) =>
        text.Length > 1
        && Opening.IndexOf(text[0]) is >= 0 and var at
        && text.IndexOf(Closing[at], 1) == text.Length - 1;

    /// <summary>A quotation mark that nothing opens is left over from one in front of the bot's name.</summary>
    static string WithoutLoneQuote(string text) =>
        (text is [_, .., '"'] && text.Count(c => c == '"') % 2 == 1)
        || (text is [_, .., '”'] && !text.Contains('“') && !text.Contains('„'))
            ? text[..^1].TrimEnd()
            : text;

    /// <summary>The same without thanks behind it; whom it names may belong to it.</summary>
    public static string WithoutThanks(string text)
    {
        for (var before = ""; before != text; )
        {
            before = text;
            text = WithoutLoneQuote(WithoutSmileysBehind(Thanks().Replace(text, "")));
        }
        return text;
    }

    /// <summary>The same without thanks, and without colleagues who are only told of it ("…, thanks @Dana").</summary>
    public static string WithoutTail(string text)
    {
        for (var before = ""; before != text; )
        {
            before = text;
            text = WithoutLoneQuote(WithoutSmileysBehind(Tail().Replace(text, "")).TrimEnd(' ', ',', ';'));
        }
        return text;
    }

    /// <summary>Whether nothing is said but thanks, smileys and names.</summary>
    public static bool IsOnlyTail(string text) =>
        text.Length > 0 && !HasWords(MentionToken.Draw(WithoutTail($"x {text}"), [])[1..]);

    /// <summary>Whether a text has any letter or digit beside smileys.</summary>
    public static bool HasWords(string text) => Smiley().Replace(text, " ").EnumerateRunes().Any(Rune.IsLetterOrDigit);

    /// <summary>Whether a text has a smiley.</summary>
    public static bool HasSmiley(string text) =>
        Smiley().IsMatch(text)
        || text.EnumerateRunes()
            .Any(rune =>
                IsSmiley(rune) && Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol && rune.Value != 0xFFFD
            );

    /// <summary>Whether a text of smileys alone says thanks or yes.</summary>
    public static bool IsKind(string text) => Kind().IsMatch(text);

    static string Apostrophes(string text)
    {
        if (!text.AsSpan().ContainsAny(OddApostrophes))
            return text;
        var plain = new StringBuilder(text);
        for (var at = 1; at < text.Length - 1; at++)
            if (OddApostrophes.Contains(text[at]) && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]))
                plain[at] = '\'';
        return plain.ToString();
    }

    static string WithoutSmileysInFront(string text)
    {
        while (true)
        {
            var code = FirstSmiley().Match(text);
            var end = code.Success ? code.Length : 0;
            while (
                end < text.Length
                && Rune.TryGetRuneAt(text, end, out var rune)
                && (IsSmiley(rune) || IsLooseMark(rune, text, end))
                && !(rune.Value is ':' or ';' && FirstSmiley().IsMatch(text[end..]))
            )
                end += rune.Utf16SequenceLength;
            if (end == 0 && ListMark().Match(text) is { Success: true } mark)
                end = mark.Length;
            if (end == 0)
                return text;
            text = text[end..];
        }
    }

    static string WithoutSmileysBehind(string text)
    {
        while (true)
        {
            var end = text.Length;
            while (
                end > 0
                && Rune.DecodeLastFromUtf16(text.AsSpan(0, end), out var rune, out var length) == OperationStatus.Done
                && (IsSmiley(rune) || rune.Value is ' ' or '\n')
            )
                end -= length;
            // Stars with blanks inside draw no emphasis, and mean it.
            while (
                end > 1
                && text[end - 1] is '*' or '_' or '~' or '`'
                && text[end - 2] is ' ' or '\n' or '*' or '_' or '~' or '`'
            )
                end--;
            var code = LastSmiley().Match(text[..end]);
            if (code.Success)
                end = code.Index;
            if (end == text.Length)
                return text;
            text = text[..end];
        }
    }

    /// <summary>Degrees, trademarks and the like stand before the arrows.</summary>
    const int FirstPictogram = 0x2190;

    /// <summary>Emoji are symbols, with joiners, variants and skin tones between them.</summary>
    static bool IsSmiley(Rune rune) =>
        (rune.Value >= FirstPictogram && Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol)
        || rune.Value is 0x200D or 0xFE0E or 0xFE0F or 0x20E3
        || rune.Value is >= 0x1F3FB and <= 0x1F3FF;

    /// <summary>
    /// Punctuation and blanks that begin nothing: "— my handoffs", "... accept it". A question mark alone asks for
    /// help.
    /// </summary>
    static bool IsLooseMark(Rune rune, string text, int at) =>
        rune.Value
            is ' '
                or '\n'
                or '\t'
                or '.'
                or ','
                or ';'
                or ':'
                or '!'
                or '–'
                or '—'
                or '-'
                or '•'
                or '>'
                or '…'
                or '~'
                or '*'
                or '_'
                or '`'
        && text.Length > at + 1;

    [GeneratedRegex(
        @"\bHO(?:(?:\s?[-‐‑‒–—−_#]\s?|\s)?(?<digits>[0-9]{1,9})|\s?[-‐‑‒–—−./:]{1,2}\s?(?<digits>[0-9]{3,9}))\b",
        Linear | RegexOptions.IgnoreCase,
        Timeout.Infinite
    )]
    private static partial Regex Number();

    [GeneratedRegex(@"^[0-9]{1,3}[.)][ \n]", Linear, Timeout.Infinite)]
    private static partial Regex ListMark();

    const string Code =
        @":[a-z0-9_+'-]{1,40}:(?::skin-tone-[2-6]:)?|\((?:like|heart|yes|y|ok|clap|smile|laugh|party|handshake|praying|cool|happy|wink|thumbsup)\)|[:;=]-?[)D]";

    [GeneratedRegex(Code, Linear | RegexOptions.IgnoreCase, Timeout.Infinite)]
    private static partial Regex Smiley();

    [GeneratedRegex("^(?:" + Code + ")", Linear | RegexOptions.IgnoreCase, Timeout.Infinite)]
    private static partial Regex FirstSmiley();

    [GeneratedRegex("(?:" + Code + ")$", Linear | RegexOptions.IgnoreCase, Timeout.Infinite)]
    private static partial Regex LastSmiley();

    [GeneratedRegex(
        @"(?::(?:\+1|thumbsup|ok_hand|pray|heart|tada|raised_hands|clap|smile|grin|slightly_smiling_face|white_check_mark|100|rocket|star|wave)"
            + @"(?::skin-tone-[2-6])?:|\((?:like|heart|yes|y|ok|clap|smile|party|handshake|praying|cool|happy|thumbsup)\)|[:;=]-?[)D]"
            + "|👍|👌|🙏|❤|♥|🎉|🙌|👏|😀|😃|😄|😁|😊|🙂|😍|🥰|💯|✅|🚀|⭐|👋|💪|🤝|😉|😎|🥳)",
        Linear | RegexOptions.IgnoreCase,
        Timeout.Infinite
    )]
    private static partial Regex Kind();

    const string Thanking =
        @"\b(?:please|pls|plz|thanks(?: a lot| so much)?|thank you(?: very much)?|thx|ty|tia|cheers|many thanks)";

    [GeneratedRegex(
        @"(?:^|[\s,;–—-]+)(?:"
            + Thanking
            + @"[\s.!,…]*(?:"
            + MentionToken.Pattern
            + @"[\s.!,…]*)*|\b(?:cc|fyi)[:,]?\s*(?:"
            + MentionToken.Pattern
            + @"[\s.!,…]*)+)$",
        Linear | RegexOptions.IgnoreCase,
        Timeout.Infinite
    )]
    private static partial Regex Thanks();

    [GeneratedRegex(
        @"(?:^|[\s,;–—-]+)(?:"
            + Thanking
            + @"|(?:\b(?:cc|fyi|thanks|thx)[:,]?\s*)?"
            + MentionToken.Pattern
            + @"(?:[\s,]*(?:and\s+)?"
            + MentionToken.Pattern
            + @")*)[\s.!…]*$",
        Linear | RegexOptions.IgnoreCase,
        Timeout.Infinite
    )]
    private static partial Regex Tail();
}
