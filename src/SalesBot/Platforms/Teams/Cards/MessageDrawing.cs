using SalesBot.Chat;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Platforms.Teams.Cards;

/// <summary>
/// Draws replies as messages: an answer as text, because Teams shows sources and asks for thumbs only there; what has fields or buttons as a card. Never both
/// in one, for Teams makes two messages of that, which cannot be replaced.
/// </summary>
static class MessageDrawing
{
    const int MostCitations = 5, MostSuggestions = 3, LongestText = 20_000, LongestSummary = 200, LongestSuggestion = 60;

    /// <summary>The reply as a message.</summary>
    /// <param name="reply">What is said.</param>
    /// <param name="place">For whom cards are drawn.</param>
    /// <param name="isPersonal">Whether it is said to one person, who may be offered what to say next.</param>
    public static OutboundActivity Of(Reply reply, CardPlace place, bool isPersonal)
    {
        var activity = reply.Blocks.OfType<TextBlock>().Any() && (AnswerIn(reply) is not null || reply.Blocks.OfType<CitationsBlock>().Any())
            ? Answer(reply, isPersonal)
            : reply.Lead is null && reply.Blocks.All(block => block is TextBlock) ? new OutboundActivity { TextFormat = "markdown", Text = Text(reply.Text) }
            : new OutboundActivity { Attachments = [CardAttachment.Of(CardDrawing.Card(reply, place))], Summary = Summary(reply) };
        return reply.Lead is null || !isPersonal ? activity
            : activity with { ChannelData = (activity.ChannelData ?? new OutboundChannelData()) with { Notification = new NotificationInfo(true) } };
    }

    /// <summary>The id of the answer that a reply holds, or none.</summary>
    public static string? AnswerIn(Reply reply) =>
        reply.Choices.FirstOrDefault(choice => choice.Action.Name == "feedback")?.Action.Values.GetValueOrDefault("answer");

    static OutboundActivity Answer(Reply reply, bool isPersonal)
    {
        var cited = reply.Blocks.OfType<CitationsBlock>().SelectMany(block => block.Citations).Take(MostCitations).ToList();
        var said = string.Join("\n", reply.Blocks.OfType<TextBlock>().Select(block => block.Text));
        var marks = string.Concat(cited.Select((_, i) => $" [{i + 1}]"));
        var suggestions = reply.Choices.Where(choice => choice.Action.Name != "feedback").Take(MostSuggestions).Select(Suggestion).ToList();
        return new OutboundActivity
        {
            TextFormat = "markdown", Text = Text(said) + marks, Entities = cited.Count > 0 ? [Sources.Of(cited)] : null,
            SuggestedActions = isPersonal && suggestions.Count > 0 ? new SuggestedActions(suggestions) : null,
            ChannelData = AnswerIn(reply) is null ? null : new OutboundChannelData(new FeedbackLoop()), Summary = Summary(reply),
        };
    }

    static SuggestedAction Suggestion(Choice choice) => new(PersonText.Cut(CardDrawing.Capital(choice.Label), LongestSuggestion),
        choice.Action is { Name: "ask" } ask ? ask.Values.GetValueOrDefault("text", choice.Label) : CardDrawing.Capital(choice.Label));

    /// <summary>The text in Markdown, cut until it fits a message: some signs take five.</summary>
    static string Text(string text)
    {
        for (var longest = LongestText; ; longest /= 2)
            if (TeamsText.Markdown(PersonText.Cut(text, longest)) is var markdown && markdown.Length * sizeof(char) < OutboundActivity.MostBytes * 3 / 4)
                return markdown;
    }

    static string Summary(Reply reply) => PersonText.Cut(reply.FullText.Split('\n')[0], LongestSummary);
}
