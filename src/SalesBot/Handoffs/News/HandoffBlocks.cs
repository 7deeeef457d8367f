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
        var (title, summary) = (handoff.Words.Title, HandoffWording.Summary(handoff, name));
        var main = Usual(handoff);
        var moves = MoveRights
            .Offered(handoff, viewer)
            .OrderBy(move =>
                move == main ? 0
                : Array.IndexOf(Secondary, move) is >= 0 and var place ? place + 1
                : Secondary.Length + 1
            )
            .Select(move => new Choice(
                HandoffLabels.Of(move, handoff.Brief.Kind),
                ActionOf(handoff, move),
                IsMain: move == main
            ))
            .ToList();
        var due = clock.Runs(handoff) is [.., { StoppedAt: null } run]
            ? HandoffWording.Due(clock.Due(run, time.GetUtcNow()), handoff.Brief.Kind, calendars[run.Team].Zone)
            : null;
        var until = due switch
        {
            MomentBlock moment => moment.Text,
            TextBlock paused => paused.Text,
            _ => null,
        };
        return new Reply(
            $"{title} · {summary}{(until is null ? "" : $"\n{until}")}",
            [
                new TextBlock(title, IsTitle: true),
                new TextBlock(summary),
                .. due is null ? Array.Empty<ReplyBlock>() : [due],
                new FieldsBlock(null, [.. Fields(handoff, name)]),
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
        Move.Disqualify,
    ];

    static Move? Usual(Handoff handoff) =>
        handoff.State switch
        {
            HandoffState.Submitted => Move.Accept,
            HandoffState.Accepted => Move.Contact,
            HandoffState.InProgress => Move.Complete,
            HandoffState.Returned => Move.Resubmit,
            _ => null,
        };

    IEnumerable<Field> Fields(Handoff handoff, Func<string, string> name)
    {
        var words = handoff.Words;
        if (words.Person is { } person)
            yield return new Field("Person", Joined(person.Name, person.Role, person.Email, person.Phone));
        if (words.Company is { } company)
            yield return new Field(
                "Company",
                Joined(company.Name, company.Domain, company.Industry, company.Size, company.Region)
            );
        if (words.Details is { } details && details != words.Title)
            yield return new Field("Details", details);
        if (words.NextStep is { } step)
            yield return new Field("Next step", step);
        if (words.Origin?.Link is { } link)
            yield return new Field("Said in", "the conversation", Link: link);
        yield return new Field("From", name(handoff.RaisedBy));
        // Nobody has what waits for a team: the state says so.
        if (
            handoff.Owner is { } owner
            && handoff.State is HandoffState.Returned or HandoffState.Done or HandoffState.Recycled
        )
            yield return new Field("Owner", name(owner));
        if (handoff.Reason is { } reason && handoff.State != HandoffState.Disqualified)
            yield return new Field("Reason", HandoffLabels.OfReason(reason));
        if (
            handoff.Events.LastOrDefault(e =>
                e.Words?.Note is not null && handoff.Events.All(later => later.Facts.Undone != e.Sequence)
            ) is
            { } noted
        )
            yield return new Field("Note", $"“{noted.Words?.Note}” ({name(noted.Actor)})");
    }

    static string Joined(params string?[] parts) => string.Join(", ", parts.OfType<string>());
}
