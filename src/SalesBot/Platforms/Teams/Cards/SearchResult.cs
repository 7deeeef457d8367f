using Microsoft.Bot.Schema.Teams;
using SalesBot.Chat;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Platforms.Teams.Cards;

/// <summary>
/// A passage as a result of the search from the compose box: a line in the list, a card once it is chosen.
/// </summary>
static class SearchResult
{
    const int LongestLine = 120;

    /// <summary>What the passage is of, as a link where people find it somewhere.</summary>
    static ReplyBlock Source(Citation citation) =>
        citation.Address is null
            ? new TextBlock(citation.Name, IsNote: true)
            : new FieldsBlock(null, [new Field("source", citation.Name, Link: citation.Address)]);

    public static MessagingExtensionAttachment Of(Citation citation) =>
        CardAttachment.Result(
            CardDrawing.Card(
                new Reply(citation.Quote, [new TextBlock($"“{citation.Quote}”"), Source(citation)]),
                new CardPlace()
            ),
            PersonText.Cut(citation.Quote, LongestLine),
            PersonText.Cut(citation.Name, LongestLine),
            citation.Address
        );
}
