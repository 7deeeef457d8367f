using CsCheck;
using Microsoft.Extensions.Options;
using SalesBot.Handoffs;
using SalesBot.Handoffs.Clocks;
using SalesBot.Handoffs.Requests;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Handoffs;

public sealed class HandoffClockTests
{
    static MoveRequest Because(string reason) => new() { Reason = reason };

    [Fact]
    public async Task A_due_time_explains_itself()
    {
        await using var desk = new TestDesk();
        await desk.UntilAsync("2026-11-22T19:00");
        var handoff = await desk.RaiseAsync(TestDesk.Some() with { Urgency = "now" });
        var due = desk.Card(handoff).Due.ShouldHaveSingleItem();
        due.ShouldBe(
            new DueView(
                "accept",
                DateTimeOffset.Parse("2026-11-23T09:00Z"),
                false,
                "raised Sun 8:00\u00A0pm, the clock starts Mon 9:00\u00A0am, due Mon 10:00\u00A0am"
            )
        );
    }

    [Fact]
    public async Task Accepting_starts_the_clock_for_the_first_contact()
    {
        await using var desk = new TestDesk();
        var handoff = await desk.RaiseAsync();
        await desk.MoveAsync(handoff, Move.Accept, TestDesk.Marketer);
        desk.Card(handoff)
            .Due.ShouldHaveSingleItem()
            .Because.ShouldBe("accepted Mon 10:00\u00A0am, due Mon 2:00\u00A0pm");
        await desk.MoveAsync(handoff, Move.Contact, TestDesk.Marketer);
        desk.Card(handoff).Due.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_pause_stops_the_clock_and_says_so()
    {
        await using var desk = new TestDesk();
        var handoff = await desk.RaiseAsync();
        await desk.MoveAsync(handoff, Move.Accept, TestDesk.Marketer);
        await desk.LaterAsync(TimeSpan.FromHours(1));
        await desk.MoveAsync(handoff, Move.Pause, TestDesk.Marketer);
        desk.Card(handoff)
            .Due.ShouldHaveSingleItem()
            .ShouldBe(
                new DueView(
                    "first-contact",
                    null,
                    false,
                    "accepted Mon 10:00\u00A0am, paused since Mon 11:00\u00A0am with 3 h left"
                )
            );
        await desk.LaterAsync(TimeSpan.FromHours(24));
        await desk.MoveAsync(handoff, Move.Resume, TestDesk.Marketer);
        desk.Card(handoff)
            .Due.ShouldHaveSingleItem()
            .Because.ShouldBe("accepted Mon 10:00\u00A0am, paused 9 h, due Tue 2:00\u00A0pm");
    }

    [Fact]
    public async Task What_has_no_rush_is_not_due_earlier_because_somebody_accepts_it_early()
    {
        await using var desk = new TestDesk();
        var handoff = await desk.RaiseAsync(TestDesk.Some() with { Urgency = "someday" });
        var waiting = desk.Card(handoff).Due.ShouldHaveSingleItem().At.ShouldNotBeNull();
        await desk.MoveAsync(handoff, Move.Accept, TestDesk.Marketer);
        desk.Card(handoff).Due.ShouldHaveSingleItem().At.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(waiting);
        await desk.MoveAsync(handoff, Move.Edit, TestDesk.Marketer, new MoveRequest { Urgency = "now" });
        desk.Card(handoff).Due.ShouldHaveSingleItem().At.ShouldNotBeNull().ShouldBeLessThan(waiting);
    }

    [Fact]
    public async Task A_return_gives_the_sender_a_clock_in_the_senders_calendar()
    {
        await using var desk = new TestDesk(null, ("Handoffs:Calendars:Sales:TimeZone", "America/New_York"));
        var handoff = await desk.RaiseAsync();
        await desk.MoveAsync(handoff, Move.Return, TestDesk.Marketer, Because("missing-information"));
        desk.Card(handoff)
            .Due.ShouldHaveSingleItem()
            .Because.ShouldBe("returned Mon 4:00\u00A0am, the clock starts Mon 9:00\u00A0am, due Mon 5:00\u00A0pm");
    }

    [Fact]
    public async Task A_merge_gains_no_time()
    {
        await using var desk = new TestDesk();
        var first = await desk.RaiseAsync();
        await desk.LaterAsync(TimeSpan.FromHours(2));
        var second = await desk.RaiseAsync();
        await desk.MoveAsync(first, Move.Merge, TestDesk.Manager, new MoveRequest { Into = second.Name });
        desk.Card(second).Due.ShouldHaveSingleItem().Because.ShouldBe("raised Mon 10:00\u00A0am, due Mon 2:00\u00A0pm");
        desk.Card(first).Due.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_merge_takes_no_time_from_who_has_accepted()
    {
        await using var desk = new TestDesk();
        var first = await desk.RaiseAsync();
        await desk.LaterAsync(TimeSpan.FromHours(2));
        var second = await desk.RaiseAsync();
        await desk.MoveAsync(second, Move.Accept, TestDesk.Marketer);
        await desk.MoveAsync(first, Move.Merge, TestDesk.Manager, new MoveRequest { Into = second.Name });
        desk.Card(second)
            .Due.ShouldHaveSingleItem()
            .Because.ShouldBe("accepted Mon 12:00\u00A0pm, due Mon 4:00\u00A0pm");
    }

    [Fact]
    public async Task What_is_reopened_released_or_resubmitted_has_its_time_anew()
    {
        await using var desk = new TestDesk();
        var handoff = await desk.RaiseAsync();
        await desk.MoveAsync(handoff, Move.Accept, TestDesk.Marketer);
        await desk.LaterAsync(TimeSpan.FromHours(1));
        await desk.MoveAsync(handoff, Move.Release, TestDesk.Marketer);
        desk.Card(handoff)
            .Due.ShouldHaveSingleItem()
            .Because.ShouldBe("released Mon 11:00\u00A0am, due Mon 3:00\u00A0pm");
        await desk.MoveAsync(handoff, Move.Disqualify, TestDesk.Marketer, Because("spam"));
        await desk.LaterAsync(TimeSpan.FromDays(14));
        await desk.MoveAsync(handoff, Move.Reopen, TestDesk.Manager);
        desk.Card(handoff)
            .Due.ShouldHaveSingleItem()
            .Because.ShouldBe("reopened Mon 11:00\u00A0am, due Mon 3:00\u00A0pm");
        desk.Card(handoff).Cycle.ShouldBe(2);
    }

    [Fact]
    public async Task A_new_urgency_has_the_time_of_its_own_since_the_beginning()
    {
        await using var desk = new TestDesk();
        var handoff = await desk.RaiseAsync();
        await desk.MoveAsync(handoff, Move.Edit, TestDesk.Rep, new MoveRequest { Urgency = "now" });
        desk.Card(handoff)
            .Due.ShouldHaveSingleItem()
            .Because.ShouldBe("raised Mon 10:00\u00A0am, due Mon 11:00\u00A0am");
    }

    [Fact]
    public async Task Changed_office_hours_count_for_what_is_open_from_the_next_start_on()
    {
        using var folder = new TempFolder();
        Handoff handoff;
        await using (var desk = new TestDesk(folder.Path))
        {
            handoff = await desk.RaiseAsync();
            await desk.Get<SalesBot.Handoffs.Due.DueRefresh>().RunAsync();
        }
        await using (
            var later = new TestDesk(folder.Path, ("Handoffs:Calendars:Marketing:Hours", "Mon-Fri 12:00-13:00"))
        )
        {
            (await later.Get<SalesBot.Handoffs.Due.DueRefresh>().RunAsync()).ShouldBe(1);
            (await later.Get<SalesBot.Handoffs.Due.DueRefresh>().RunAsync()).ShouldBe(0);
            later
                .Card(handoff)
                .Due.ShouldHaveSingleItem()
                .Because.ShouldBe("raised Mon 10:00\u00A0am, the clock starts Mon 12:00\u00A0pm, due Thu 1:00\u00A0pm");
            await later.UntilAsync("2026-01-08T11:59");
            later.Card(handoff).Escalated.ShouldBeFalse();
            await later.UntilAsync("2026-01-08T12:00");
            later.Card(handoff).Escalated.ShouldBeTrue();
        }
    }

    /// <summary>
    /// Pauses at random minutes of a running clock, in two zones, against counting the open and unpaused minutes one by
    /// one.
    /// </summary>
    [Fact]
    public void It_equals_a_slow_reckoning_minute_by_minute_on_ten_thousand_histories()
    {
        var zones = new[] { "Europe/Berlin", "America/New_York", "Australia/Lord_Howe" };
        var clocks = zones.ToDictionary(zone => zone, ClockIn);
        Gen.Select(Some.Of(zones), Gen.Int[0, 365 * 24 * 60], Gen.Int[1, 24 * 60], Gen.Int[1, 2000].Array[0, 6])
            .Sample(
                (zone, start, target, steps) =>
                {
                    var from = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(start);
                    var edges = steps.Aggregate(
                        new List<DateTimeOffset>(),
                        (list, step) => [.. list, (list.Count == 0 ? from : list[^1]).AddMinutes(step)]
                    );
                    var pauses = edges
                        .Chunk(2)
                        .Select(pair => (pair[0], pair.Length > 1 ? pair[1] : (DateTimeOffset?)null))
                        .ToList();
                    var run = new ClockRun(
                        Clock.FirstContact,
                        1,
                        "accepted",
                        SalesBot.People.Team.Sales,
                        from,
                        TimeSpan.FromMinutes(target),
                        pauses,
                        null
                    );
                    var clock = clocks[zone];
                    var slow = Slow(TimeZoneInfo.FindSystemTimeZoneById(zone), run, target);
                    clock.At(run, 1).ShouldBe(slow);
                    if (slow is { } due)
                        clock.Spent(run, due).ShouldBe(run.Target);
                },
                iter: 10_000
            );
    }

    static HandoffClock ClockIn(string zone)
    {
        var options = Options.Create(
            new HandoffOptions
            {
                Calendars = new CalendarOptionsByTeam { Sales = new CalendarOptions { TimeZone = zone } },
            }
        );
        return new HandoffClock(new BusinessCalendars(options), new ClockTargets(options));
    }

    static DateTimeOffset? Slow(TimeZoneInfo zone, ClockRun run, int minutes)
    {
        for (var at = run.StartedAt; ; at = at.AddMinutes(1))
        {
            if (minutes == 0)
                return at;
            if (run.Pauses.Any(pause => pause.From <= at && pause.To is null))
                return null;
            var local = TimeZoneInfo.ConvertTime(at, zone);
            var open = local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && local.Hour is >= 9 and < 18;
            if (open && !run.Pauses.Any(pause => pause.From <= at && at < pause.To))
                minutes--;
        }
    }
}
