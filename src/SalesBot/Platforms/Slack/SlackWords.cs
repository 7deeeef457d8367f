using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Platforms.Shared;

namespace SalesBot.Platforms.Slack;

/// <summary>
/// Reads Slack's text (docs.slack.dev/messaging/formatting-message-text): <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> are
/// escaped; what stands in angle brackets is a reference to a user, a channel, a group, an address or a time.
/// </summary>
static partial class SlackWords
{
    /// <summary>Reads a text by itself.</summary>
    /// <param name="text">As Slack sends it.</param>
    /// <param name="team">The workspace whose people are named.</param>
    /// <param name="own">The bot's own user id.</param>
    public static MessageText Read(string text, string team, string? own) =>
        Add(new MessageTextBuilder(), text, team, own).Build();

    /// <summary>Adds a text to what is being put together.</summary>
    public static MessageTextBuilder Add(MessageTextBuilder to, string text, string team, string? own)
    {
        var end = 0;
        foreach (Match reference in Reference().Matches(text))
        {
            to.Words(Unescape(text[end..reference.Index]));
            AddReference(to, reference.Groups["what"].Value, reference.Groups["label"].Value, team, own);
            end = reference.Index + reference.Length;
        }
        return to.Words(Unescape(text[end..]));
    }

    /// <summary>Adds a user by id.</summary>
    public static void AddUser(MessageTextBuilder to, string user, string label, string team, string? own)
    {
        if (user == own)
            to.OwnMention();
        else
            to.Mention(
                new Mention(EventReader.PersonOf(team, user), label.Length > 0 ? Unescape(label).TrimStart('@') : user)
            );
    }

    /// <summary>Whether a text mentions a user.</summary>
    public static bool Names(string text, string? user) =>
        user is not null
        && (
            text.Contains($"<@{user}>", StringComparison.Ordinal)
            || text.Contains($"<@{user}|", StringComparison.Ordinal)
        );

    static void AddReference(MessageTextBuilder to, string what, string label, string team, string? own)
    {
        switch (what[0])
        {
            case '@':
                AddUser(to, what[1..], label, team, own);
                break;
            case '#':
                to.Words($"#{Unescape(label.Length > 0 ? label : what[1..])}");
                break;
            case '!' when what.StartsWith("!date^", StringComparison.Ordinal):
                to.Words(Unescape(label));
                break;
            case '!':
                // <!here>, <!subteam^S1|@marketing>: without a label the id is all there is to say whom it calls.
                to.GroupMention(label.Length > 0 ? Unescape(label) : $"@{what[1..].Split('^')[^1]}");
                break;
            default:
                to.Verbatim(Unescape(Link(what, label)));
                break;
        }
    }

    /// <summary>An address with the words it stands behind, where these say more.</summary>
    static string Link(string url, string label)
    {
        var isMail = url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
        var isPhone = url.StartsWith("tel:", StringComparison.OrdinalIgnoreCase);
        var bare = isMail || isPhone ? url[(url.IndexOf(':') + 1)..].Split('?')[0] : url;
        if (label.Length == 0)
            return bare;
        if (
            label.Contains(bare, StringComparison.OrdinalIgnoreCase)
            || (!isMail && bare.Contains(label, StringComparison.OrdinalIgnoreCase))
            || (isPhone && Digits(label) == Digits(bare))
        )
            return label;
        return $"{label} ({bare})";
    }

    static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    static string Unescape(string text) => text.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&");

    [GeneratedRegex(@"<(?<what>[@#!]?[^<>|\s][^<>|]*)(?:\|(?<label>[^<>]*))?>", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
