using SalesBot.Chat;
using SalesBot.Handoffs.Clocks;
using SalesBot.Handoffs.Moves;
using SalesBot.People;

namespace SalesBot.Handoffs.News;

/// <summary>A handoff as a reply: what it is, who has it, when it is due and why, and what its viewer can do.</summary>
sealed class HandoffBlocks(HandoffClock clock, BusinessCalendars calendars, TimeProvider time)
{
    /// <summary>Draws it.</summary>
    /// <param name="handoff">As it is now.</param>
    /// <param name="viewer">Whose moves are offered.</param>
    /// <param name="name">What people are called, by id.</param>
    public Reply Of(Handoff handoff, Person viewer, Func<string, string> name)
    {
        var (title, status) = (
            handoff.Words.Title,
            HandoffWording.Pressing(handoff) + HandoffWording.Status(handoff, name)
        );
        var main = Usual(handoff);
        var moves = MoveRights
            .Offered(handoff, viewer)
            // Whoever sent it or has it is told anyway.
            .Where(move => move != Move.Watch || (viewer.Id != handoff.RaisedBy && viewer.Id != handoff.Owner))
            // What came back is answered by sending it again: a note alone leaves it there.
            .Where(move => move != Move.Note || handoff.State != HandoffState.Returned || viewer.Id != handoff.RaisedBy)
            .OrderBy(move => PlaceOf(move, handoff))
            .Select(move => new Choice(
                HandoffLabels.Of(move, handoff, name(handoff.RaisedBy)),
                ActionOf(handoff, move),
                IsMain: move == main
            ))
            .ToList();
        var due = clock.Runs(handoff) is [.., { StoppedAt: null } run]
            ? DeadlineWording.Of(clock.Due(run, time.GetUtcNow()), handoff.Brief.Kind, calendars[run.Team].Zone)
            : null;
        var until = due switch
        {
            MomentBlock moment => moment.Text,
            TextBlock paused => paused.Text,
            _ => null,
        };
        var particulars = HandoffWording.Particulars(handoff);
        return new Reply(
            $"{title} · {status}{(until is null ? "" : $" · {until}")}\n{particulars}",
            [
                new TextBlock(title, IsTitle: true),
                .. due is MomentBlock { IsStrong: true }
                    ? [due, new TextBlock(status)]
                    : new ReplyBlock[] { new TextBlock(status, IsStrong: true) }.Concat(due is null ? [] : [due]),
                .. handoff.Words.Details is { } details && details != title
                    ? [new TextBlock($"“{details}”")]
                    : Array.Empty<ReplyBlock>(),
                .. Fields(handoff, viewer, name).ToList() is { Count: > 0 } fields
                    ? [new FieldsBlock(null, fields)]
                    : Array.Empty<ReplyBlock>(),
                new TextBlock(particulars, IsNote: true),
                .. moves.Count > 0 ? [new ChoicesBlock(moves)] : Array.Empty<ReplyBlock>(),
            ]
        )
        {
            Own = new OwnView(
                ChatAction.Of("show", ("number", handoff.Name)),
                [.. new[] { handoff.Owner, handoff.RaisedBy }.OfType<string>().Distinct()]
            ),
        };
    }

    /// <summary>The action that makes a move on the version that is shown.</summary>
    public static ChatAction ActionOf(Handoff handoff, Move move) =>
        ChatAction.Of("move", ("number", handoff.Name), ("move", Words.Of(move)), ("version", $"{handoff.Version}"));

    /// <summary>The main move, then what most want besides it; a lead hands work out before saying anything.</summary>
    static int PlaceOf(Move move, Handoff handoff) =>
        move == Usual(handoff) ? -2
        : move == Move.Assign && handoff.State == HandoffState.Submitted ? -1
        : Array.IndexOf(Secondary, move) is >= 0 and var place ? place
        : Secondary.Length;

    /// <summary>What most people want besides the main move, most first.</summary>
    static readonly Move[] Secondary =
    [
        Move.Return,
        Move.Complete,
        Move.Note,
        Move.Assign,
        Move.Resubmit,
        Move.Agree,
        Move.Edit,
        Move.Withdraw,
        Move.Release,
        Move.Recycle,
        Move.Pause,
        Move.Rate,
        Move.Merge,
        Move.Disqualify,
    ];

    static Move? Usual(Handoff handoff) =>
        handoff.State switch
        {
            _ when handoff.PausedAt is not null => Move.Resume,
            HandoffState.Submitted => Move.Accept,
            HandoffState.Accepted => Move.Contact,
            HandoffState.InProgress => Move.Complete,
            HandoffState.Returned => Move.Resubmit,
            _ => null,
        };

    static IEnumerable<Field> Fields(Handoff handoff, Person viewer, Func<string, string> name)
    {
        var words = handoff.Words;
        if (words.Person is { } person)
            yield return new Field("Contact", Joined(person.Name, person.Role, person.Email, person.Phone));
        if (words.Company is { } company && !IsOnlyInTheAddress(company, words.Person))
            yield return new Field(
                "Company",
                Joined(company.Name, company.Domain, company.Industry, company.Size, company.Region)
            );
        if (words.NextStep is { } step)
            yield return new Field("Next step", step);
        if (words.Origin?.Link is { } link)
            yield return new Field("Said in", "the conversation", Link: link);
        if (viewer.Id != handoff.RaisedBy)
            yield return new Field("From", name(handoff.RaisedBy));
        // Nobody has what waits for a team: the state says so.
        if (
            handoff.Owner is { } owner
            && handoff.State is HandoffState.Returned or HandoffState.Done or HandoffState.Recycled
        )
            yield return new Field("Owner", name(owner));
        if (handoff.Reason is { } reason && handoff.State != HandoffState.Disqualified && reason != Moves.Reasons.Other)
            yield return new Field("Reason", HandoffLabels.OfReason(reason));
        if (
            handoff.Events.LastOrDefault(e =>
                e.Words?.Note is not null && handoff.Events.All(later => later.Facts.Undone != e.Sequence)
            ) is
            { } noted
        )
            yield return new Field("Note", $"“{noted.Words?.Note}” ({name(noted.Actor)})");
    }

    /// <summary>Nothing is known of the company but the end of the contact's address, which stands above.</summary>
    static bool IsOnlyInTheAddress(Company company, ContactPerson? person) =>
        company is { Name: null, Domain: { } domain, Industry: null, Size: null, Region: null }
        && person?.Email?.EndsWith($"@{domain}", StringComparison.OrdinalIgnoreCase) == true;

    static string Joined(params string?[] parts) => string.Join(", ", parts.OfType<string>());
}
