using static SalesBot.Handoffs.HandoffState;

namespace SalesBot.Handoffs.Moves;

/// <summary>Which move leads where. What is not here is not allowed.</summary>
static class MoveTable
{
    static readonly Move[] Always = [Move.Note, Move.Watch, Move.Unwatch];

    static readonly Dictionary<HandoffState, Move[]> Allowed = new()
    {
        [Submitted] =
        [
            Move.Accept,
            Move.Assign,
            Move.Return,
            Move.Disqualify,
            Move.Withdraw,
            Move.Merge,
            Move.Edit,
            .. Always,
        ],
        [Accepted] =
        [
            Move.Contact,
            Move.Return,
            Move.Release,
            Move.Assign,
            Move.Recycle,
            Move.Disqualify,
            Move.Pause,
            Move.Resume,
            Move.Merge,
            Move.Edit,
            Move.Rate,
            .. Always,
        ],
        [InProgress] =
        [
            Move.Complete,
            Move.Recycle,
            Move.Disqualify,
            Move.Assign,
            Move.Release,
            Move.Pause,
            Move.Resume,
            Move.Merge,
            Move.Edit,
            Move.Rate,
            .. Always,
        ],
        [Returned] = [Move.Resubmit, Move.Withdraw, Move.Agree, Move.Edit, Move.Rate, .. Always],
        [Done] = [Move.Reopen, Move.Rate, .. Always],
        [Recycled] = [Move.Reopen, Move.Rate, .. Always],
        [Disqualified] = [Move.Reopen, Move.Rate, .. Always],
        [Withdrawn] = [Move.Reopen, .. Always],
        [Merged] = Always,
    };

    /// <summary>The moves that a person can make in a state, in the order they are offered.</summary>
    public static IReadOnlyList<Move> From(HandoffState state) => Allowed[state];

    /// <summary>Why a move cannot be made now, in a sentence, or none.</summary>
    public static string? Refusal(Handoff handoff, Move move) =>
        !Allowed[handoff.State].Contains(move)
            ? $"Possible moves: {string.Join(", ", Allowed[handoff.State].Where(other => !IsPauseOfNoUse(handoff, other)).Select(Chat.Words.Of))}."
        : IsPauseOfNoUse(handoff, move)
            ? handoff.PausedAt is null ? "It isn't paused."
                : "It's already paused."
        : null;

    static bool IsPauseOfNoUse(Handoff handoff, Move move) =>
        (move == Move.Pause && handoff.PausedAt is not null) || (move == Move.Resume && handoff.PausedAt is null);

    /// <summary>The state after a move.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="move">An allowed move.</param>
    /// <param name="sleeps">For agree: whether a wake-up date is given.</param>
    public static HandoffState To(HandoffState state, Move move, bool sleeps = false) =>
        move switch
        {
            Move.Accept => Accepted,
            Move.Contact => InProgress,
            Move.Complete => Done,
            Move.Return => Returned,
            Move.Resubmit or Move.Release or Move.Reopen or Move.Wake => Submitted,
            Move.Recycle => Recycled,
            Move.Agree => sleeps ? Recycled : Disqualified,
            Move.Disqualify => Disqualified,
            Move.Withdraw => Withdrawn,
            Move.Merge => Merged,
            _ => state,
        };
}
