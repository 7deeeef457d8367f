using System.Collections.Concurrent;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;
using SalesBot.Chat;
using SalesBot.Platforms.Teams.Cards;

namespace SalesBot.Platforms.Teams;

/// <summary>
/// Says to one person of a room what is for them alone, in the room, where only they see it (learn.microsoft.com, "Send
/// and receive targeted messages"). Where Teams does not take that for somebody it is not asked again for an hour.
/// </summary>
sealed class TargetedMessages(
    TeamsPosts posts,
    TeamsRoutes routes,
    TeamsConversations conversations,
    IOptions<TeamsOptions> options,
    TimeProvider time
)
{
    const int MostRemembered = 5_000;

    static readonly TimeSpan AgainAfter = TimeSpan.FromHours(1);

    readonly ConcurrentDictionary<string, DateTimeOffset> refused = [];

    /// <summary>Says it there; null if it cannot be said there, and goes to their own chat.</summary>
    /// <exception cref="Wire.TokenFault">There is no token.</exception>
    /// <exception cref="UnsureDelivery">It may be there.</exception>
    public async Task<Delivery?> SayAsync(Outgoing message, string person, CancellationToken cancellationToken)
    {
        var room = message.To with { For = null };
        if (
            !options.Value.TargetedMessages
            || IsRefused(message.To.Line)
            || conversations.AccountOf(room.Workspace, person) is not { } account
            || conversations.Find(room.Workspace, room.Conversation) is null
            || routes.To(room.Workspace, TeamsAddress.IdOf(room.Conversation, room.Thread))
                is not { IsPersonal: false } route
        )
            return null;
        var activity = MessageDrawing.Aside(message.Reply, new CardPlace(Once: message.Key));
        activity.Recipient = new ChannelAccount(account) { Properties = new JObject { ["isTargeted"] = true } };
        var delivery = await posts.PostTargetedAsync(route, activity, cancellationToken);
        if (delivery is null)
            NotThere(message.To);
        return delivery;
    }

    /// <summary>For a while nothing is said there to that person.</summary>
    /// <param name="to">The room, with the person.</param>
    public void NotThere(Address to)
    {
        if (refused.Count >= MostRemembered)
            refused.Clear();
        refused[to.Line] = time.GetUtcNow() + AgainAfter;
    }

    bool IsRefused(string line) => refused.TryGetValue(line, out var until) && until > time.GetUtcNow();
}
