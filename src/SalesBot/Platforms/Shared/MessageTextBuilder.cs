using System.Text;
using SalesBot.Chat;

namespace SalesBot.Platforms.Shared;

/// <summary>
/// Puts together what a person said from the parts that a platform's markup consists of. Here, and nowhere else,
/// emphasis, quotes, list marks, odd blanks and the bot's own mention with the punctuation around it are taken off, so
/// that a command is the same whatever surrounds it.
/// </summary>
/// <param name="botName">What the bot is called on the platform; null if unknown.</param>
sealed class MessageTextBuilder(string? botName = null)
{
    /// <summary>Stands for the bot's own mention until the end; from the range of <see cref="MentionToken"/>.</summary>
    const char Own = '\uE0F0';

    /// <summary>
    /// Marks that mean nothing, because they stand in a link or in code, and what stands for them until the end.
    /// </summary>
    const string Marks = "*_~`>",
        Kept = "\uE0F1\uE0F2\uE0F3\uE0F4\uE0F5";

    /// <summary>Punctuation that sets the bot's name off from what is said to it.</summary>
    const string Separators = ",;:.!–—-";

    /// <summary>Brackets and quotation marks around all of it are no addressee.</summary>
    const string Opening = "\"“„«([";

    const int MaxOwnMentions = 20;

    readonly StringBuilder text = new(),
        quoted = new();
    readonly List<Mention> mentions = [];
    bool namesOthers;

    /// <summary>Whether anything was said yet.</summary>
    public bool IsEmpty => text.ToString().All(c => char.IsWhiteSpace(c) || c == Own);

    /// <summary>Adds words, in which marks of emphasis count.</summary>
    public MessageTextBuilder Words(string words)
    {
        foreach (var c in words)
            if (!MentionToken.IsReserved(c) && !IsInvisible(c))
                text.Append(IsOddBlank(c) ? ' ' : c);
        return this;
    }

    /// <summary>Adds an address or a piece of code, as it stands.</summary>
    public MessageTextBuilder Verbatim(string words)
    {
        foreach (var c in words)
            if (!MentionToken.IsReserved(c))
                text.Append(Marks.IndexOf(c) is >= 0 and var at ? Kept[at] : c);
        return this;
    }

    /// <summary>Adds somebody's mention. A second mention of the same person is the same.</summary>
    public MessageTextBuilder Mention(Mention mention)
    {
        namesOthers = true;
        var place = mentions.FindIndex(known =>
            known.Id == mention.Id && (known.IsKnown || known.Called == mention.Called)
        );
        if (place < 0 && mentions.Count == MentionToken.Max)
            return Words($"@{mention.Called}");
        if (place < 0)
        {
            place = mentions.Count;
            mentions.Add(mention);
        }
        text.Append(MentionToken.Of(place));
        return this;
    }

    /// <summary>Adds a call of a group, or of everybody: others are meant, but nobody certain.</summary>
    public MessageTextBuilder GroupMention(string words) =>
        words.Trim('@', ' ') is { Length: > 0 } name ? Mention(new Mention("", name)) : this;

    /// <summary>Adds the bot's own mention.</summary>
    public MessageTextBuilder OwnMention()
    {
        text.Append(Own);
        return this;
    }

    /// <summary>Ends a line, if one was begun.</summary>
    public MessageTextBuilder Break()
    {
        if (text.Length > 0 && text[^1] != '\n')
            text.Append('\n');
        return this;
    }

    /// <summary>Adds what others said, and the person only quotes or forwards.</summary>
    public MessageTextBuilder Quote(string words)
    {
        if (words.Trim().Length > 0)
            quoted.Append(quoted.Length > 0 ? "\n" : "").Append(words.Trim());
        return this;
    }

    public MessageText Build()
    {
        var plain = WithoutQuotedLines(Emphasis.Remove(Folded(text.ToString())));
        var namesBot = plain.Contains(Own);
        plain = WithoutListMark(WithoutName(WithoutOwn(WithoutListMark(plain))));
        for (var i = 0; i < Marks.Length; i++)
            plain = plain.Replace(Kept[i], Marks[i]);
        return new MessageText(
            plain.Trim(),
            mentions,
            namesBot,
            namesOthers,
            quoted.Length > 0 ? quoted.ToString() : null
        );
    }

    /// <summary>Blanks that look like one but are none to patterns: no-break, thin, ideographic ones.</summary>
    static bool IsOddBlank(char c) =>
        c is '\t' or '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000';

    /// <summary>
    /// Characters that nobody sees and that split words for patterns; joiners that scripts need stay.
    /// </summary>
    static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF';

    /// <summary>Single blanks, no blanks at the ends of lines, at most one empty line.</summary>
    static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (c == ' ' && (folded.Length == 0 || folded[^1] is ' ' or '\n'))
                continue;
            if (c == '\n')
            {
                while (folded.Length > 0 && folded[^1] == ' ')
                    folded.Length--;
                if (folded.Length == 0 || (folded.Length > 1 && folded[^1] == '\n' && folded[^2] == '\n'))
                    continue;
            }
            folded.Append(c);
        }
        return folded.ToString().Trim();
    }

    /// <summary>
    /// Lines at the beginning that start with <c>&gt;</c> are somebody else's words, which the rest answers, unless
    /// nothing else is said; further down they are part of what is said.
    /// </summary>
    string WithoutQuotedLines(string plain)
    {
        if (!plain.Contains('>'))
            return plain;
        var lines = plain.Split('\n');
        var first = lines.TakeWhile(IsQuotedOrEmpty).ToList();
        var rest = lines.Skip(first.Count).Select(Unquoted).ToList();
        if (first.Count == 0 || rest.Count == 0)
            return string.Join('\n', first.Select(Unquoted).Concat(rest)).Trim();
        Quote(MentionToken.Draw(string.Join('\n', first.Select(Unquoted)).Replace($"{Own}", ""), mentions));
        return (first.Exists(line => line.Contains(Own)) ? $"{Own}" : "") + string.Join('\n', rest).Trim();
    }

    static bool IsQuotedOrEmpty(string line) => line.StartsWith('>') || line.All(c => char.IsWhiteSpace(c) || c == Own);

    static string Unquoted(string line) => line.StartsWith('>') ? line.TrimStart('>', ' ') : line;

    /// <summary>
    /// Takes the bot's own mention out, with the punctuation that sets it off, and whoever is called along with it at
    /// the beginning.
    /// </summary>
    static string WithoutOwn(string plain)
    {
        for (var (at, times) = (plain.IndexOf(Own), 0); at >= 0; (at, times) = (plain.IndexOf(Own), times + 1))
        {
            // Nobody calls it more often in earnest.
            if (times == MaxOwnMentions)
                return plain.Replace($"{Own}", "");
            var (left, right) = (plain[..at].TrimEnd(), plain[(at + 1)..].TrimStart(' '));
            if (!WithoutListMark(left + " ").Any(char.IsLetterOrDigit))
                plain = string.Concat(left.Where(Opening.Contains)) + WithoutSeparators(right);
            else if (right.Trim([' ', '\n', '.', '!', '…']).Length == 0)
                plain = WithoutSeparatorsBehind(left) + right.TrimStart('.', '!');
            else
                plain = Joined(left, right);
        }
        return plain;
    }

    /// <summary>The same behind a text, where a full stop belongs to it.</summary>
    static string WithoutSeparatorsBehind(string text)
    {
        var end = text.Length;
        while (
            end > 0
            && (
                text[end - 1] is ' ' or '\n'
                || (Separators.Contains(text[end - 1]) && text[end - 1] is not ('.' or '!'))
            )
            && !(
                text[end - 1] == ':'
                && end > 2
                && text.LastIndexOf(':', end - 2) is >= 0 and var begin
                && begin < end - 2
                && text.AsSpan(begin, end - begin).IndexOf(' ') < 0
            )
        )
            end--;
        return text[..end];
    }

    /// <summary>Takes the bot's name out where somebody typed it at the beginning instead of mentioning it.</summary>
    string WithoutName(string plain)
    {
        if (string.IsNullOrWhiteSpace(botName))
            return plain;
        var start = plain.StartsWith('@') ? 1 : 0;
        if (!plain.AsSpan(start).StartsWith(botName, StringComparison.OrdinalIgnoreCase))
            return plain;
        var rest = plain[(start + botName.Length)..];
        return rest.Length > 0 && char.IsLetterOrDigit(rest[0]) ? plain : WithoutSeparators(rest);
    }

    /// <summary>What stands before and behind the name, with one sign between them at most.</summary>
    static string Joined(string left, string right)
    {
        var said = WithoutSeparators(right);
        if (right[0] is '?' or '\n')
            return left + right;
        if (said.Length == right.Length || Separators.Contains(left[^1]))
            return $"{left} {said}";
        return right[0] is ',' or ';' or ':' or '.' or '!' ? $"{left}{right[0]} {said}" : $"{left} {right}";
    }

    /// <summary>Takes off what sets the bot's name off; the colon of <c>:wave:</c> is none.</summary>
    static string WithoutSeparators(string text)
    {
        var at = 0;
        while (
            at < text.Length && (text[at] is ' ' or '\n' || Separators.Contains(text[at])) && !IsSmiley(text.AsSpan(at))
        )
            at++;
        return text[at..];
    }

    /// <summary>Whether a text begins with <c>:wave:</c> or <c>:)</c>, whose first sign sets nothing off.</summary>
    static bool IsSmiley(ReadOnlySpan<char> text)
    {
        if (text is [':' or ';', ')' or 'D' or '(' or '-', ..])
            return true;
        var end = text is [':', ..] ? text[1..].IndexOf(':') : -1;
        return end > 0 && text.Slice(1, end).IndexOf(' ') < 0;
    }

    /// <summary>A message that is one item of a list is the item.</summary>
    static string WithoutListMark(string plain)
    {
        if (plain.Contains('\n'))
            return plain;
        var digits = plain.TakeWhile(char.IsAsciiDigit).Count();
        if (
            digits is > 0 and <= 3
            && plain.Length > digits + 1
            && plain[digits] is '.' or ')'
            && plain[digits + 1] == ' '
        )
            return plain[(digits + 2)..];
        return plain.Length > 2 && "-*•◦▪‣–—".Contains(plain[0]) && plain[1] == ' ' ? plain[2..] : plain;
    }
}
