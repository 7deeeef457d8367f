using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SalesBot.Chat;
using SalesBot.Platforms.Slack.Wire;

namespace SalesBot.Platforms.Slack;

/// <summary>
/// Reads what Slack tells of: what was said to the bot or where it takes part, its home tab, a channel it has joined. What the bot itself or another one said,
/// edits, unfurled links and what people say among themselves is nothing.
/// </summary>
sealed class EventReader(SlackIdentity identity)
{
    /// <summary>The message in an <c>event_callback</c>, or none if it holds nothing for the bot.</summary>
    public IncomingMessage? Read(JsonElement envelope)
    {
        if (envelope.At("event") is not { } e || Team(envelope) is not { } team)
            return null;
        return e.Text("type") switch
        {
            "app_mention" or "message" => Said(envelope, e, team),
            "app_home_opened" when e.Text("tab") == "home" && e.Text("user") is { } user => HomeOf(team, user, IdOf(envelope, e)),
            "member_joined_channel" when e.Text("user") is { } user && user == Own(envelope) && e.Text("channel") is { } channel =>
                new IncomingMessage(IdOf(envelope, e), new Address(SlackPlatform.PlatformName, team, channel), PersonOf(team, e.Text("inviter") ?? user),
                    "", "",
                    IsDirect: false) { Action = ChatAction.Of("greet"), IsUnasked = true },
            _ => null,
        };
    }

    /// <summary>A look at somebody's home tab.</summary>
    public static IncomingMessage HomeOf(string team, string user, string id) =>
        new(id, new Address(SlackPlatform.PlatformName, team, SlackPlatform.Home, For: user), PersonOf(team, user), "", "", IsDirect: false)
        {
            Action = ChatAction.Of("home"), IsUnasked = true,
        };

    /// <summary>The id of a person.</summary>
    public static string PersonOf(string team, string user) => new Address(SlackPlatform.PlatformName, team, user).ToString();

    /// <summary>The workspace whose bot is meant; none for one that is not ours.</summary>
    string? Team(JsonElement envelope)
    {
        var named = envelope.Items("authorizations").Select(one => one.Text("team_id")).Append(envelope.Text("team_id")).OfType<string>().ToList();
        return identity.Team is not { } own ? named.FirstOrDefault() : named.Contains(own) || named.Count == 0 ? own : null;
    }

    /// <summary>The bot's user id; each envelope names it too.</summary>
    string? Own(JsonElement envelope) =>
        identity.User ?? envelope.Items("authorizations").FirstOrDefault(one => one.Is("is_bot")).Text("user_id");

    static string IdOf(JsonElement envelope, JsonElement e) => envelope.Text("event_id") ?? $"event/{e.Text("type")}/{e.Text("event_ts")}/{e.Text("user")}";

    IncomingMessage? Said(JsonElement envelope, JsonElement e, string team)
    {
        var own = Own(envelope);
        if (e.Text("subtype") is not (null or "file_share" or "thread_broadcast") || e.Is("hidden") || e.At("edited") is not null
            || e.Text("user") is not { } user || user == own
            || e.Text("bot_id") is not null || e.At("bot_profile") is not null || e.Text("channel") is not { } channel || e.Text("ts") is not { } ts)
            return null;
        var said = e.Text("text") ?? "";
        var isDirect = e.Text("channel_type") == "im" || channel.StartsWith('D');
        var isAddressed = isDirect || e.Text("type") == "app_mention" || SlackText.Names(said, own);
        var thread = e.Text("thread_ts") ?? (isDirect ? e.At("app_context") is null ? null : ts : isAddressed ? ts : null);
        // What people say in a channel without a word to the bot is theirs; in a thread it may be a follow-up.
        if (!isAddressed && thread is null)
            return null;
        var (text, users) = SlackText.Read(said, own);
        var isShared = envelope.Is("is_ext_shared_channel");
        var from = e.Text("user_team") ?? e.Text("source_team") ?? e.Text("team") ?? team;
        var isStranger = isShared && from != team;
        return new IncomingMessage(IdOf(envelope, e), new Address(SlackPlatform.PlatformName, team, channel, thread),
            PersonOf(isStranger ? from : team, user), "",
            text, isDirect, isAddressed)
        {
            // A mention comes a second time as a message.
            AlsoKnownAs = $"{channel}/{ts}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)))[..16]}",
            Mentions = [.. users.Select(mentioned => new Mention(mentioned.Words, PersonOf(team, mentioned.UserId)))],
            // Nobody else could open a link into a conversation with the bot.
            Link = isDirect ? null
                : identity.LinkTo(channel, ts, e.Text("thread_ts")), StartsThread = e.Text("thread_ts") is null, IsShared = isShared,
                    Standing = isStranger ? Standing.Guest : Standing.Member,
        };
    }
}
