using SalesBot.Chat;
using SalesBot.Handoffs.Clocks;
using SalesBot.Handoffs.History;
using SalesBot.Handoffs.Moves;
using SalesBot.Handoffs.Requests;
using SalesBot.Handoffs.Routing;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Handoffs;

/// <summary>
/// What can be done with handoffs, for every door alike. A command is read, checked, carried out and written in one
/// transaction, so that it is done wholly or not at all, and of two at once one is first.
/// </summary>
sealed class HandoffDesk(
    Writer writer,
    HandoffStore store,
    CommandKeyStore keys,
    Router router,
    MoveReader reader,
    Roster roster,
    HandoffClock clock,
    TimeProvider time
)
{
    /// <summary>Hands something over.</summary>
    /// <exception cref="StorageFault">Nothing was kept.</exception>
    public async Task<DeskResult> RaiseAsync(RaiseRequest request, Acting by)
    {
        var faults = new FieldFaults();
        if (string.IsNullOrWhiteSpace(request.Direction))
            faults.Add("direction", $"Give the direction: one of {Words.List<Direction>()}.");
        var direction = faults.Choice<Direction>("direction", request.Direction) ?? Direction.SalesToMarketing;
        var (brief, words) = FieldReader.Read(
            request,
            direction,
            FieldReader.Origin(request.Origin, faults),
            null,
            faults
        );
        if (faults.Any)
            return new DeskResult.Invalid(faults.ByField);
        return await writer.WriteAsync(session =>
            Repeated(session, by, CommandKeyStore.ContentOf(request))
            ?? Raise(session, direction, brief, words, request, by)
        );
    }

    /// <summary>
    /// Makes a move, if the handoff can be seen, the person may, nothing is missing, and the version and state are
    /// right: in this order.
    /// </summary>
    /// <param name="name">The handoff's number, as somebody wrote it.</param>
    /// <param name="move">A person's move, other than raise.</param>
    /// <param name="request">What the move needs.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="unread">What could not even be read of the request, to be told in its turn.</param>
    /// <exception cref="StorageFault">Nothing was kept.</exception>
    public Task<DeskResult> MoveAsync(
        string name,
        Move move,
        MoveRequest request,
        Acting by,
        DeskResult.Invalid? unread = null
    ) =>
        writer.WriteAsync(session =>
        {
            if (
                Handoff.NumberIn(name) is not { } number
                || store.Find(session, by.Person.Workspace, number) is not { } handoff
                || !MoveRights.MaySee(handoff, by.Person)
            )
                return HandoffReplies.Missing(name);
            var content = CommandKeyStore.ContentOf(number, move, request);
            if (Repeated(session, by, content) is { } repeated)
                return repeated;
            var owner = string.IsNullOrWhiteSpace(request.Owner)
                ? null
                : roster.Find(session, handoff.Workspace, PersonText.Clean(request.Owner));
            if (MoveRights.Refusal(handoff, move, by.Person, owner?.Id) is { } refusal)
                return new DeskResult.Forbidden(refusal);
            if (unread is not null)
                return unread;
            var (now, faults) = (Now(handoff), new FieldFaults());
            var (facts, said) = reader.Read(session, handoff, move, request, owner, now, faults);
            if (faults.Any)
                return new DeskResult.Invalid(faults.ByField);
            var refused =
                request.Version != handoff.Version ? "Nothing was changed." : MoveTable.Refusal(handoff, move);
            if (refused is not null)
                return new DeskResult.Conflict(
                    HandoffReplies.Conflict(handoff, roster.Names(handoff.Workspace), refused, now),
                    handoff
                );
            var after = IsIdle(handoff, move, facts, said, by.Person)
                ? handoff
                : Carry(session, handoff, move, facts, said, by, now);
            keys.Keep(session, by, content, after);
            return (DeskResult)new DeskResult.Done(after);
        });

    /// <summary>
    /// Takes back the last step, if this person made it a short while ago and nobody went on from there.
    /// </summary>
    /// <param name="name">The handoff's number, as somebody wrote it.</param>
    /// <param name="sequence">The event to take back.</param>
    /// <param name="by">Who made it.</param>
    /// <exception cref="StorageFault">Nothing was kept.</exception>
    public Task<DeskResult> UndoAsync(string name, long sequence, Acting by) =>
        writer.WriteAsync(session =>
        {
            if (
                Handoff.NumberIn(name) is not { } number
                || store.Find(session, by.Person.Workspace, number) is not { } handoff
                || !MoveRights.MaySee(handoff, by.Person)
            )
                return HandoffReplies.Missing(name);
            var content = CommandKeyStore.ContentOf(number, Move.Undo, new MoveRequest { Note = $"{sequence}" });
            if (Repeated(session, by, content) is { } repeated)
                return repeated;
            var now = Now(handoff);
            if (UndoRule.Refusal(handoff, sequence, by.Person, now) is { } refusal)
                return new DeskResult.Conflict(refusal, handoff);
            var undone = handoff.Events[(int)sequence - 1];
            var after = handoff.After(
                EventChain.Append(
                    handoff.Last,
                    handoff.Id,
                    now,
                    by.Person.Id,
                    by.Platform,
                    Move.Undo,
                    handoff.State,
                    undone.From ?? handoff.State,
                    new EventFacts(handoff.Version + 1, Undone: sequence),
                    null
                )
            );
            store.Append(session, after, 1, now);
            keys.Keep(session, by, content, after);
            return (DeskResult)new DeskResult.Done(after);
        });

    DeskResult? Repeated(Session session, Acting by, string content) =>
        keys.Find(session, by, content) switch
        {
            null => null,
            (_, { } fault) => new DeskResult.Invalid("Idempotency-Key", fault),
            var (id, _) => new DeskResult.Done(
                store.FindById(session, by.Person.Workspace, id ?? "")
                    ?? throw new StorageFault("The handoff created with that key no longer exists.")
            ),
        };

    DeskResult.Done Raise(
        Session session,
        Direction direction,
        HandoffBrief brief,
        HandoffWords words,
        RaiseRequest request,
        Acting by
    )
    {
        var (now, workspace) = (Now(null), by.Person.Workspace);
        var id = Guid.CreateVersion7(now).ToString();
        var team = direction == Direction.MarketingToSales ? Team.Sales : Team.Marketing;
        var route = router.Find(session, workspace, id, team, brief, words);
        var number = NumberStore.Next(session, workspace);
        var raised = EventChain.Append(
            null,
            id,
            now,
            by.Person.Id,
            by.Platform,
            Move.Raise,
            null,
            HandoffState.Submitted,
            new EventFacts(1, workspace, number, direction, brief, Owner: route.Owner, Routing: route.Because),
            new EventWords(null, words)
        );
        var handoff = Handoff.From(workspace, number, [raised]);
        store.Append(session, handoff, 1, now);
        keys.Keep(session, by, CommandKeyStore.ContentOf(request), handoff);
        return new DeskResult.Done(handoff, Created: true);
    }

    Handoff Carry(
        Session session,
        Handoff handoff,
        Move move,
        EventFacts facts,
        EventWords? said,
        Acting by,
        DateTimeOffset now
    )
    {
        var to = MoveTable.To(handoff.State, move, facts.WakeUp is not null);
        facts = Routed(session, handoff, move, facts, by.Person);
        var after = handoff.After(
            EventChain.Append(
                handoff.Last,
                handoff.Id,
                now,
                by.Person.Id,
                by.Platform,
                move,
                handoff.State,
                to,
                facts,
                said
            )
        );
        store.Append(session, after, 1, now);
        if (move == Move.Merge && facts.Into is { } into)
            Absorb(session, handoff, into, by, now);
        return after;
    }

    /// <summary>Who has it after the move, and why.</summary>
    EventFacts Routed(Session session, Handoff handoff, Move move, EventFacts facts, Person person)
    {
        switch (move)
        {
            case Move.Accept:
                return facts with
                {
                    Owner = person.Id,
                    Routing = handoff.Owner == person.Id ? null : $"{person.Name} took it",
                };
            case Move.Assign:
                return facts with { Routing = $"assigned by {person.Name}" };
            case Move.Release:
                return facts with { Routing = $"put back in the queue by {person.Name}" };
            case Move.Resubmit or Move.Reopen:
                var route = router.Again(session, handoff, facts.Brief ?? handoff.Brief);
                return facts with { Owner = route.Owner, Routing = route.Because };
            default:
                return facts;
        }
    }

    /// <summary>
    /// Tells the survivor of a merge, which takes over what only the other one says, notes included; if both wait to be
    /// accepted, the survivor waits since the earlier of the two.
    /// </summary>
    void Absorb(Session session, Handoff merged, long into, Acting by, DateTimeOffset now)
    {
        var survivor =
            store.Find(session, merged.Workspace, into) ?? throw new StorageFault($"{Handoff.NameOf(into)} is gone.");
        var since =
            (merged.State, survivor.State) == (HandoffState.Submitted, HandoffState.Submitted)
                ? clock.Runs(merged)[^1].StartedAt
                : (DateTimeOffset?)null;
        var (brief, words) = MergedContent.Fill(survivor, merged);
        var changed = ContentChange.Fields(survivor, brief, words);
        var facts = new EventFacts(
            survivor.Version + 1,
            Absorbed: merged.Number,
            WaitingSince: since,
            Brief: changed.Count > 0 ? brief : null,
            Changed: changed.Count > 0 ? changed : null
        );
        var said = new EventWords(MergedContent.Notes(survivor, merged), changed.Count > 0 ? words : null);
        var after = survivor.After(
            EventChain.Append(
                survivor.Last,
                survivor.Id,
                Later(now, survivor),
                by.Person.Id,
                by.Platform,
                Move.Absorb,
                survivor.State,
                survivor.State,
                facts,
                said is { Note: null, Content: null } ? null : said
            )
        );
        store.Append(session, after, 1, now);
    }

    static bool IsIdle(Handoff handoff, Move move, EventFacts facts, EventWords? said, Person person) =>
        move switch
        {
            Move.Watch => handoff.Watchers.Contains(person.Id),
            Move.Unwatch => !handoff.Watchers.Contains(person.Id),
            Move.Edit => facts.Changed is { Count: 0 } && said?.Note is null,
            _ => false,
        };

    /// <summary>
    /// The time, in whole milliseconds; never before the last event, also if the machine's clock was set back.
    /// </summary>
    DateTimeOffset Now(Handoff? handoff) =>
        Later(DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()), handoff);

    static DateTimeOffset Later(DateTimeOffset now, Handoff? handoff) =>
        handoff is not null && handoff.Last.At > now ? handoff.Last.At : now;
}
