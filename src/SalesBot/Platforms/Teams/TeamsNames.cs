using SalesBot.Chat;
using SalesBot.People;
using SalesBot.Platforms.Teams.Wire;
using SalesBot.Storage;

namespace SalesBot.Platforms.Teams;

/// <summary>
/// Learns what those are called who have a role by the configuration and never wrote to the bot, from the teams and
/// chats it is in; so that a card names its owner, and not an id.
/// </summary>
sealed class TeamsNames(
    TeamsConnector connector,
    TeamsRoutes routes,
    TeamsConversations conversations,
    ConfiguredRoles roles,
    RosterStore roster,
    Writer writer,
    TimeProvider time
)
{
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    readonly HashSet<string> named = [];
    DateTimeOffset next;

    /// <summary>Looks, if somebody's name is missing and it was not looked for a short time ago.</summary>
    /// <exception cref="TokenFault">There is no token.</exception>
    public async Task LearnAsync(string tenant, CancellationToken cancellationToken)
    {
        var wanted = roles
            .All.Where(id =>
                !named.Contains(id)
                && Address.Parse(id) is { Platform: TeamsAddress.Platform } at
                && at.Workspace == tenant
            )
            .ToHashSet();
        if (wanted.Count == 0 || time.GetUtcNow() < next)
            return;
        var rooms = conversations.Rooms(tenant);
        if (rooms.Count == 0)
            return;
        next = time.GetUtcNow() + Pause;
        foreach (var room in rooms)
            if (routes.To(tenant, room) is { } route)
                await foreach (var member in connector.MembersAsync(route.Service, room, cancellationToken))
                    await LearnAsync(tenant, member, wanted);
    }

    async Task LearnAsync(string tenant, TeamsMember member, HashSet<string> wanted)
    {
        var person = member.Person;
        if (
            person is null
            || TeamsAddress.PersonOf(tenant, person) is var id && !wanted.Contains(id)
            || member.Name is not { Length: > 0 } name
        )
            return;
        await conversations.SeenAsync(null, tenant, person.ToLowerInvariant(), member.Account);
        await writer.WriteAsync(session => roster.Seen(session, Workspace.Default, id, PersonText.Clean(name)));
        named.Add(id);
    }
}
