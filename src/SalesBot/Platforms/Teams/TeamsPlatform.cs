using System.Collections.Concurrent;
using Microsoft.Bot.Schema;
using SalesBot.Chat;
using SalesBot.Messaging;
using SalesBot.Platforms.Teams.Cards;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Platforms.Teams;

/// <summary>
/// Sends what the bot says to Teams: into a conversation, as a thread of a channel, in the place of a message, or to
/// one person alone. A reply to one person of a room is said there, where only they see it; where Teams does not take
/// that it goes to their own chat, and the room hears that it went there.
/// </summary>
sealed partial class TeamsPlatform(
    TeamsPosts posts,
    TargetedMessages targeted,
    TeamsRoutes routes,
    TeamsIdentity identity,
    TeamsPeople people,
    TeamsConversations conversations,
    SaidAnswers answers,
    TeamsFiles files,
    ILogger<TeamsPlatform> log
) : IChatPlatform
{
    /// <summary>
    /// So often a message is sent of which Teams did not say whether it arrived; it has no key with which that could be
    /// repeated safely.
    /// </summary>
    const int MostUnsure = 3;

    static readonly TimeSpan UnsurePause = TimeSpan.FromSeconds(2),
        NoteTime = TimeSpan.FromSeconds(3);

    readonly ConcurrentDictionary<string, int> unsure = [];

    public string Name => TeamsAddress.Platform;

    public string? Problem => identity.Problem;

    public Task<IncomingMessage> CompleteAsync(IncomingMessage message, CancellationToken cancellationToken) =>
        people.CompleteAsync(message, cancellationToken);

    public Task<FetchedFile> FetchAsync(SharedFile file, long most, CancellationToken cancellationToken) =>
        files.FetchAsync(file, most, cancellationToken);

    public async Task<Delivery> SendAsync(Outgoing message, CancellationToken cancellationToken)
    {
        try
        {
            if (TeamsAddress.Message(message.Replaced) is var (conversation, activity))
                return await ReplaceAsync(message, conversation, activity, cancellationToken);
            var delivery = IsWaiting(message.Reply)
                ? await TypeAsync(message, cancellationToken)
                : await SayAsync(message, cancellationToken);
            if (delivery is Delivery.Sent or Delivery.Refused)
                unsure.TryRemove(message.Key, out _);
            return delivery;
        }
        catch (TokenFault fault)
        {
            identity.Fails(fault.Message);
            return fault.IsFinal
                ? new Delivery.Refused(fault.Message)
                : new Delivery.Failed(fault.Message, fault.After);
        }
        catch (UnsureDelivery fault)
        {
            return Unsure(message, fault.Message);
        }
        catch (Exception fault) when (GuardedHttp.Fault(fault) is { } delivery)
        {
            return delivery;
        }
    }

    /// <summary>
    /// It may be there. It is tried again, with longer pauses, so that an outage loses nothing; but not for ever, so
    /// that nobody gets it ten times.
    /// </summary>
    Delivery Unsure(Outgoing message, string reason)
    {
        if (message.Replaced is not null)
            return new Delivery.Failed(reason);
        var times = unsure.AddOrUpdate(message.Key, 1, (_, before) => before + 1);
        if (times < MostUnsure)
            return new Delivery.Failed(reason, UnsurePause * (times * times));
        unsure.TryRemove(message.Key, out _);
        MaybeThere(log, message.To.Line, times);
        return new Delivery.Refused($"Tried {times} times, but Teams never said whether it arrived: {reason}");
    }

    async Task<Delivery> SayAsync(Outgoing message, CancellationToken cancellationToken)
    {
        if (message.To.For is { } person && await SayAsideAsync(message, person, cancellationToken) is { } said)
            return said;
        var (route, fault) = await routes.FindAsync(message.To, cancellationToken);
        var delivery = route is null
            ? fault ?? new Delivery.Refused("That conversation isn't known in Teams.")
            : await posts.PostAsync(
                route,
                Drawn(message.Reply, route, message.Key),
                message.Reply.Via,
                cancellationToken
            );
        if (
            delivery is Delivery.Sent { MessageId.Length: > 0 } sent
            && MessageDrawing.AnswerIn(message.Reply) is { } answer
        )
            await TryAsync(() => answers.KeepAsync(sent.MessageId, answer));
        if (message.To.For is null || message.Reply.Via is null || delivery is not (Delivery.Sent or Delivery.Refused))
            return delivery;
        await TryAsync(() =>
            TellRoomAsync(
                message,
                delivery is Delivery.Sent
                    ? "I've answered you in our own chat."
                    : "My answer is for you only, but I can't message you yet. Add me under Apps first, then ask me there."
            )
        );
        return new Delivery.Sent((delivery as Delivery.Sent)?.MessageId ?? "");
    }

    /// <summary>
    /// Says it in the room, to them alone; null if it goes to their own chat. What cannot be said there after all goes
    /// there, too.
    /// </summary>
    async Task<Delivery?> SayAsideAsync(Outgoing message, string person, CancellationToken cancellationToken)
    {
        try
        {
            return await targeted.SayAsync(message, person, cancellationToken);
        }
        catch (UnsureDelivery) when (unsure.GetValueOrDefault(message.Key) == MostUnsure - 1)
        {
            targeted.NotThere(message.To);
            return null;
        }
    }

    Activity Drawn(Reply reply, TeamsRoute route, string key) =>
        MessageDrawing.Of(
            reply,
            new CardPlace(
                Accounts: route.IsPersonal ? null : conversations.AccountsOf(reply.Own, route.Tenant),
                Once: key
            ),
            route.IsPersonal
        );

    /// <summary>Says something to all of a room in the thread in which it was asked.</summary>
    async Task TellRoomAsync(Outgoing message, string text)
    {
        using var limit = new CancellationTokenSource(NoteTime, TimeProvider.System);
        if (await routes.FindAsync(message.To with { For = null }, limit.Token) is ({ } room, _))
            await posts.PostAsync(room, Drawn(Reply.Of(text), room, message.Key), message.Reply.Via, limit.Token);
    }

    /// <summary>What was sent is sent, whatever becomes of what follows it.</summary>
    async Task TryAsync(Func<Task> afterwards)
    {
        try
        {
            await afterwards();
        }
        catch (Exception fault)
        {
            NotFollowed(log, fault);
        }
    }

    async Task<Delivery> ReplaceAsync(
        Outgoing message,
        string conversation,
        string activity,
        CancellationToken cancellationToken
    )
    {
        if (routes.To(message.To.Workspace, conversation) is not { } route)
            return new Delivery.Gone();
        if (message.To.For is not null && !route.IsPersonal)
            return await ReplaceAsideAsync(message, route, activity, cancellationToken);
        return await posts.ReplaceAsync(
            route,
            activity,
            Silent(Drawn(message.Reply, route, message.Key)),
            isTargeted: false,
            cancellationToken
        );
    }

    /// <summary>
    /// Puts something in the place of what only one person of a room sees. Teams takes that away after a day: what is
    /// kept in step goes on in their own chat.
    /// </summary>
    async Task<Delivery> ReplaceAsideAsync(
        Outgoing message,
        TeamsRoute room,
        string activity,
        CancellationToken cancellationToken
    )
    {
        var drawn = Silent(MessageDrawing.Aside(message.Reply, new CardPlace(Once: message.Key)));
        var delivery = await posts.ReplaceAsync(room, activity, drawn, isTargeted: true, cancellationToken);
        if (delivery is not Delivery.Gone)
            return delivery;
        var (own, fault) = await routes.FindAsync(message.To, cancellationToken);
        return own is null
            ? fault ?? delivery
            : await posts.PostAsync(own, Drawn(message.Reply, own, message.Key), null, cancellationToken);
    }

    /// <summary>What only follows what it shows is no news.</summary>
    static Activity Silent(Activity activity)
    {
        activity.ChannelData = null;
        return activity;
    }

    /// <summary>That something takes time shows as typing, and goes by itself; nobody misses it.</summary>
    async Task<Delivery> TypeAsync(Outgoing message, CancellationToken cancellationToken)
    {
        // To one person of a room nothing shows that somebody types.
        if (message.To.For is not null)
            return new Delivery.Sent("");
        await TryAsync(async () =>
        {
            if (await routes.FindAsync(message.To, cancellationToken) is ({ Begins: false } route, _))
                await posts.PostAsync(route, new Activity(ActivityTypes.Typing), null, cancellationToken);
        });
        return new Delivery.Sent("");
    }

    static bool IsWaiting(Reply reply) => reply.Slot?.StartsWith(InboxWork.Waiting, StringComparison.Ordinal) == true;

    [LoggerMessage(95, LogLevel.Warning, "A message to {Line} may have arrived {Times} times; Teams did not say")]
    static partial void MaybeThere(ILogger log, string line, int times);

    [LoggerMessage(96, LogLevel.Warning, "What was to follow a message in Teams failed")]
    static partial void NotFollowed(ILogger log, Exception fault);
}
