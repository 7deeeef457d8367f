using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.Handoffs.History;
using SalesBot.People;

namespace SalesBot.Conversations;

/// <summary>
/// What others did with the handoffs somebody owns or sent: one line for each, the latest state, those that wait for
/// the reader first.
/// </summary>
sealed class NewsReplies(HandoffLists lists, Roster roster, TimeProvider time)
{
    const int MaxOfEach = 50,
        MaxShown = 12;

    static readonly TimeSpan Recent = TimeSpan.FromDays(7);

    public Reply Show(Talk talk)
    {
        var now = time.GetUtcNow();
        var names = roster.Names(talk.Person.Workspace);
        var cards = lists
            .Page(new HandoffFilter(Owner: "me", Size: MaxOfEach), talk.Person)
            .Items.Concat(lists.Page(new HandoffFilter(RaisedBy: "me", Size: MaxOfEach), talk.Person).Items)
            .DistinctBy(card => card.Number)
            .Select(card =>
                (
                    Card: card,
                    Last: card.History.LastOrDefault(e =>
                        e.Actor != talk.Person.Id && e.Actor != HandoffEvent.System && now - e.At < Recent
                    )
                )
            )
            .Where(one => one.Last is not null || one.Card.Due.Any(due => due.Overdue))
            .OrderByDescending(one => one.Last?.At)
            .Take(MaxShown)
            .ToList();
        if (cards.Count == 0)
            return Reply.Of($"Nobody else has touched your handoffs in the last 7 days.{InQueue(talk)}");
        var waiting = cards.Where(one => NeedsReader(one.Card, talk.Person)).ToList();
        var moved = cards.Except(waiting).ToList();
        if (waiting.Count == 1)
            talk.Memory = talk.Memory with { Handoff = waiting[0].Card.Number };
        var blocks = new List<ReplyBlock>();
        foreach (
            var (title, group) in new[]
            {
                (waiting.Count == 1 ? "1 needs you" : $"{waiting.Count} need you", waiting),
                ($"{moved.Count} updated", moved),
            }
        )
        {
            if (group.Count == 0)
                continue;
            blocks.Add(new FieldsBlock(title, []));
            blocks.AddRange(group.Select(one => new TextBlock(Line(one.Card, one.Last))));
        }
        blocks.Add(
            new ChoicesBlock([
                .. waiting
                    .Concat(moved)
                    .Take(3)
                    .Select(one => new Choice(
                        OfferWording.Open(one.Card.Number),
                        ChatAction.Of("show", ("number", one.Card.Number))
                    )),
            ])
        );
        return new Reply(
            string.Join(
                "\n",
                blocks
                    .Select(block =>
                        block switch
                        {
                            FieldsBlock fields => fields.Title,
                            TextBlock text => text.Text,
                            _ => null,
                        }
                    )
                    .OfType<string>()
            ),
            blocks
        );

        string Line(HandoffCard card, EventView? last)
        {
            var done = last is null
                ? "overdue"
                : $"{names.GetValueOrDefault(last.Actor, last.ActorName)} {NewsVerb.Of(last.Move)}{(last.Reason is { } why ? $" ({HandoffLabels.OfReason(why).ToLowerInvariant()})" : "")}"
                    + $"{(last.Note is { } note ? $": “{PersonText.Cut(note, 80)}”" : "")}, {HandoffReplies.Ago(now - last.At)}";
            return $"{card.Number} {card.Title} · {done}";
        }
    }

    string InQueue(Talk talk) =>
        talk.Person.Role is Role.Sales or Role.Marketing
        && lists
            .Page(new HandoffFilter(Owner: "none", Open: true, Team: Words.Of(talk.Person.Role), Size: 1), talk.Person)
            .Total
            is > 0
                and var waiting
            ? $" {(waiting == 1 ? "1 is" : $"{waiting} are")} waiting in your team's queue: say \"queue\"."
            : "";

    /// <summary>What came back to its sender, or waits for its owner.</summary>
    static bool NeedsReader(HandoffCard card, Person reader) =>
        (card.State == "returned" && card.RaisedBy == reader.Id)
        || (card.Owner == reader.Id && (card.State == "submitted" || card.Due.Any(due => due.Overdue)));
}
