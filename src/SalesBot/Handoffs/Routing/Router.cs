using Microsoft.Extensions.Options;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Handoffs.Routing;

/// <summary>Who gets a handoff, or none for the team's queue, and why in a sentence.</summary>
sealed record Route(string? Owner, string Because);

/// <summary>
/// Finds the owner: who has the open handoff of the same person, then of the same company, then the rule for the
/// territory, then whoever of those present had none for longest and has room, then the queue.
/// </summary>
sealed class Router(
    RosterStore roster,
    RoutingStore store,
    RoutingRules rules,
    IOptions<HandoffOptions> options,
    TimeProvider time
)
{
    /// <summary>The route of a new handoff.</summary>
    /// <param name="session">Within the transaction that raises it.</param>
    /// <param name="workspace">Whose it is.</param>
    /// <param name="id">The handoff's.</param>
    /// <param name="team">Who receives it.</param>
    /// <param name="brief">What it is.</param>
    /// <param name="words">What it says.</param>
    public Route Find(Session session, string workspace, string id, Team team, HandoffBrief brief, HandoffWords words)
    {
        var (members, keys) = (roster.All(session, workspace), RelationKeys.Of(words));
        var route =
            SamePerson()
            ?? SameCompany()
            ?? Rule()
            ?? Rotation(session, workspace, team, members)
            ?? new Route(null, $"nobody in {Chat.Words.Of(team)} is free right now");
        // Whoever gets one, for whatever reason, had a new one: rotation goes on with the others.
        if (members.Find(member => member.Id == route.Owner) is { } chosen)
            roster.Routed(session, workspace, chosen, time.GetUtcNow());
        return route;

        Route? SamePerson() =>
            store.OwnerOfPerson(session, workspace, team, keys, id) is var (owner, other) && Works(owner) is { } name
                ? new Route(owner, $"{name} has {Handoff.NameOf(other)} about the same person")
                : null;

        Route? SameCompany() =>
            store.OwnerOfCompany(session, workspace, team, keys, id) is var (owner, other) && Works(owner) is { } name
                ? new Route(owner, $"{name} had {Handoff.NameOf(other)} about the same company")
                : null;

        Route? Rule() =>
            rules.Find(team, brief, words) is { } rule && Works(rule.Owner) is { } name
                ? new Route(rule.Owner, $"{name} by the rule '{rule.When}'")
                : null;

        string? Works(string owner) => NameIfAtWork(members, owner, team);
    }

    /// <summary>
    /// The route of a handoff that comes back: to the owner it had, if present and still in the team, else as if it
    /// were new.
    /// </summary>
    public Route Again(Session session, Handoff handoff, HandoffBrief brief) =>
        handoff.Owner is { } owner
        && NameIfAtWork(roster.All(session, handoff.Workspace), owner, handoff.Team) is not null
            ? new Route(owner, "back with its previous owner")
            : Find(session, handoff.Workspace, handoff.Id, handoff.Team, brief, handoff.Words);

    /// <summary>
    /// The name of somebody who is present and in the team, or none. A persona of one's own machine is never away.
    /// </summary>
    string? NameIfAtWork(List<Member> members, string id, Team team) =>
        members.Find(member => member.Id == id) is { } member
            ? member.IsPresent(time.GetUtcNow()) && new Person(member.Id, member.Name, member.Role).Serves(team)
                ? member.Name
                : null
            : Personas.All.FirstOrDefault(persona => persona.Id == id && persona.Serves(team))?.Name;

    Route? Rotation(Session session, string workspace, Team team, List<Member> members)
    {
        var (now, last) = (time.GetUtcNow(), roster.LastRouted(session, workspace));
        var role = team == Team.Sales ? Role.Sales : Role.Marketing;
        var next = members
            .Where(member => member.Role == role && member.IsPresent(now))
            .OrderBy(member => last.GetValueOrDefault(member.Id))
            .ThenBy(member => member.Id, StringComparer.Ordinal)
            .FirstOrDefault(member =>
                store.HasRoom(session, workspace, member.Id, member.Capacity ?? options.Value.Routing.Capacity)
            );
        return next is null ? null : new Route(next.Id, $"{next.Name}, who is next in the rotation");
    }
}
