using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.Intents;
using SalesBot.Intents.Understanding;
using SalesBot.Messaging;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Conversations;

/// <summary>
/// One message and what it takes to answer it: who speaks, what was said before, which day it is where they work.
/// </summary>
sealed class Talk(IncomingMessage message, Person person, Memory memory, DateOnly today, DateTimeOffset now)
{
    public IncomingMessage Message => message;

    public Person Person => person;

    /// <summary>The handoff whose card the message answers or quotes; null if it answers none.</summary>
    public string? Card { get; init; }

    /// <summary>The day in the time zone of the speaker's team.</summary>
    public DateOnly Today => today;

    /// <summary>What was said before; what is put here is remembered.</summary>
    public Memory Memory { get; set; } = memory;

    /// <summary>Whether the bot is to keep out of the room from now on, or no longer.</summary>
    public bool? Quiet { get; set; }

    /// <summary>What is written together with the reply.</summary>
    public Action<Session>? Keep { get; set; }

    /// <summary>What its speaker wanted and may not do, for the audit; null if nothing was refused.</summary>
    public string? Refused { get; private set; }

    /// <summary>What was ordered could not be done.</summary>
    public bool WasRefused { get; set; }

    /// <summary>What this message handed over, or corrected of what was handed over just before.</summary>
    public string? JustSent { get; set; }

    /// <summary>Refuses a deed of admins or managers.</summary>
    /// <param name="deed">What was wanted, in a few words.</param>
    /// <param name="sentence">What is said to that.</param>
    public Reply Refuse(string deed, string sentence)
    {
        Refused = deed;
        return Reply.Of(sentence);
    }

    /// <summary>What is begun when the reply is on the disk.</summary>
    public Action? Afterwards { get; set; }

    /// <summary>Who commands at the desk; a message that is answered twice commands once.</summary>
    public Acting Acting =>
        new(person, message.Address.Platform, $"{message.Address.Destination}/{message.Once ?? message.Id}");

    /// <summary>The step that was made can be taken back by saying so, or by this.</summary>
    /// <param name="undo">What takes it back.</param>
    /// <param name="label">What the button says.</param>
    public Choice CanUndo(ChatAction undo, string label = Handoffs.HandoffWording.UndoThat)
    {
        var choice = UndoOf(undo, now, label);
        Memory = Memory with { Undo = choice.Action };
        return choice;
    }

    /// <summary>A step of that time can be taken back by this.</summary>
    public static Choice UndoOf(
        ChatAction undo,
        DateTimeOffset madeAt,
        string label = Handoffs.HandoffWording.UndoThat
    ) => new(label, undo.With([KeyValuePair.Create("at", $"{madeAt.ToUnixTimeMilliseconds()}")]));

    /// <summary>Whether a step was made so long ago that it cannot be taken back any more.</summary>
    public bool IsTooLate(IReadOnlyDictionary<string, string> step) =>
        !long.TryParse(step.GetValueOrDefault("at"), out var at)
        || now - DateTimeOffset.FromUnixTimeMilliseconds(at) > Handoffs.Moves.UndoRule.Time;

    /// <summary>What waited for a team to be named when this message came; null if nothing did.</summary>
    public ChatAction? WaitedForTeam { get; private set; }

    /// <summary>
    /// What an answer to the bot's own question does: "sales" to which team, "yes" or "no" to an offer; null if the
    /// message answers none.
    /// </summary>
    public ChatAction? Answered(string text)
    {
        var (asked, offer, of, age) = (Memory.WhichTeam, Memory.Offer, Memory.OfferedOf, Memory.OfferAge);
        Memory = Memory with { WhichTeam = null, Offer = null, OfferedOf = null, OfferAge = 0 };
        var team = text.Trim(' ', '.', '!').ToLowerInvariant() switch
        {
            "sales" or "to sales" or "for sales" => "sales",
            "marketing" or "to marketing" or "for marketing" => "marketing",
            _ => null,
        };
        WaitedForTeam = asked;
        if (team is not null && asked is not null)
            return asked.With([KeyValuePair.Create("to", team)]);
        if (offer is null)
            return null;
        switch (offer.Name != "raise" && OfferAnswers.Sends(text) ? OfferAnswer.SomethingElse : OfferAnswers.Read(text))
        {
            case OfferAnswer.Yes when age == 0:
                return offer;
            // After talk of something else it is shown once more before it is done.
            case OfferAnswer.Yes when offer.Name == "raise":
                return ChatAction.Of(
                    "offer-again",
                    [.. offer.Values.Select(value => (value.Key, value.Value)), ("said", of ?? "")]
                );
            case OfferAnswer.Asking when of is not null:
                return ChatAction.Of("ask", ("text", of));
            case OfferAnswer.No:
                return ChatAction.Of("drop-offer");
            default:
                // A correction needs the draft; anything else is about something else.
                Memory = Memory with
                {
                    Offer = offer,
                    OfferedOf = of,
                    OfferAge = age + 1,
                };
                return null;
        }
    }
}

/// <summary>Hears a message: finds out who speaks, and whether the bot is meant.</summary>
sealed class Listener(
    Roster roster,
    RosterStore store,
    Memories memories,
    Reach reach,
    Handoffs.Clocks.BusinessCalendars calendars,
    IEnumerable<IChatPlatform> platforms,
    CardAbove cards,
    Writer writer,
    TimeProvider time
)
{
    readonly Dictionary<string, IChatPlatform> platforms = platforms.ToDictionary(platform => platform.Name);

    /// <summary>
    /// The talk it belongs to. Whoever speaks for the first time, or is named, is known by name from now on, before
    /// others hear of what they do.
    /// </summary>
    public async Task<Talk> HearAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        if (platforms.TryGetValue(message.Address.Platform, out var platform))
            message = await platform.CompleteAsync(message, cancellationToken);
        var names = message
            .Mentions.Where(mention => mention.IsKnown)
            .Select(mention => (mention.Id, Name: mention.Called))
            .Append((Id: message.Sender, Name: message.SenderName))
            .Where(one =>
                one.Name.Length > 0
                && !one.Id.EndsWith($"/{one.Name}", StringComparison.Ordinal)
                && !one.Id.StartsWith("local:", StringComparison.Ordinal)
                && roster.PersonOf(Workspace.Default, one.Id) is var known
                && known.Name == known.Id
            )
            .ToList();
        if (names.Count > 0)
            await writer.WriteAsync(session =>
                names.ForEach(one => store.Seen(session, Workspace.Default, one.Id, one.Name))
            );
        var person =
            Personas.All.FirstOrDefault(persona => persona.Id == message.Sender)
            ?? Named(roster.PersonOf(Workspace.Default, message.Sender), message);
        var calendar = calendars[person.Role == Role.Marketing ? Team.Marketing : Team.Sales];
        var memory = memories.Of(message.Address, person.Id);
        // What stands above says which handoff is meant, whatever was talked about before.
        var card = cards.Find(message);
        if (card is not null)
            memory = memory with { Handoff = card };
        return new Talk(message, person, memory, calendar.DateAt(time.GetUtcNow()), time.GetUtcNow()) { Card = card };
    }

    /// <summary>Whoever nobody has named yet is called what the platform calls them.</summary>
    static Person Named(Person person, IncomingMessage message) =>
        person.Name == person.Id && message.SenderName.Length > 0 ? person with { Name = message.SenderName } : person;

    /// <summary>
    /// Whether the bot is meant: always when it is alone with somebody or named; never when others are named instead;
    /// else only by whom it talks with in a thread, as long as nobody else speaks there, and by whoever says below a
    /// card what to do with its handoff.
    /// </summary>
    /// <param name="message">What was said.</param>
    /// <param name="room">What goes on in the room; with whom the bot talks from now on.</param>
    public bool IsMeant(IncomingMessage message, out RoomMemory room)
    {
        room = message.IsDirect ? new RoomMemory() : memories.OfRoom(message.Address);
        var meant =
            message.IsDirect
            || message.IsAddressed
            || (
                !message.IsForOthers
                && !room.IsQuiet
                && message.Address.Thread is not null
                && (room.TalkingWith == message.Sender || IsMoveOfCard(message))
            );
        // Where somebody else speaks, a person has taken over.
        room = room with
        {
            TalkingWith =
                meant ? message.Sender
                : room.TalkingWith == message.Sender ? room.TalkingWith
                : null,
        };
        return meant;
    }

    bool IsMoveOfCard(IncomingMessage message) =>
        cards.Find(message) is { } card
        && PersonText.Clean(message.Text) is var text
        && DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime) is var today
        && (CommandReader.Read(text, today, _ => false) ?? CommandReader.ReadBelow(card, text, today)) is MoveHandoff;

    /// <summary>Remembers what the talk leaves behind, and where its speaker can be reached.</summary>
    public void Remember(Session session, Talk talk, RoomMemory room)
    {
        var (message, person) = (talk.Message, talk.Person);
        memories.Keep(session, message.Address, person.Id, talk.Memory);
        if (!message.IsDirect)
            memories.Keep(session, message.Address, room);
        else
            reach.Met(session, person.Workspace, person.Id, message.Address);
    }

    /// <summary>Remembers only that somebody else spoke.</summary>
    public void RememberRoom(Session session, IncomingMessage message, RoomMemory room)
    {
        if (memories.OfRoom(message.Address) != room)
            memories.Keep(session, message.Address, room);
    }
}
