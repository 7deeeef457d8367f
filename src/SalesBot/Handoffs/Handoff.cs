using SalesBot.Handoffs.History;
using SalesBot.People;

namespace SalesBot.Handoffs;

/// <summary>
/// A handoff as its history tells it: the sum of its events, and nothing else. <c>Owner</c> is somebody of the
/// receiving team, or none while it waits in that team's queue. <c>AcceptedAt</c> and <c>ContactedAt</c> are the first
/// times ever.
/// </summary>
sealed record Handoff(string Id, string Workspace, long Number)
{
    public long Version { get; private init; }
    public HandoffState State { get; private init; }
    public int Cycle { get; private init; } = 1;
    public Direction Direction { get; private init; }
    public required HandoffBrief Brief { get; init; }
    public HandoffWords Words { get; private init; } = HandoffWords.Erased;
    public string RaisedBy { get; private init; } = "";
    public string? Owner { get; private init; }
    public string Routing { get; private init; } = "";
    public IReadOnlyList<string> Watchers { get; private init; } = [];
    public DateTimeOffset RaisedAt { get; private init; }
    public DateTimeOffset? AcceptedAt { get; private init; }
    public DateTimeOffset? ContactedAt { get; private init; }
    public DateTimeOffset? ClosedAt { get; private init; }
    public DateTimeOffset? PausedAt { get; private init; }
    public HandoffOutcome? Outcome { get; private init; }
    public string? Reason { get; private init; }
    public DateOnly? WakeUp { get; private init; }
    public int? Rating { get; private init; }
    public long? DuplicateOf { get; private init; }
    public bool IsErased { get; private init; }
    public IReadOnlyList<HandoffEvent> Events { get; private init; } = [];

    /// <summary>The team that does the work.</summary>
    public Team Team => Direction == Direction.MarketingToSales ? Team.Sales : Team.Marketing;

    /// <summary>The team it comes from, whoever raised it.</summary>
    public Team Sender => Team == Team.Sales ? Team.Marketing : Team.Sales;

    /// <summary>Whether somebody still has to do something.</summary>
    public bool IsOpen =>
        State is HandoffState.Submitted or HandoffState.Accepted or HandoffState.InProgress or HandoffState.Returned;

    public HandoffEvent Last => Events[^1];

    /// <summary>The number as people say it.</summary>
    public string Name => NameOf(Number);

    public static string NameOf(long number) => $"HO-{number}";

    /// <summary>The number in <c>HO-1042</c>, <c>ho 1042</c> or <c>1042</c>, or none.</summary>
    public static long? NumberIn(string name)
    {
        var digits = name.Trim();
        if (digits.StartsWith("HO", StringComparison.OrdinalIgnoreCase))
            digits = digits[2..].TrimStart('-', ' ');
        return digits.All(char.IsAsciiDigit) && long.TryParse(digits, out var number) && number > 0 ? number : null;
    }

    /// <summary>The handoff that these events tell of, the first of which raised it.</summary>
    public static Handoff From(string workspace, long number, IReadOnlyList<HandoffEvent> events)
    {
        var raised = new Handoff(events[0].Handoff, workspace, number)
        {
            Brief =
                events[0].Facts.Brief
                ?? throw new InvalidOperationException($"{NameOf(number)} was never handed over."),
        };
        return Counting(events).Aggregate(raised, (handoff, next) => handoff.Changed(next)) with
        {
            Events = events,
            Version = events[^1].Facts.Version,
        };
    }

    /// <summary>The events that count: not those that were taken back, nor their taking back.</summary>
    public static IEnumerable<HandoffEvent> Counting(IReadOnlyList<HandoffEvent> events)
    {
        var undone = events.Select(e => e.Facts.Undone).OfType<long>().ToHashSet();
        return undone.Count == 0 ? events : events.Where(e => e.Move != Move.Undo && !undone.Contains(e.Sequence));
    }

    /// <summary>Stands for a handoff whose history cannot be read.</summary>
    public static Handoff Damaged(string workspace, long number, string id, Direction direction) =>
        new(id, workspace, number)
        {
            Brief = new HandoffBrief(HandoffKind.Other, Urgency.Someday, null, null, LawfulBasis.Unknown, null),
            Direction = direction,
            Words = HandoffWords.Erased with
            {
                Title = "(This history is damaged. Run 'salesbot handoffs verify' for details.)",
            },
        };

    /// <summary>Whether anybody's words are kept anywhere in its history.</summary>
    public bool HasWords => Events.Any(e => e.WordsJson is not null);

    /// <summary>Whether it only stands for one whose history cannot be read.</summary>
    public bool IsDamaged => Events.Count == 0;

    /// <summary>The handoff after one more event.</summary>
    public Handoff After(HandoffEvent e) =>
        e.Move == Move.Undo ? From(Workspace, Number, [.. Events, e]) : Changed(e) with { Events = [.. Events, e] };

    Handoff Changed(HandoffEvent e)
    {
        var facts = e.Facts;
        var after = this with
        {
            Version = facts.Version,
            // A reminder tells how things stood; a step before it may have been taken back since.
            State = e.To == e.From ? State : e.To,
            Brief = facts.Brief ?? Brief,
            Words = e.Words?.Content ?? Words,
            IsErased = IsErased && e.Words?.Content is null,
            Routing = facts.Routing ?? Routing,
            PausedAt = e.To == e.From || e.To == State ? PausedAt : null,
        };
        return e.Move switch
        {
            Move.Raise => after with
            {
                Direction = facts.Direction ?? Direction,
                RaisedBy = e.Actor,
                RaisedAt = e.At,
                Owner = facts.Owner,
            },
            Move.Accept => after with { Owner = facts.Owner, AcceptedAt = AcceptedAt ?? e.At },
            Move.Assign or Move.Resubmit => after with { Owner = facts.Owner, Reason = null },
            Move.Release => after with { Owner = null },
            Move.Contact => after with { ContactedAt = ContactedAt ?? e.At, PausedAt = null },
            Move.Return => after with { Reason = facts.Reason },
            Move.Complete => after with { Outcome = facts.Outcome, ClosedAt = e.At },
            Move.Recycle or Move.Disqualify or Move.Agree or Move.Withdraw => after with
            {
                Reason = facts.Reason ?? Reason,
                WakeUp = facts.WakeUp,
                ClosedAt = e.At,
            },
            Move.Merge => after with { DuplicateOf = facts.Into, ClosedAt = e.At },
            Move.Reopen or Move.Wake => after with
            {
                Cycle = Cycle + 1,
                Owner = facts.Owner,
                Outcome = null,
                Reason = null,
                WakeUp = null,
                ClosedAt = null,
            },
            Move.Pause => after with { PausedAt = e.At },
            Move.Resume => after with { PausedAt = null },
            Move.Rate => after with { Rating = facts.Rating },
            Move.Watch => after with { Watchers = [.. Watchers, e.Actor] },
            Move.Unwatch => after with { Watchers = [.. Watchers.Where(watcher => watcher != e.Actor)] },
            Move.Erase => after with { Words = HandoffWords.Erased, IsErased = true },
            Move.Edit or Move.Note or Move.Absorb or Move.Remind or Move.Escalate => after,
            _ => throw new InvalidOperationException($"{Name} has an event with an unknown move, {e.Move}."),
        };
    }
}
