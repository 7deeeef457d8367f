using CsCheck;
using SalesBot.Handoffs;
using SalesBot.Handoffs.Requests;
using SalesBot.People;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Handoffs;

/// <summary>A step that is taken back leaves everything as it was, but for the history, which tells of both.</summary>
public sealed class UndoTests
{
    static readonly (Move Move, MoveRequest Request)[] Steps =
    [
        (Move.Accept, new()),
        (Move.Return, new() { Reason = "wrong-region" }),
        (Move.Contact, new() { Note = "called" }),
        (Move.Complete, new() { Outcome = "won" }),
        (Move.Recycle, new() { Reason = "bad-timing" }),
        (Move.Disqualify, new() { Reason = "spam" }),
        (Move.Pause, new()),
        (Move.Resume, new()),
        (Move.Release, new()),
        (Move.Resubmit, new() { Title = "Anew" }),
        (Move.Withdraw, new()),
        (Move.Reopen, new()),
        (Move.Edit, new() { Title = "Changed", Urgency = "now" }),
        (Move.Note, new() { Note = "noted" }),
        (Move.Watch, new()),
        (Move.Unwatch, new()),
        (Move.Rate, new() { Rating = 4 }),
        (Move.Agree, new()),
        (Move.Assign, new() { Owner = "marketer" }),
    ];

    [Fact]
    public async Task Any_step_can_be_taken_back_as_if_it_had_not_been_made()
    {
        await Gen.Int[0, Steps.Length - 1]
            .Array[1, 12]
            .SampleAsync(
                async picks =>
                {
                    await using var desk = new TestDesk();
                    var handoff = await desk.RaiseAsync();
                    foreach (var pick in picks)
                    {
                        desk.Time.Advance(TimeSpan.FromMinutes(7));
                        var (before, rows) = (desk.Card(handoff), Rows(desk));
                        if (
                            await desk.TryAsync(handoff, Steps[pick].Move, TestDesk.Admin, Steps[pick].Request)
                                is not DeskResult.Done { Handoff: var after }
                            || after.Version == before.Version
                        )
                            continue;
                        (
                            await desk.Desk.UndoAsync(
                                handoff.Name,
                                after.Last.Sequence,
                                new Acting(TestDesk.Admin, "test")
                            )
                        ).ShouldBeOfType<DeskResult.Done>();
                        Plain(desk.Card(handoff)).ShouldBe(Plain(before), Steps[pick].Move.ToString());
                        Rows(desk).ShouldBe(rows, Steps[pick].Move.ToString());
                        desk.Verify().Faults.ShouldBeEmpty();
                        await desk.TryAsync(handoff, Steps[pick].Move, TestDesk.Admin, Steps[pick].Request);
                    }
                },
                iter: 40
            );
    }

    [Fact]
    public async Task Only_ones_own_last_step_and_only_for_a_minute()
    {
        await using var desk = new TestDesk();
        var handoff = await desk.MoveAsync(await desk.RaiseAsync(), Move.Accept, TestDesk.Marketer);
        (await UndoAsync(TestDesk.Manager, 2)).ShouldBe("You can't undo that step.");
        (await UndoAsync(TestDesk.Rep, 1)).ShouldBe("You can't undo that step.");
        (await UndoAsync(TestDesk.Marketer, 99)).ShouldBe("You can't undo that step.");
        desk.Time.Advance(TimeSpan.FromSeconds(61));
        (await UndoAsync(TestDesk.Marketer, 2)).ShouldStartWith(
            "That was more than a minute ago, so it can't be undone."
        );
        await desk.MoveAsync(handoff, Move.Contact, TestDesk.Marketer);
        await desk.MoveAsync(handoff, Move.Note, TestDesk.Rep, new MoveRequest { Note = "good" });
        (await UndoAsync(TestDesk.Marketer, 3)).ShouldBe(
            "HO-1001 has changed since then: it's in progress now. Nothing was undone."
        );
        desk.Now(handoff).Version.ShouldBe(4);

        async Task<string> UndoAsync(Person person, long sequence) =>
            (await desk.Desk.UndoAsync(handoff.Name, sequence, new Acting(person, "test")))
                .ShouldBeOfType<DeskResult.Conflict>()
                .Sentence;
    }

    [Fact]
    public async Task Taking_back_twice_takes_back_once()
    {
        await using var desk = new TestDesk();
        var handoff = await desk.MoveAsync(await desk.RaiseAsync(), Move.Accept, TestDesk.Marketer);
        var by = new Acting(TestDesk.Marketer, "test", "key");
        for (var i = 0; i < 2; i++)
            (await desk.Desk.UndoAsync(handoff.Name, 2, by))
                .ShouldBeOfType<DeskResult.Done>()
                .Handoff.State.ShouldBe(HandoffState.Submitted);
        (await desk.Desk.UndoAsync(handoff.Name, 2, by with { Key = null }))
            .ShouldBeOfType<DeskResult.Conflict>()
            .Sentence.ShouldStartWith("That was already undone");
        desk.Now(handoff).Events.Count.ShouldBe(3);
    }

    /// <summary>The card without what the history adds to it.</summary>
    static string Plain(HandoffCard card) =>
        System.Text.Json.JsonSerializer.Serialize(
            card with
            {
                History = [],
                Version = 0,
            },
            CardJson.Readable.HandoffCard
        );

    /// <summary>What follows from the events, as rows.</summary>
    static string Rows(TestDesk desk) =>
        desk.Get<SalesBot.Storage.Database>()
            .Read(session =>
                string.Join(
                    "\n",
                    session
                        .Query<string>(
                            "select state || '|' || coalesce(owner, '') || '|' || coalesce(reason, '') || '|' || coalesce(due_at, '') || '|' || is_open || '|' || coalesce(rating, '') || '|' || coalesce(wake_up, '') || search from handoffs"
                        )
                        .Concat(
                            session.Query<string>(
                                "select clock || '|' || sequence || '|' || coalesce(due_at, '') || '|' || coalesce(stopped_at, '') from handoff_clocks order by sequence"
                            )
                        )
                        .Concat(
                            session.Query<string>(
                                "select step || '|' || sequence || '|' || due_at from handoff_due where done_at is null order by sequence, step"
                            )
                        )
                        .Concat(session.Query<string>("select person from handoff_watchers"))
                        .Concat(
                            session.Query<string>(
                                "select coalesce(reason, '') from handoff_events where reason is not null"
                            )
                        )
                )
            );
}
