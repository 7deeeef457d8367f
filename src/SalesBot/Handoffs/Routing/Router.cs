using Microsoft.Extensions.Options;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Handoffs.Routing;

/// <summary>Who gets a handoff, or none for the team's queue, and why in a sentence.</summary>
sealed record Route(string? Owner, string Because);

/// <summary>
/// Finds the owner: who has the open handoff of the same person, then of the same company, then the rule for the territory, then whoever of those present had
/// none for longest and has room, then the queue.
/// </summary>
sealed class Router(RosterStore roster, RoutingStore store, RoutingRules rules, IOptions<HandoffOptions> options, TimeProvider time)
{
    /// <summary>The route of a new handoff.</summary>
    /// <param name="session">Within the transaction that raises it.</param>
    /// <param name="workspace">Whose it is.</param>
    /// <param name="id">The handoff's.</param>
    /// <param name="team">Who receives it.</param>
    /// <param name="brief">What it says.</param>
    /// <param name="person">Whom it is about.</param>
    public Route Find(Session session, string workspace, string id, Team team, HandoffBrief brief, ContactPerson? person)
    {
        var (members, keys) = (roster.All(session, workspace), RelationKeys.Of(brief, person));
        return SamePerson() ?? SameCompany() ?? Rule() ?? Rotation(session, workspace, team, members)
            ?? new Route(null, $"nobody of {Chat.Words.Of(team)} is present with room, so it waits in the queue");

        Route? SamePerson() => store.OwnerOfPerson(session, workspace, team, keys, id) is var (owner, other) && Works(owner) is { } name
            ? new Route(owner, $"{name} has {Handoff.NameOf(other)} about the same person") : null;

        Route? SameCompany() => store.OwnerOfCompany(session, workspace, team, keys, id) is var (owner, other) && Works(owner) is { } name
            ? new Route(owner, $"{name} had {Handoff.NameOf(other)} about the same company") : null;

        Route? Rule() => rules.Find(team, brief, person) is { } rule && Works(rule.Owner) is { } name ? new Route(rule.Owner, $"{name} by the rule '{rule.When}'") : null;

        // A persona of one's own machine is never away.
        string? Works(string owner) => members.Find(member => member.Id == owner) is { } member
            ? member.IsPresent(time.GetUtcNow()) && new Person(member.Id, member.Name, member.Role).Serves(team) ? member.Name : null
            : Personas.All.FirstOrDefault(persona => persona.Id == owner && persona.Serves(team))?.Name;
    }

    /// <summary>The route of a handoff that comes back: to the owner it had, if present, else as if it were new.</summary>
    public Route Again(Session session, Handoff handoff, HandoffBrief brief) =>
        handoff.Owner is { } owner && (roster.Find(session, handoff.Workspace, owner)?.IsPresent(time.GetUtcNow()) ?? true)
            ? new Route(owner, "it goes back to the owner it had")
            : Find(session, handoff.Workspace, handoff.Id, handoff.Team, brief, handoff.Words.Person);

    Route? Rotation(Session session, string workspace, Team team, List<Member> members)
    {
        var (now, last) = (time.GetUtcNow(), roster.LastRouted(session, workspace));
        var role = team == Team.Sales ? Role.Sales : Role.Marketing;
        var next = members.Where(member => member.Role == role && member.IsPresent(now))
            .OrderBy(member => last.GetValueOrDefault(member.Id)).ThenBy(member => member.Id, StringComparer.Ordinal)
            .FirstOrDefault(member => store.HasRoom(session, workspace, member.Id, member.Capacity ?? options.Value.Routing.Capacity));
        if (next is null)
            return null;
        roster.Routed(session, workspace, next, now);
        return new Route(next.Id, $"{next.Name} by rotation: present, with room, and the longest without a new one");
    }
}
