using SalesBot.Chat;
using SalesBot.Messaging;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Platforms.Teams;

/// <summary>What Teams is told: a status, and a body where one is expected.</summary>
sealed record TeamsAnswer(int Status, string? Json = null)
{
    public static readonly TeamsAnswer Taken = new(200), Unreadable = new(400), NotNow = new(503), Unknown = new(501);

    public static TeamsAnswer Of<T>(T body) => new(200, TeamsJson.Write(body));
}

/// <summary>
/// Where everything from Teams comes in that is Teams' own: what is said is put into the inbox, and only then counts as arrived; where the bot comes in or
/// goes is remembered.
/// </summary>
sealed class TeamsDoor(Inbox inbox, TeamsConversations conversations, TeamsInvokes invokes, SaidAnswers answers)
{
    /// <summary>Takes an activity in.</summary>
    /// <exception cref="Storage.StorageFault">It was not kept.</exception>
    public async Task<TeamsAnswer> TakeAsync(Activity activity)
    {
        if (activity.IsFromBot)
            return TeamsAnswer.Taken;
        switch (activity.Type)
        {
            case "message" when activity.Id is not null && ActivityPlace.Of(activity) is { } place:
                await SeenAsync(activity, place);
                return await SaidAsync(activity, place);
            // An edit is nothing, unless it calls the bot.
            case "messageUpdate" when activity is { Id: not null, ChannelData.EventType: null or "editMessage" } && ActivityPlace.Of(activity) is { IsDirect: false } place:
                await SeenAsync(activity, place);
                return ActivityReader.Said(activity, place).IsAddressed ? await SaidAsync(activity, place) : TeamsAnswer.Taken;
            case "invoke" when activity is { Id: not null, Name.Length: > 0 } && ActivityPlace.Of(activity) is { } place:
                // Dialogs and searches are opened between people, too, where the bot is not: that is no chat with it.
                var known = conversations.Find(place.Tenant, place.At.Conversation);
                await conversations.SeenAsync(known is null ? null : place.Conversation(activity), place.Tenant, PersonIn(activity, place), activity.From?.Id);
                return await invokes.AnswerAsync(activity, place with { IsDirect = known is { Kind: TeamsKind.Personal } && known.Person == place.Person });
            // An invoke without a name asks for nothing that could be answered.
            case "message" or "invoke":
                return TeamsAnswer.Unreadable;
            case "installationUpdate" when activity.Action is "add" or "add-upgrade":
            // In a team the installation says which channel was chosen; this says another one.
            case "conversationUpdate" when IsOwn(activity, activity.MembersAdded) && activity.ChannelData?.Team is null:
                return await WelcomeAsync(activity);
            case "installationUpdate" when activity.Action is "remove" or "remove-upgrade":
            case "conversationUpdate" when IsOwn(activity, activity.MembersRemoved):
                return await GoneAsync(activity, activity.Conversation?.Id);
            case "conversationUpdate" when activity.ChannelData?.EventType is "channelDeleted":
                return await GoneAsync(activity, activity.ChannelData.Channel?.Id);
            case "messageReaction":
                return await ReactedAsync(activity);
            default:
                return TeamsAnswer.Taken;
        }
    }

    Task SeenAsync(Activity activity, ActivityPlace place) =>
        conversations.SeenAsync(place.Conversation(activity), place.Tenant, PersonIn(activity, place), activity.From?.Id);

    static string? PersonIn(Activity activity, ActivityPlace place) => string.IsNullOrEmpty(activity.From?.AadObjectId) ? null : place.Person;

    static bool IsOwn(Activity activity, IReadOnlyList<ChannelAccount?>? members) =>
        activity.Recipient?.Id is { } own && members?.Any(member => member?.Id == own) == true;

    async Task<TeamsAnswer> SaidAsync(Activity activity, ActivityPlace place)
    {
        var message = ActivityReader.Said(activity, place);
        var acceptance = await inbox.AcceptAsync(message);
        // Whoever has begun to talk with it needs no welcome.
        await conversations.WelcomedAsync(place.Tenant, place.At.Conversation);
        if (acceptance == Acceptance.Full)
            return TeamsAnswer.NotNow;
        return activity.ExpectsReplies ? await invokes.RepliesAsync(message, place, acceptance) : TeamsAnswer.Taken;
    }

    /// <summary>Says once in a conversation what the bot is there for: two activities tell of one installation, and they may come again.</summary>
    async Task<TeamsAnswer> WelcomeAsync(Activity activity)
    {
        if (ActivityPlace.Of(activity) is not { } there)
            return TeamsAnswer.Unreadable;
        var place = activity.ChannelData?.Settings?.SelectedChannel?.Id is { Length: > 0 } chosen
            ? there with { At = there.At with { Conversation = chosen } } : there;
        await SeenAsync(activity, place);
        if (conversations.UnwelcomedSince(place.Tenant, place.At.Conversation) is not { } since)
            return TeamsAnswer.Taken;
        var greeting =
            new IncomingMessage($"welcome/{place.At.Conversation}/{since}", place.At with { Thread = null }, place.Sender, place.Name, "", place.IsDirect)
        {
            Action = ChatAction.Of("greet"), IsUnasked = true,
        };
        if (await inbox.AcceptAsync(greeting) == Acceptance.Full)
            return TeamsAnswer.NotNow;
        await conversations.WelcomedAsync(place.Tenant, place.At.Conversation);
        return TeamsAnswer.Taken;
    }

    async Task<TeamsAnswer> GoneAsync(Activity activity, string? id)
    {
        if (activity.Tenant is { } tenant && id is not null)
            await conversations.GoneAsync(tenant.ToLowerInvariant(), TeamsAddress.Split(id).Conversation);
        return TeamsAnswer.Taken;
    }

    /// <summary>A thumb below an answer says whether it helped; nothing is said to that.</summary>
    async Task<TeamsAnswer> ReactedAsync(Activity activity)
    {
        if (activity is not { Id: not null, ReplyToId: { } on } || ActivityPlace.Of(activity) is not { } place
            || activity.ReactionsAdded?.Select(reaction => ActivityReader.IsPraise(reaction?.Type))
                .FirstOrDefault(praise => praise is not null) is not { } isPraise
            || answers.Find(TeamsAddress.MessageOf(activity.Conversation?.Id ?? "", on)) is not { } answer)
            return TeamsAnswer.Taken;
        var said = ActivityReader.Aside(activity, place, ChatAction.Of("feedback", ("answer", answer), ("helpful", isPraise ? "yes" : "no")));
        return await inbox.AcceptAsync(said with { Id = $"{said.Id}/{place.Person}", IsUnasked = true, IsSilent = true }) == Acceptance.Full
            ? TeamsAnswer.NotNow : TeamsAnswer.Taken;
    }
}
