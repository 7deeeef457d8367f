using SalesBot.People;

namespace SalesBot.Handoffs.Moves;

/// <summary>Who may do what with a handoff. The rules are those of handing over, the same at every door.</summary>
static class MoveRights
{
    /// <summary>Whether somebody may see it at all: both teams, and of the others who raised or watches it.</summary>
    public static bool MaySee(Handoff handoff, Person person) =>
        handoff.Workspace == person.Workspace
        && (
            person.Role != Role.Employee
            || handoff.RaisedBy == person.Id
            || handoff.Owner == person.Id
            || handoff.Watchers.Contains(person.Id)
        );

    /// <summary>Why a person may not make a move, in a sentence, or none.</summary>
    /// <param name="handoff">As it is now.</param>
    /// <param name="move">What they want.</param>
    /// <param name="person">Who wants it, and may see it.</param>
    /// <param name="owner">For assign: the id of who is to have it.</param>
    public static string? Refusal(Handoff handoff, Move move, Person person, string? owner = null)
    {
        if (person.Role == Role.Admin)
            return null;
        var (receives, owns, sent) = (
            person.Serves(handoff.Team),
            handoff.Owner == person.Id,
            handoff.RaisedBy == person.Id
        );
        return move switch
        {
            Move.Note or Move.Watch or Move.Unwatch => null,
            Move.Accept
            or Move.Return
            or Move.Contact
            or Move.Complete
            or Move.Recycle
            or Move.Disqualify
            or Move.Rate => receives
                ? null
                : $"Only {HandoffLabels.Of(handoff.Team)} or a manager can {Deed(move, handoff)}.",
            Move.Assign => owns || person.Leads || (receives && handoff.Owner is null && owner == person.Id)
                ? null
                : $"Only the owner or a manager can give {handoff.Name} to somebody else.",
            Move.Release or Move.Pause or Move.Resume => owns || person.Leads
                ? null
                : $"Only the owner or a manager can {Deed(move, handoff)}.",
            Move.Agree => sent || person.Leads
                ? null
                : $"Only the sender of {handoff.Name} or a manager can agree to close it.",
            Move.Withdraw or Move.Resubmit => sent ? null : $"Only the sender can {Deed(move, handoff)}.",
            Move.Edit => sent || owns || person.Leads
                ? null
                : $"Only the sender, the owner or a manager can edit {handoff.Name}.",
            Move.Reopen or Move.Merge => owns || person.Leads
                ? null
                : $"Only the owner or a manager can {Deed(move, handoff)}.",
            _ => throw new InvalidOperationException($"A person can't make the move {move}."),
        };
    }

    /// <summary>"Put HO-1001 back in the queue".</summary>
    static string Deed(Move move, Handoff handoff) =>
        HandoffWording.Verb(move).Replace(" it", $" {handoff.Name}", StringComparison.Ordinal);

    /// <summary>The moves that a person can make now, in the order they are offered.</summary>
    public static IEnumerable<Move> Offered(Handoff handoff, Person person) =>
        (handoff.IsDamaged ? [] : MoveTable.From(handoff.State))
            .Where(move =>
                MoveTable.Refusal(handoff, move) is null && Refusal(handoff, move, person, person.Id) is null
            )
            .Where(move =>
                move is not (Move.Watch or Move.Unwatch) || (move == Move.Watch) != handoff.Watchers.Contains(person.Id)
            );
}
