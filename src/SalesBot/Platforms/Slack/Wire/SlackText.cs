using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SalesBot.Platforms.Slack.Wire;

/// <summary>A reference in a text: a user, with the words that stand for it.</summary>
sealed record UserReference(string UserId, string Words);

/// <summary>
/// Slack's text (docs.slack.dev/messaging/formatting-message-text): <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> are escaped; what stands in angle brackets is a
/// reference to a user, a channel, a group, an address or a time.
/// </summary>
static partial class SlackText
{
    /// <summary>The same text, with nothing in it that Slack takes for more than text.</summary>
    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>The escaped text, at most so long; what is cut ends at a whole character as people see them, with an ellipsis.</summary>
    public static string Escape(string text, int most)
    {
        var escaped = Escape(text);
        if (escaped.Length <= most)
            return escaped;
        var (cut, elements) = (new StringBuilder(), StringInfo.GetTextElementEnumerator(text));
        while (elements.MoveNext() && Escape(elements.GetTextElement()) is var next && cut.Length + next.Length < most)
            cut.Append(next);
        return cut.Append('…').ToString();
    }

    /// <summary>What a person reads, and whom it names.</summary>
    /// <param name="text">As Slack sends it.</param>
    /// <param name="own">The bot's own user id: its mention is left out.</param>
    public static (string Plain, IReadOnlyList<UserReference> Users) Read(string text, string? own)
    {
        var users = new List<UserReference>();
        var plain =
            Reference().Replace(text, match => Words(match.Groups["what"].Value, match.Groups["label"] is { Success: true } label ? label.Value : null));
        return (Unescape(plain).Trim(), users);

        string Words(string what, string? label)
        {
            if (what.StartsWith('@') && what[1..] == own)
                return "";
            if (what.StartsWith('@'))
                users.Add(new UserReference(what[1..], $"@{label ?? what[1..]}"));
            return what[0] switch
            {
                '@' => users[^1].Words,
                '#' => $"#{label ?? what[1..]}",
                '!' => Special(what[1..], label),
                _ => Link(what, label),
            };
        }
    }

    /// <summary>Whether the text names a user.</summary>
    public static bool Names(string text, string? user) => user is not null
        && (text.Contains($"<@{user}>", StringComparison.Ordinal) || text.Contains($"<@{user}|", StringComparison.Ordinal));

    static string Special(string what, string? label) => label ?? $"@{what.Split('^')[0]}";

    static string Link(string url, string? label)
    {
        var bare = url.StartsWith("mailto:", StringComparison.Ordinal) || url.StartsWith("tel:", StringComparison.Ordinal) ? url[(url.IndexOf(':') + 1)..]
            : url;
        return label is null ? bare : bare.Contains(label, StringComparison.OrdinalIgnoreCase) || bare != url ? label : $"{label} ({bare})";
    }

    static string Unescape(string text) => text.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&");

    [GeneratedRegex(@"<(?<what>[@#!]?[^<>|\s][^<>|]*)(?:\|(?<label>[^<>]*))?>")]
    private static partial Regex Reference();
}
