using System.Globalization;
using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.Intents;
using SalesBot.Intents.Entities;
using SalesBot.People;

namespace SalesBot.Conversations;

/// <summary>
/// Asks before something is done: the draft of a handoff, a move that was only hinted at, a message that may be about
/// the desk or a question.
/// </summary>
sealed class OfferReplies(HandoffLists lists, RaiseTalk raising)
{
    /// <summary>The draft, with what sending it does. Nothing is stored but the draft.</summary>
    public Reply Draft(Talk talk, OfferHandoff offer)
    {
        var draft = offer.Draft;
        if (draft.To is not { } team)
            return raising.Draft(talk, new DraftHandoff(null, offer.Said, talk.Message.Link));
        var fields = draft
            .Fields.DistinctBy(field => field.Name)
            .ToDictionary(field => field.Name, field => field.Value);
        if (!fields.ContainsKey("kind"))
            fields["kind"] = RaiseTalk.KindOf(team, draft).Value;
        var raise = ChatAction.Of(
            "raise",
            [
                ("to", team),
                ("title", draft.Title),
                .. fields.Where(field => field.Key != "draft").Select(field => (field.Key, field.Value)),
                ("draft", fields.GetValueOrDefault("draft") ?? $"{Guid.CreateVersion7()}"),
            ]
        );
        var unsent =
            talk.Memory.Offer is { Name: "raise" } earlier
            && earlier.Values.GetValueOrDefault("draft") != raise.Values["draft"]
                ? earlier
                : null;
        talk.Memory = talk.Memory with { Offer = raise, OfferedOf = offer.Said, OfferAge = 0, WhichTeam = null };
        var edit = ChatAction.Of(
            "draft",
            [
                ("to", team),
                ("text", ""),
                ("title", draft.Title),
                .. fields.Where(field => field.Key != "draft").Select(field => (field.Key, field.Value)),
            ]
        );
        var ask = offer.IsAnswered
            ? new Choice(OfferWording.Cancel, ChatAction.Of("drop-offer"))
            : new Choice(OfferWording.WasAsking, ChatAction.Of("ask", ("text", offer.Said)));
        var lines = Lines(draft.Title, fields);
        if (EntityReader.Read(offer.Said, talk.Today).Emails.Count > 1)
            lines.Add(OfferWording.Several(fields.GetValueOrDefault("name") ?? fields.GetValueOrDefault("email")));
        if (unsent is not null)
            lines.Add(OfferWording.Unsent(unsent.Values.GetValueOrDefault("title") ?? ""));
        if (Duplicate(talk, team, fields) is { } known)
        {
            // A "yes" would not say to which of them.
            talk.Memory = talk.Memory with
            {
                Offer = null,
                OfferedOf = null,
            };
            var head = OfferWording.Duplicate(
                fields.GetValueOrDefault("name") ?? fields.GetValueOrDefault("email") ?? "This person",
                known
            );
            return Said(
                head,
                lines,
                new Choice(OfferWording.Open(known), ChatAction.Of("show", ("number", known)), IsMain: true),
                new Choice(
                    OfferWording.NoteThere(known),
                    ChatAction.Of("move", ("number", known), ("move", "note"), ("note", offer.Said))
                ),
                new Choice(OfferWording.HandOverAnyway, raise),
                ask
            );
        }
        Choice[] first = unsent is null ? [] : [new Choice(OfferWording.SendEarlier, unsent)];
        return Said(
            OfferWording.HandOver(team),
            lines,
            [
                new Choice(OfferWording.SendTo(team), raise, IsMain: true),
                new Choice(OfferWording.Edit, edit),
                .. first,
                ask,
            ]
        );
    }

    static Reply Said(string head, IReadOnlyList<string> lines, params Choice[] choices) =>
        new(
            $"{head}\n{string.Join("\n", lines)}",
            [
                new TextBlock(head),
                .. lines.Select((line, i) => new TextBlock(line, IsNote: i > 0)),
                new ChoicesBlock(choices),
            ]
        );

    /// <summary>The title, and below it what else was read.</summary>
    static List<string> Lines(string title, Dictionary<string, string> fields)
    {
        string[] shown =
        [
            "email",
            "phone",
            "role",
            "kind",
            "urgency",
            "source",
            "nextStep",
            "budget",
            "authority",
            "need",
            "timeline",
        ];
        var details = shown
            .Where(field =>
                fields.TryGetValue(field, out var value)
                && (field is "kind" or "urgency" || !title.Contains(value, StringComparison.OrdinalIgnoreCase))
            )
            .Select(field => HandoffLabels.OfValue(field, fields[field]))
            .ToList();
        if (fields.TryGetValue("name", out var name) && !title.Contains(name, StringComparison.OrdinalIgnoreCase))
            details.Insert(0, name);
        if (
            fields.TryGetValue("company", out var company)
            && !title.Contains(company, StringComparison.OrdinalIgnoreCase)
        )
            details.Insert(0, company);
        return details.Count == 0 ? [title] : [title, string.Join(" · ", details)];
    }

    /// <summary>The open handoff about the same person, where the sender may see it.</summary>
    string? Duplicate(Talk talk, string team, Dictionary<string, string> fields)
    {
        if (talk.Person.Role == Role.Employee || (!fields.ContainsKey("email") && !fields.ContainsKey("phone")))
            return null;
        var twins = lists.Twins(
            talk.Person,
            team == "sales" ? Team.Sales : Team.Marketing,
            fields.GetValueOrDefault("email"),
            fields.GetValueOrDefault("phone"),
            null
        );
        return twins.Count > 0 ? twins[0].Number : null;
    }

    /// <summary>"Return HO-1002 because information is missing?", or which of several moves is meant.</summary>
    public Reply Moves(Talk talk, OfferMoves offer)
    {
        if ((offer.Number ?? talk.Memory.Handoff) is not { } number || lists.Find(number, talk.Person) is not { } card)
            return Reply.Of(HandoffReplies.Missing(offer.Number ?? "").Sentence);
        if (offer.Readings.Select(reading => reading.Number).Distinct().Count() > 1)
            return WhichHandoff(talk, offer);
        // Whom the message names may be somebody else than who was talked about before.
        if (offer.Number is null || offer.Number == talk.Memory.Handoff)
            card = Named(talk, offer.Said, card) ?? card;
        talk.Memory = talk.Memory with { Handoff = card.Number };
        var choices = offer
            .Readings.Select(
                (reading, i) =>
                    new Choice(
                        HandoffLabels.Of(Words.Parse<Move>(reading.Move) ?? Handoffs.Move.Note),
                        Action(card.Number, reading),
                        IsMain: i == 0
                    )
            )
            .ToList();
        if (offer.Readings.All(reading => reading.Move != "note"))
            choices.Add(
                new Choice(
                    OfferWording.JustNote,
                    ChatAction.Of("move", ("number", card.Number), ("move", "note"), ("note", offer.Said))
                )
            );
        choices.Add(new Choice(OfferWording.Open(card.Number), ChatAction.Of("show", ("number", card.Number))));
        talk.Memory = talk.Memory with
        {
            Offer = offer.Readings.Count == 1 ? choices[0].Action : null,
            OfferedOf = null,
            OfferAge = 0,
        };
        var head =
            offer.Readings.Count == 1
                ? OfferWording.Question(card.Number, offer.Readings[0])
                : OfferWording.WhichMove(card.Number);
        return Said(head, [card.Title], [.. choices]);
    }

    /// <summary>The same order fits several handoffs of that name.</summary>
    Reply WhichHandoff(Talk talk, OfferMoves offer)
    {
        talk.Memory = talk.Memory with { Offer = null, OfferedOf = null };
        var choices = offer
            .Readings.Where(reading => reading.Number is not null)
            .Select(reading => (Card: lists.Find(reading.Number!, talk.Person), Reading: reading))
            .Where(one => one.Card is not null)
            .Select(one => new Choice(
                $"{one.Card!.Number}: {PersonText.Cut(one.Card.Title, LongestLabel)}",
                Action(one.Card.Number, one.Reading)
            ))
            .ToList();
        choices.Add(new Choice(OfferWording.AnswerIt, ChatAction.Of("ask", ("text", offer.Said))));
        return Said(OfferWording.WhichHandoff, [], [.. choices]);
    }

    /// <summary>So many characters of a title tell handoffs apart on a button.</summary>
    const int LongestLabel = 50;

    /// <summary>
    /// The only open handoff about the person that a message names, if that is another one than the card's.
    /// </summary>
    HandoffCard? Named(Talk talk, string said, HandoffCard card)
    {
        if (
            EntityReader.Read(said, talk.Today) is not { Numbers.Count: 0, Person: { } person }
            || person.Value.Split(' ')[0] is not { Length: > 2 } first
            || $"{card.Title} {card.Person?.Name} {card.Company?.Name}".Contains(
                first,
                StringComparison.OrdinalIgnoreCase
            )
        )
            return null;
        return lists.Page(new HandoffFilter(Q: first, Open: true), talk.Person) is { Total: 1 } found
            ? found.Items[0]
            : null;
    }

    static ChatAction Action(string number, MoveHandoff move) =>
        ChatAction.Of(
            "move",
            [("number", number), ("move", move.Move), .. move.Fields.Select(field => (field.Key, field.Value))]
        );

    /// <summary>"Mark you as away until Thu 3 Dec?"</summary>
    public static Reply Member(Talk talk, OfferMember offer)
    {
        var action = ActionOf(offer.Wanted);
        talk.Memory = talk.Memory with { Offer = action, OfferedOf = offer.Said, OfferAge = 0 };
        return Said(
            OfferWording.Question(offer.Wanted, name => MentionToken.Draw(name, talk.Message.Mentions)),
            [],
            new Choice(OfferWording.Yes, action, IsMain: true),
            new Choice(OfferWording.WasAsking, ChatAction.Of("ask", ("text", offer.Said)))
        );
    }

    static ChatAction ActionOf(Intent wanted) =>
        wanted switch
        {
            SetAway { IsBack: true } back => ChatAction.Of("back", [.. Given("who", back.Who)]),
            SetAway away => ChatAction.Of(
                "away",
                [.. Given("who", away.Who), .. Given("from", Iso(away.From)), .. Given("until", Iso(away.Until))]
            ),
            SetRole role => ChatAction.Of("role", ("who", role.Who), ("role", role.Role)),
            NotifyHere notify => ChatAction.Of(
                "notify",
                [.. Given("team", notify.Team), .. Given("stop", notify.Stop ? "yes" : null)]
            ),
            _ => ChatAction.Of("reindex"),
        };

    static IEnumerable<(string, string)> Given(string name, string? value) => value is null ? [] : [(name, value)];

    static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A message that names a handoff or an address, and asks nothing that the desk knows.</summary>
    public Reply Desk(Talk talk, OfferDesk offer)
    {
        var choices = new List<Choice>();
        if (offer.Number is { } number && lists.Find(number, talk.Person) is { } card)
        {
            talk.Memory = talk.Memory with { Handoff = card.Number };
            choices.Add(
                new Choice(OfferWording.Open(card.Number), ChatAction.Of("show", ("number", card.Number)), IsMain: true)
            );
            choices.Add(
                new Choice(
                    OfferWording.JustNote,
                    ChatAction.Of("move", ("number", card.Number), ("move", "note"), ("note", offer.Said))
                )
            );
        }
        if (offer.Find is { } whom)
            choices.Add(
                new Choice(
                    OfferWording.Find(whom),
                    ChatAction.Of("list", ("which", "search"), ("words", whom)),
                    IsMain: choices.Count == 0
                )
            );
        choices.Add(new Choice("My handoffs", ChatAction.Of("list", ("which", "mine"))));
        choices.Add(new Choice(OfferWording.AnswerIt, ChatAction.Of("ask", ("text", offer.Said))));
        return Said(OfferWording.DeskOrQuestion, [], [.. choices]);
    }
}
