using SalesBot.People;

namespace SalesBot.Handoffs.Clocks;

/// <summary>
/// A clock from its start to its stop: whose calendar it follows, the event that started it and how a sentence calls
/// that, how much working time is promised, and the pauses, the last of which may still last.
/// </summary>
sealed record ClockRun(
    Clock Clock,
    long Sequence,
    string Began,
    Team Team,
    DateTimeOffset StartedAt,
    TimeSpan Target,
    IReadOnlyList<(DateTimeOffset From, DateTimeOffset? To)> Pauses,
    DateTimeOffset? StoppedAt,
    Move? StoppedBy = null
)
{
    /// <summary>
    /// Whether it ended as it should, by somebody who did what the clock asks for, and not because the work went
    /// another way.
    /// </summary>
    public bool IsKept =>
        StoppedBy is Move.Accept or Move.Return or Move.Disqualify && Clock == Clock.Accept
        || StoppedBy == Move.Contact && Clock == Clock.FirstContact
        || StoppedBy is Move.Resubmit or Move.Agree && Clock == Clock.AnswerReturn;
}

/// <summary>When a clock is due and why; <c>At</c> is none while it is paused before that.</summary>
sealed record DueTime(Clock Clock, DateTimeOffset? At, bool Overdue, string Because);
