using Microsoft.Extensions.Options;
using SalesBot.Handoffs.Clocks;

namespace SalesBot.Handoffs.Due;

/// <summary>
/// What will have to be done about a handoff if nobody touches it: the ladder of the running clock (a reminder at half
/// of the time, the manager at all of it, at twice of it the manager again, or back to the queue where nobody was
/// contacted), waking up, and erasing what need not be kept.
/// </summary>
sealed class DuePlan(HandoffClock clock, BusinessCalendars calendars, IOptions<HandoffOptions> options)
{
    public IEnumerable<PlannedStep> Of(Handoff handoff, List<ClockRun> runs)
    {
        if (runs is [.., { StoppedAt: null } run])
            foreach (var (share, step) in Ladder(run.Clock))
                if (clock.At(run, share) is { } at)
                    yield return new PlannedStep(run.Sequence, step, at);
        var settled = Handoff.Counting(handoff.Events).Last(e => e.From != e.To);
        if (handoff is { State: HandoffState.Recycled, WakeUp: { } date })
            yield return new PlannedStep(settled.Sequence, DueStep.Wake, calendars[handoff.Team].MorningOf(date));
        if (!handoff.IsOpen && handoff.HasWords && EraseAt(handoff, settled.At) is { } erase)
            yield return new PlannedStep(settled.Sequence, DueStep.Erase, erase);
    }

    /// <summary>
    /// After the configured days, or the date the handoff itself says, whichever is earlier; never while it sleeps.
    /// </summary>
    DateTimeOffset? EraseAt(Handoff handoff, DateTimeOffset closed)
    {
        var configured = options.Value.EraseAfterDays is > 0 and var days
            ? closed.AddDays(days)
            : (DateTimeOffset?)null;
        var own = handoff.Brief.RetainUntil is { } date
            ? calendars[handoff.Team].MorningOf(date)
            : (DateTimeOffset?)null;
        return handoff.State == HandoffState.Recycled ? null
            : own < configured ? own
            : configured ?? own;
    }

    static IEnumerable<(double Share, DueStep Step)> Ladder(Clock clock) =>
        [
            (0.5, DueStep.Remind),
            (1, DueStep.Tell),
            (2, clock == Clock.FirstContact ? DueStep.Release : DueStep.TellAgain),
        ];
}
