using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json.Linq;
using SalesBot.Chat;
using SalesBot.Platforms.Teams.Cards;
using SalesBot.Platforms.Teams.Wire;
using Activity = Microsoft.Bot.Schema.Activity;

namespace SalesBot.Platforms.Teams;

/// <summary>
/// Where an activity happens and whose it is: the address, the sender's id, whether nobody else is there. None if it
/// lacks what that takes.
/// </summary>
sealed record ActivityPlace(string Tenant, Address At, string Person, string Sender, string Name, bool IsDirect)
{
    public static ActivityPlace? Of(Activity activity)
    {
        if (
            activity.Tenant?.ToLowerInvariant() is not { } tenant
            || activity.Conversation?.Id is not { Length: > 0 } id
            || id.Trim('.', ' ').Length == 0
            || activity.From is not { } from
            || (from.AadObjectId is { Length: > 0 } known ? known.ToLowerInvariant() : from.Id)
                is not { Length: > 0 } person
        )
            return null;
        var (conversation, thread) = TeamsAddress.Split(id);
        var kind = activity.Conversation?.ConversationType ?? TeamsKind.Guess(conversation);
        var isAside = activity.IsTargeted && kind != TeamsKind.Personal;
        return new ActivityPlace(
            tenant,
            new Address(TeamsAddress.Platform, tenant, conversation, thread, isAside ? person : null),
            person,
            TeamsAddress.PersonOf(tenant, person),
            PersonText.Clean(from.Name ?? ""),
            kind == TeamsKind.Personal
        );
    }

    /// <summary>The conversation as it is remembered.</summary>
    public TeamsConversation Conversation(Activity activity) =>
        new(
            Tenant,
            At.Conversation,
            activity.ServiceUrl ?? "",
            IsDirect ? TeamsKind.Personal : activity.Conversation?.ConversationType ?? TeamsKind.Guess(At.Conversation),
            IsDirect ? Person : null
        );
}

/// <summary>Reads what people say, press and think of an answer.</summary>
static class ActivityReader
{
    const string FileInfo = "application/vnd.microsoft.teams.file.download.info";

    /// <summary>
    /// The id under which an activity is known, so that the same one brought again is; one that is edited keeps its id
    /// and changes its type.
    /// </summary>
    public static string IdOf(Activity activity) =>
        $"{activity.Conversation?.Id}/{activity.Id}/{activity.Type}{(activity.Name is null ? "" : $"/{activity.Name}")}";

    /// <summary>Something said, or a card's button of a client that knows no invokes.</summary>
    public static IncomingMessage Said(Activity activity, ActivityPlace place)
    {
        if (activity.Carried is { } carried && CardActions.Read(null, carried) is var (action, once))
            return Pressed(activity, place, action, once) with
            {
                Awaits = activity.ExpectsReplies ? Awaited.All : Awaited.Nothing,
            };
        var said = TeamsContent.Read(activity, place.Tenant);
        var isAddressed = place.IsDirect || said.NamesBot || place.At.For is not null;
        var slash = place.At.For is null ? null : TeamsCommands.SlashIn(said.Text);
        return new IncomingMessage(
            IdOf(activity),
            place.At,
            place.Sender,
            place.Name,
            slash?.Text ?? said.Text,
            place.IsDirect,
            isAddressed
        )
        {
            Action = slash?.Action,
            Mentions = said.Mentions,
            IsForOthers = said.IsForOthers && place.At.For is null,
            Quoted = said.Quoted,
            About = [.. AnsweredBy(activity)],
            // What calls the bot for the first time is new, also when a message is edited to do so.
            AlsoKnownAs = $"{activity.Conversation?.Id}/{activity.Id}/{(isAddressed ? "call" : "said")}",
            HasFiles = activity.Attachments?.Any(one => one?.ContentType == FileInfo) == true,
            // Where nobody saw the question, nobody is told where the answer went.
            Via = place.At.For is null ? activity.Id : null,
            Link = TeamsAddress.LinkTo(activity, place.Tenant),
            IsShared = activity.IsShared,
            Awaits = place.IsDirect && activity.ExpectsReplies ? Awaited.All : Awaited.Nothing,
            Files = !place.IsDirect
                ? []
                :
                [
                    .. (activity.Attachments ?? [])
                        .Where(attachment => attachment?.ContentType == FileInfo)
                        .Select(attachment => new SharedFile(
                            attachment?.Name ?? "",
                            (attachment?.Content as JToken).Text("downloadUrl") ?? ""
                        )),
                ],
        };
    }

    /// <summary>The messages that it stands below, or quotes.</summary>
    static IEnumerable<string> AnsweredBy(Activity activity)
    {
        var conversation = activity.Conversation?.Id ?? "";
        return TeamsContent
            .AnsweredIn(activity)
            .Append(TeamsAddress.Split(conversation).Thread)
            .OfType<string>()
            .SelectMany(id =>
                new[]
                {
                    TeamsAddress.MessageOf(conversation, id),
                    TeamsAddress.MessageOf(TeamsAddress.Split(conversation).Conversation, id),
                }
            )
            .Distinct();
    }

    /// <summary>Something pressed on a message of the bot's.</summary>
    public static IncomingMessage Pressed(Activity activity, ActivityPlace place, ChatAction action, string? once) =>
        new(IdOf(activity), place.At, place.Sender, place.Name, "", place.IsDirect)
        {
            Action = action,
            Pressed = activity.ReplyToId is { } on ? TeamsAddress.MessageOf(activity.Conversation?.Id ?? "", on) : null,
            IsShared = activity.IsShared,
            Once = OnceOf(once, action),
        };

    /// <summary>
    /// Something pressed in a dialog, or looked for: it is between the bot and one person, wherever they are.
    /// </summary>
    public static IncomingMessage Aside(
        Activity activity,
        ActivityPlace place,
        ChatAction action,
        string? once = null
    ) =>
        new(
            IdOf(activity),
            place.IsDirect ? place.At : place.At with { For = place.Person, Thread = null },
            place.Sender,
            place.Name,
            "",
            place.IsDirect
        )
        {
            Action = action,
            Awaits = Awaited.All,
            Once = OnceOf(once, action),
        };

    /// <summary>A form that is sent twice as it is counts once.</summary>
    static string? OnceOf(string? form, ChatAction action)
    {
        var said = action
            .Values.OrderBy(value => value.Key, StringComparer.Ordinal)
            .Select(value => $"{value.Key}={value.Value}");
        return form is null ? null : $"form/{form}/{HashOf(string.Join('\n', said))}";
    }

    static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];

    /// <summary>What a reaction says of an answer, or none if it says nothing.</summary>
    public static bool? IsPraise(string? reaction) =>
        reaction switch
        {
            "like" or "heart" => true,
            "sad" or "angry" => false,
            _ => null,
        };
}
