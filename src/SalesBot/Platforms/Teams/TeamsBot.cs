using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using SalesBot.Chat;
using SalesBot.Messaging;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Platforms.Teams;

/// <summary>
/// The bot as the Bot Framework knows it. What is said is put into the inbox within the turn, and only then counts as
/// arrived; where the bot comes in or goes is remembered. What it answers is sent by the outbox, not in the turn;
/// invokes and expected replies are answered in it.
/// </summary>
sealed class TeamsBot(Inbox inbox, TeamsConversations conversations, TeamsInvokes invokes, SaidAnswers answers)
    : TeamsActivityHandler
{
    /// <inheritdoc/>
    public override Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
        turnContext.Activity switch
        {
            { IsFromBot: true, Type: ActivityTypes.Invoke } => turnContext.SendActivityAsync(
                new Activity(ActivityTypesEx.InvokeResponse)
                {
                    Value = new InvokeResponse { Status = (int)HttpStatusCode.OK },
                },
                cancellationToken
            ),
            { IsFromBot: true } => Task.CompletedTask,
            _ => base.OnTurnAsync(turnContext, cancellationToken),
        };

    /// <inheritdoc/>
    protected override async Task OnMessageActivityAsync(
        ITurnContext<IMessageActivity> turnContext,
        CancellationToken cancellationToken
    )
    {
        var activity = In(turnContext);
        if (activity.Id is null || ActivityPlace.Of(activity) is not { } place)
            throw TeamsRefusal.Unreadable();
        await SeenAsync(activity, place);
        await SaidAsync(turnContext, activity, place);
    }

    /// <summary>An edit is nothing, unless it calls the bot.</summary>
    protected override async Task OnMessageUpdateActivityAsync(
        ITurnContext<IMessageUpdateActivity> turnContext,
        CancellationToken cancellationToken
    )
    {
        var activity = In(turnContext);
        if (
            activity is not { Id: not null, EventType: null or "editMessage" }
            || ActivityPlace.Of(activity) is not { IsDirect: false } place
        )
            return;
        await SeenAsync(activity, place);
        if (ActivityReader.Said(activity, place).IsAddressed)
            await SaidAsync(turnContext, activity, place);
    }

    /// <summary>Nothing: the SDK's own looks into what came before anybody could say whether it can be read.</summary>
    protected override Task OnMessageDeleteActivityAsync(
        ITurnContext<IMessageDeleteActivity> turnContext,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    /// <summary>Nothing, for the same reason: read receipts and meetings are not the bot's business.</summary>
    protected override Task OnEventActivityAsync(
        ITurnContext<IEventActivity> turnContext,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    /// <summary>
    /// All invokes come here: the SDK's methods by name read the value before anybody could look at it, and do not know
    /// all of them.
    /// </summary>
    protected override async Task<InvokeResponse> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext,
        CancellationToken cancellationToken
    )
    {
        var activity = In(turnContext);
        // An invoke without a name asks for nothing that could be answered.
        if (activity is not { Id: not null, Name.Length: > 0 } || ActivityPlace.Of(activity) is not { } place)
            throw TeamsRefusal.Unreadable();
        // Dialogs and searches are opened between people, too, where the bot is not: that is no chat with it.
        var known = conversations.Find(place.Tenant, place.At.Conversation);
        await conversations.SeenAsync(
            known is null ? null : place.Conversation(activity),
            place.Tenant,
            PersonIn(activity, place),
            activity.From?.Id
        );
        return await invokes.AnswerAsync(
            activity,
            place with
            {
                IsDirect = known is { Kind: TeamsKind.Personal } && known.Person == place.Person,
            }
        );
    }

    /// <inheritdoc/>
    protected override Task OnInstallationUpdateActivityAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext,
        CancellationToken cancellationToken
    ) =>
        In(turnContext) switch
        {
            { Action: "add" or "add-upgrade" } activity => WelcomeAsync(activity),
            { Action: "remove" or "remove-upgrade" } activity => GoneAsync(activity, activity.Conversation?.Id),
            _ => Task.CompletedTask,
        };

    /// <inheritdoc/>
    protected override Task OnConversationUpdateActivityAsync(
        ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken
    )
    {
        var activity = In(turnContext);
        // In a team the installation says which channel was chosen; this says another one.
        if (IsOwn(activity, activity.MembersAdded) && activity.Data.At("team") is null)
            return WelcomeAsync(activity);
        if (IsOwn(activity, activity.MembersRemoved))
            return GoneAsync(activity, activity.Conversation?.Id);
        return activity.EventType == "channelDeleted" ? GoneAsync(activity, activity.Channel) : Task.CompletedTask;
    }

    /// <summary>A thumb below an answer says whether it helped; nothing is said to that.</summary>
    protected override async Task OnMessageReactionActivityAsync(
        ITurnContext<IMessageReactionActivity> turnContext,
        CancellationToken cancellationToken
    )
    {
        var activity = In(turnContext);
        if (
            activity is not { Id: not null, ReplyToId: { } on }
            || ActivityPlace.Of(activity) is not { } place
            || activity
                .ReactionsAdded?.Select(reaction => ActivityReader.IsPraise(reaction?.Type))
                .FirstOrDefault(praise => praise is not null)
                is not { } isPraise
            || answers.Find(TeamsAddress.MessageOf(activity.Conversation?.Id ?? "", on)) is not { } answer
        )
            return;
        var said = ActivityReader.Aside(
            activity,
            place,
            ChatAction.Of("feedback", ("answer", answer), ("helpful", isPraise ? "yes" : "no"))
        );
        if (
            await inbox.AcceptAsync(said with { Id = $"{said.Id}/{place.Person}", IsUnasked = true, IsSilent = true })
            == Acceptance.Full
        )
            throw TeamsRefusal.NotNow();
    }

    /// <summary>The activity itself: the SDK's interfaces show a part of it.</summary>
    static Activity In(ITurnContext turnContext) => turnContext.Activity;

    Task SeenAsync(Activity activity, ActivityPlace place) =>
        conversations.SeenAsync(
            place.Conversation(activity),
            place.Tenant,
            PersonIn(activity, place),
            activity.From?.Id
        );

    static string? PersonIn(Activity activity, ActivityPlace place) =>
        string.IsNullOrEmpty(activity.From?.AadObjectId) ? null : place.Person;

    static bool IsOwn(Activity activity, IEnumerable<ChannelAccount?>? members) =>
        activity.Recipient?.Id is { } own && members?.Any(member => member?.Id == own) == true;

    async Task SaidAsync(ITurnContext turnContext, Activity activity, ActivityPlace place)
    {
        var message = ActivityReader.Said(activity, place);
        var acceptance = await inbox.AcceptAsync(message);
        // Whoever has begun to talk with it needs no welcome.
        await conversations.WelcomedAsync(place.Tenant, place.At.Conversation);
        if (acceptance == Acceptance.Full)
            throw TeamsRefusal.NotNow();
        // What is said in the body of a response everybody of a room sees, so there it is sent instead.
        if (
            place.IsDirect
            && activity.ExpectsReplies
            && await invokes.ReplyAsync(message, place, acceptance) is { } reply
        )
            await turnContext.SendActivityAsync(reply, CancellationToken.None);
    }

    /// <summary>
    /// Says once in a conversation what the bot is there for: two activities tell of one installation, and they may
    /// come again.
    /// </summary>
    async Task WelcomeAsync(Activity activity)
    {
        if (ActivityPlace.Of(activity) is not { } there)
            throw TeamsRefusal.Unreadable();
        var place = activity.Data.Text("settings", "selectedChannel", "id") is { Length: > 0 } chosen
            ? there with
            {
                At = there.At with { Conversation = chosen },
            }
            : there;
        await SeenAsync(activity, place);
        if (conversations.UnwelcomedSince(place.Tenant, place.At.Conversation) is not { } since)
            return;
        var greeting = new IncomingMessage(
            $"welcome/{place.At.Conversation}/{since}",
            place.At with
            {
                Thread = null,
            },
            place.Sender,
            place.Name,
            "",
            place.IsDirect
        )
        {
            Action = ChatAction.Of("greet"),
            IsUnasked = true,
        };
        if (await inbox.AcceptAsync(greeting) == Acceptance.Full)
            throw TeamsRefusal.NotNow();
        await conversations.WelcomedAsync(place.Tenant, place.At.Conversation);
    }

    async Task GoneAsync(Activity activity, string? id)
    {
        if (activity.Tenant is { } tenant && id is not null)
            await conversations.GoneAsync(tenant.ToLowerInvariant(), TeamsAddress.Split(id).Conversation);
    }
}
