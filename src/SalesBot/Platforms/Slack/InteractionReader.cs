using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SalesBot.Chat;
using SalesBot.Platforms.Slack.Wire;

namespace SalesBot.Platforms.Slack;

/// <summary>
/// Something that was pressed, chosen or sent: the message it means, the context of a dialog that shows what comes of
/// it, the <c>trigger_id</c> that opens one within three seconds, and the dialog it came from.
/// </summary>
sealed record Interaction(
    IncomingMessage Message,
    ViewContext Context,
    string? Trigger,
    string? ViewId = null,
    bool IsSubmission = false
)
{
    /// <summary>What was sent, by field.</summary>
    public IReadOnlyDictionary<string, string> Sent { get; init; } = new Dictionary<string, string>();
}

/// <summary>Reads commands, buttons, dialogs and shortcuts.</summary>
sealed class InteractionReader(SlackIdentity identity, KeptActions kept)
{
    /// <summary>The slash command with these fields, or none if it is none.</summary>
    public Interaction? Command(Func<string, string?> field)
    {
        if (
            field("command") is not { Length: > 1 } command
            || field("team_id") is not { } team
            || field("user_id") is not { } user
            || field("channel_id") is not { } channel
            || !IsOurs(team, field("enterprise_id"))
        )
            return null;
        team = identity.Team ?? team;
        var said = SlackWords.Read(field("text") ?? "", team, identity.User);
        var at = new Address(SlackPlatform.PlatformName, team, channel, For: user);
        var id = field("trigger_id") ?? Hash($"{command} {field("text")} {user} {channel} {field("response_url")}");
        return new Interaction(
            new IncomingMessage(
                id,
                at,
                EventReader.PersonOf(team, user),
                field("user_name") ?? "",
                said.Text,
                IsDirect: false
            )
            {
                Action = ChatAction.Of(
                    "command",
                    ("name", command.TrimStart('/').ToLowerInvariant()),
                    ("text", said.Text)
                ),
                Via = field("response_url"),
                Mentions = said.Mentions,
                Awaits = Awaited.Forms,
            },
            new ViewContext(at.ToString()),
            field("trigger_id")
        );
    }

    /// <summary>What a payload of interactivity means, or none if it means nothing to the bot.</summary>
    public Interaction? Read(JsonElement payload)
    {
        if (
            payload.Text("user", "id") is not { } user
            || (payload.Text("team", "id") ?? payload.Text("user", "team_id")) is not { } team
            || !IsOurs(team, payload.Text("enterprise", "id"))
        )
            return null;
        var from = payload.Text("user", "team_id") ?? team;
        team = identity.Team ?? team;
        // Within an organisation people have the same id everywhere.
        var isStranger = from != team && payload.Text("enterprise", "id") is null;
        var sender = EventReader.PersonOf(isStranger ? from : team, user);
        var read = payload.Text("type") switch
        {
            "block_actions" => Pressed(payload, team, user, sender),
            "view_submission" => Sent(payload, team, user, sender),
            "message_action" => OnMessage(payload, team, user, sender),
            "shortcut" when payload.Text("callback_id") == SlackShortcuts.NewHandoff => Alone(
                payload,
                team,
                user,
                sender,
                ChatAction.Of("draft")
            ),
            _ => null,
        };
        return read is null
            ? null
            : read with
            {
                Message = read.Message with
                {
                    Standing = isStranger ? Standing.Guest : Standing.Member,
                    SenderName = payload.Text("user", "name") ?? payload.Text("user", "username") ?? "",
                },
            };
    }

    bool IsOurs(string team, string? enterprise) =>
        identity.Team is null
        || team == identity.Team
        || (enterprise is { Length: > 0 } && enterprise == identity.Enterprise);

    Interaction? Pressed(JsonElement payload, string team, string user, string sender)
    {
        if (
            payload.Items("actions").FirstOrDefault() is not { ValueKind: JsonValueKind.Object } pressed
            || ActionOf(pressed) is not { } action
        )
            return null;
        var id = IdOf(payload);
        if (payload.Text("view", "type") == "modal")
            return InDialog(payload, team, user, sender, action);
        if (payload.At("view") is not null)
            return Alone(payload, team, user, sender, action, shows: true);
        if ((payload.Text("channel", "id") ?? payload.Text("container", "channel_id")) is not { } channel)
            return null;
        var ts = payload.Text("container", "message_ts") ?? payload.Text("message", "ts");
        var isAlone = payload.Is("container", "is_ephemeral");
        var isDirect = channel.StartsWith('D') && !isAlone;
        var standing = payload.Text("message", "thread_ts") ?? payload.Text("container", "thread_ts");
        var thread = standing ?? (isDirect || isAlone ? null : ts);
        var at = new Address(SlackPlatform.PlatformName, team, channel, thread, isAlone ? user : null);
        var on = isAlone || ts is null ? null : SlackPlatform.IdOf(channel, ts);
        return new Interaction(
            new IncomingMessage(id, at, sender, "", "", isDirect)
            {
                Action = action,
                Pressed = on,
                Via = payload.Text("response_url"),
                Awaits = Awaited.Forms,
                Link = isAlone || isDirect ? null : identity.LinkTo(channel, ts, thread),
                StartsThread = standing is null,
            },
            new ViewContext(at.ToString(), on),
            payload.Text("trigger_id")
        );
    }

    /// <summary>What an element does: its value says, or the block of a field that is sent by itself.</summary>
    ChatAction? ActionOf(JsonElement pressed)
    {
        if (pressed.Text("type") == "plain_text_input")
            return kept.Find(pressed.Text("block_id") ?? "")
                ?.With([KeyValuePair.Create(pressed.Text("action_id") ?? "", pressed.Text("value") ?? "")]);
        var value = pressed.Text("value") ?? pressed.Text("selected_option", "value");
        return value is null ? null : kept.Find(value) ?? ChatAction.Of("forgotten");
    }

    static Interaction InDialog(JsonElement payload, string team, string user, string sender, ChatAction action)
    {
        var context = ContextOf(payload, team, user);
        var at = AddressOf(context, team, user);
        return new Interaction(
            new IncomingMessage(IdOf(payload), at, sender, "", "", IsDirect(at))
            {
                Action = action,
                Awaits = Awaited.All,
            },
            context with
            {
                Shows = true,
            },
            payload.Text("trigger_id"),
            payload.Text("view", "id")
        );
    }

    /// <summary>Where nobody else is: the home tab, a shortcut.</summary>
    static Interaction Alone(
        JsonElement payload,
        string team,
        string user,
        string sender,
        ChatAction action,
        bool shows = false
    )
    {
        var at = new Address(SlackPlatform.PlatformName, team, user);
        return new Interaction(
            new IncomingMessage(IdOf(payload), at, sender, "", "")
            {
                Action = action,
                Awaits = shows ? Awaited.All : Awaited.Forms,
            },
            new ViewContext(at.ToString(), Shows: shows),
            payload.Text("trigger_id")
        );
    }

    Interaction? Sent(JsonElement payload, string team, string user, string sender)
    {
        if (payload.At("view") is not { } view || ContextOf(payload, team, user) is not { Action: { } stored } context)
            return null;
        var (at, values) = (AddressOf(context, team, user), Forms.Values(team, view.At("state") ?? default));
        var id = $"{view.Text("id")}/{Hash($"{view.Text("private_metadata")} {view.At("state")?.GetRawText()}")}";
        return new Interaction(
            new IncomingMessage(id, at, sender, "", "", IsDirect(at))
            {
                Action = kept.Find(stored)?.With(values) ?? ChatAction.Of("forgotten"),
                Pressed = context.Pressed,
                Awaits = context.Shows ? Awaited.All : Awaited.Forms,
            },
            context,
            payload.Text("trigger_id"),
            view.Text("id"),
            IsSubmission: true
        )
        {
            Sent = values,
        };
    }

    Interaction? OnMessage(JsonElement payload, string team, string user, string sender)
    {
        if (
            payload.Text("channel", "id") is not { } channel
            || SlackShortcuts.ActionOf(payload.Text("callback_id")) is not { } action
        )
            return null;
        var at = new Address(SlackPlatform.PlatformName, team, channel, For: user);
        var ts = payload.Text("message", "ts") ?? payload.Text("message_ts");
        var link = identity.LinkTo(channel, ts, payload.Text("message", "thread_ts"));
        var said = SlackContent.Read(payload.At("message") ?? default, team, identity.User);
        action = action.With([
            KeyValuePair.Create("text", said.Quoted is null ? said.Text : said.Whole),
            .. link is null ? Array.Empty<KeyValuePair<string, string>>() : [KeyValuePair.Create("link", link)],
        ]);
        return new Interaction(
            new IncomingMessage(IdOf(payload), at, sender, "", "", IsDirect: false)
            {
                Action = action,
                Via = payload.Text("response_url"),
                Link = link,
                Awaits = Awaited.Forms,
                Mentions = said.Mentions,
            },
            new ViewContext(at.ToString()),
            payload.Text("trigger_id")
        );
    }

    static ViewContext ContextOf(JsonElement payload, string team, string user) =>
        ViewContext.Read(payload.Text("view", "private_metadata"))
        ?? new ViewContext(EventReader.PersonOf(team, user), Shows: true);

    /// <summary>
    /// Where a dialog was opened, if that is in this workspace; else the conversation with the person.
    /// </summary>
    static Address AddressOf(ViewContext context, string team, string user) =>
        Address.Parse(context.At) is { Platform: SlackPlatform.PlatformName } at
        && at.Workspace == team
        && (at.For is null || at.For == user)
            ? at
            : new Address(SlackPlatform.PlatformName, team, user);

    static bool IsDirect(Address at) =>
        at.For is null && (at.Conversation.StartsWith('D') || SlackPlatform.IsUser(at.Conversation));

    static string IdOf(JsonElement payload) =>
        payload.Text("trigger_id") is { Length: > 0 } trigger ? trigger : Hash(payload.GetRawText());

    static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
