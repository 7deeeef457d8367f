using SalesBot.Handoffs;
using SalesBot.Handoffs.Requests;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Handoffs;

public sealed class DueWorkTests
{
    static List<string> Told(Handoff handoff) =>
        [
            .. handoff
                .Events.Where(e => e.Actor == "system")
                .Select(e => $"{SalesBot.Chat.Words.Of(e.Move)} {e.Facts.Percent}".Trim() + $" {e.At:ddd HH:mm}"),
        ];

    [Fact]
    public async Task What_nobody_takes_is_told_at_half_at_all_and_at_twice_of_its_time()
    {
        await using var desk = new TestDesk();
        var handoff = await desk.RaiseAsync();
        for (var i = 0; i < 48; i++)
            await desk.LaterAsync(TimeSpan.FromMinutes(30));
        Told(desk.Now(handoff)).ShouldBe(["remind 50 Mon 11:00", "escalate 100 Mon 13:00", "escalate 200 Mon 17:00"]);
        var card = desk.Card(handoff);
        card.Version.ShouldBe(1, "a reminder changes nothing that somebody could have based a move on");
        (card.Escalated, card.Due[0].Overdue).ShouldBe((true, true));
    }

    [Fact]
    public async Task What_is_accepted_and_not_contacted_goes_back_to_the_queue()
    {
        await using var desk = new TestDesk();
        var handoff = await desk.RaiseAsync();
        await desk.MoveAsync(handoff, Move.Accept, TestDesk.Marketer);
        await desk.UntilAsync("2026-01-05T16:59:59");
        desk.Now(handoff).State.ShouldBe(HandoffState.Accepted);
        await desk.UntilAsync("2026-01-05T17:00:00");
        var card = desk.Card(handoff);
        (card.State, card.Owner, card.Version).ShouldBe(("submitted", null, 3));
        card.Routing.ShouldContain("no first contact within twice the time allowed");
        card.Due.ShouldHaveSingleItem()
            .Because.ShouldBe("released Mon 6:00\u00A0pm, the clock starts Tue 9:00\u00A0am, due Tue 1:00\u00A0pm");
    }

    [Fact]
    public async Task Steps_are_done_once_also_after_a_long_sleep_and_a_restart()
    {
        using var folder = new TempFolder();
        Handoff handoff;
        await using (var desk = new TestDesk(folder.Path))
            handoff = await desk.RaiseAsync();
        await using (var later = new TestDesk(folder.Path))
        {
            await later.UntilAsync("2026-02-01T00:00");
            // What is late is told once, by the last step.
            Told(later.Now(handoff)).ShouldBe(["escalate 200 Sun 00:00"]);
        }
        await using (var again = new TestDesk(folder.Path))
        {
            await again.UntilAsync("2026-03-01T00:00");
            Told(again.Now(handoff)).Count.ShouldBe(1);
            again.Verify().Faults.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Two_hosts_do_a_step_once()
    {
        await using var desk = new TestDesk();
        await using var other = new TestDesk(desk.Folder);
        for (var i = 0; i < 20; i++)
            await desk.RaiseAsync();
        desk.Time.Advance(TimeSpan.FromDays(1));
        other.Time.Advance(TimeSpan.FromDays(1));
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i => Task.Run((i % 2 == 0 ? desk : other).Get<SalesBot.Handoffs.Due.DueWork>().RunAsync))
        );
        foreach (var card in desk.Get<HandoffLists>().All(new HandoffFilter(), TestDesk.Admin))
            card.History.Count(e => e.Actor == "system").ShouldBe(1);
    }

    [Fact]
    public async Task A_pause_puts_the_steps_off()
    {
        await using var desk = new TestDesk();
        var handoff = await desk.RaiseAsync();
        await desk.MoveAsync(handoff, Move.Accept, TestDesk.Marketer);
        await desk.LaterAsync(TimeSpan.FromHours(1));
        await desk.MoveAsync(handoff, Move.Pause, TestDesk.Marketer);
        await desk.LaterAsync(TimeSpan.FromDays(30));
        Told(desk.Now(handoff)).ShouldBeEmpty();
        await desk.MoveAsync(handoff, Move.Resume, TestDesk.Marketer);
        await desk.LaterAsync(TimeSpan.FromHours(1));
        Told(desk.Now(handoff)).ShouldBe(["remind 50 Wed 11:00"]);
    }

    [Fact]
    public async Task What_sleeps_wakes_on_its_date_by_itself()
    {
        await using var desk = new TestDesk();
        var handoff = await desk.RaiseAsync();
        await desk.MoveAsync(handoff, Move.Accept, TestDesk.Marketer);
        await desk.MoveAsync(
            handoff,
            Move.Recycle,
            TestDesk.Marketer,
            new MoveRequest { Reason = "bad-timing", WakeUp = "2026-03-31" }
        );
        await desk.MoveAsync(handoff, Move.Note, TestDesk.Rep, new MoveRequest { Note = "They asked again." });
        await desk.UntilAsync("2026-03-31T06:59:59");
        desk.Now(handoff).State.ShouldBe(HandoffState.Recycled);
        await desk.UntilAsync("2026-03-31T07:00:00"); // 9:00 in Berlin, in summer by then
        var card = desk.Card(handoff);
        (card.State, card.Cycle, card.WakeUp, card.Owner).ShouldBe(("submitted", 2, null, "local:marketer"));
        card.Due.ShouldHaveSingleItem().Because.ShouldBe("woken Tue 9:00\u00A0am, due Tue 1:00\u00A0pm");
    }

    [Fact]
    public async Task A_reason_has_its_usual_sleep()
    {
        await using var desk = new TestDesk();
        var handoff = await desk.RaiseAsync();
        await desk.MoveAsync(handoff, Move.Accept, TestDesk.Marketer);
        await desk.MoveAsync(handoff, Move.Recycle, TestDesk.Marketer, new MoveRequest { Reason = "no-answer" });
        desk.Card(handoff).WakeUp.ShouldBe(new DateOnly(2026, 2, 4));
    }

    [Fact]
    public async Task Personal_data_goes_when_its_time_is_over_and_the_history_stays_whole()
    {
        await using var desk = new TestDesk(null, ("Handoffs:EraseAfterDays", "30"));
        var handoff = await desk.RaiseAsync(
            TestDesk.Some() with
            {
                Person = new PersonFields("Jane Doe", "jane@acme.example"),
            }
        );
        await desk.MoveAsync(
            handoff,
            Move.Disqualify,
            TestDesk.Marketer,
            new MoveRequest { Reason = "spam", Note = "Jane is not real" }
        );
        await desk.LaterAsync(TimeSpan.FromDays(29));
        desk.Card(handoff).Person.ShouldNotBeNull();
        await desk.LaterAsync(TimeSpan.FromDays(1));
        var card = desk.Card(handoff);
        (card.Erased, card.Person, card.Title).ShouldBe((true, null, "(erased)"));
        card.History.ShouldAllBe(e => e.Note == null);
        desk.Verify().Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_clock_that_is_set_back_does_not_turn_a_history_round()
    {
        await using var desk = new TestDesk();
        var handoff = await desk.RaiseAsync();
        var back = new TestDesk(desk.Folder);
        await back.UntilAsync("2026-01-05T09:00");
        await using (back)
        {
            await desk.LaterAsync(TimeSpan.FromMinutes(30));
            await desk.MoveAsync(handoff, Move.Accept, TestDesk.Marketer);
            var after = await back.MoveAsync(handoff, Move.Contact, TestDesk.Marketer);
            after.Events.Select(e => e.At).ShouldBeInOrder();
        }
    }
}
