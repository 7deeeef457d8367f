using SalesBot.Chat;
using SalesBot.Handoffs.Clocks;
using SalesBot.People;

namespace SalesBot.Handoffs;

/// <summary>
/// By when what is due, in the same words on cards, in lists and on the home tab. Who has to do it stands before it, in
/// the status.
/// </summary>
static class DeadlineWording
{
    /// <summary>"Should be accepted by Wed 2 Dec, 3:00 pm", or that nothing is due.</summary>
    /// <param name="due">The clock that runs.</param>
    /// <param name="kind">What is handed over.</param>
    /// <param name="zone">The zone of the team whose time it is.</param>
    public static ReplyBlock Of(DueTime due, HandoffKind kind, TimeZoneInfo zone) =>
        due.At is { } at
            ? new MomentBlock(Before(due.Clock, kind, due.Overdue), at, SpokenTime.Moment(at, zone), due.Overdue)
            : new TextBlock("Nothing is due until it's resumed");

    /// <summary>The same behind the status in a list; empty where nothing is due.</summary>
    public static string Of(HandoffCard card, BusinessCalendars calendars) =>
        Sentence(card, calendars) is { Length: > 0 } sentence ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : "";

    /// <summary>The same by itself.</summary>
    public static string Sentence(HandoffCard card, BusinessCalendars calendars) => Moment(card, calendars)?.Text ?? "";

    /// <summary>The same with its point of time; none where nothing is due.</summary>
    public static MomentBlock? Moment(HandoffCard card, BusinessCalendars calendars)
    {
        if (card.Due is not [{ At: { } at } due, ..] || Words.Parse<Clock>(due.Clock) is not { } clock)
            return null;
        var before = Before(clock, Words.Parse<HandoffKind>(card.Kind) ?? HandoffKind.Other, due.Overdue);
        return new MomentBlock(before, at, SpokenTime.Moment(at, calendars[Waiting(card, clock)].Zone));
    }

    /// <summary>The team whose working hours count: a return waits for the sender's.</summary>
    static Team Waiting(HandoffCard card, Clock clock)
    {
        var receiver = card.Team == Words.Of(Team.Sales) ? Team.Sales : Team.Marketing;
        return clock != Clock.AnswerReturn ? receiver
            : receiver == Team.Sales ? Team.Marketing
            : Team.Sales;
    }

    static string Before(Clock clock, HandoffKind kind, bool isOverdue)
    {
        var what = clock switch
        {
            Clock.Accept => "accepted",
            Clock.FirstContact when HandoffLabels.HasContact(kind) => "contacted",
            Clock.FirstContact => "started",
            _ => "answered",
        };
        return isOverdue ? $"⚠ Should have been {what} by" : $"Should be {what} by";
    }
}
