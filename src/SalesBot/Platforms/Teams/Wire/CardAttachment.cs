using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace SalesBot.Platforms.Teams.Wire;

/// <summary>
/// Cards as attachments. The SDK has no types for Adaptive Cards; what is ours stands in it as the JSON that it is.
/// </summary>
static class CardAttachment
{
    /// <summary>The content type of an Adaptive Card.</summary>
    public const string Adaptive = "application/vnd.microsoft.card.adaptive";

    /// <summary>A card, from its JSON.</summary>
    public static Attachment Of(string card) => new(Adaptive, content: new JRaw(card));

    /// <summary>A result of a search: a line in the list, a card once it is chosen.</summary>
    public static MessagingExtensionAttachment Result(string card, string title, string text, string? address) =>
        new(
            Adaptive,
            content: new JRaw(card),
            preview: new ThumbnailCard(title, text: text)
            {
                Tap = address is null ? null : new Microsoft.Bot.Schema.CardAction(ActionTypes.OpenUrl, value: address),
            }.ToAttachment()
        );
}
