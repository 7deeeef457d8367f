using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.Handoffs.Clocks;
using SalesBot.Handoffs.Moves;
using SalesBot.Handoffs.News;
using SalesBot.Handoffs.Requests;
using SalesBot.Intents;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Conversations;

/// <summary>Moves, cards and lists in a chat.</summary>
sealed partial class HandoffTalk(
    HandoffDesk desk,
    HandoffStore store,
    HandoffLists lists,
    HandoffBlocks blocks,
    MoveForms forms,
    Reasons reasons,
    Roster roster,
    Database database,
    BusinessCalendars calendars,
    TimeProvider time
)
{
    const int ListLength = 10,
        MaxOffered = 3,
        LongestNamed = 60;

    public async Task<Reply> MoveAsync(Talk talk, MoveHandoff wanted)
    {
        if ((wanted.Number ?? talk.Memory.Handoff) is not { } name)
            return Reply.Of(HandoffWording.AskWhich);
        if (Words.Parse<Move>(wanted.Move) is not { } move || move is Move.Raise or >= Move.Wake)
            return Reply.Of(HandoffWording.NotADeed(FieldFaults.Shown(wanted.Move), name));
        if (Find(talk, name) is not { } handoff)
            return Refused(talk, HandoffReplies.Missing(name).Sentence);
        talk.Memory = talk.Memory with { Handoff = handoff.Name };
        if (
            MentionToken.Find(wanted.Fields.GetValueOrDefault("owner") ?? "", talk.Message.Mentions) is
            { IsKnown: false } stranger
        )
            return Reply.Of(
                $"I don't know @{stranger.Called} yet, so nothing was changed. Ask them to message me once, then try again."
            );
        // Who sent it and says "close it" of what came back agrees.
        if (move == Move.Complete && handoff.State == HandoffState.Returned && talk.Message.Action is null)
            move = Move.Agree;
        var fields = WithReason(Named(talk, wanted.Fields));
        // "Got it, taking it" is what accepting says, and no note.
        if (move == Move.Accept && fields.GetValueOrDefault("note") is { } remark && Accepting().IsIn(remark))
            fields.Remove("note");
        var action = ChatAction.Of("move", ("number", handoff.Name), ("move", Words.Of(move))).With(fields);
        if (
            talk.Message.Action is not null
            && MoveForms.Asks(move)
            && !fields.Keys.Except(["version"]).Any()
            && MoveRights.Refusal(handoff, move, talk.Person, talk.Person.Id) is null
        )
            return Form(talk, handoff, move, action, new Dictionary<string, string[]>());
        if (
            move == Move.Resubmit
            && talk.Message.Action is not null
            && MoveRights.Refusal(handoff, move, talk.Person, talk.Person.Id) is null
            && !MoveForms.Says(handoff, fields)
        )
            return Form(
                talk,
                handoff,
                move,
                action.With(new Dictionary<string, string> { ["note"] = "" }),
                new Dictionary<string, string[]> { ["note"] = [HandoffWording.AnswerFirst] }
            );
        talk.Memory = talk.Memory with { Offer = null, OfferedOf = null };
        // "Edit HO-1001" without saying what opens the form.
        if (
            move == Move.Edit
            && !fields.Keys.Except(["version", "note"]).Any()
            && MoveRights.Refusal(handoff, move, talk.Person, talk.Person.Id) is null
        )
            return Form(
                talk,
                handoff,
                move,
                ChatAction.Of("move", ("number", handoff.Name), ("move", "edit")),
                new Dictionary<string, string[]>()
            );
        var result = await desk.MoveAsync(
            name,
            move,
            Request(fields, handoff, move is Move.Edit or Move.Resubmit),
            talk.Acting
        );
        return
            result is DeskResult.Done done
            && move == Move.Edit
            && FieldChanges.Of(handoff, done.Handoff) is { Count: > 0 } changes
            ? Saying(string.Join("\n", changes), Said(talk, move, action, result))
            : Said(talk, move, action, result);
    }

    static Reply Refused(Talk talk, string sentence)
    {
        talk.WasRefused = true;
        return Reply.Of(sentence);
    }

    /// <summary>Changes fields in place, and tells what was and what is.</summary>
    public async Task<Reply> EditAsync(Talk talk, EditHandoff wanted)
    {
        if ((wanted.Number ?? talk.Memory.Handoff) is not { } name)
            return Reply.Of(HandoffWording.AskWhich);
        if (Find(talk, name) is not { } before)
            return Reply.Of(HandoffReplies.Missing(name).Sentence);
        talk.Memory = talk.Memory with { Handoff = before.Name };
        talk.JustSent = talk.Memory.JustSent == before.Name ? before.Name : null;
        var fields = FollowedThrough.Of(before.Words, wanted.Fields);
        var action = ChatAction.Of("move", ("number", before.Name), ("move", "edit")).With(fields);
        var result = await desk.MoveAsync(before.Name, Move.Edit, Request(fields, before, isEdit: true), talk.Acting);
        return result is DeskResult.Done done
            ? Saying(
                FieldChanges.Of(before, done.Handoff) is { Count: > 0 } changes
                    ? string.Join("\n", changes)
                    : HandoffWording.SaysThat(before.Name),
                Said(talk, Move.Edit, action, result)
            )
            : Said(talk, Move.Edit, action, result);
    }

    public Reply Show(Talk talk, ShowHandoff wanted)
    {
        if ((wanted.Number ?? talk.Memory.Handoff) is not { } name)
            return Reply.Of(HandoffWording.AskWhich);
        if (Find(talk, name) is not { } handoff)
            return Reply.Of(HandoffReplies.Missing(name).Sentence);
        talk.Memory = talk.Memory with { Handoff = handoff.Name };
        return wanted.IsDenied ? Saying("OK, nothing was changed.", Card(talk, handoff)) : Card(talk, handoff);
    }

    /// <summary>A card below a word on it, which does not stay when the card is drawn anew.</summary>
    public static Reply Saying(string text, Reply card) =>
        card with
        {
            Text = $"{text}\n{card.Text}",
            Blocks = [new TextBlock(text), .. card.Blocks],
        };

    /// <summary>Why a move cannot be made now, and what this person can do instead.</summary>
    string NotNow(Talk talk, Move move, DeskResult.Conflict conflict)
    {
        var handoff = conflict.Handoff;
        if (MoveTable.From(handoff.State).Contains(move))
            return conflict.Sentence;
        var offered = MoveRights.Offered(handoff, talk.Person).Take(MaxOffered).ToList();
        var last = handoff.Events.Last(e => e.To == handoff.State && e.From != e.To);
        var wasPossible = handoff.Events.TakeWhile(e => e != last).Any(e => MoveTable.From(e.To).Contains(move));
        return last.Actor == talk.Person.Id || !wasPossible
            ? HandoffWording.NotNow(handoff, move, offered)
            : HandoffWording.TooLate(
                handoff,
                move,
                last,
                roster.Names(talk.Person.Workspace).GetValueOrDefault(last.Actor, last.Actor),
                HandoffReplies.Ago(time.GetUtcNow() - last.At),
                offered
            );
    }

    public Reply List(Talk talk, ListHandoffs wanted)
    {
        var (filter, title, none) = Filter(talk.Person, wanted);
        var page =
            wanted.Which == HandoffsWanted.DueToday
                ? DueToday(talk, filter)
                : lists.Page(filter with { Size = ListLength }, talk.Person);
        // What one has sent is one's own, too.
        if (
            page.Total == 0
            && wanted.Which == HandoffsWanted.Mine
            && lists.Page(new HandoffFilter(RaisedBy: "me", Open: true) with { Size = ListLength }, talk.Person)
                is { Total: > 0 } sent
        )
            (page, title) = (sent, "Nothing is waiting for you. You sent these, and they're still open");
        if (page.Total == 0)
            return Reply.Of(none);
        if (page.Items is [var only])
            talk.Memory = talk.Memory with { Handoff = only.Number };
        var head =
            page.Total > page.Items.Count
                ? $"{title}: {page.Total:N0}, showing the newest {page.Items.Count}"
                : $"{title}: {page.Total:N0}";
        var items = page
            .Items.OrderBy(card => card.Due is [{ At: { } at }, ..] ? at : DateTimeOffset.MaxValue)
            .ToList();
        var rows = items
            .Select(card =>
                (IReadOnlyList<string>)
                    [card.Number, HandoffWording.Status(card), card.Title, DeadlineWording.Of(card, calendars)]
            )
            .ToList();
        return new Reply(
            $"{head}\n{string.Join("\n", rows.Select(row => string.Join(" · ", row.Where(cell => cell.Length > 0))))}",
            [
                new TextBlock(head, IsTitle: true),
                new TableBlock(["Number", "State", "What", "Due"], rows)
                {
                    NameColumn = 2,
                    Moments = [.. items.Select(card => DeadlineWording.Moment(card, calendars))],
                    Choices =
                    [
                        .. items.Select(card => new Choice(
                            OfferWording.View(card.Number),
                            ChatAction.Of("show", ("number", card.Number))
                        )),
                    ],
                },
            ]
        );
    }

    /// <summary>What must be done before the day ends, the most urgent first.</summary>
    HandoffPage DueToday(Talk talk, HandoffFilter filter)
    {
        var end = calendars[talk.Person.Role == Role.Marketing ? Team.Marketing : Team.Sales]
            .MorningOf(talk.Today.AddDays(1));
        var due = lists
            .Page(filter with { Size = HandoffFilter.MostAtOnce }, talk.Person)
            .Items.Where(card => card.Due.Any(due => due.At < end))
            .OrderBy(card => card.Due[0].At)
            .ToList();
        return new HandoffPage([.. due.Take(ListLength)], 1, ListLength, due.Count);
    }

    /// <summary>The card of a handoff for whoever asks, kept in step from now on.</summary>
    public Reply Card(Talk talk, Handoff handoff)
    {
        var card = blocks.Of(handoff, talk.Person, Name(talk)) with
        {
            Slot = HandoffNews.SlotOf(handoff),
            Viewer = talk.Person.Id,
            IsNew = true,
        };
        // What the first button takes back as well needs no second one.
        return handoff.Last.Move is not (Move.Pause or Move.Resume) && UndoOf(talk, handoff) is { } undo
            ? card.AndChoice(undo)
            : card;
    }

    /// <summary>The way back from the last step, if it was this person's and is not too long ago.</summary>
    Choice? UndoOf(Talk talk, Handoff handoff) =>
        UndoRule.Refusal(handoff, handoff.Last.Sequence, talk.Person, time.GetUtcNow()) is not null
            ? null
            : Talk.UndoOf(
                ChatAction.Of(
                    "undo",
                    ("kind", "step"),
                    ("number", handoff.Name),
                    ("sequence", $"{handoff.Last.Sequence}")
                ),
                handoff.Last.At,
                HandoffWording.Undo(handoff.Last.Move)
            );

    Reply Said(Talk talk, Move move, ChatAction action, DeskResult result)
    {
        switch (result)
        {
            case DeskResult.Done done:
                talk.Memory = talk.Memory with { Undo = UndoOf(talk, done.Handoff)?.Action ?? talk.Memory.Undo };
                return Card(talk, done.Handoff);
            case DeskResult.Missing missing:
                return Refused(talk, missing.Sentence);
            case DeskResult.Forbidden forbidden:
                return Refused(talk, forbidden.Sentence);
            case DeskResult.Conflict conflict:
                talk.WasRefused = true;
                return Saying(NotNow(talk, move, conflict), Card(talk, conflict.Handoff));
            case DeskResult.Invalid invalid when Find(talk, action.Values["number"]) is { } handoff:
                return Form(talk, handoff, move, action, invalid.Faults);
            default:
                throw new InvalidOperationException(
                    $"The move ended with an unexpected result, {result.GetType().Name}."
                );
        }
    }

    Reply Form(Talk talk, Handoff handoff, Move move, ChatAction action, IReadOnlyDictionary<string, string[]> faults)
    {
        // Codes are for programs.
        if (faults.ContainsKey("reason"))
            faults = new Dictionary<string, string[]>(faults) { ["reason"] = [HandoffWording.ChooseReason] };
        if (faults.ContainsKey("outcome"))
            faults = new Dictionary<string, string[]>(faults) { ["outcome"] = [HandoffWording.ChooseOutcome] };
        var form = forms.Of(handoff, move, action, faults, Name(talk)(handoff.RaisedBy));
        // What is wrong with a field that the form does not have is said above it.
        var other = faults
            .Where(fault =>
                form.Fields.All(field => field.Name != fault.Key || field.Fault is null)
                && (action.Values.ContainsKey(fault.Key) || form.Fields.All(field => field.Name != fault.Key))
            )
            .SelectMany(fault => fault.Value)
            .ToList();
        var text =
            form.Fields.Select(field => field.Fault).OfType<string>().Concat(other).ToList() is { Count: > 0 } wrong
                ? string.Join(" ", wrong)
            : move == Move.Resubmit ? HandoffWording.AskAnswer(handoff, Name(talk))
            : HandoffWording.Ask(move, $"{handoff.Name}, “{PersonText.Cut(handoff.Words.Title, LongestNamed)}”");
        return new Reply(
            text,
            [new TextBlock(text), form with { Back = ChatAction.Of("show", ("number", handoff.Name)) }]
        );
    }

    Handoff? Find(Talk talk, string name) =>
        database.Read(session =>
            Handoff.NumberIn(name) is { } number
            && store.Find(session, talk.Person.Workspace, number) is { } handoff
            && MoveRights.MaySee(handoff, talk.Person)
                ? handoff
                : null
        );

    Func<string, string> Name(Talk talk)
    {
        var names = roster.Names(talk.Person.Workspace);
        return id =>
            id == talk.Person.Id
                ? names.GetValueOrDefault(id, talk.Person.Name)
                : names.GetValueOrDefault(id, id == "system" ? "SalesBot" : id);
    }

    /// <summary>An owner who was named by a mention is meant by id.</summary>
    static Dictionary<string, string> Named(Talk talk, IReadOnlyDictionary<string, string> fields)
    {
        var named = new Dictionary<string, string>(fields);
        if (named.TryGetValue("owner", out var owner))
            named["owner"] = owner is "me" or "myself"
                ? talk.Person.Id
                : MentionToken.Find(owner, talk.Message.Mentions)?.Id ?? owner;
        return named;
    }

    /// <summary>Words that give a reason become its code, with the words as a note where they say more.</summary>
    Dictionary<string, string> WithReason(Dictionary<string, string> fields)
    {
        // A reason may be given as a code, or in any words.
        if (fields.TryGetValue("reason", out var given) && reasons.Find(given) is null && given.Trim().Length > 0)
        {
            fields.Remove("reason");
            fields["why"] = given;
        }
        if (!fields.Remove("why", out var why))
            return fields;
        why = LeftOver().ReplaceIn(why, "");
        var code = ReasonWords.Find(why, reasons);
        fields["reason"] = code ?? Reasons.Other;
        if (
            !why.Equals(code?.Replace('-', ' '), StringComparison.OrdinalIgnoreCase)
            && !why.Equals(code, StringComparison.OrdinalIgnoreCase)
        )
            fields.TryAdd("note", why);
        return fields;
    }

    static MoveRequest Request(Dictionary<string, string> fields, Handoff handoff, bool isEdit = false)
    {
        var request = new MoveRequest
        {
            Version = long.TryParse(fields.GetValueOrDefault("version"), out var version) ? version : handoff.Version,
            Reason = fields.GetValueOrDefault("reason"),
            Note = fields.GetValueOrDefault("note"),
            WakeUp = Given(fields, "wakeUp"),
            Owner = fields.GetValueOrDefault("owner"),
            Outcome = fields.GetValueOrDefault("outcome"),
            Into = fields.GetValueOrDefault("into"),
            Rating = int.TryParse(fields.GetValueOrDefault("rating"), out var rating) ? rating : null,
            Title = Given(fields, "title"),
            Details = fields.GetValueOrDefault("details"),
            NextStep = fields.GetValueOrDefault("nextStep"),
        };
        return isEdit ? EditedFields.Of(request, fields) : request;
    }

    [GeneratedRegex(
        @"^\W*(?:(?:got|taking|accepting|accepted|on|i['’]?ll take|mine|will do|doing|thanks?|thx)(?: (?:it|this|that|care of it|this one))?\W*)+$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Accepting();

    /// <summary>What is left where a date was taken out: "til , waiting for prices".</summary>
    [GeneratedRegex(@"^(?:til|till|until|to|by|on|for)?\s*[,;:–-]\s*", RegexOptions.IgnoreCase)]
    private static partial Regex LeftOver();

    static string? Given(Dictionary<string, string> fields, string name) =>
        string.IsNullOrWhiteSpace(fields.GetValueOrDefault(name)) ? null : fields[name];

    static (HandoffFilter Filter, string Title, string None) Filter(Person person, ListHandoffs wanted) =>
        wanted.Which switch
        {
            HandoffsWanted.Mine => (
                new HandoffFilter(Owner: "me", Open: true),
                "Your open handoffs",
                "You have no open handoffs. "
                    + (
                        person.Role == Role.Employee
                            ? "Say \"what did I send?\" to see what you handed over."
                            : "Say \"queue\" to see what's waiting for your team, or \"what did I send?\"."
                    )
            ),
            HandoffsWanted.Overdue => (
                new HandoffFilter(Overdue: true, Open: true, Team: wanted.Team),
                wanted.Team is { } late ? $"Overdue, {HandoffLabels.OfTeam(late)}" : "Overdue, all teams",
                "Nothing is overdue."
            ),
            HandoffsWanted.DueToday => (
                new HandoffFilter(Open: true, Team: wanted.Team ?? TeamOf(person)),
                "Due today",
                "Nothing is due today."
            ),
            HandoffsWanted.Queue => (
                new HandoffFilter(Owner: "none", Open: true, Team: wanted.Team ?? TeamOf(person)),
                "In the queue",
                "The queue is empty."
            ),
            HandoffsWanted.Sent => (
                new HandoffFilter(RaisedBy: "me"),
                "Sent by you",
                "You haven't handed anything over yet. Try: \"flag Jane Doe, jane@acme.example, to marketing: not ready\"."
            ),
            HandoffsWanted.Search => (
                new HandoffFilter(Q: wanted.Words),
                $"About \"{FieldFaults.Shown(wanted.Words ?? "")}\"",
                $"I found no handoff about \"{FieldFaults.Shown(wanted.Words ?? "")}\"."
            ),
            _ => (
                new HandoffFilter(Open: true, Team: wanted.Team),
                wanted.Team is { } whose ? $"Open handoffs, {HandoffLabels.OfTeam(whose)}" : "Open handoffs, all teams",
                "There are no open handoffs."
            ),
        };

    static string? TeamOf(Person person) => person.Role is Role.Sales or Role.Marketing ? Words.Of(person.Role) : null;
}
