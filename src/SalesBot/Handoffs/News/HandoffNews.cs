using SalesBot.Chat;
using SalesBot.Messaging;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Handoffs.News;

/// <summary>
/// Tells what happened to a handoff, in the transaction in which it happens: the cards that show it are drawn anew, and
/// whom it concerns gets the news. Nobody is told what they did themselves.
/// </summary>
sealed class HandoffNews(Outbox outbox, Posts posts, HandoffBlocks blocks, TeamChannels channels, RosterStore roster)
{
    /// <summary>More people of a team are not told one by one; they have a channel for that.</summary>
    const int MostMembers = 20;

    /// <summary>The slot of a handoff's cards.</summary>
    public static string SlotOf(Handoff handoff) => $"{SlotPrefix}{handoff.Id}";

    /// <summary>The id of the handoff that a slot shows; null if it shows something else.</summary>
    public static string? HandoffIn(string? slot) =>
        slot?.StartsWith(SlotPrefix, StringComparison.Ordinal) == true ? slot[SlotPrefix.Length..] : null;

    const string SlotPrefix = "handoff:";

    /// <summary>Tells of the last event.</summary>
    public void Tell(Session session, Handoff handoff)
    {
        var e = handoff.Last;
        var drawn = new Dictionary<string, Reply?>();
        posts.Renew(session, SlotOf(handoff), handoff.Id, e.Move == Move.Erase, Draw);
        if (e.Move == Move.Erase)
            return;
        foreach (
            var (to, viewer) in NewsAudience
                .Of(handoff, e)
                .SelectMany(audience => Places(session, handoff, audience))
                .DistinctBy(place => place.To)
        )
            if (Draw(viewer) is { } card)
                outbox.Enqueue(
                    session,
                    to,
                    card with
                    {
                        Slot = SlotOf(handoff),
                        Viewer = viewer,
                        Lead = HandoffWording.News(handoff, e, viewer, Name),
                        IsNew = true,
                    },
                    handoff.Id
                );

        Reply? Draw(string viewer)
        {
            if (!drawn.TryGetValue(viewer, out var reply))
                drawn[viewer] = reply =
                    ViewerOf(session, handoff, viewer) is { } person && Moves.MoveRights.MaySee(handoff, person)
                        ? blocks.Of(handoff, person, Name)
                        : null;
            return reply;
        }

        string Name(string id) => roster.NameOf(session, handoff.Workspace, id);
    }

    /// <summary>Whom a card was drawn for: a person with the role they have now, or a whole team.</summary>
    Person? ViewerOf(Session session, Handoff handoff, string viewer) =>
        viewer.StartsWith(TeamViewer, StringComparison.Ordinal)
            ? Words.Parse<Team>(viewer[TeamViewer.Length..]) is { } team
                ? new Person(
                    viewer,
                    viewer[TeamViewer.Length..],
                    team == Team.Sales ? Role.Sales : Role.Marketing,
                    handoff.Workspace
                )
                : null
            : roster.PersonOf(session, handoff.Workspace, viewer);

    const string TeamViewer = "team:";

    IEnumerable<(Address To, string Viewer)> Places(Session session, Handoff handoff, Audience audience) =>
        audience switch
        {
            Audience.Somebody { Id: var id } => id == handoff.Last.Actor
                ? []
                : AtHome(session, handoff.Workspace, [id]),
            Audience.Everyone { Team: var team } => OfTeam(session, handoff, team),
            Audience.Managers { Team: var team } => AtHome(
                    session,
                    handoff.Workspace,
                    roster.ReachableOf(session, handoff.Workspace, Role.Manager, MostMembers)
                )
                .ToList()
                is { Count: > 0 } managers
                ? managers
                : OfTeam(session, handoff, team),
            _ => throw new InvalidOperationException($"Nobody knows who {audience} is."),
        };

    /// <summary>The team's channel; without one, those of the team who have spoken to the bot.</summary>
    IEnumerable<(Address To, string Viewer)> OfTeam(Session session, Handoff handoff, Team team) =>
        channels.Find(session, handoff.Workspace, team) is { } channel
            ? [(channel, TeamViewer + Words.Of(team))]
            : AtHome(
                session,
                handoff.Workspace,
                roster
                    .ReachableOf(
                        session,
                        handoff.Workspace,
                        team == Team.Sales ? Role.Sales : Role.Marketing,
                        MostMembers
                    )
                    .Where(id => id != handoff.Last.Actor)
            );

    static IEnumerable<(Address To, string Viewer)> AtHome(
        Session session,
        string workspace,
        IEnumerable<string> ids
    ) =>
        ids.Select(id => (To: Reach.Find(session, workspace, id) ?? Address.Parse(id), Viewer: id))
            .Where(place => place.To is not null)
            .Select(place => (place.To!, place.Viewer));
}
