using System.Text.Json;
using SalesBot.Chat;
using SalesBot.Platforms.Slack.Wire;

namespace SalesBot.Platforms.Slack;

/// <summary>
/// Reads what Slack tells of: what was said to the bot or where it takes part, its home tab, a channel it has joined.
/// What the bot itself or another one said, edits, unfurled links and what people say among themselves is nothing.
/// </summary>
sealed class EventReader(SlackIdentity identity)
{
    /// <summary>Slack's own bot.</summary>
    const string Slackbot = "USLACKBOT";

    /// <summary>The message in an <c>event_callback</c>, or none if it holds nothing for the bot.</summary>
    public IncomingMessage? Read(JsonElement envelope)
    {
        if (envelope.At("event") is not { } e || Team(envelope) is not { } team)
            return null;
        return e.Text("type") switch
        {
            "app_mention" or "message" => Said(envelope, e, team),
            "app_home_opened" when e.Text("tab") == "home" && e.Text("user") is { } user => HomeOf(
                team,
                user,
                IdOf(envelope, e)
            ),
            "member_joined_channel"
                when e.Text("user") is { } user && user == Own(envelope) && e.Text("channel") is { } channel =>
                new IncomingMessage(
                    IdOf(envelope, e),
                    new Address(SlackPlatform.PlatformName, team, channel),
                    PersonOf(team, e.Text("inviter") ?? user),
                    "",
                    "",
                    IsDirect: false
                )
                {
                    Action = ChatAction.Of("greet"),
                    IsUnasked = true,
                },
            _ => null,
        };
    }

    /// <summary>A look at somebody's home tab.</summary>
    public static IncomingMessage HomeOf(string team, string user, string id) =>
        new(
            id,
            new Address(SlackPlatform.PlatformName, team, SlackPlatform.Home, For: user),
            PersonOf(team, user),
            "",
            "",
            IsDirect: false
        )
        {
            Action = ChatAction.Of("home"),
            IsUnasked = true,
        };

    /// <summary>The id of a person.</summary>
    public static string PersonOf(string team, string user) =>
        new Address(SlackPlatform.PlatformName, team, user).ToString();

    /// <summary>The workspace whose bot is meant; none for one that is not ours.</summary>
    string? Team(JsonElement envelope)
    {
        var named = envelope
            .Items("authorizations")
            .Select(one => one.Text("team_id"))
            .Append(envelope.Text("team_id"))
            .OfType<string>()
            .ToList();
        return identity.Team is not { } own ? named.FirstOrDefault()
            : named.Contains(own) || named.Count == 0 ? own
            : null;
    }

    /// <summary>The bot's user id; each envelope names it too.</summary>
    string? Own(JsonElement envelope) =>
        identity.User ?? envelope.Items("authorizations").FirstOrDefault(one => one.Is("is_bot")).Text("user_id");

    static string IdOf(JsonElement envelope, JsonElement e) =>
        envelope.Text("event_id") ?? $"event/{e.Text("type")}/{e.Text("event_ts")}/{e.Text("user")}";

    IncomingMessage? Said(JsonElement envelope, JsonElement e, string team)
    {
        var own = Own(envelope);
        var isMention = e.Text("type") == "app_mention";
        if (
            e.Text("subtype") is not (null or "file_share" or "thread_broadcast" or "me_message")
            || e.Is("hidden")
            // An edit is nothing, unless it calls the bot.
            || (e.At("edited") is not null && !isMention)
            || e.Text("user") is not { } user
            || user == own
            || user == Slackbot
            || e.Text("bot_id") is not null
            || e.At("bot_profile") is not null
            || e.Text("channel") is not { } channel
            || e.Text("ts") is not { } ts
        )
            return null;
        var said = SlackContent.Read(e, team, own);
        var isDirect = e.Text("channel_type") == "im" || channel.StartsWith('D');
        var isAddressed = isDirect || isMention || said.NamesBot;
        var thread =
            e.Text("thread_ts")
            ?? (
                isDirect
                    ? e.At("app_context") is null
                        ? null
                        : ts
                    : isAddressed
                        ? ts
                        : null
            );
        // What people say in a channel without a word to the bot is theirs; in a thread it may be a follow-up.
        if (!isAddressed && thread is null)
            return null;
        var isShared = envelope.Is("is_ext_shared_channel");
        var from = TeamOfSender(envelope, e) ?? team;
        var isStranger = !identity.IsColleague(from, team);
        return new IncomingMessage(
            IdOf(envelope, e),
            new Address(SlackPlatform.PlatformName, team, channel, thread),
            PersonOf(isStranger ? from : team, user),
            "",
            said.Text,
            isDirect,
            isAddressed
        )
        {
            // A mention comes a second time as a message, and once more when it is edited; what calls the bot for the
            // first time is new.
            AlsoKnownAs = $"{channel}/{ts}/{(isAddressed ? "call" : "said")}/{user}",
            Mentions = said.Mentions,
            IsForOthers = said.IsForOthers,
            Quoted = said.Quoted,
            About = e.Text("thread_ts") is { } root && root != ts ? [SlackPlatform.IdOf(channel, root)] : [],
            HasFiles = e.Items("files").Any(),
            // Nobody else could open a link into a conversation with the bot.
            Link = isDirect ? null : identity.LinkTo(channel, ts, e.Text("thread_ts")),
            StartsThread = e.Text("thread_ts") is null,
            IsShared = isShared,
            Standing = isStranger ? Standing.Guest : Standing.Member,
        };
    }

    /// <summary>
    /// The workspace, or the organisation, of whoever speaks: in an <c>app_mention</c> of a shared channel
    /// <c>user_team</c> may name either.
    /// </summary>
    static string? TeamOfSender(JsonElement envelope, JsonElement e) =>
        e.Text("user_team") ?? e.Text("team") ?? (envelope.Is("is_ext_shared_channel") ? e.Text("source_team") : null);
}
