using CsCheck;
using SalesBot.Handoffs;
using SalesBot.Handoffs.Moves;
using SalesBot.Handoffs.Requests;
using SalesBot.People;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Handoffs;

/// <summary>Any sequence of commands by anybody keeps the rules of handing over.</summary>
public class MoveRulesTests
{
    static readonly Move[] Moves = [.. Enum.GetValues<Move>().Where(move => move is not Move.Raise and < Move.Wake)];
    static readonly Person[] People =
    [
        TestDesk.Employee,
        TestDesk.Rep,
        TestDesk.Marketer,
        TestDesk.Manager,
        TestDesk.Admin,
    ];

    /// <summary>What may follow what, written down a second time, as the picture of a handoff's life has it.</summary>
    static readonly Dictionary<HandoffState, string> Life = new()
    {
        [HandoffState.Submitted] =
            "accept>accepted assign>submitted return>returned disqualify>disqualified withdraw>withdrawn merge>merged",
        [HandoffState.Accepted] =
            "contact>in-progress return>returned release>submitted assign>accepted recycle>recycled disqualify>disqualified pause>accepted resume>accepted merge>merged",
        [HandoffState.InProgress] =
            "complete>done recycle>recycled disqualify>disqualified assign>in-progress release>submitted pause>in-progress resume>in-progress merge>merged",
        [HandoffState.Returned] = "resubmit>submitted withdraw>withdrawn agree>recycled agree>disqualified",
        [HandoffState.Done] = "reopen>submitted",
        [HandoffState.Recycled] = "reopen>submitted wake>submitted",
        [HandoffState.Disqualified] = "reopen>submitted",
        [HandoffState.Withdrawn] = "reopen>submitted",
        [HandoffState.Merged] = "",
    };

    /// <summary>
    /// Who may what (rule 4), written down a second time: s sender, o owner, t receiving team, m manager, v whoever
    /// sees it. Admins may everything.
    /// </summary>
    static readonly Dictionary<Move, string> Rights = new()
    {
        [Move.Accept] = "tm",
        [Move.Return] = "tm",
        [Move.Contact] = "tm",
        [Move.Complete] = "tm",
        [Move.Recycle] = "tm",
        [Move.Disqualify] = "tm",
        [Move.Rate] = "tm",
        [Move.Assign] = "om",
        [Move.Release] = "om",
        [Move.Pause] = "om",
        [Move.Resume] = "om",
        [Move.Agree] = "sm",
        [Move.Withdraw] = "s",
        [Move.Resubmit] = "s",
        [Move.Reopen] = "om",
        [Move.Merge] = "om",
        [Move.Edit] = "som",
        [Move.Note] = "v",
        [Move.Watch] = "v",
        [Move.Unwatch] = "v",
    };

    static bool May(Handoff handoff, Move move, Person person) =>
        person.Role == Role.Admin
        || Rights[move]
            .Any(letter =>
                letter switch
                {
                    's' => handoff.RaisedBy == person.Id,
                    'o' => handoff.Owner == person.Id,
                    't' => person.Role == (handoff.Team == Team.Sales ? Role.Sales : Role.Marketing),
                    'm' => person.Role == Role.Manager,
                    _ => true,
                }
            );

    sealed record Step(int Move, int Person, int Handoff, int Hours, bool Whole, int Key);

    static readonly Gen<Step> AnyStep = Gen.Select(
            Gen.Int[0, Moves.Length - 1],
            Gen.Int[0, People.Length - 1],
            Gen.Int[0, 2],
            Gen.Int[0, 30],
            Gen.Int[0, 9],
            Gen.Int[0, 60]
        )
        .Select((move, person, handoff, hours, whole, key) => new Step(move, person, handoff, hours, whole > 0, key));

    [Fact]
    public async Task Any_sequence_of_moves_keeps_the_rules() =>
        await AnyStep
            .Array[40, 120]
            .SampleAsync(
                async steps =>
                {
                    await using var desk = new TestDesk();
                    var handoffs = new[]
                    {
                        await desk.RaiseAsync(),
                        await desk.RaiseAsync(by: TestDesk.Employee),
                        await desk.RaiseAsync(
                            new RaiseRequest { Direction = "marketing-to-sales", Title = "Jane wants a demo" },
                            TestDesk.Marketer
                        ),
                    };
                    foreach (var step in steps)
                    {
                        var (handoff, move, person) = (
                            desk.Now(handoffs[step.Handoff]),
                            Moves[step.Move],
                            People[step.Person]
                        );
                        var result = await desk.Desk.MoveAsync(
                            handoff.Name,
                            move,
                            step.Whole ? Whole(handoff, handoffs, step.Key % 2 == 0) : new MoveRequest(),
                            new Acting(person, "test", step.Key < 20 ? $"{step.Key}" : null)
                        );
                        Judge(desk.Now(handoff), handoff, move, person, result, step);
                        if (step.Hours < 4)
                            await desk.LaterAsync(TimeSpan.FromHours(step.Hours * 20));
                    }
                    foreach (var handoff in handoffs)
                        JudgeHistory(desk.Now(handoff));
                    desk.Verify().Faults.ShouldBeEmpty();
                },
                iter: 40
            );

    static MoveRequest Whole(Handoff handoff, Handoff[] all, bool sleeps) =>
        new()
        {
            Version = handoff.Version,
            Reason = "bad-timing",
            Note = "as we said",
            Owner = handoff.Team == Team.Sales ? "rep" : "marketer",
            Outcome = "answered",
            Into = all.First(other => other.Id != handoff.Id).Name,
            Rating = 4,
            WakeUp = sleeps ? "2027-06-01" : null,
        };

    static void Judge(Handoff after, Handoff before, Move move, Person person, DeskResult result, Step step)
    {
        if (result is DeskResult.Forbidden)
            (May(before, move, person) && !IsOwnAssignment(before, move, person)).ShouldBeFalse(
                $"{person.Name} may {move} and was refused"
            );
        if (result is not DeskResult.Done)
        {
            after.Version.ShouldBe(before.Version, $"{move} by {person.Name} was refused and changed something");
            after.Events.Count.ShouldBe(before.Events.Count);
            return;
        }
        MoveRights.MaySee(before, person).ShouldBeTrue();
        if (after.Events.Count == before.Events.Count)
            return;
        step.Whole.ShouldBeTrue($"{move} without a version was carried out");
        (May(before, move, person) || IsOwnAssignment(before, move, person)).ShouldBeTrue(
            $"{person.Name} may not {move}"
        );
        after.Version.ShouldBe(before.Version + 1);
        (
            after.Owner is not null
            || after.State is HandoffState.Submitted
            || !after.IsOpen
            || before.State is HandoffState.Submitted or HandoffState.Returned
        ).ShouldBeTrue("an open handoff is nobody's");
    }

    /// <summary>Somebody of the team who takes what waits in the queue.</summary>
    static bool IsOwnAssignment(Handoff handoff, Move move, Person person) =>
        move == Move.Assign
        && handoff.Owner is null
        && person.Role == (handoff.Team == Team.Sales ? Role.Sales : Role.Marketing);

    static void JudgeHistory(Handoff handoff)
    {
        foreach (var e in handoff.Events.Where(e => e.From is not null))
        {
            var step = $"{SalesBot.Chat.Words.Of(e.Move)}>{SalesBot.Chat.Words.Of(e.To)}";
            if (e.From != e.To || e.Move is Move.Assign or Move.Pause or Move.Resume)
                Life[e.From!.Value].Split(' ').ShouldContain(step, $"{e.From} does not lead there");
            if (e.Move is Move.Return or Move.Recycle or Move.Disqualify)
                e.Facts.Reason.ShouldNotBeNull();
            if (e is { To: HandoffState.Recycled, From: not HandoffState.Recycled })
                e.Facts.WakeUp.ShouldNotBeNull();
        }
        if (handoff.State is HandoffState.Accepted or HandoffState.InProgress)
            handoff.Owner.ShouldNotBeNull();
        (handoff.Cycle - 1).ShouldBe(handoff.Events.Count(e => e.Move is Move.Reopen or Move.Wake));
        handoff.Events.Zip(handoff.Events.Skip(1)).ShouldAllBe(pair => pair.First.At <= pair.Second.At);
        var told = handoff
            .Events.Where(e => e.Move is Move.Remind or Move.Escalate)
            .Select(e =>
                (
                    Percent: e.Facts.Percent,
                    Run: handoff.Events.Last(began => began.Sequence < e.Sequence && began.From != began.To).Sequence
                )
            )
            .ToList();
        told.Distinct().Count().ShouldBe(told.Count, "something was told twice");
    }
}
