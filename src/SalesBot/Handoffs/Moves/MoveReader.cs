using System.Globalization;
using SalesBot.Chat;
using SalesBot.Handoffs.Clocks;
using SalesBot.Handoffs.History;
using SalesBot.Handoffs.Requests;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Handoffs.Moves;

/// <summary>
/// Reads what a move needs out of a request: the facts and words of its event, or what is wrong, by field.
/// </summary>
sealed class MoveReader(Reasons reasons, HandoffStore store, BusinessCalendars calendars)
{
    const int LongestNote = 10_000,
        LongestSleepYears = 5;

    /// <summary>The facts, with the version still to be counted up, and the words of the move.</summary>
    public (EventFacts Facts, EventWords? Words) Read(
        Session session,
        Handoff handoff,
        Move move,
        MoveRequest request,
        Person? owner,
        DateTimeOffset now,
        FieldFaults faults
    )
    {
        if (request.Version is null)
            faults.Add(
                "version",
                $"Give the version of {handoff.Name} this is based on; the current one is {handoff.Version}."
            );
        var note = faults.Text("note", request.Note, LongestNote);
        var facts = new EventFacts(handoff.Version + 1);
        facts = move switch
        {
            Move.Assign => facts with { Owner = Owner(handoff, request.Owner, owner, faults) },
            Move.Return or Move.Disqualify => facts with { Reason = ReasonOf(request, note, faults)?.Code },
            Move.Recycle => Recycled(facts, ReasonOf(request, note, faults), handoff, request, now, faults),
            Move.Agree => facts with
            {
                WakeUp = request.WakeUp is null ? null : WakeUp(handoff, request.WakeUp, now, faults),
            },
            Move.Complete => facts with { Outcome = Outcome(request.Outcome, faults) },
            Move.Merge => facts with { Into = Into(session, handoff, request.Into, faults) },
            Move.Rate => facts with { Rating = Rating(request.Rating, faults) },
            _ => facts,
        };
        HandoffWords? content = null;
        if (move is Move.Edit or Move.Resubmit)
            (facts, content) = Edited(facts, handoff, request, faults);
        else
            foreach (var field in ContentIn(request))
                faults.Add(
                    field,
                    $"The move '{Words.Of(move)}' can't change the content of {handoff.Name}; use edit for that."
                );
        if (move == Move.Note && note is null)
            faults.Add("note", "Please write a note.");
        return (facts, note is null && content is null ? null : new EventWords(note, content));
    }

    /// <summary>The fields of a request that say something of the handoff itself.</summary>
    static IEnumerable<string> ContentIn(HandoffFields request) =>
        new (string Field, object? Value)[]
        {
            ("kind", request.Kind),
            ("title", request.Title),
            ("details", request.Details),
            ("urgency", request.Urgency),
            ("person", request.Person),
            ("company", request.Company),
            ("source", request.Source),
            ("campaign", request.Campaign),
            ("nextStep", request.NextStep),
            ("links", request.Links),
            ("qualification", request.Qualification),
            ("lawfulBasis", request.LawfulBasis),
            ("optOuts", request.OptOuts),
            ("retainUntil", request.RetainUntil),
        }
            .Where(field => field.Value is not null and not "")
            .Select(field => field.Field);

    static string? Owner(Handoff handoff, string? named, Person? owner, FieldFaults faults)
    {
        if (string.IsNullOrWhiteSpace(named))
            faults.Add("owner", "Who should take it? Give a name.");
        else if (owner is null)
            faults.Add("owner", $"I can't tell who '{FieldFaults.Shown(named)}' is. Give a full name or an id.");
        else if (!owner.Serves(handoff.Team))
            faults.Add(
                "owner",
                $"{handoff.Name} is for {HandoffLabels.Of(handoff.Team)}, and {owner.Name} isn't in {HandoffLabels.Of(handoff.Team)}."
            );
        return owner?.Id;
    }

    Reason? ReasonOf(MoveRequest request, string? note, FieldFaults faults)
    {
        var reason = reasons.Find(request.Reason ?? "");
        if (reason is null)
            faults.Add(
                "reason",
                $"{(string.IsNullOrWhiteSpace(request.Reason) ? "Give a reason" : $"'{FieldFaults.Shown(request.Reason)}' is not a reason")}: "
                    + $"use one of {string.Join(", ", reasons.All.Select(known => known.Code))}."
            );
        else if (reason.Code == Reasons.Other && note is null)
            faults.Add("note", "The reason 'other' needs a note to explain it.");
        return reason;
    }

    EventFacts Recycled(
        EventFacts facts,
        Reason? reason,
        Handoff handoff,
        MoveRequest request,
        DateTimeOffset now,
        FieldFaults faults
    )
    {
        var usual = reason?.Days is { } days ? calendars[handoff.Team].DateAt(now).AddDays(days) : (DateOnly?)null;
        if (request.WakeUp is null && usual is null && reason is not null)
            faults.Add(
                "wakeUp",
                $"Give a date to snooze it until, such as {calendars[handoff.Team].DateAt(now).AddDays(90):yyyy-MM-dd}; "
                    + $"there is no default for the reason {reason.Code}."
            );
        return facts with
        {
            Reason = reason?.Code,
            WakeUp = request.WakeUp is null ? usual : WakeUp(handoff, request.WakeUp, now, faults),
        };
    }

    DateOnly? WakeUp(Handoff handoff, string text, DateTimeOffset now, FieldFaults faults)
    {
        var today = calendars[handoff.Team].DateAt(now);
        if (
            !DateOnly.TryParseExact(
                text.Trim(),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
        )
            faults.Add("wakeUp", $"'{FieldFaults.Shown(text)}' is not a date such as {today.AddDays(90):yyyy-MM-dd}.");
        else if (date <= today)
            faults.Add("wakeUp", $"{date:yyyy-MM-dd} is not in the future; today is {today:yyyy-MM-dd}.");
        else if (date > today.AddYears(LongestSleepYears))
            faults.Add("wakeUp", $"{date:yyyy-MM-dd} is more than {LongestSleepYears} years away.");
        return date;
    }

    static HandoffOutcome? Outcome(string? text, FieldFaults faults)
    {
        if (string.IsNullOrWhiteSpace(text))
            faults.Add("outcome", $"Give the outcome: one of {Words.List<HandoffOutcome>()}.");
        return faults.Choice<HandoffOutcome>("outcome", text);
    }

    long? Into(Session session, Handoff handoff, string? text, FieldFaults faults)
    {
        var number = Handoff.NumberIn(text ?? "");
        var survivor = number is { } known ? store.Find(session, handoff.Workspace, known) : null;
        if (survivor is null)
            faults.Add(
                "into",
                $"{(string.IsNullOrWhiteSpace(text) ? "Say" : $"There is no {FieldFaults.Shown(text)}; say")} which handoff to merge it into, such as HO-1001."
            );
        else if (survivor.Id == handoff.Id)
            faults.Add("into", $"{handoff.Name} cannot be merged into itself.");
        else if (!survivor.IsOpen)
            faults.Add(
                "into",
                $"{survivor.Name} is {HandoffLabels.InSentence(survivor.State)}"
                    + (
                        survivor.DuplicateOf is { } next
                            ? $" into {Handoff.NameOf(next)}; merge it into that one instead."
                            : "; reopen it first."
                    )
            );
        else if (survivor.Team != handoff.Team)
            faults.Add(
                "into",
                $"{survivor.Name} goes to {Words.Of(survivor.Team)} and {handoff.Name} goes to {Words.Of(handoff.Team)}, so they can't be merged."
            );
        return number;
    }

    static int? Rating(int? rating, FieldFaults faults)
    {
        if (rating is not (>= 1 and <= 5))
            faults.Add("rating", "Give a rating from 1 (not useful) to 5 (just right).");
        return rating;
    }

    static (EventFacts, HandoffWords) Edited(EventFacts facts, Handoff handoff, MoveRequest request, FieldFaults faults)
    {
        var (brief, words) = FieldReader.Read(request, handoff.Direction, null, handoff, faults);
        return (facts with { Brief = brief, Changed = ContentChange.Fields(handoff, brief, words) }, words);
    }
}
