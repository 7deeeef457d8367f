using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.Handoffs.Clocks;
using SalesBot.Handoffs.History;
using SalesBot.People;

namespace SalesBot.Conversations;

/// <summary>
/// A person's own page: what is overdue, what is theirs, what waits, what others did, and a box to ask in.
/// </summary>
sealed class HomeTalk(HandoffLists lists, Roster roster, BusinessCalendars calendars, TimeProvider time)
{
    const int MostOfEach = 8,
        MostNews = 5,
        Looked = 50;

    static readonly TimeSpan New = TimeSpan.FromDays(7);

    public Reply Of(Talk talk)
    {
        var person = talk.Person;
        var mine = Page(person, new HandoffFilter(Owner: "me", Open: true));
        var overdue = mine.Items.Where(card => card.Due.Any(due => due.Overdue)).ToList();
        var sent = Page(person, new HandoffFilter(RaisedBy: "me"));
        List<ReplyBlock> blocks =
        [
            new ChoicesBlock([new Choice("New handoff", ChatAction.Of("draft"), IsMain: true), .. Lists(person)]),
            AskBox,
            .. Section($"Overdue: {overdue.Count}", overdue),
            .. Section($"Waiting for you: {mine.Total - overdue.Count:N0}", mine.Items.Except(overdue)),
        ];
        if (mine.Total == 0)
            blocks.AddRange(
                new FieldsBlock("Waiting for you", []),
                new TextBlock(
                    sent.Total > 0
                        ? "Nothing right now."
                        : "Nothing right now. To hand something over, press New handoff, or use the shortcut on any message."
                )
            );
        if (person.Role != Role.Employee)
            blocks.AddRange(
                Section(
                    "In the queue",
                    Page(person, new HandoffFilter(Owner: "none", Open: true, Team: TeamOf(person))).Items
                )
            );
        blocks.AddRange(
            Section("Sent by you, still open", Page(person, new HandoffFilter(RaisedBy: "me", Open: true)).Items)
        );
        blocks.AddRange(News(person, mine.Items.Concat(sent.Items)));
        return new Reply("Your handoffs", blocks);
    }

    /// <summary>A box to ask in.</summary>
    public static readonly FormBlock AskBox = new(
        "Ask about sales and marketing",
        ChatAction.Of("ask"),
        [
            new FormField("text", "Your question", FieldKind.Line)
            {
                Hint = "Is cold calling a sales or marketing task?",
            },
        ],
        "Ask"
    );

    HandoffPage Page(Person person, HandoffFilter filter) => lists.Page(filter with { Size = Looked }, person);

    static string? TeamOf(Person person) => person.Role is Role.Sales or Role.Marketing ? Words.Of(person.Role) : null;

    static IEnumerable<Choice> Lists(Person person)
    {
        yield return new Choice("All you sent", ChatAction.Of("list", ("which", "sent")));
        if (person.Role != Role.Employee)
            yield return new Choice("Overdue, all teams", ChatAction.Of("list", ("which", "overdue")));
    }

    IEnumerable<ReplyBlock> Section(string title, IEnumerable<HandoffCard> cards)
    {
        var shown = cards
            .OrderBy(card => card.Due is [{ At: { } at }, ..] ? at : DateTimeOffset.MaxValue)
            .Take(MostOfEach)
            .ToList();
        if (shown.Count == 0)
            yield break;
        yield return new FieldsBlock(title, []);
        yield return new TableBlock(
            ["Number", "State", "What", "Due"],
            [
                .. shown.Select(card =>
                    (IReadOnlyList<string>)
                        [card.Number, HandoffWording.Status(card), card.Title, DeadlineWording.Of(card, calendars)]
                ),
            ]
        )
        {
            NameColumn = 2,
            Moments = [.. shown.Select(card => DeadlineWording.Moment(card, calendars))],
            Choices =
            [
                .. shown.Select(card => new Choice(
                    OfferWording.View(card.Number),
                    ChatAction.Of("show", ("number", card.Number))
                )),
            ],
        };
    }

    /// <summary>What others did to one's own, the newest first.</summary>
    IEnumerable<ReplyBlock> News(Person person, IEnumerable<HandoffCard> cards)
    {
        var now = time.GetUtcNow();
        var news = cards
            .DistinctBy(card => card.Number)
            .SelectMany(card => card.History.Select(e => (card, e)))
            .Where(one => one.e.Actor != person.Id && one.e.Actor != HandoffEvent.System && now - one.e.At < New)
            .OrderByDescending(one => one.e.At)
            .Take(MostNews)
            .ToList();
        if (news.Count == 0)
            yield break;
        var names = roster.Names(person.Workspace);
        yield return new FieldsBlock("What's new", []);
        foreach (var (card, e) in news)
            yield return new TextBlock(
                $"{names.GetValueOrDefault(e.Actor, e.ActorName)} {NewsVerb.Of(e.Move, $"“{card.Title}”")}"
                    + $"{(e.Reason is { } why ? $" ({HandoffLabels.OfReason(why).ToLowerInvariant()})" : "")}"
                    + $"{(e.Note is { } note ? $": “{note}”" : "")} · {card.Number}, {HandoffReplies.Ago(now - e.At)}",
                IsNote: true
            );
    }
}
