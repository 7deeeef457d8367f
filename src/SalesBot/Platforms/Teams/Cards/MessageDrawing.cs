using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using SalesBot.Chat;
using SalesBot.Platforms.Teams.Wire;
using SdkAction = Microsoft.Bot.Schema.CardAction;

namespace SalesBot.Platforms.Teams.Cards;

/// <summary>
/// Draws replies as messages: an answer as text, because Teams shows sources and asks for thumbs only there; what has
/// fields or buttons as a card. Never both in one, for Teams makes two messages of that, which cannot be replaced.
/// </summary>
static class MessageDrawing
{
    /// <summary>The channel takes messages of some 100 KB, counted in UTF-16; so much is safe.</summary>
    public const int MostBytes = 80_000;

    const int MostCitations = 5,
        MostSuggestions = 3,
        LongestText = 20_000,
        LongestSummary = 200,
        LongestSuggestion = 60;

    /// <summary>The reply as a message.</summary>
    /// <param name="reply">What is said.</param>
    /// <param name="place">For whom cards are drawn.</param>
    /// <param name="isPersonal">Whether it is said to one person, who may be offered what to say next.</param>
    public static Activity Of(Reply reply, CardPlace place, bool isPersonal)
    {
        var activity = Kind(reply) switch
        {
            Drawn.Answer => Answer(reply, isPersonal),
            Drawn.Text => new Activity(ActivityTypes.Message)
            {
                TextFormat = TextFormatTypes.Markdown,
                Text = Text(reply.Text),
            },
            _ => new Activity(ActivityTypes.Message)
            {
                Attachments = [CardAttachment.Of(CardDrawing.Card(reply, place))],
                Summary = Summary(reply),
            },
        };
        if (reply.Lead is not null && isPersonal)
        {
            var data = activity.ChannelData as JObject ?? [];
            data["notification"] = new JObject { ["alert"] = true };
            activity.ChannelData = data;
        }
        return activity;
    }

    /// <summary>
    /// The reply as a message that one person of a room sees alone. An answer is a card there: what one may press below
    /// it stays between them and the bot, while what Teams offers below a text is said for all.
    /// </summary>
    public static Activity Aside(Reply reply, CardPlace place) =>
        Kind(reply) == Drawn.Text
            ? Of(reply, place, isPersonal: true)
            : new Activity(ActivityTypes.Message)
            {
                Attachments = [CardAttachment.Of(CardDrawing.Card(reply, place))],
                Summary = Summary(reply),
            };

    enum Drawn
    {
        Text,
        Answer,
        Card,
    }

    static Drawn Kind(Reply reply)
    {
        if (
            reply.Blocks.OfType<TextBlock>().Any()
            && (AnswerIn(reply) is not null || reply.Blocks.OfType<CitationsBlock>().Any())
        )
            return Drawn.Answer;
        return reply.Lead is null && reply.Blocks.All(block => block is TextBlock) ? Drawn.Text : Drawn.Card;
    }

    /// <summary>The id of the answer that a reply holds, or none.</summary>
    public static string? AnswerIn(Reply reply) =>
        reply
            .Choices.FirstOrDefault(choice => choice.Action.Name == "feedback")
            ?.Action.Values.GetValueOrDefault("answer");

    static Activity Answer(Reply reply, bool isPersonal)
    {
        var cited = reply
            .Blocks.OfType<CitationsBlock>()
            .SelectMany(block => block.Citations)
            .Take(MostCitations)
            .ToList();
        var said = string.Join("\n", reply.Blocks.SelectMany(Formed));
        if (said.Length * sizeof(char) >= MostBytes * 3 / 4)
            said = Text(string.Join("\n", reply.Blocks.SelectMany(Lines)));
        var marks = string.Concat(cited.Select((_, i) => $" [{i + 1}]"));
        var suggestions = reply
            .Choices.Where(choice => choice.Action.Name is not ("feedback" or "share"))
            .Take(MostSuggestions)
            .Select(Suggestion)
            .ToList();
        return new Activity(ActivityTypes.Message)
        {
            TextFormat = TextFormatTypes.Markdown,
            Text = said + marks,
            Entities = cited.Count > 0 ? [Sources.Of(cited)] : null,
            SuggestedActions =
                isPersonal && suggestions.Count > 0 ? new SuggestedActions { Actions = suggestions } : null,
            ChannelData = AnswerIn(reply) is null
                ? null
                : new JObject { ["feedbackLoop"] = new JObject { ["type"] = "default" } },
            Summary = Summary(reply),
        };
    }

    /// <summary>In Markdown; a row of a table is its name, and below it a point for each column.</summary>
    static IEnumerable<string> Formed(ReplyBlock block) =>
        block is TableBlock table
            ? table.Rows.SelectMany(row => row.Count > 2 ? Themed(table, row) : table.InLines(row).Select(Text))
            : Lines(block).Select(Text);

    /// <summary>A cell often begins as its own sentence does, with a colon in it: a dash sets it off from its head.</summary>
    static IEnumerable<string> Themed(TableBlock table, IReadOnlyList<string> row) =>
        row.Select(
            (cell, column) => column == 0 ? $"\n**{Text(cell)}**" : $"- **{Text(table.Heads[column])}** – {Text(cell)}"
        );

    static IEnumerable<string> Lines(ReplyBlock block) =>
        block switch
        {
            TextBlock text => [text.Text],
            MomentBlock moment => [moment.Text],
            TableBlock table => table.Rows.Select(row => string.Join(" – ", table.InLines(row))),
            _ => [],
        };

    static SdkAction Suggestion(Choice choice) =>
        new(
            ActionTypes.ImBack,
            PersonText.Cut(CardDrawing.Capital(choice.Label), LongestSuggestion),
            value: choice.Action is { Name: "ask" } ask
                ? ask.Values.GetValueOrDefault("text", choice.Label)
                : CardDrawing.Capital(choice.Label)
        );

    /// <summary>The text in Markdown, cut until it fits a message: some signs take five.</summary>
    static string Text(string text)
    {
        for (var longest = LongestText; ; longest /= 2)
            if (
                TeamsText.Markdown(PersonText.Cut(text, longest)) is var markdown
                && markdown.Length * sizeof(char) < MostBytes * 3 / 4
            )
                return markdown;
    }

    /// <summary>
    /// What is said where nothing shows each reader's own clock: on which day, and not at which hour of another zone.
    /// </summary>
    public static string WithoutHours(Reply reply) => WithoutHours(reply, reply.FullText);

    static string WithoutHours(Reply reply, string text) =>
        reply.Moments.Aggregate(
            text,
            (said, moment) => said.Replace(moment.Words, moment.Words.Split(',')[0], StringComparison.Ordinal)
        );

    /// <summary>The news, and whom it is about.</summary>
    static string Summary(Reply reply)
    {
        var lines = WithoutHours(reply, reply.Text).Split('\n');
        // What is said above a card does not say what the card is about.
        var first = reply.Slot is null || reply.Lead is not null ? lines[0] : string.Join(" · ", lines.Take(2));
        var title = reply.Blocks.OfType<TextBlock>().FirstOrDefault(block => block.IsTitle)?.Text;
        return PersonText.Cut(
            reply.Lead is { } lead
                ? title is null
                    ? $"{lead}: {first}"
                    : $"{title}: {lead}"
                : first,
            LongestSummary
        );
    }
}
