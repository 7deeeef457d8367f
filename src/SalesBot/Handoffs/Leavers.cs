using SalesBot.Handoffs.History;
using SalesBot.Handoffs.Moves;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Handoffs;

/// <summary>
/// What somebody who leaves a team still has goes back to that team's queue, and everybody concerned hears of it.
/// </summary>
sealed class Leavers(
    HandoffStore store,
    RosterStore roster,
    ConfiguredRoles configured,
    Writer writer,
    TimeProvider time
) : IMemberObserver
{
    static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    DateTimeOffset next;

    /// <summary>
    /// Releases what those have who left a team by the configuration, which nobody tells of; at most once an hour.
    /// </summary>
    /// <exception cref="StorageFault">It was not written and comes again.</exception>
    public async Task RunAsync()
    {
        if (time.GetUtcNow() < next || !configured.IsComplete)
            return;
        await writer.WriteAsync(session =>
        {
            foreach (
                var (workspace, owner) in session.Query<(string, string)>(
                    "select distinct workspace, owner from handoffs where is_open = 1 and owner is not null and state <> 'returned'"
                )
            )
                ReleaseFrom(session, roster.PersonOf(session, workspace, owner));
        });
        next = time.GetUtcNow() + Pause;
    }

    public string? RoleChanged(Session session, Person actor, Member before, Member after)
    {
        var left = ReleaseFrom(session, new Person(after.Id, after.Name, after.Role, actor.Workspace));
        return left.Count switch
        {
            0 => null,
            1 => $"{left[0].Name}, owned by {after.Name}, is back in the queue.",
            _ =>
                $"{left.Count} open handoffs owned by {after.Name} are back in the queue: {string.Join(", ", left.Take(MaxNamed).Select(handoff => handoff.Name))}"
                    + $"{(left.Count > MaxNamed ? " and others" : "")}.",
        };
    }

    List<Handoff> ReleaseFrom(Session session, Person person)
    {
        var ids = session.Query<string>(
            // What is returned waits for its sender, and is routed anew when it comes back.
            "select id from handoffs where workspace = @Workspace and owner = @Id and is_open = 1 and state <> 'returned' order by number",
            new { person.Workspace, person.Id }
        );
        var left = store
            .Load(session, person.Workspace, ids)
            .FindAll(handoff => !handoff.IsDamaged && !person.Serves(handoff.Team));
        foreach (var handoff in left)
            Release(session, handoff, person.Name);
        return left;
    }

    /// <summary>So many are named in the sentence.</summary>
    const int MaxNamed = 5;

    void Release(Session session, Handoff handoff, string name)
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        now = handoff.Last.At > now ? handoff.Last.At : now;
        store.Append(
            session,
            handoff.After(
                EventChain.Append(
                    handoff.Last,
                    handoff.Id,
                    now,
                    HandoffEvent.System,
                    HandoffEvent.System,
                    Move.Release,
                    handoff.State,
                    MoveTable.To(handoff.State, Move.Release),
                    new EventFacts(handoff.Version + 1, Routing: $"back in the queue because {name} left the team"),
                    null
                )
            ),
            1,
            now
        );
    }
}
