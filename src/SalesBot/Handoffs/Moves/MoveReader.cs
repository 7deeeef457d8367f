using System.Globalization;
using SalesBot.Chat;
using SalesBot.Handoffs.Clocks;
using SalesBot.Handoffs.History;
using SalesBot.Handoffs.Requests;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Handoffs.Moves;

/// <summary>Reads what a move needs out of a request: the facts and words of its event, or what is wrong, by field.</summary>
sealed class MoveReader(Reasons reasons, HandoffStore store, BusinessCalendars calendars)
{
    const int LongestNote = 10_000, LongestSleepYears = 5;

    /// <summary>The facts, with the version still to be counted up, and the words of the move.</summary>
    public (EventFacts Facts, EventWords? Words) Read(
        Session session, Handoff handoff, Move move, MoveRequest request, Person? owner, DateTimeOffset now, FieldFaults faults)
    {
        if (request.Version is null)
            faults.Add("version", $"Say which version of {handoff.Name} this is based on; it is {handoff.Version} now.");
        var note = faults.Text("note", request.Note, LongestNote);
        var facts = new EventFacts(handoff.Version + 1);
        facts = move switch
        {
            Move.Assign => facts with { Owner = Owner(handoff, request.Owner, owner, faults) },
            Move.Return or Move.Disqualify => facts with { Reason = ReasonOf(request, note, faults)?.Code },
            Move.Recycle => Recycled(facts, ReasonOf(request, note, faults), handoff, request, now, faults),
            Move.Agree => facts with { WakeUp = request.WakeUp is null ? null : WakeUp(handoff, request.WakeUp, now, faults) },
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
                faults.Add(field, $"To {Words.Of(move)} changes nothing of what {handoff.Name} says; send this with an edit.");
        if (move == Move.Note && note is null)
            faults.Add("note", "Say what is to be noted.");
        return (facts, note is null && content is null ? null : new EventWords(note, content));
    }

    /// <summary>The fields of a request that say something of the handoff itself.</summary>
    static IEnumerable<string> ContentIn(HandoffFields request) => new (string Field, object? Value)[]
    {
        ("kind", request.Kind), ("title", request.Title), ("details", request.Details), ("urgency", request.Urgency), ("person", request.Person),
        ("company", request.Company), ("source", request.Source), ("campaign", request.Campaign), ("nextStep", request.NextStep), ("links", request.Links),
        ("qualification", request.Qualification), ("lawfulBasis", request.LawfulBasis), ("optOuts", request.OptOuts), ("retainUntil", request.RetainUntil),
    }.Where(field => field.Value is not null and not "").Select(field => field.Field);

    static string? Owner(Handoff handoff, string? named, Person? owner, FieldFaults faults)
    {
        if (string.IsNullOrWhiteSpace(named))
            faults.Add("owner", "Who should take it? Give a name.");
        else if (owner is null)
            faults.Add("owner", $"I don't know one single person called '{FieldFaults.Shown(named)}'.");
        else if (!owner.Serves(handoff.Team))
            faults.Add("owner", $"{handoff.Name} is for {HandoffLabels.Of(handoff.Team)}, and {owner.Name} isn't in {HandoffLabels.Of(handoff.Team)}.");
        return owner?.Id;
    }

    Reason? ReasonOf(MoveRequest request, string? note, FieldFaults faults)
    {
        var reason = reasons.Find(request.Reason ?? "");
        if (reason is null)
            faults.Add("reason", $"{(string.IsNullOrWhiteSpace(request.Reason) ? "Say why" : $"'{FieldFaults.Shown(request.Reason)}' is not a reason")}: "
                + $"one of {string.Join(", ", reasons.All.Select(known => known.Code))}.");
        else if (reason.Code == Reasons.Other && note is null)
            faults.Add("note", "The reason 'other' needs a note that says which.");
        return reason;
    }

    EventFacts Recycled(EventFacts facts, Reason? reason, Handoff handoff, MoveRequest request, DateTimeOffset now, FieldFaults faults)
    {
        var usual = reason?.Days is { } days ? calendars[handoff.Team].DateAt(now).AddDays(days) : (DateOnly?)null;
        if (request.WakeUp is null && usual is null && reason is not null)
            faults.Add("wakeUp", $"Say on which date it wakes, such as {calendars[handoff.Team].DateAt(now).AddDays(90):yyyy-MM-dd}; "
                + $"the reason {reason.Code} has no usual time.");
        return facts with { Reason = reason?.Code, WakeUp = request.WakeUp is null ? usual : WakeUp(handoff, request.WakeUp, now, faults) };
    }

    DateOnly? WakeUp(Handoff handoff, string text, DateTimeOffset now, FieldFaults faults)
    {
        var today = calendars[handoff.Team].DateAt(now);
        if (!DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
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
            faults.Add("outcome", $"Say what came of it: one of {Words.List<HandoffOutcome>()}.");
        return faults.Choice<HandoffOutcome>("outcome", text);
    }

    long? Into(Session session, Handoff handoff, string? text, FieldFaults faults)
    {
        var number = Handoff.NumberIn(text ?? "");
        var survivor = number is { } known ? store.Find(session, handoff.Workspace, known) : null;
        if (survivor is null)
            faults.Add("into",
                $"{(string.IsNullOrWhiteSpace(text) ? "Say" : $"There is no {FieldFaults.Shown(text)}; say")} into which handoff, such as HO-1001.");
        else if (survivor.Id == handoff.Id)
            faults.Add("into", $"{handoff.Name} cannot be merged into itself.");
        else if (!survivor.IsOpen)
            faults.Add("into", $"{survivor.Name} is {Words.Of(survivor.State)}"
                + (survivor.DuplicateOf is { } next ? $" into {Handoff.NameOf(next)}; merge into that." : "; reopen it first."));
        else if (survivor.Team != handoff.Team)
            faults.Add("into", $"{survivor.Name} goes to {Words.Of(survivor.Team)}, {handoff.Name} to {Words.Of(handoff.Team)}.");
        return number;
    }

    static int? Rating(int? rating, FieldFaults faults)
    {
        if (rating is not (>= 1 and <= 5))
            faults.Add("rating", "Rate from 1 (of no use) to 5 (just right).");
        return rating;
    }

    static (EventFacts, HandoffWords) Edited(EventFacts facts, Handoff handoff, MoveRequest request, FieldFaults faults)
    {
        var (brief, words) = FieldReader.Read(request, handoff.Direction, null, handoff, faults);
        return (facts with { Brief = brief, Changed = ContentChange.Fields(handoff, brief, words) }, words);
    }
}
