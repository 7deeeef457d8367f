using System.Net;
using System.Text.RegularExpressions;
using SalesBot.Platforms.Shared;

namespace SalesBot.Platforms.Teams;

/// <summary>
/// Reads text as Teams writes it. In an activity's <c>text</c> only mentions (<c>&lt;at&gt;</c>) and quoted replies
/// (<c>&lt;quoted/&gt;</c>) are markup; in an attachment of the kind <c>text/html</c> every element is. No element of a
/// mention is ever left in what a person reads.
/// </summary>
static partial class TeamsMarkup
{
    /// <summary>
    /// An element is closed within so many characters, or it is none: looking further each time would cost the square
    /// of the length.
    /// </summary>
    const int MaxInner = 4000;

    /// <summary>So many elements with an end are read; nobody mentions more people.</summary>
    const int MaxElements = 300;

    /// <summary>Adds a text to what is being put together.</summary>
    /// <param name="to">What is put together.</param>
    /// <param name="text">As Teams sends it.</param>
    /// <param name="isHtml">Whether every element is markup.</param>
    /// <param name="mentions">Whom mentions mean.</param>
    public static void Add(MessageTextBuilder to, string text, bool isHtml, MentionMatcher mentions)
    {
        // Some clients escape the elements of mentions and replies.
        text = Escaped().Replace(text, match => WebUtility.HtmlDecode(match.Value));
        var (end, elements) = (0, 0);
        for (var at = text.IndexOf('<'); at >= 0 && at < text.Length; at = NextTag(text, Math.Max(end, at + 1)))
        {
            if (at < end || TagAt(text, at) is not { Success: true } tag || !(isHtml || IsKnown(tag)))
                continue;
            to.Words(WebUtility.HtmlDecode(text[end..at]));
            end = at + tag.Length;
            if (elements < MaxElements || !HasEnd(tag))
                end = Read(to, text, tag, end, mentions);
            elements += HasEnd(tag) ? 1 : 0;
        }
        to.Words(WebUtility.HtmlDecode(text[end..]));
    }

    /// <summary>The words of HTML, without anybody's mention meant.</summary>
    public static string WordsOf(string html)
    {
        var words = new MessageTextBuilder();
        Add(words, html, isHtml: true, new MentionMatcher([]));
        return words.Build().Drawn;
    }

    /// <summary>The words of a mention as an entity writes it: with or without its element.</summary>
    public static string TextOf(string mention) => WebUtility.HtmlDecode(Tag().Replace(mention, ""));

    /// <summary>The element that begins there; null if none does.</summary>
    static Match? TagAt(string text, int at) =>
        text.IndexOfAny(['<', '>'], at + 1) is > 0 and var close && text[close] == '>'
            ? Tag().Match(text[at..(close + 1)])
            : null;

    static int NextTag(string text, int from) => from >= text.Length ? -1 : text.IndexOf('<', from);

    static bool HasEnd(Match tag) =>
        tag.Groups["name"].Value.ToLowerInvariant() is "at" or "span" or "blockquote" or "a";

    static bool IsKnown(Match tag) => tag.Groups["name"].Value.ToLowerInvariant() is "at" or "quoted";

    /// <summary>Reads one element.</summary>
    /// <returns>Where the text goes on.</returns>
    static int Read(MessageTextBuilder to, string text, Match tag, int end, MentionMatcher mentions)
    {
        var isEnd = tag.Groups["end"].Success;
        switch (tag.Groups["name"].Value.ToLowerInvariant())
        {
            case "at" when !isEnd:
                return ReadMention(to, text, "</at>", tag, end, mentions);
            case "span"
                when !isEnd && tag.Value.Contains("schema.skype.com/Mention", StringComparison.OrdinalIgnoreCase):
                return ReadMention(to, text, "</span>", tag, end, mentions);
            case "blockquote" when !isEnd:
                var (inner, after) = Quoted(text, end);
                to.Quote(WordsOf(inner));
                return after;
            case "a" when !isEnd && Address().Match(tag.Value) is { Success: true } link:
                (inner, after) = Inner(text, "</a>", end);
                to.Verbatim(Link(WebUtility.HtmlDecode(link.Groups["url"].Value), WordsOf(inner)));
                return after;
            case "emoji" or "img" when !isEnd && Shown().Match(tag.Value) is { Success: true } shown:
                to.Words(WebUtility.HtmlDecode(shown.Groups["words"].Value));
                return end;
            case "br" or "p" or "div" or "tr" or "ul" or "ol" or "pre" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                to.Break();
                return end;
            case "td" or "th":
                to.Words(" ");
                return end;
            case "li":
                if (!isEnd)
                    to.Break().Words("- ");
                return end;
            default:
                return end;
        }
    }

    /// <summary>What is quoted, with what that quotes in its turn.</summary>
    static (string Inner, int After) Quoted(string text, int from)
    {
        var (depth, at) = (1, from);
        foreach (Match tag in Quotes().Matches(text, from))
        {
            depth += tag.Groups["end"].Success ? -1 : 1;
            at = tag.Index;
            if (depth == 0)
                return (text[from..at], at + tag.Length);
        }
        return ("", from);
    }

    [GeneratedRegex("<(?<end>/)?blockquote(?:\\s[^<>]*)?>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Quotes();

    static int ReadMention(
        MessageTextBuilder to,
        string text,
        string close,
        Match tag,
        int end,
        MentionMatcher mentions
    )
    {
        var (inner, after) = Inner(text, close, end);
        if (after == end)
            return end;
        mentions.Add(
            to,
            PlainWords(inner),
            Place().Match(tag.Value) is { Success: true } place ? int.Parse(place.Groups["place"].Value) : null
        );
        return after;
    }

    static string PlainWords(string inner) => MentionMatcher.Folded(WebUtility.HtmlDecode(Tag().Replace(inner, "")));

    /// <summary>
    /// What stands before the closing element, and where the text goes on; nothing if it is never closed.
    /// </summary>
    static (string Inner, int After) Inner(string text, string close, int from)
    {
        var at = text.AsSpan(from, Math.Min(text.Length - from, MaxInner))
            .IndexOf(close, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? ("", from) : (text[from..(from + at)], from + at + close.Length);
    }

    /// <summary>An address with the words it stands behind, where these say more.</summary>
    static string Link(string url, string words)
    {
        var isMail = url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
        var bare =
            isMail || url.StartsWith("tel:", StringComparison.OrdinalIgnoreCase)
                ? url[(url.IndexOf(':') + 1)..].Split('?')[0]
                : url;
        if (words.Length == 0 || words == bare)
            return bare;
        return
            words.Contains(bare, StringComparison.OrdinalIgnoreCase)
            || (!isMail && bare.Contains(words, StringComparison.OrdinalIgnoreCase))
            ? words
            : $"{words} ({bare})";
    }

    [GeneratedRegex(
        "&lt;(?:/?at(?:\\s[^<>&]*)?|quoted\\s(?:[^<>&]|&quot;|&#3[49];)*)/?&gt;",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex Escaped();

    [GeneratedRegex("<(?<end>/)?(?<name>[a-zA-Z][a-zA-Z0-9]*)(?:[\\s/][^<>]*)?>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(
        "\\s(?:id|itemid)\\s*=\\s*[\"']?(?<place>\\d{1,4})(?:[\"'\\s>/]|$)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex Place();

    [GeneratedRegex(
        "\\shref\\s*=\\s*[\"'](?<url>[^\"'<>]+)[\"']",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex Address();

    [GeneratedRegex("\\salt\\s*=\\s*\"(?<words>[^\"<>]*)\"", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Shown();
}
