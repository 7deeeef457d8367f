using SalesBot.Handoffs.History;

namespace SalesBot.Handoffs.Clocks;

/// <summary>
/// Reads the clocks off a history: a pure function of events and calendars. Accept runs while a handoff is submitted,
/// first contact while it is accepted, answer a return while it is returned; entering the state anew starts anew. A
/// pause stops the time, a merge never gains any: the survivor waits since the earlier of the two.
/// </summary>
sealed class HandoffClock(BusinessCalendars calendars, ClockTargets targets)
{
    /// <summary>Every run of every clock, oldest first; at most the last one still runs.</summary>
    public List<ClockRun> Runs(Handoff handoff)
    {
        var runs = new List<ClockRun>();
        var (running, urgency) = (false, Urgency.ThisWeek);
        foreach (var e in Handoff.Counting(handoff.Events))
        {
            urgency = e.Facts.Brief?.Urgency ?? urgency;
            if (running && e.To != e.From)
            {
                runs[^1] = Resumed(runs[^1], e.At) with { StoppedAt = e.At, StoppedBy = e.Move };
                running = false;
            }
            if (e.To != e.From && Started(handoff, e, urgency) is { } run)
            {
                runs.Add(run);
                running = true;
            }
            else if (running)
                runs[^1] = After(runs[^1], e, urgency);
        }
        return runs;
    }

    /// <summary>
    /// When so much of the target is used up: 1 is when it is due. None if a pause lasts before that.
    /// </summary>
    public DateTimeOffset? At(ClockRun run, double share)
    {
        var (calendar, at, left) = (calendars[run.Team], run.StartedAt, run.Target * share);
        foreach (var (from, to) in run.Pauses)
        {
            if (calendar.Between(at, from) is var worked && worked >= left)
                break;
            if (to is not { } resumed)
                return null;
            (at, left) = (resumed, left - worked);
        }
        return calendar.Add(at, left);
    }

    /// <summary>The working time used up by then, or by its stop, whichever was earlier.</summary>
    public TimeSpan Spent(ClockRun run, DateTimeOffset now)
    {
        var end = run.StoppedAt < now ? run.StoppedAt.Value : now;
        var paused = run.Pauses.Aggregate(
            TimeSpan.Zero,
            (sum, pause) => sum + Between(pause.From, pause.To is { } to && to < end ? to : end)
        );
        return Between(run.StartedAt, end) - paused;

        TimeSpan Between(DateTimeOffset from, DateTimeOffset to) => calendars[run.Team].Between(from, to);
    }

    /// <summary>
    /// When a running clock is due, as seen at <paramref name="now"/>, with the reason in a sentence.
    /// </summary>
    public DueTime Due(ClockRun run, DateTimeOffset now)
    {
        var at = At(run, 1);
        return new DueTime(
            run.Clock,
            at,
            at is { } due && due < now,
            ClockSentence.Of(run, at, calendars[run.Team], run.Target - Spent(run, now))
        );
    }

    ClockRun? Started(Handoff handoff, HandoffEvent e, Urgency urgency) =>
        e.To switch
        {
            HandoffState.Submitted => new ClockRun(
                Clock.Accept,
                e.Sequence,
                Began(e.Move),
                handoff.Team,
                e.At,
                targets.Accept(urgency),
                [],
                null
            ),
            HandoffState.Accepted => new ClockRun(
                Clock.FirstContact,
                e.Sequence,
                "accepted",
                handoff.Team,
                e.At,
                targets.FirstContact(urgency),
                [],
                null
            ),
            HandoffState.Returned => new ClockRun(
                Clock.AnswerReturn,
                e.Sequence,
                "returned",
                handoff.Sender,
                e.At,
                targets.AnswerReturn,
                [],
                null
            ),
            _ => null,
        };

    ClockRun After(ClockRun run, HandoffEvent e, Urgency urgency) =>
        e switch
        {
            { Move: Move.Edit } when run.Clock == Clock.Accept => run with { Target = targets.Accept(urgency) },
            { Move: Move.Edit } when run.Clock == Clock.FirstContact => run with
            {
                Target = targets.FirstContact(urgency),
            },
            { Move: Move.Pause } => run with { Pauses = [.. run.Pauses, (e.At, null)] },
            { Move: Move.Resume } => Resumed(run, e.At),
            { Move: Move.Absorb, Facts.WaitingSince: { } since } when since < run.StartedAt => run with
            {
                StartedAt = since,
            },
            _ => run,
        };

    static ClockRun Resumed(ClockRun run, DateTimeOffset at) =>
        run.Pauses is [.., (var from, null)] ? run with { Pauses = [.. run.Pauses.SkipLast(1), (from, at)] } : run;

    static string Began(Move move) =>
        move switch
        {
            Move.Raise => "raised",
            Move.Resubmit => "resubmitted",
            Move.Release => "released",
            Move.Reopen => "reopened",
            Move.Wake => "woken",
            _ => throw new InvalidOperationException($"{move} does not submit a handoff."),
        };
}
