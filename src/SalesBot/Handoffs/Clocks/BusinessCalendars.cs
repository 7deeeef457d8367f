using Microsoft.Extensions.Options;
using SalesBot.People;

namespace SalesBot.Handoffs.Clocks;

/// <summary>The calendar of each team, as configured.</summary>
sealed class BusinessCalendars(IOptions<HandoffOptions> options)
{
    readonly BusinessCalendar sales = options.Value.Calendars.Sales.Build(),
        marketing = options.Value.Calendars.Marketing.Build();

    public BusinessCalendar this[Team team] => team == Team.Sales ? sales : marketing;
}

/// <summary>How much working time each clock promises.</summary>
sealed class ClockTargets(IOptions<HandoffOptions> options)
{
    readonly TargetOptions hours = options.Value.Targets;

    public TimeSpan Accept(Urgency urgency) =>
        TimeSpan.FromHours(
            urgency switch
            {
                Urgency.Now => hours.AcceptNow,
                Urgency.Today => hours.AcceptToday,
                _ => hours.AcceptLater,
            }
        );

    /// <summary>
    /// Accepting early must not make anything due earlier: without any rush there is as long to begin as to accept.
    /// </summary>
    public TimeSpan FirstContact(Urgency urgency) =>
        TimeSpan.FromHours(
            urgency == Urgency.Someday ? Math.Max(hours.FirstContact, hours.AcceptLater) : hours.FirstContact
        );

    public TimeSpan AnswerReturn => TimeSpan.FromHours(hours.AnswerReturn);
}
