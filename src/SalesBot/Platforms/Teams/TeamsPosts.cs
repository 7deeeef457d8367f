using System.Collections.Concurrent;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using SalesBot.Chat;
using SalesBot.Messaging;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Platforms.Teams;

/// <summary>Nobody knows whether what was sent arrived.</summary>
sealed class UnsureDelivery(string message) : Exception(message);

/// <summary>
/// Posts to a conversation, one after the other and no faster than Teams allows, and says what came of it.
/// </summary>
sealed class TeamsPosts(
    TeamsConnector connector,
    TeamsIdentity identity,
    TeamsConversations conversations,
    ThreadPace pace,
    TimeProvider time
)
{
    const int MostPauses = 10_000;

    const string NotFound = "ConversationNotFound",
        NotInRoster = "BotNotInConversationRoster";

    /// <summary>Who has to wait longer for a conversation's turn lets others go first.</summary>
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3),
        Pause = TimeSpan.FromSeconds(1),
        UsualPause = TimeSpan.FromSeconds(5);

    readonly ConversationGates gates = new();
    readonly ConcurrentDictionary<string, DateTimeOffset> pauses = [];

    /// <summary>Says something; in answer to an activity, if there is one and it stands there.</summary>
    /// <exception cref="TokenFault">There is no token.</exception>
    /// <exception cref="UnsureDelivery">It may be there.</exception>
    public async Task<Delivery> PostAsync(
        TeamsRoute route,
        Activity activity,
        string? replyTo,
        CancellationToken cancellationToken
    )
    {
        (activity.From, activity.Conversation) = (
            identity.Account,
            new ConversationAccount { Id = route.Conversation }
        );
        var (answer, fault) = await InTurnAsync(
            route,
            () => SendAsync(route, activity, route.IsAside ? null : replyTo, cancellationToken),
            cancellationToken
        );
        if (answer is null)
            return fault ?? new Delivery.Failed("It was not sent.");
        if (!answer.Ok)
            return await FaultAsync(route, answer);
        identity.Works();
        return new Delivery.Sent(
            (route.Begins, answer.Id, answer.ActivityId) switch
            {
                (true, { } thread, { } first) => TeamsAddress.MessageOf(thread, first),
                (false, { } id, _) => TeamsAddress.MessageOf(route.Conversation, id),
                _ => "",
            }
        );
    }

    /// <summary>
    /// Says something to one person of a room, who is the activity's recipient; nobody else sees it. Null if Teams does
    /// not take that there, or for them.
    /// </summary>
    /// <exception cref="TokenFault">There is no token.</exception>
    /// <exception cref="UnsureDelivery">It may be there.</exception>
    public async Task<Delivery?> PostTargetedAsync(
        TeamsRoute route,
        Activity activity,
        CancellationToken cancellationToken
    )
    {
        (activity.From, activity.Conversation) = (
            identity.Account,
            new ConversationAccount { Id = route.Conversation }
        );
        var (answer, fault) = await InTurnAsync(
            route,
            () => connector.SendTargetedAsync(route.Service, route.Conversation, activity, cancellationToken),
            cancellationToken
        );
        if (answer is null)
            return fault ?? new Delivery.Failed("It was not sent.");
        if (answer.Status is 400 or 403 or 404 or 405 or 501)
            return null;
        if (!answer.Ok)
            return await FaultAsync(route, answer);
        identity.Works();
        return new Delivery.Sent(answer.Id is { } id ? TeamsAddress.MessageOf(route.Conversation, id) : "");
    }

    async Task<ConnectorAnswer> SendAsync(
        TeamsRoute route,
        Activity activity,
        string? replyTo,
        CancellationToken cancellationToken
    )
    {
        if (route.Begins)
        {
            activity.Conversation = null;
            return await connector.CreateAsync(
                route.Service,
                new ConversationParameters(isGroup: true, identity.Account)
                {
                    ChannelData = new TeamsChannelData
                    {
                        Tenant = new TenantInfo(route.Tenant),
                        Channel = new ChannelInfo(route.Conversation),
                    },
                    TenantId = route.Tenant,
                    Activity = activity,
                },
                cancellationToken
            );
        }
        if (
            replyTo is not null
            && await connector.ReplyAsync(route.Service, route.Conversation, replyTo, activity, cancellationToken)
                is var answer
            // What it answers may be gone while the conversation is not.
            && (answer.Status != 404 || answer.Error == NotFound)
        )
            return answer;
        activity.ReplyToId = null;
        return await connector.SendAsync(route.Service, route.Conversation, activity, cancellationToken);
    }

    /// <summary>Puts something in the place of a message; that may be done any number of times.</summary>
    /// <exception cref="TokenFault">There is no token.</exception>
    /// <exception cref="UnsureDelivery">It may be there.</exception>
    /// <param name="route">Where it is.</param>
    /// <param name="id">The message.</param>
    /// <param name="activity">What takes its place.</param>
    /// <param name="isTargeted">Whether only one person of a room sees it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Delivery> ReplaceAsync(
        TeamsRoute route,
        string id,
        Activity activity,
        bool isTargeted,
        CancellationToken cancellationToken
    )
    {
        (activity.From, activity.Conversation) = (
            identity.Account,
            new ConversationAccount { Id = route.Conversation }
        );
        var (answer, fault) = await InTurnAsync(
            route,
            () =>
                isTargeted
                    ? connector.UpdateTargetedAsync(route.Service, route.Conversation, id, activity, cancellationToken)
                    : connector.UpdateAsync(route.Service, route.Conversation, id, activity, cancellationToken),
            cancellationToken
        );
        return answer is null ? fault ?? new Delivery.Failed("It was not sent.")
            : answer.Ok ? new Delivery.Sent(TeamsAddress.MessageOf(route.Conversation, id))
            : answer.Status is 403 or 404 or 405 or 410 || (isTargeted && answer.Status == 400) ? new Delivery.Gone()
            : await FaultAsync(route, answer);
    }

    async Task<(ConnectorAnswer? Answer, Delivery? Fault)> InTurnAsync(
        TeamsRoute route,
        Func<Task<ConnectorAnswer>> call,
        CancellationToken cancellationToken
    )
    {
        var conversation = TeamsAddress.Split(route.Conversation).Conversation;
        using var turn = await gates.EnterAsync($"{route.Tenant}/{conversation}", LongestWait, cancellationToken);
        if (turn is null)
            return (null, new Delivery.Throttled(Pause, ConversationOnly: true));
        // What is new in the meantime must not call where Teams asked for time.
        if (pauses.TryGetValue(conversation, out var until) && until > time.GetUtcNow())
            return (null, new Delivery.Throttled(until - time.GetUtcNow(), ConversationOnly: true));
        var (wait, isTaken) = pace.Take(route.Tenant, conversation, LongestWait);
        if (!isTaken)
            return (null, new Delivery.Throttled(wait, ConversationOnly: true));
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken);
        try
        {
            var answer = await call();
            if (answer.Status == 429)
                Leave(conversation, answer.RetryAfter ?? UsualPause);
            return (answer, null);
        }
        catch (HttpRequestException fault)
            when (fault.HttpRequestError
                    is HttpRequestError.ConnectionError
                        or HttpRequestError.NameResolutionError
                        or HttpRequestError.SecureConnectionError
            )
        {
            return (null, GuardedHttp.Fault(fault));
        }
        catch (Exception fault) when (GuardedHttp.Fault(fault) is Delivery.Failed failed)
        {
            throw new UnsureDelivery(failed.Reason);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new UnsureDelivery("No answer in time.");
        }
    }

    void Leave(string conversation, TimeSpan after)
    {
        var now = time.GetUtcNow();
        if (pauses.Count > MostPauses)
            foreach (var (old, _) in pauses.Where(pause => pause.Value < now))
                pauses.TryRemove(old, out _);
        pauses[conversation] = now + after;
    }

    /// <summary>
    /// What a status means (learn.microsoft.com, "Status code responses"): where the bot is not wanted or not any more,
    /// it does not try again.
    /// </summary>
    async Task<Delivery> FaultAsync(TeamsRoute route, ConnectorAnswer answer)
    {
        switch (answer.Status)
        {
            case 401:
                identity.Fails(
                    $"Teams rejected the bot's token: {answer.Error}. Check Teams:AppId, Teams:AppType and the secret."
                );
                return new Delivery.Refused($"Teams rejected the bot's token: {answer.Error}.");
            case 403 or 404:
                if (answer.Error is NotFound or NotInRoster or "404")
                    await conversations.GoneAsync(route.Tenant, TeamsAddress.Split(route.Conversation).Conversation);
                // Whoever adds the app again has another conversation with the bot.
                return answer.Status == 404 && answer.Error is NotFound or "404" && route.Person is not null
                    ? new Delivery.Failed("That chat is gone; a new one is being started.")
                    : new Delivery.Refused($"Teams says {answer.Error}.");
            case 429:
                return new Delivery.Throttled(answer.RetryAfter ?? UsualPause, ConversationOnly: true);
            case 408 or 500 or 502 or 504:
            // With a time to come back, nothing was taken.
            case 503 when answer.RetryAfter is null:
                throw new UnsureDelivery($"It answered {answer.Status}.");
            default:
                return GuardedHttp.Fault(answer.Status, answer.RetryAfter) is Delivery.Failed failed
                    ? failed
                    : new Delivery.Refused($"Teams answered with {answer.Status}: {answer.Error}.");
        }
    }
}
