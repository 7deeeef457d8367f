using SalesBot.Chat;
using SalesBot.Handoffs.Clocks;
using SalesBot.Handoffs.Moves;
using SalesBot.People;

namespace SalesBot.Handoffs.News;

/// <summary>A handoff as a reply: what it is, who has it, when it is due and why, and what its viewer can do.</summary>
sealed class HandoffBlocks(HandoffClock clock, TimeProvider time)
{
    /// <summary>Draws it.</summary>
    /// <param name="handoff">As it is now.</param>
    /// <param name="viewer">Whose moves are offered.</param>
    /// <param name="name">What people are called, by id.</param>
    public Reply Of(Handoff handoff, Person viewer, Func<string, string> name)
    {
        var title = $"{handoff.Name} {Words.Of(handoff.State)}{(handoff.PausedAt is null ? "" : " (paused)")}, {Words.Of(handoff.Brief.Kind)} for "
            + $"{Words.Of(handoff.Team)}: {handoff.Words.Title}";
        var moves = MoveRights.Offered(handoff, viewer).Select(move => new Choice(Label(move), ActionOf(handoff, move), IsMain: move == Usual(handoff)))
            .ToList();
        return new Reply(title,
        [
            new TextBlock(title),
            new FieldsBlock(null, [.. Fields(handoff, name)]),
            .. moves.Count > 0 ? [new ChoicesBlock(moves)] : Array.Empty<ReplyBlock>(),
        ])
        {
            Own = new OwnView(ChatAction.Of("show", ("number", handoff.Name)), [.. new[] { handoff.Owner, handoff.RaisedBy }.OfType<string>().Distinct()]),
        };
    }

    /// <summary>The action that makes a move on the version that is shown.</summary>
    public static ChatAction ActionOf(Handoff handoff, Move move) =>
        ChatAction.Of("move", ("number", handoff.Name), ("move", Words.Of(move)), ("version", $"{handoff.Version}"));

    static string Label(Move move) => Words.Of(move);

    static Move? Usual(Handoff handoff) => handoff.State switch
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
        if (words.Details is { } details)
            yield return new Field("details", details);
        if (words.Person is { } person)
            yield return new Field("person", Joined(person.Name, person.Role, person.Email, person.Phone));
        if (words.Company is { } company)
            yield return new Field("company", Joined(company.Name, company.Domain, company.Industry, company.Size, company.Region));
        if (words.NextStep is { } step)
            yield return new Field("next step", step);
        if (words.Origin?.Link is { } link)
            yield return new Field("said in", "the conversation", Link: link);
        if (handoff.Brief.Urgency != Urgency.ThisWeek)
            yield return new Field("urgency", Words.Of(handoff.Brief.Urgency));
        yield return new Field("from", name(handoff.RaisedBy));
        yield return new Field("owner", handoff.Owner is { } owner ? name(owner) : $"the queue of {Words.Of(handoff.Team)}");
        if (handoff.State == HandoffState.Returned)
            yield return new Field("waits", $"for {name(handoff.RaisedBy)} to resubmit, withdraw or agree");
        if (clock.Runs(handoff) is [.., { StoppedAt: null } run] && clock.Due(run, time.GetUtcNow()) is var due)
            yield return new Field(due.Overdue ? "overdue" : "due", due.Because);
        if (handoff.Reason is { } reason)
            yield return new Field("reason", reason);
        if (handoff.Outcome is { } outcome)
            yield return new Field("outcome", Words.Of(outcome));
        if (handoff.WakeUp is { } date)
            yield return new Field("wakes", $"{date:yyyy-MM-dd}");
        if (handoff.Events.LastOrDefault(e => e.Words?.Note is not null && handoff.Events.All(later => later.Facts.Undone != e.Sequence)) is { } noted)
            yield return new Field("note", $"“{noted.Words?.Note}” ({name(noted.Actor)}, {Words.Of(noted.Move)})");
        if (handoff.DuplicateOf is { } into)
            yield return new Field("merged", $"into {Handoff.NameOf(into)}");
    }

    static string Joined(params string?[] parts) => string.Join(", ", parts.OfType<string>());
}
