using System.Text.RegularExpressions;
using SalesBot.Answering;
using SalesBot.Chat;
using SalesBot.Classifying;
using SalesBot.Handoffs;
using SalesBot.Handoffs.Moves;
using SalesBot.Handoffs.Requests;
using SalesBot.Handoffs.Routing;
using SalesBot.Intents;
using SalesBot.Intents.Understanding;
using SalesBot.People;

namespace SalesBot.Conversations;

/// <summary>
/// Handing something over in plain words, or what was just talked about; what was read from the words is shown with
/// them.
/// </summary>
sealed partial class RaiseTalk(HandoffDesk desk, HandoffLists lists, HandoffTalk cards, Answerer answerer)
{
    static readonly (string Field, string Label)[] Labels =
    [
        ("name", "Name"),
        ("email", "Email"),
        ("phone", "Phone"),
        ("role", "Role"),
        ("company", "Company"),
        ("kind", "Kind"),
        ("urgency", "Urgency"),
        ("source", "Source"),
        ("nextStep", "Next step"),
        ("budget", "Budget"),
        ("authority", "Decision maker"),
        ("need", "Need"),
        ("timeline", "Timeline"),
    ];

    static readonly string[] OnCard = ["name", "email", "phone", "role", "company", "kind", "urgency", "nextStep"];

    const string LinkGoesAlong = "A link to the original message will be included.";

    const int MostMissing = 2,
        MaxAbout = 200;

    /// <summary>What whoever gets it will ask for first, by what it is.</summary>
    static string[] WorthKnowing(HandoffKind kind) =>
        kind switch
        {
            HandoffKind.Lead => ["company", "need", "budget", "authority", "timeline"],
            HandoffKind.Nurture => ["company", "need", "timeline"],
            _ => [],
        };

    static List<string> Missing(Handoff handoff, IReadOnlyList<ReadField> read, DateOnly today) =>
        WorthKnowing(handoff.Brief.Kind)
            .Where(field => read.All(known => known.Name != field && (field, known.Name) is not ("company", "domain")))
            .Where(field => field != "timeline" || !TellsWhen(handoff, today))
            .Where(field => field != "need" || !Needing().IsIn(handoff.Words.Title))
            .Take(MostMissing)
            .Select(WorthAdding)
            .ToList();

    static string WorthAdding(string field) =>
        field switch
        {
            "company" => "which company",
            "need" => "what they need",
            "budget" => "whether there is a budget",
            "authority" => "who decides",
            _ => "by when",
        };

    /// <summary>Whether the title says when: a day, or "not ready yet".</summary>
    static bool TellsWhen(Handoff handoff, DateOnly today) =>
        DateWords.Find(handoff.Words.Title, today) is not null || NotYet().IsIn(handoff.Words.Title);

    [GeneratedRegex(
        @"\b(?:wants?|needs?|asks?|asked|looking for|interested in|would like|requests?|requested)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Needing();

    [GeneratedRegex(@"\b(?:not? (?:\w+ )?(?:yet|ready|rush)|later|soon|yet)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NotYet();

    public async Task<Reply> RaiseAsync(Talk talk, RaiseHandoff wanted)
    {
        var to =
            wanted.To
            ?? talk.Person.Role switch
            {
                // Whoever sells, and hands on somebody who wants to buy, may mean either.
                Role.Sales when !RaiseUnderstander.WantsToBuy(wanted.Title) => "marketing",
                Role.Marketing => "sales",
                _ => null,
            };
        if (to is null)
            return WhichTeam(
                talk,
                wanted.Title,
                team =>
                    ChatAction.Of(
                        "raise",
                        [
                            ("to", team),
                            ("title", wanted.Title),
                            .. wanted
                                .Fields.Where(field => field.Name != "kind")
                                .Select(field => (field.Name, field.Value)),
                        ]
                    ),
                string.Join(
                    " · ",
                    wanted.Fields.Where(field => field.Name is "email" or "phone").Select(field => field.Value)
                )
                    is { Length: > 0 } contact
                    ? contact
                    : null
            );
        // "Flag her to marketing" below what somebody said is about whom that names.
        if (
            talk.Message.Quoted is { } quoted
            && !wanted.Fields.Any(field => field.Name is "name" or "email" or "phone" or "company")
        )
            return Draft(talk, new DraftHandoff(to, quoted, talk.Message.Link));
        if (wanted.Title.Length == 0)
            return Form(
                to,
                "",
                wanted.Fields.DistinctBy(field => field.Name).ToDictionary(field => field.Name),
                new DeskResult.Invalid("title", "Sure. Who or what is it about?")
            );
        var fields = wanted
            .Fields.Concat(DomainIn(wanted.Fields))
            .DistinctBy(field => field.Name)
            .ToDictionary(field => field.Name);
        var origin =
            // The draft was drawn for whoever sends it.
            fields.Remove("answer", out var answered) && ReceiptOf(talk, answered.Value, isPressed: true) is { } receipt
                ? OriginOf(talk, receipt, AnswerOf(receipt))
                : null;
        if (wanted.To is null || !fields.ContainsKey("kind"))
            fields["kind"] = KindOf(to, wanted);
        // The same draft, sent twice, is one handoff.
        var acting = fields.Remove("draft", out var draft)
            ? talk.Acting with
            {
                Key = $"draft/{draft.Value}/{talk.Person.Id}",
            }
            : talk.Acting;
        talk.Memory = talk.Memory with { Offer = null, OfferedOf = null };
        var result = await desk.RaiseAsync(Request(talk, to, wanted.Title, fields, origin), acting);
        return result is DeskResult.Done done
            ? Raised(talk, done, [.. fields.Values])
            : Form(to, wanted.Title, fields, result);
    }

    /// <summary>The form, prefilled from somebody's words.</summary>
    public Reply Draft(Talk talk, DraftHandoff wanted)
    {
        talk.Memory = talk.Memory with { Offer = null, OfferedOf = null };
        var to =
            wanted.To
            ?? (
                talk.Person.Role switch
                {
                    Role.Sales => "marketing",
                    Role.Marketing => "sales",
                    _ => null,
                }
            );
        var read =
            wanted.Text.Length == 0
                ? new RaiseHandoff(to, "", [])
                : RaiseReader.Whole(PersonText.Clean(wanted.Text), talk.Today);
        var values = read
            .Fields.Concat(DomainIn(read.Fields))
            .DistinctBy(field => field.Name)
            .ToDictionary(field => field.Name, field => field.Value);
        if (wanted.Text.Length > read.Title.Length)
            values["details"] = wanted.Text;
        if (to is not null)
            values["kind"] = KindOf(to, read).Value;
        if (wanted.Link is { } link)
            values["link"] = link;
        foreach (var (field, value) in wanted.Known)
            values[field] = value;
        var title = values.Remove("title", out var known) ? known : read.Title;
        var form = RaiseForm.Of(to, title, values, new Dictionary<string, string[]>());
        return values.ContainsKey("link")
            ? new Reply($"{form.Title}:", [new TextBlock(LinkGoesAlong, IsNote: true), form])
            : new Reply($"{form.Title}:", [form]);
    }

    /// <summary>What is handed over, by the words of its title.</summary>
    public static ReadField KindOf(string to, RaiseHandoff wanted)
    {
        var (kind, from) = PurposeWords.Kind(
            to,
            wanted.Title,
            wanted.Fields.Any(field => field.Name is "name" or "email" or "phone" or "company")
        );
        return new ReadField("kind", kind, from);
    }

    /// <summary>An address at a company's own domain says which company.</summary>
    static IEnumerable<ReadField> DomainIn(IReadOnlyList<ReadField> fields) =>
        fields.FirstOrDefault(field => field.Name == "email") is { } email
        && ContactKeys.CompanyDomain(email.Value) is { } domain
            ? [new ReadField("domain", domain, email.From)]
            : [];

    public async Task<Reply> PassOnAsync(Talk talk, PassOn wanted)
    {
        // "Pass this to marketing" about words that are quoted means these, unless they are the bot's own answer.
        if (
            wanted.Answer is null
            && talk.Message.Quoted is { } quoted
            && talk.Memory.Said?.Contains(quoted.Trim('…', ' '), StringComparison.Ordinal) != true
        )
            return Draft(talk, new DraftHandoff(wanted.To, quoted, talk.Message.Link));
        if ((wanted.Answer ?? talk.Memory.AnswerId) is null && wanted.Note is { } about)
            return await RaiseAsync(
                talk,
                new RaiseHandoff(
                    wanted.To,
                    Cut(about),
                    about.Length > 120 ? [new ReadField("details", about, about)] : []
                )
            );
        if (ReceiptOf(talk, wanted.Answer ?? talk.Memory.AnswerId, talk.Message.Action is not null) is not { } receipt)
            return talk.Memory.Handoff is { } handoff && wanted.Answer is null
                ? Reply.Of(
                    $"Who should get {handoff}? Say \"assign {handoff} to Dana\", or \"return {handoff}\" with a reason."
                )
                : Reply.Of(
                    "There's nothing to hand over yet. Ask me something first, or say what it's about: \"flag Jane Doe, jane@acme.example, to marketing: not ready\"."
                );
        var (id, answer, question) = (receipt.Id, AnswerOf(receipt), AskedIn(receipt));
        var to = wanted.To ?? TeamOf(answer);
        if (to is null)
            return WhichTeam(
                talk,
                question,
                team =>
                    ChatAction.Of(
                        "pass-on",
                        ("answer", id),
                        ("to", team),
                        ("note", wanted.Note ?? ""),
                        ("draft", "yes")
                    )
            );
        var origin = OriginOf(talk, receipt, answer);
        var fields = new Dictionary<string, ReadField> { ["kind"] = new("kind", "other", "") };
        if (wanted.Note is { } note)
            fields["details"] = new ReadField("details", note, note);
        // Pressed again it is the same one.
        var acting = wanted.Note is null
            ? talk.Acting with
            {
                Key = $"pass-on/{id}/{to}/{talk.Person.Id}",
            }
            : talk.Acting;
        var result = await desk.RaiseAsync(Request(talk, to, Cut(question), fields, origin), acting);
        return result is DeskResult.Done done ? Raised(talk, done, []) : Form(to, question, fields, result);
    }

    /// <summary>
    /// "Hand it to marketing" below a draft: it is sent where it goes there, else drawn for the other team; none where
    /// no draft stands.
    /// </summary>
    public static Intent? OfDraft(Talk talk, PassOn wanted)
    {
        if (
            talk.Memory is not { Offer: { Name: "raise" } offer, OfferAge: <= 1 }
            || wanted is not { Answer: null, Note: null }
            || ActionReader.Read(offer) is not RaiseHandoff draft
        )
            return null;
        return wanted.To is null || wanted.To == draft.To
            ? draft
            : new OfferHandoff(
                draft with
                {
                    To = wanted.To,
                    Fields = [.. draft.Fields.Where(field => field.Name is not "kind")],
                },
                talk.Memory.OfferedOf ?? draft.Title
            );
    }

    static string? TeamOf(Answer? answer) =>
        answer?.Verdict switch
        {
            Verdict.Sales => "sales",
            Verdict.Marketing => "marketing",
            _ => null,
        };

    /// <summary>What was asked, as a draft for a team; none where no answer is known.</summary>
    public OfferHandoff? DraftOf(Talk talk, PassOn wanted)
    {
        if (ReceiptOf(talk, wanted.Answer ?? talk.Memory.AnswerId, talk.Message.Action is not null) is not { } receipt)
            return null;
        var (question, answer) = (AskedIn(receipt), AnswerOf(receipt));
        if ((wanted.To ?? TeamOf(answer)) is not { } to)
            return null;
        return new OfferHandoff(
            new RaiseHandoff(
                to,
                Cut(HandOver.TitleOf(question, answer)),
                [
                    .. wanted.Note is { Length: > 0 } note
                        ? [new ReadField("details", note, note)]
                        : Array.Empty<ReadField>(),
                    new ReadField("kind", Words.Of(HandoffKind.Other), ""),
                    new ReadField("answer", receipt.Id, ""),
                    // Pressed again it is the same one.
                    new ReadField("draft", $"pass-on/{receipt.Id}/{to}", ""),
                ]
            ),
            question,
            IsAnswered: true
        );
    }

    /// <summary>The receipt of an answer that this person was given, or sees.</summary>
    AnswerReceipt? ReceiptOf(Talk talk, string? id, bool isPressed) =>
        id is not null
        && answerer.Receipt(id) is { } receipt
        // Who presses the button below an answer sees the answer.
        && (receipt.Person == talk.Person.Id || isPressed)
            ? receipt
            : null;

    static Answer? AnswerOf(AnswerReceipt receipt) =>
        System.Text.Json.JsonSerializer.Deserialize(receipt.Answer, AnswerJson.Readable.Answer);

    /// <summary>"Why?" is about what was asked before it, and so is what is handed on from its answer.</summary>
    static string AskedIn(AnswerReceipt receipt) =>
        AnswerWords.Read(receipt.Question) is AskAboutAnswer && IntentReader.LastAsked(receipt.History) is { } asked
            ? asked
            : receipt.Question;

    static OriginFields OriginOf(Talk talk, AnswerReceipt receipt, Answer? answer) =>
        new(
            talk.Message.Address.ToString(),
            talk.Message.Link,
            AskedIn(receipt),
            answer?.Text,
            receipt.Id,
            receipt.Knowledge
        );

    static Reply WhichTeam(Talk talk, string title, Func<string, ChatAction> action, string? along = null)
    {
        talk.Memory = talk.Memory with { WhichTeam = action("sales") };
        var isSales = RaiseUnderstander.WantsToBuy(title);
        var about = new TextBlock(PersonText.Cut(title, MaxAbout), IsStrong: true);
        return new Reply(
            OfferWording.WhichTeamGets(about.Text),
            [
                about,
                .. along is null ? Array.Empty<ReplyBlock>() : [new TextBlock(along, IsNote: true)],
                new TextBlock(OfferWording.WhichTeam),
                new ChoicesBlock([
                    new Choice(OfferWording.SendTo("sales"), action("sales"), IsMain: isSales),
                    new Choice(OfferWording.SendTo("marketing"), action("marketing")),
                    new Choice(OfferWording.Cancel, ChatAction.Of("drop-offer")),
                ]),
            ]
        );
    }

    Reply Raised(Talk talk, DeskResult.Done done, IReadOnlyList<ReadField> read)
    {
        var handoff = done.Handoff;
        talk.Memory = talk.Memory with { Handoff = handoff.Name };
        talk.JustSent = handoff.Name;
        var reply = cards.Card(talk, handoff);
        // What the card shows by itself is not said twice.
        var shown = Labels
            .Where(label => !OnCard.Contains(label.Field))
            .Select(label =>
                (label.Label, Read: read.FirstOrDefault(field => field.Name == label.Field && field.From.Length > 0))
            )
            .Where(field => field.Read is not null)
            .Select(field => new Field(
                field.Label,
                HandoffLabels.OfValue(field.Read!.Name, field.Read.Value),
                field.Read.From
            ))
            .ToList();
        if (shown.Count > 0)
            reply = reply.And(new FieldsBlock("Here's what I understood", shown));
        if (read.Count > 0 && Missing(handoff, read, talk.Today) is { Count: > 0 } unknown)
            reply = reply.And(
                new TextBlock($"Worth adding if you know it: {string.Join(", ", unknown)}.", IsNote: true)
            );
        var choices = new List<Choice>();
        foreach (var twin in lists.Card(handoff, talk.Person).Twins)
        {
            reply = reply.And(new TextBlock($"Possible duplicate: {twin.Number} ({twin.Because})", IsNote: true));
            if (MoveRights.Refusal(handoff, Move.Merge, talk.Person) is null)
                choices.Add(
                    new Choice(
                        $"Merge into {twin.Number}",
                        ChatAction.Of(
                            "move",
                            ("number", handoff.Name),
                            ("move", "merge"),
                            ("into", twin.Number),
                            ("version", $"{handoff.Version}")
                        )
                    )
                );
        }
        if (handoff.State == HandoffState.Submitted && handoff.RaisedBy == talk.Person.Id)
        {
            // What can be undone need not be withdrawn yet.
            reply = reply.Without(choice => choice.Action.Values.GetValueOrDefault("move") == Words.Of(Move.Withdraw));
            choices.Add(
                talk.CanUndo(
                    ChatAction.Of("undo", ("kind", "raise"), ("number", handoff.Name)),
                    HandoffWording.UndoSending
                )
            );
        }
        foreach (var choice in choices)
            reply = reply.AndChoice(choice);
        return HandoffTalk.Saying(OfferWording.Sent(handoff.Team), reply);
    }

    static Reply Form(string to, string title, Dictionary<string, ReadField> fields, DeskResult result)
    {
        if (result is not DeskResult.Invalid invalid)
            throw new InvalidOperationException(
                $"The handoff ended with an unexpected result, {result.GetType().Name}."
            );
        var form = RaiseForm.Of(
            to,
            title,
            fields.ToDictionary(field => field.Key, field => field.Value.Value),
            invalid.Faults
        );
        return new Reply(
            string.Join(" ", invalid.Faults.SelectMany(fault => fault.Value)),
            [new TextBlock(string.Join(" ", invalid.Faults.SelectMany(fault => fault.Value))), form]
        );
    }

    static RaiseRequest Request(
        Talk talk,
        string to,
        string title,
        Dictionary<string, ReadField> fields,
        OriginFields? origin
    )
    {
        var qualification = new QualificationFields(
            Value("budget"),
            Value("authority"),
            Value("need"),
            Value("timeline")
        );
        return new RaiseRequest
        {
            Direction = Words.Of(to == "sales" ? Direction.MarketingToSales : Direction.SalesToMarketing),
            Title = title,
            Details = Value("details"),
            Kind = Value("kind") ?? (to == "sales" ? "lead" : "other"),
            Urgency = Value("urgency"),
            Source = Value("source"),
            NextStep = Value("nextStep"),
            Person = new PersonFields(Value("name"), Value("email"), Value("phone"), Value("role")),
            Company = new CompanyFields(Value("company"), Value("domain")),
            Qualification = qualification == new QualificationFields() ? null : qualification,
            Origin = origin ?? new OriginFields(talk.Message.Address.ToString(), Value("link") ?? talk.Message.Link),
        };

        string? Value(string field) =>
            fields.TryGetValue(field, out var read) && read.Value.Trim().Length > 0 ? read.Value : null;
    }

    static string Cut(string text) =>
        text.Length <= 120 ? text.Replace('\n', ' ') : PersonText.Clean(text[..119].Replace('\n', ' ')) + "…";
}
