using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.Handoffs.History;
using SalesBot.People;

namespace SalesBot.Conversations;

/// <summary>A person's own page: what is overdue, what is theirs, what waits, what others did, and a box to ask in.</summary>
sealed class HomeTalk(HandoffLists lists, Roster roster, TimeProvider time)
{
    const int MostOfEach = 8, MostNews = 5, Looked = 50;

    static readonly TimeSpan New = TimeSpan.FromDays(7);

    public Reply Of(Talk talk)
    {
        var person = talk.Person;
        var mine = Page(person, new HandoffFilter(Owner: "me", Open: true));
        var overdue = mine.Items.Where(card => card.Due.Any(due => due.Overdue)).ToList();
        var sent = Page(person, new HandoffFilter(RaisedBy: "me"));
        List<ReplyBlock> blocks = [AskBox];
        blocks.Add(new ChoicesBlock([new Choice("new handoff", ChatAction.Of("draft"), IsMain: true), .. Lists(person)]));
        blocks.AddRange(Section($"Overdue: {overdue.Count}", overdue));
        blocks.AddRange(Section($"Yours: {mine.Total:N0}", mine.Items.Except(overdue)));
        blocks.AddRange(Section("Sent by you, still open", Page(person, new HandoffFilter(RaisedBy: "me", Open: true)).Items));
        if (person.Role != Role.Employee)
            blocks.AddRange(Section("In the queue", Page(person, new HandoffFilter(Owner: "none", Open: true, Team: TeamOf(person))).Items));
        if (mine.Total == 0 && sent.Total == 0)
            blocks.Add(new TextBlock("You have no handoffs yet. \"New handoff\" makes one, and so do the shortcuts on a message."));
        blocks.AddRange(News(person, mine.Items.Concat(sent.Items)));
        return new Reply("Your handoffs", blocks);
    }

    /// <summary>A box to ask in.</summary>
    public static readonly FormBlock AskBox = new("Ask about sales and marketing", ChatAction.Of("ask"),
        [new FormField("text", "question", FieldKind.Line) { Hint = "Is cold calling a sales or a marketing task?" }], "ask");

    HandoffPage Page(Person person, HandoffFilter filter) => lists.Page(filter with { Size = Looked }, person);

    static string? TeamOf(Person person) => person.Role is Role.Sales or Role.Marketing ? Words.Of(person.Role) : null;

    static IEnumerable<Choice> Lists(Person person)
    {
        yield return new Choice("what I sent", ChatAction.Of("list", ("which", "sent")));
        if (person.Role != Role.Employee)
            yield return new Choice("all that is overdue", ChatAction.Of("list", ("which", "overdue")));
    }

    static IEnumerable<ReplyBlock> Section(string title, IEnumerable<HandoffCard> cards)
    {
        var shown = cards.Take(MostOfEach).ToList();
        if (shown.Count == 0)
            yield break;
        yield return new FieldsBlock(title, []);
        yield return new TableBlock(["number", "state", "title", "due"],
            [.. shown
                .Select(card => (IReadOnlyList<string>)[card.Number, card.State, card.Title, card.Due is [var due, ..] ? due.Because.Split(", ")[^1] : ""])])
        {
            Choices = [.. shown.Select(card => new Choice($"show {card.Number}", ChatAction.Of("show", ("number", card.Number))))],
        };
    }

    /// <summary>What others did to one's own, the newest first.</summary>
    IEnumerable<ReplyBlock> News(Person person, IEnumerable<HandoffCard> cards)
    {
        var now = time.GetUtcNow();
        var news = cards.DistinctBy(card => card.Number).SelectMany(card => card.History.Select(e => (card, e)))
            .Where(one => one.e.Actor != person.Id && one.e.Actor != HandoffEvent.System && now - one.e.At < New)
            .OrderByDescending(one => one.e.At).Take(MostNews).ToList();
        if (news.Count == 0)
            yield break;
        var names = roster.Names(person.Workspace);
        yield return new FieldsBlock("What is new", []);
        foreach (var (card, e) in news)
            yield return new TextBlock($"{card.Number}: {names.GetValueOrDefault(e.Actor, e.ActorName)}: {e.Move}"
                + $"{(e.Reason is { } why ? $", {why}" : "")}{(e.Note is { } note ? $", “{note}”" : "")} ({HandoffReplies.Ago(now - e.At)})", IsNote: true);
    }
}
