using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace SalesBot.Platforms.Teams.Wire;

/// <summary>Somebody whom a text names, with the words that stand for them: their name without the signs that would end a name in a sentence.</summary>
sealed record UserMention(string AccountId, string Words, string Name);

/// <summary>
/// Text as Teams writes it: mentions as <c>&lt;at&gt;</c> elements that entities describe, characters escaped as in HTML, Markdown when sent.
/// </summary>
static partial class TeamsText
{
    /// <summary>What a person reads, and whom it names. Only mentions that an entity tells of are some; the bot's own are left out.</summary>
    /// <param name="activity">The message.</param>
    public static (string Plain, IReadOnlyList<UserMention> Users, bool IsAddressed) Read(Activity activity)
    {
        var (text, users) = (activity.Text ?? "", new List<UserMention>());
        var mentions = ActivityEntity.MentionsIn(activity.Entities);
        var own = mentions.FindAll(mention => mention.Mentioned.Id == activity.Recipient?.Id);
        foreach (var mention in own)
            text = Without(text, mention, isOnly: own.Count == 1);
        foreach (var mention in mentions.Where(mention => mention.Mentioned.Id != activity.Recipient?.Id))
            if (Literal(mention) is { } words && WebUtility.HtmlDecode(mention.Mentioned.Name ?? Tag().Replace(words, "")) is var name
                && Replaced(text, words, WebUtility.HtmlEncode($"@{Plain(name)}")) is { } named)
            {
                text = named;
                users.Add(new UserMention(mention.Mentioned.Id ?? "", $"@{Plain(name)}", name));
            }
        return (Tidy(text), users, own.Count > 0);
    }

    /// <summary>The text of a message that is given as HTML.</summary>
    public static string FromHtml(string html) => Tidy(Tag().Replace(LineEnd().Replace(html, "\n"), ""));

    /// <summary>Text as it stands, in Markdown: nothing in it is markup.</summary>
    public static string Markdown(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (escaped.Length > 0)
                escaped.Append("\n\n");
            // Four blanks would begin a piece of code, these signs a list, a heading or a rule.
            var begins = Begins().Match(line);
            if (begins.Success)
                escaped.Append(Unbroken(begins.Groups["before"].Value)).Append('\\').Append(begins.Groups["mark"].Value);
            var rest = line[begins.Length..];
            var blanks = begins.Success ? 0 : rest.Length - rest.TrimStart().Length;
            escaped.Append(Unbroken(rest[..blanks]));
            foreach (var c in rest.AsSpan(blanks))
                escaped.Append(Escaped(c));
        }
        return escaped.ToString();
    }

    /// <summary>"Doe, Jane (US)" would end at the comma.</summary>
    static string Plain(string name) => Blanks().Replace(NotOfNames().Replace(name, " "), " ").Trim() is { Length: > 0 } plain ? plain : name;

    static string Unbroken(string text) => text.Replace(' ', '\u00A0').Replace('\t', '\u00A0');

    static string Escaped(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '\\' or '*' or '_' or '`' or '~' or '[' or ']' or '|' => $"\\{c}",
        _ => c.ToString(),
    };

    static string Without(string text, ActivityEntity mention, bool isOnly) =>
        Literal(mention) is { } words && Replaced(text, words, " ") is { } without ? without
        // The words of the entity may differ from those of the text.
        : isOnly && First().Match(text) is { Success: true } first ? text[first.Length..] : text;

    static string? Literal(ActivityEntity mention) => mention.Text is { Length: > 0 } words ? words
        : mention.Mentioned.Name is { Length: > 0 } name ? $"<at>{name}</at>" : null;

    /// <summary>The text with the first of those words replaced, or none if they do not stand there.</summary>
    static string? Replaced(string text, string words, string by) =>
        text.IndexOf(words, StringComparison.Ordinal) is >= 0 and var at ? text[..at] + by + text[(at + words.Length)..] : null;

    static string Tidy(string text) =>
        Lines().Replace(Blanks().Replace(WebUtility.HtmlDecode(text).ReplaceLineEndings("\n").Replace('\u00A0', ' '), " "), "\n").Trim();

    [GeneratedRegex(@"[^\p{L}\p{M}\p{N} '’-]+", RegexOptions.NonBacktracking)]
    private static partial Regex NotOfNames();

    [GeneratedRegex("[ \t]+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();

    [GeneratedRegex(" ?\n[\n ]*", RegexOptions.NonBacktracking)]
    private static partial Regex Lines();

    [GeneratedRegex(@"^\s*<at[^<>]*>[^<>]*</at>")]
    private static partial Regex First();

    [GeneratedRegex("<[^<>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex("<(?:br|/p|/div|/li|/tr|/h[1-6])[^<>]*>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"^(?<before>\s*)(?<mark>[-+#=])|^(?<before>\s*\d{1,9})(?<mark>[.)])")]
    private static partial Regex Begins();
}
