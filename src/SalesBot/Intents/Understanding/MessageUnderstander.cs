using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Intents.Entities;
using SalesBot.Intents.Phrases;

namespace SalesBot.Intents.Understanding;

/// <summary>
/// Understands what a message wants, from its words alone: entities first, then people, changed fields, lists, moves
/// and handing over, in this order; what is none of these is a question or talk.
/// </summary>
/// <param name="reasonOf">The code of the reason that words give, or null.</param>
/// <param name="kindsOf">By what examples teach, how likely a message hands over work of each kind, or <c>none</c>; the
/// shares add up to 1.</param>
/// <param name="deedOf">By what examples teach, what a message most likely wants of the desk, and how likely, 0 to
/// 1.</param>
sealed partial class MessageUnderstander(
    Func<string, string?> reasonOf,
    Func<string, IReadOnlyDictionary<string, double>> kindsOf,
    Func<string, (string Label, double Share)> deedOf
)
{
    readonly RaiseExamples examples = new(kindsOf);
    readonly DeskExamples desk = new(deedOf, reasonOf);

    /// <param name="text">The message as it was typed.</param>
    /// <param name="last">The handoff that was last talked about, as <c>HO-1001</c>; null if none was.</param>
    /// <param name="senderTeam"><c>sales</c> or <c>marketing</c>; null for everybody else.</param>
    /// <param name="today">The day that dates count from.</param>
    public Understanding Read(string text, string? last, string? senderTeam, DateOnly today)
    {
        var clean = PersonText.Clean(
            text.Length > BoundedPatterns.MaxLength ? text[..BoundedPatterns.MaxLength] : text
        );
        var entities = EntityReader.Read(CommandText.Bare(clean, out _), today);
        var frame = MessageFrame.Of(entities);
        var read =
            Decide(frame, entities, last, senderTeam, today) is { } decided
                ? desk.Corrected(decided, frame, entities, last, today)
            : examples.Read(frame, entities, last, today) is { } raised
                ? desk.Corrected(raised, frame, entities, last, today)
            : desk.Read(frame, entities, last, today);
        if (read is { Do: Deed.Raise, Sure: > RaiseExamples.Learned })
            read = examples.Corrected(read, frame, entities, today);
        return read
            ?? new Understanding
            {
                Do = Deed.Ask,
                Number = desk.Meant(entities, clean),
                Email = entities.Emails.Count > 0 ? entities.Emails[0].Value : null,
            };
    }

    /// <summary>
    /// Makes the patterns, so that the first message does not wait for them. Nothing is learned for it: a start does not
    /// wait for that.
    /// </summary>
    public static void Warm() =>
        new MessageUnderstander(
            _ => null,
            _ => new Dictionary<string, double> { [RaiseExamples.Nothing] = 1 },
            _ => (DeskExamples.Nothing, 1)
        ).Read(
            "can marketing keep Jane Doe warm? jane@acme.example, HO-1001 is due today",
            "HO-1001",
            "sales",
            new DateOnly(2026, 1, 5)
        );

    Understanding? Decide(string frame, MessageEntities entities, string? last, string? senderTeam, DateOnly today)
    {
        var asksHow = QuestionGuard.AsksHow(frame);
        var raise = RaiseUnderstander.Read(frame, entities, senderTeam, today);
        if (QuestionGuard.Tells(frame) && !(raise is { Sure: >= 0.9 } && Pleads().IsIn(frame)))
            return null;
        if (QuestionGuard.AsksColleague(frame) || (QuestionGuard.IsIdle(frame) && !entities.NamesContact))
            return null;
        if (
            PeopleReader.Read(frame, entities, today) is { } people
            && !(raise is not null && entities.NamesContact && people.Admin is not "away" and not "role")
        )
            return people;
        var hasNumber = entities.Numbers.Count > 0;
        if (
            hasNumber
            && PhraseTable.Find(frame, "move").Any(match => match.Sureness == Sureness.Order && match.At <= FirstWord)
            && MoveUnderstander.Read(frame, entities, last, reasonOf, today) is { } begun
        )
            return begun;
        if (
            (hasNumber || (last is not null && (raise is null || !IsAboutSomebodyElse(entities))))
            && !QuestionGuard.Asks(frame)
            && Edited(frame, entities, last, today) is { } edit
        )
            return edit;
        var asks = QuestionGuard.Asks(frame);
        if (!hasNumber && Progress().IsIn(frame))
            return new Understanding
            {
                Do = Deed.Look,
                Look = "mine",
                Sure = 0.8,
                Because = Progress().FindIn(frame).Value.Trim(),
            };
        if (asks && !hasNumber && entities.NamesContact && Before().IsIn(frame) && LookUp(entities) is { } known)
            return known;
        if (hasNumber && asks && OfHandoff().IsIn(frame))
            return new Understanding
            {
                Do = Deed.Look,
                Look = "show",
                Number = entities.Numbers[0].Value,
                Sure = 0.9,
                Because = entities.Numbers[0].Value,
            };
        if (hasNumber && asks && !QuestionGuard.IsPolite(frame))
        {
            if (
                entities.Numbers.Select(number => number.Value).Distinct().Count() > 1
                && PhraseTable.Find(frame, "move").Any(match => match.Names[0] == "merge")
                && MoveUnderstander.Read(frame, entities, last, reasonOf, today) is { } joined
            )
                return joined with { Confirm = true };
            if (
                BackToTeam().IsIn(frame)
                && MoveUnderstander.Read(frame, entities, last, reasonOf, today) is { Move: "return" } back
            )
                return back with { Confirm = true };
            if (MoveUnderstander.Doubted(entities, reasonOf) is { } doubted)
                return doubted;
            if (QuestionGuard.BeginsAsking(frame) && !OfRules().IsIn(frame))
                return new Understanding
                {
                    Do = Deed.Look,
                    Look = "show",
                    Number = entities.Numbers[0].Value,
                    Sure = 0.8,
                    Because = entities.Numbers[0].Value,
                };
        }
        var orders =
            (hasNumber || last is not null)
            && !asks
            && PhraseTable.Find(frame, "move").Any(match => match.Sureness == Sureness.Order);
        if (
            !asksHow
            && !orders
            && (!QuestionGuard.IsPolite(frame) || !hasNumber)
            && !(hasNumber && !asks && !IsPlainLook(frame))
            && Looked(frame, entities, last) is { } look
            && (raise is null || raise.Sure < 0.9 || IsPlainLook(frame))
        )
            return look;
        if (asksHow && !hasNumber && !entities.NamesContact)
            return
                Looked(frame, entities, last)
                    is { Look: "report" or "mine" or "people" or "news" or "overdue" or "due-today" or "queue" } figures
                && (figures.Look == "due-today" || Figures().IsIn(frame))
                ? figures
                : null;
        if (QuestionGuard.IsIdle(frame) && entities.Emails.Count + entities.Phones.Count == 0)
            return null;
        if (hasNumber || raise is null || (last is not null && IsMoveOfLast(frame, entities)))
            if (
                MoveUnderstander.Read(frame, entities, last, reasonOf, today) is { } move
                && !(QuestionGuard.Asks(frame) && !QuestionGuard.IsPolite(frame) && !move.Confirm && !hasNumber)
            )
                return move;
        return raise
            ?? (
                hasNumber && !asksHow
                    ? new Understanding
                    {
                        Do = Deed.Look,
                        Look = "show",
                        Number = entities.Numbers[0].Value,
                        Sure = 0.6,
                        Because = entities.Numbers[0].Value,
                    }
                    : null
            );
    }

    /// <summary>An order that begins a message is one, whatever is asked behind it.</summary>
    const int FirstWord = 1;

    /// <summary>"Who has it?" asks for the handoff that was talked about, and for nothing where none was.</summary>
    static Understanding? Looked(string frame, MessageEntities entities, string? last) =>
        LookReader.Read(frame, entities) switch
        {
            { Look: "show", Number: null } when last is null => null,
            { Look: "show", Number: null } shown => shown with { Number = last },
            var look => look,
        };

    /// <summary>"…, probably back to marketing?" asks whether to return it.</summary>
    [GeneratedRegex(
        @"[.,;:!?–—-] ?(?:so |then |and |maybe |perhaps |probably |rather |i guess )*back to (?:marketing|sales)\b"
    )]
    private static partial Regex BackToTeam();

    [GeneratedRegex(@"\b(?:please|pls|plz|can you|could you|asap)\b")]
    private static partial Regex Pleads();

    /// <summary>How, whether and when one does something with a handoff is a question on the rules.</summary>
    [GeneratedRegex(
        @"^ (?:(?:and|so|but|hey|hi|ok)[ ,]*)*(?:how (?:do|can|should|would|must)|(?:can|may|should|must|could|shall) i|what (?:happens|if)|am i)\b"
    )]
    private static partial Regex OfRules();

    /// <summary>"Why was HO-1035 returned?", "who has HO-1035?": its card tells.</summary>
    [GeneratedRegex(
        @"^ (?:(?:and|so|but|hey|hi|ok|please|pls)[ ,]*)*(?:why|who|when|where|what(?: is)?|which|has|is|was) (?:(?:is|was|has|did|does|had|the|been|happened|became|took|owns?|accepted|returned|status|state|owner|deadline|due date|of|to|with|on|up|going|still|already|working|taking care) )*ho#|^ ho# ?[,:–-]? ?(?:whose|who|where|when|why|what)\b"
    )]
    private static partial Regex OfHandoff();

    /// <summary>"Has marketing answered yet?", "did they get it?"</summary>
    [GeneratedRegex(
        @"^ (?:(?:and|so|hey|hi|ok)[ ,]*)*(?:did|has|have) (?:sales|marketing|they|anyone|anybody|someone|somebody) (?:already |ever |yet )?(?:answer\w*|accept\w*|repl\w+|react\w*|pick\w* (?:it|this|that|her|him|mine)? ?up|t(?:ake|aken|ook) (?:it|this|that|her|him|mine)|g[eo]t (?:it|this|that|mine)|seen? (?:it|this|that|mine)|look\w* at (?:it|this|that|mine)|read (?:it|this|that)|send (?:it|this|that) back|return\w*)(?: (?:it|this|that|her|him|mine|yet|already|my \w+|\p{L}+))* (?:\?)? ?$"
    )]
    private static partial Regex Progress();

    static Understanding? LookUp(MessageEntities entities) =>
        (
            entities.Emails.Count > 0 ? entities.Emails[0]
            : entities.Phones.Count > 0 ? entities.Phones[0]
            : entities.Person
        )
            is { } whom
            ? new Understanding
            {
                Do = Deed.Look,
                Look = "find",
                Query = whom.Value,
                Sure = 0.8,
                Because = whom.Text,
            }
            : null;

    /// <summary>Whether the desk knows somebody yet.</summary>
    [GeneratedRegex(
        @"\b(?:already|before(?= ?[?.!,;]| ?$)|ever|yet|any ?(?:one|body)|handoff|hand-off|do we have|have we|did we|is there)\b"
    )]
    private static partial Regex Before();

    /// <summary>A new person with an address is not the handoff that was talked about before.</summary>
    static bool IsAboutSomebodyElse(MessageEntities entities) =>
        entities.Person is not null && entities.Emails.Count + entities.Phones.Count > 0;

    static bool IsMoveOfLast(string frame, MessageEntities entities) =>
        entities.Emails.Count + entities.Phones.Count == 0
        && PhraseTable
            .Find(frame, "move")
            .Any(match =>
                match.Sureness == Sureness.Order
                || (match.Names[0] == "return" && match.Words.Contains("back", StringComparison.Ordinal))
            );

    static bool IsPlainLook(string frame) => Plain().IsIn(frame);

    static Understanding? Edited(string frame, MessageEntities entities, string? last, DateOnly today)
    {
        if (
            Deeds().IsIn(frame)
            || PhraseTable
                .Find(frame, "move")
                .Any(match =>
                    match.Sureness == Sureness.Order && match.Names[0] is not ("note" or "assign" or "contact")
                )
        )
            return null;
        var fields = EditReader.Read(entities.Text, entities, today);
        // A long sentence that names no handoff, and nobody's field, only speaks of such things.
        if (
            fields.Count == 0
            || (
                entities.Numbers.Count == 0
                && fields.Count < Several
                && frame.Count(c => c == ' ') > LongestUnnamed
                && !Theirs().IsIn(frame)
            )
        )
            return null;
        return new Understanding
        {
            Do = Deed.Edit,
            Number = entities.Numbers.Count > 0 ? entities.Numbers[0].Value : last,
            Fields = fields,
            Sure = 0.9,
            Because = string.Join(", ", fields.Keys),
            Company = fields.GetValueOrDefault("company"),
            Title = fields.GetValueOrDefault("title"),
            Urgency = fields.GetValueOrDefault("urgency"),
        };
    }

    const int LongestUnnamed = 10,
        Several = 2;

    [GeneratedRegex(@"\b(?:her|his|their|hers|she|he|they|it|its|my|i|typo|mistyped|wrong|correct|sorry|please|pls)\b")]
    private static partial Regex Theirs();

    [GeneratedRegex(@"\b(?:resubmit\w*|withdraw|disqualify|recycle|return(?:ing|ed)? it|note that)\b")]
    private static partial Regex Deeds();

    [GeneratedRegex(
        @"^ (?:(?:please|pls|can you|could you|just|now|hey|hi|ok|quickly|quick|let me|i want to|i need to|i'd like to) )*(?:(?:i am |i'm |im )(?:searching|looking) for (?:the|a|my|that|our) (?:\w+ )?(?:handoff|request|lead|card)|how (?:many|much|fast|quick|often|long)|find|search|look up|show|list|open|view|display|details|status|history|check|pull up|bring up|print|card|ho#|see|tell me|get me|what's|whats|what is|which|who|any|anything|my|is there|did (?:any|some)(?:body|one)|(?:has|have) (?:any|some)(?:body|one)|did we|do we|have we|wheres|where's|where is)\b"
    )]
    private static partial Regex Plain();

    /// <summary>Questions about the desk's own figures, lists and people, however they begin.</summary>
    [GeneratedRegex(
        @"\b(?:on average|average|median|this (?:month|quarter|year|week)|last (?:month|quarter|year|week)|in (?:january|february|march|april|may|june|july|august|september|october|november|december|q[1-4])|since|so far|to date|right now|currently|did (?:we|i|sales|marketing|they)|have (?:we|i)|are we|do i (?:still )?have|i (?:gave|sent|passed|raised|flagged|handed)|per (?:week|month)|we (?:get|lose|win)|(?:my|our) (?:own |last |latest |new )*(?:leads?|handoffs?|requests?|contacts?)|today|yesterday|reps?)\b"
    )]
    private static partial Regex Figures();
}
