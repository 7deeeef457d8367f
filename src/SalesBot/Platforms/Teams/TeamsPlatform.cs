using Microsoft.Extensions.Options;
using SalesBot.Chat;
using SalesBot.Messaging;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Platforms.Teams;

/// <summary>
/// Sends what the bot says to Teams: into a conversation, as a thread of a channel, in the place of a message, or to one person alone. A reply to one person of
/// a room goes to their own chat, for Teams shows nothing to one of many; the room hears that it went there.
/// </summary>
sealed class TeamsPlatform(
    ConnectorClient connector, TeamsRoutes routes, TeamsIdentity identity, TeamsPeople people, TeamsConversations conversations, SaidAnswers answers,
    ThreadPace pace, TeamsFiles files, TimeProvider time, IOptions<MessagingOptions> options) : IChatPlatform
{
    /// <summary>The id of what says that something takes time, and of what Teams gives no id: they cannot be replaced.</summary>
    const string Unnamed = "unnamed";

    const int Gates = 64;

    /// <summary>Who has to wait longer for a conversation's turn lets others go first.</summary>
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    // Two at once to one conversation are refused with 412.
    readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, Gates).Select(_ => new SemaphoreSlim(1))];

    public string Name => TeamsAddress.Platform;

    public string? Problem => identity.Problem;

    public Task<IncomingMessage> CompleteAsync(IncomingMessage message, CancellationToken cancellationToken) =>
        people.CompleteAsync(message, cancellationToken);

    public Task<FetchedFile> FetchAsync(SharedFile file, long most, CancellationToken cancellationToken) => files.FetchAsync(file, most, cancellationToken);

    public async Task<Delivery> SendAsync(Outgoing message, CancellationToken cancellationToken)
    {
        try
        {
            if (TeamsAddress.Message(message.Replaced) is var (conversation, activity))
                return await UpdateAsync(message, conversation, activity, cancellationToken);
            // What cannot be replaced is not kept in step.
            if (message is { Replaced: not null, Reply: { Viewer: not null, IsNew: false } })
                return new Delivery.Gone();
            return IsWaiting(message.Reply) ? await TypeAsync(message, cancellationToken) : await SayAsync(message, cancellationToken);
        }
        catch (TokenFault fault)
        {
            identity.Fails(fault.Message);
            return fault.IsFinal ? new Delivery.Refused(fault.Message) : new Delivery.Failed(fault.Message, fault.After);
        }
        catch (Exception fault) when (GuardedHttp.Fault(fault) is { } delivery)
        {
            return delivery;
        }
    }

    async Task<Delivery> SayAsync(Outgoing message, CancellationToken cancellationToken)
    {
        var (route, fault) = await routes.FindAsync(message.To, cancellationToken);
        var isAside = message.To.For is not null && message.Reply.Via is not null;
        if (route is null)
            return isAside && fault is Delivery.Refused ? await CannotBeToldAloneAsync(message, cancellationToken)
                : fault ?? new Delivery.Refused("Nobody knows where that is in Teams.");
        var delivery = await PostAsync(route, Drawn(message.Reply, route, message.Key), message.Reply.Via, cancellationToken);
        if (delivery is Delivery.Sent sent && MessageDrawing.AnswerIn(message.Reply) is { } answer)
            await answers.KeepAsync(sent.MessageId, answer);
        return !isAside ? delivery : delivery switch
        {
            Delivery.Sent => await ToldAsync(message, delivery, cancellationToken),
            Delivery.Refused => await CannotBeToldAloneAsync(message, cancellationToken),
            _ => delivery,
        };
    }

    async Task<Delivery> ToldAsync(Outgoing message, Delivery delivery, CancellationToken cancellationToken)
    {
        await TellRoomAsync(message, "I have answered you in our own chat.", cancellationToken);
        return delivery;
    }

    Task<Delivery> CannotBeToldAloneAsync(Outgoing message, CancellationToken cancellationToken) => TellRoomAsync(message,
        "I cannot write to you alone: add me for yourself first, under Apps. What you asked for is not for everybody here.", cancellationToken);

    OutboundActivity Drawn(Reply reply, TeamsRoute route, string key) => MessageDrawing.Of(reply,
        new CardPlace(Accounts: route.IsPersonal ? null : AccountsIn(reply, route.Tenant), Once: key), route.IsPersonal);

    List<string> AccountsIn(Reply reply, string tenant) => [.. (reply.Own?.People ?? []).Select(person => Address.Parse(person))
        .Where(person => person?.Platform == TeamsAddress.Platform && person.Workspace == tenant)
        .Select(person => conversations.AccountOf(tenant, person?.Conversation ?? "")).OfType<string>()];

    /// <summary>Says something to all of a room in the thread in which it was asked; whatever becomes of it.</summary>
    async Task<Delivery> TellRoomAsync(Outgoing message, string text, CancellationToken cancellationToken)
    {
        var (room, _) = await routes.FindAsync(message.To with { For = null }, cancellationToken);
        return room is null ? new Delivery.Refused("Nobody knows where that is in Teams.")
            : await PostAsync(room, Drawn(Reply.Of(text), room, message.Key), message.Reply.Via, cancellationToken);
    }

    async Task<Delivery> PostAsync(TeamsRoute route, OutboundActivity activity, string? answers, CancellationToken cancellationToken)
    {
        activity = activity with { From = identity.Account, Conversation = new ConversationAccount(route.Conversation) };
        var (answer, fault) = await InTurnAsync(route, async () =>
            route.Begins ? await connector.CreateAsync(route.Service, new ConversationParameters(true, identity.Account)
            {
                ChannelData = new TeamsChannelData(new TenantInfo(route.Tenant), Channel: new ChannelInfo(route.Conversation)), TenantId = route.Tenant,
                Activity = activity with { Conversation = null },
            }, cancellationToken)
            : answers is not null && !route.IsAside ? await connector.ReplyAsync(route.Service, route.Conversation, answers, activity, cancellationToken)
            : await connector.SendAsync(route.Service, route.Conversation, activity, cancellationToken), cancellationToken);
        if (answer is null)
            return fault ?? new Delivery.Failed("It was not sent.");
        if (!answer.Ok)
            return await FaultAsync(route, answer);
        identity.Works();
        return new Delivery.Sent((route.Begins, answer.Id, answer.Body.Text("activityId")) switch
        {
            (true, { } thread, { } first) => TeamsAddress.MessageOf(thread, first),
            (false, { } id, _) => TeamsAddress.MessageOf(route.Conversation, id),
            _ => Unnamed,
        });
    }

    async Task<Delivery> UpdateAsync(Outgoing message, string conversation, string activity, CancellationToken cancellationToken)
    {
        if (routes.To(message.To.Workspace, conversation) is not { } route)
            return new Delivery.Gone();
        var drawn = Drawn(message.Reply, route, message.Key) with { From = identity.Account, Conversation = new ConversationAccount(conversation) };
        var (answer, fault) = await InTurnAsync(route,
            () => connector.UpdateAsync(route.Service, conversation, activity, drawn, cancellationToken), cancellationToken);
        return answer is null ? fault ?? new Delivery.Failed("It was not sent.")
            : answer.Ok ? new Delivery.Sent(TeamsAddress.MessageOf(conversation, activity))
            : answer.Status is 403 or 404 or 405 or 410 ? new Delivery.Gone()
            : await FaultAsync(route, answer);
    }

    /// <summary>One after the other for a conversation, and no faster than Teams allows.</summary>
    async Task<(ConnectorAnswer? Answer, Delivery? Fault)> InTurnAsync(TeamsRoute route, Func<Task<ConnectorAnswer>> call, CancellationToken cancellationToken)
    {
        var gate = gates[(uint)string.GetHashCode(route.Conversation, StringComparison.Ordinal) % Gates];
        await gate.WaitAsync(cancellationToken);
        try
        {
            var (wait, isTaken) = pace.Take(route.Tenant, TeamsAddress.Split(route.Conversation).Conversation, LongestWait);
            if (!isTaken)
                return (null, new Delivery.Throttled(wait, ConversationOnly: true));
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time, cancellationToken);
            return (await call().WaitAsync(TimeSpan.FromSeconds(options.Value.SecondsPerCall), TimeProvider.System, cancellationToken), null);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>What a status means (learn.microsoft.com, "Status code responses"): where the bot is not wanted or not any more, it does not try again.</summary>
    async Task<Delivery> FaultAsync(TeamsRoute route, ConnectorAnswer answer)
    {
        switch (answer.Status)
        {
            case 401:
                identity.Fails($"Teams refuses the bot's token: {answer.Error}. Look at Teams:AppId, Teams:AppType and the secret.");
                return new Delivery.Refused($"Teams refuses the bot's token: {answer.Error}.");
            case 404 when route.IsPersonal && route.Person is not null:
                // Whoever adds the app again has another conversation with the bot.
                await conversations.GoneAsync(route.Tenant, route.Conversation);
                return new Delivery.Failed("That conversation is gone; another one is begun.");
            case 403 or 404:
                if (answer.Error is not ("MessageWritesBlocked" or "403"))
                    await conversations.GoneAsync(route.Tenant, TeamsAddress.Split(route.Conversation).Conversation);
                return new Delivery.Refused($"Teams says {answer.Error}.");
            case 429:
                return new Delivery.Throttled(answer.RetryAfter ?? TimeSpan.FromSeconds(5), ConversationOnly: true);
            default:
                return GuardedHttp.Fault(answer.Status, answer.RetryAfter) is Delivery.Failed failed ? failed
                    : new Delivery.Refused($"Teams answers {answer.Status}: {answer.Error}.");
        }
    }

    /// <summary>That something takes time shows as typing, and goes by itself; nobody misses it.</summary>
    async Task<Delivery> TypeAsync(Outgoing message, CancellationToken cancellationToken)
    {
        try
        {
            if (await routes.FindAsync(message.To, cancellationToken) is ({ Begins: false } route, _))
                await PostAsync(route, OutboundActivity.Typing, null, cancellationToken);
        }
        catch (Exception fault) when (fault is TokenFault || GuardedHttp.Fault(fault) is not null)
        {
            // The answer matters, not this.
        }
        return new Delivery.Sent(Unnamed);
    }

    static bool IsWaiting(Reply reply) => reply.Slot?.StartsWith(InboxWork.Waiting, StringComparison.Ordinal) == true;
}
