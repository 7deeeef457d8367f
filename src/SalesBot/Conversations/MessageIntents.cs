using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.Handoffs.Requests;
using SalesBot.Intents;
using SalesBot.Intents.Entities;
using SalesBot.Intents.Understanding;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Conversations;

/// <summary>
/// Reads what a message wants: a button, a slash command, the answer to what the bot asked, a command in plain words,
/// else a question.
/// </summary>
sealed partial class MessageIntents(
    Roster roster,
    MessageUnderstander understander,
    NamedHandoffs named,
    HandoffLists lists,
    Database database,
    CommandKeyStore keys
)
{
    /// <summary>The intent; null for a question.</summary>
    public Intent? Read(Talk talk)
    {
        var text = PersonText.Clean(talk.Message.Text);
        return talk.Message.Action switch
        {
            // What is only quoted is asked about.
            { Name: "command" } when text.Length == 0 && talk.Message.Quoted is { } quoted => new AskInstead(quoted),
            { Name: "command" } slash => SlashReader.Read(
                slash.Values.GetValueOrDefault("name") ?? "",
                text,
                talk.Today,
                IsKnown
            ) ?? AskedOf(talk, text),
            { } action => ActionReader.Read(action),
            null when talk.Message.Files.Count > 0 && (text.Length == 0 || talk.Person.Role == Role.Admin) =>
                new AddDocuments(talk.Message.Files),
            null when text.Length == 0 && talk.Message.HasFiles => new SendFile(),
            // What is only forwarded is asked about, and commands nothing.
            null when text.Length == 0 && talk.Message.Quoted is { } quoted => new AskInstead(quoted),
            // Whoever only calls the bot by its name wants to know what it can do.
            null when text.Length == 0 && talk.Message is { IsDirect: false, IsAddressed: true } => new AskHelp(),
            null => talk.Answered(text) is { } answered
                ? ActionReader.Read(answered) ?? AskText(answered)
                : InWords(talk, text),
        };

        bool IsKnown(string name) => roster.Knows(talk.Person.Workspace, name);
    }

    static AskInstead? AskText(ChatAction action) =>
        action.Name == "ask" && action.Values.TryGetValue("text", out var text) ? new AskInstead(text) : null;

    /// <summary><c>/sales</c> and the like take what is unmistakable at the desk; the rest is a question.</summary>
    Intent? AskedOf(Talk talk, string text) =>
        Understood(talk, text) is { } read and not OfferHandoff and not OfferMoves and not OfferDesk ? read : null;

    /// <summary>
    /// Moves that a remark may mean and that must not be taken for a note unasked: the clock goes on meanwhile.
    /// </summary>
    static readonly string[] Weighty =
    [
        "return",
        "disqualify",
        "complete",
        "recycle",
        "merge",
        "withdraw",
        "assign",
        "release",
        "resubmit",
        "reopen",
    ];

    /// <summary>What a message in words wants; whom it names, and a draft that is open, decide what "it" is.</summary>
    Intent? InWords(Talk talk, string text)
    {
        var read = Plain(talk, text);
        var isOfLast =
            HandoffNumbers.Read(text).Count == 0
            && read is MoveHandoff or OfferMoves
            && NumberOf(read) is var number
            && (number is null || number == talk.Memory.Handoff);
        if (isOfLast && IsDropping(read) && talk.Memory is { Offer.Name: "raise", OfferAge: <= 1 })
            return new DropOffer();
        if (read is RaiseHandoff { To: not null } raise)
            return IsInDoubt(talk, text, raise)
                ? new OfferHandoff(raise with { Fields = [.. raise.Fields, new ReadField("details", text, "")] }, text)
                : raise;
        if ((read is not null && !isOfLast) || talk.Person.Role == Role.Employee)
            return read;
        var about = named.About(talk, text, onlyCapitals: read is null);
        if (
            about.Count == 0
            || about.Exists(card => card.Number == talk.Memory.Handoff && read is not null)
            || WasDone(talk)
        )
            return read;
        return read switch
        {
            MoveHandoff move => new OfferMoves(
                about[0].Number,
                [.. about.Select(card => move with { Number = card.Number })],
                text
            ),
            OfferMoves offer => new OfferMoves(
                about[0].Number,
                [.. about.SelectMany(card => offer.Readings.Select(one => one with { Number = card.Number }))],
                text
            ),
            _ => text.Split(' ').Length <= ShortTalk && IntentReader.Read(text, []) is not AskComparison
                ? new OfferDesk(about[0].Number, null, text)
                : read,
        };
    }

    /// <summary>So few words that name somebody are about the desk, and no question for the documents.</summary>
    const int ShortTalk = 8;

    /// <summary>
    /// "Scrap that" while a draft is open means the draft, and no handoff that was talked about before.
    /// </summary>
    static bool IsDropping(Intent? read) =>
        read switch
        {
            MoveHandoff move => Dropping.Contains(move.Move),
            OfferMoves offer => offer.Readings.Any(one => Dropping.Contains(one.Move)),
            _ => false,
        };

    static string? NumberOf(Intent? read) =>
        read switch
        {
            MoveHandoff move => move.Number,
            OfferMoves offer => offer.Number,
            _ => null,
        };

    static readonly string[] Dropping = ["withdraw", "disqualify", "release"];

    /// <summary>
    /// A plain order is done at once, unless it names several people, or somebody who has an open handoff already.
    /// </summary>
    bool IsInDoubt(Talk talk, string text, RaiseHandoff raise)
    {
        if (!text.Contains('@'))
            return false;
        var emails = EntityReader
            .Read(text, talk.Today)
            .Emails.Select(email => email.Value)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        return emails.Count > 1
            || (
                emails is [var email]
                && !WasDone(talk)
                && talk.Person.Role != Role.Employee
                && lists.Twins(talk.Person, raise.To == "sales" ? Team.Sales : Team.Marketing, email, null, null).Count
                    > 0
            );
    }

    /// <summary>
    /// A message that is answered once more after a crash has done its work already, and is told what came of it.
    /// </summary>
    bool WasDone(Talk talk) => database.Read(session => keys.Find(session, talk.Acting, "") is not null);

    Intent? Plain(Talk talk, string text)
    {
        if (OfDraft().IsIn(text) && Corrected(talk, text) is { } changed)
            return changed;
        if (CorrectedBeforeTeam(talk, text) is { } waiting)
            return waiting;
        var command = CommandReader.Read(text, talk.Today, name => roster.Knows(talk.Person.Workspace, name));
        // Another handover behind the first corrects nothing.
        if (command is not RaiseHandoff && OfSent(talk, text) is { } ofSent)
            return ofSent;
        // "Mine" takes what can be taken, and asks for one's own list where nothing can.
        if (
            Mine().IsIn(text)
            && (talk.Memory.Handoff is not { } last || lists.Find(last, talk.Person)?.Moves.Contains("accept") != true)
        )
            return new ListHandoffs(HandoffsWanted.Mine);
        if (command is not (null or MoveHandoff { Move: "note" or "edit" } or RaiseHandoff))
            return command;
        if (
            command is null
            && talk.Card is { } card
            && CommandReader.ReadBelow(card, text, talk.Today) is { } below and not MoveHandoff { Move: "note" }
        )
            return below;
        if (command is null && Corrected(talk, text) is { } corrected)
            return corrected;
        if (command is null && LastAnswerTalk.Has(talk) && AnswerWords.Read(text) is { } ofAnswer)
            return ofAnswer;
        // A plain order needs no second reading, which costs more.
        if (
            command is not (null or MoveHandoff)
            || (command is MoveHandoff { Move: "note" } && NotedBySaying().IsIn(text))
        )
            return command;
        var understood = Understood(talk, text);
        return command switch
        {
            null => (understood is null or OfferMoves ? named.Find(talk, text) : null)
                ?? understood
                ?? (talk.Card is { } shown ? CommandReader.ReadBelow(shown, text, talk.Today) : null),
            _ => understood is EditHandoff or MoveHandoff { Move: not "note" }
            || (understood is OfferMoves { Readings: [var likeliest, ..] } && Weighty.Contains(likeliest.Move))
                ? understood
                : command,
        };
    }

    [GeneratedRegex(
        @"^\W*(?:the )?(?:deadline|due(?: date| on| by)?|urgency|priority|prio)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OfDraft();

    /// <summary>"Which one reaches many at once?" asks, and says nothing of a draft.</summary>
    [GeneratedRegex(@"^\W*(?:which|who|whose|what(?! about)|how|why|where)\b.*\?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Asks();

    [GeneratedRegex(@"^\W*mine\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Mine();

    [GeneratedRegex(
        @"^\W*(?:please |pls )?(?:(?:add|leave|make|put) (?:a |an |the )?)?(?:note|comment|remark)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex NotedBySaying();

    /// <summary>
    /// A colleague who is spoken to before the bot is meant: what they are asked to do is not done by who asks.
    /// </summary>
    [GeneratedRegex("^(?:please |pls |hey |hi )?" + MentionToken.Pattern, RegexOptions.IgnoreCase)]
    private static partial Regex SpokenTo();

    Intent? Understood(Talk talk, string text)
    {
        if (SpokenTo().IsIn(text))
            return null;
        if (text.Length > BoundedPatterns.MaxLength || talk.Message.Quoted is not null)
            return null;
        var read = understander.Read(
            text,
            talk.Memory.Handoff,
            talk.Person.Role switch
            {
                Role.Sales => "sales",
                Role.Marketing => "marketing",
                _ => null,
            },
            talk.Today
        );
        return UnderstoodIntent.Of(read, text, talk.Today, name => roster.Knows(talk.Person.Workspace, name));
    }

    /// <summary>What is corrected of what was just handed over: "no, not urgent".</summary>
    Intent? OfSent(Talk talk, string text) =>
        talk.Memory.JustSent is { } number
        && HandoffNumbers.Read(text).Count == 0
        && lists.Find(number, talk.Person) is { } card
            ? SentCorrection.Read(
                number,
                new Dictionary<string, string> { ["title"] = card.Title, ["details"] = card.Details ?? "" },
                text,
                talk.Today
            )
            : null;

    /// <summary>What is corrected of a draft that was just shown: "company is Globex", "to sales".</summary>
    static OfferHandoff? Corrected(Talk talk, string text) =>
        talk.Memory.Offer is { Name: "raise" } offer && !Asks().IsIn(text)
            ? DraftCorrection.Read(offer, talk.Memory.OfferedOf ?? "", text, talk.Today)
            : null;

    /// <summary>
    /// What is corrected of something that still waits for its team; it is asked for again.
    /// </summary>
    static RaiseHandoff? CorrectedBeforeTeam(Talk talk, string text) =>
        talk.WaitedForTeam is { Name: "raise" } waiting
        && DraftCorrection.Read(waiting, "", text, talk.Today) is { Draft: var draft }
            ? draft with
            {
                To = draft.To == waiting.Values.GetValueOrDefault("to") ? null : draft.To,
            }
            : null;
}
