using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesBot.Platforms.Teams.Wire;

/// <summary>What the bot sends: a message, or that it is typing. Ids, times and the service address are the channel's to fill in.</summary>
sealed record OutboundActivity(string Type = "message")
{
    /// <summary>The channel takes messages of some 100 KB, counted in UTF-16; so much is safe.</summary>
    public const int MostBytes = 80_000;

    public ChannelAccount? From { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public string? ReplyToId { get; init; }
    public string? TextFormat { get; init; }
    public string? Text { get; init; }

    /// <summary>What a notification says of it.</summary>
    public string? Summary { get; init; }

    public IReadOnlyList<CardAttachment>? Attachments { get; init; }
    public IReadOnlyList<MessageEntity>? Entities { get; init; }
    public SuggestedActions? SuggestedActions { get; init; }
    public OutboundChannelData? ChannelData { get; init; }

    /// <summary>That the bot is about to answer.</summary>
    public static readonly OutboundActivity Typing = new("typing");
}

/// <summary>A card, by its type; <c>Preview</c>: how it stands in a list of results.</summary>
sealed record CardAttachment(string ContentType, JsonElement Content, CardAttachment? Preview = null)
{
    public const string Adaptive = "application/vnd.microsoft.card.adaptive", Thumbnail = "application/vnd.microsoft.card.thumbnail";

    public static CardAttachment Of(AdaptiveCard card) => new(Adaptive, TeamsJson.Element(card));
}

/// <summary>
/// What Teams shows with a text of the bot's: its sources (learn.microsoft.com, "Bot messages with AI-generated content"). A message has at most one.
/// </summary>
sealed record MessageEntity(IReadOnlyList<ClaimCitation>? Citation = null)
{
    public const int MostCitations = 20;

    [JsonPropertyOrder(-3)]
    public string Type => "https://schema.org/Message";

    [JsonPropertyName("@type"), JsonPropertyOrder(-2)]
    public string SchemaType => "Message";

    [JsonPropertyName("@context"), JsonPropertyOrder(-1)]
    public string Context => "https://schema.org";
}

/// <summary>A source: <c>[Position]</c> in the text stands for it.</summary>
sealed record ClaimCitation(int Position, CitedDocument Appearance)
{
    [JsonPropertyName("@type"), JsonPropertyOrder(-1)]
    public string SchemaType => "Claim";
}

/// <summary>How a source is shown: its name, and a part of it.</summary>
sealed record CitedDocument(string Name, string? Abstract = null)
{
    public const int LongestName = 80, LongestAbstract = 160;

    [JsonPropertyName("@type"), JsonPropertyOrder(-1)]
    public string SchemaType => "DigitalDocument";
}

/// <summary>What one might say next; in personal chats only.</summary>
sealed record SuggestedActions(IReadOnlyList<SuggestedAction> Actions);

/// <summary>Says <c>Value</c> for whoever presses it.</summary>
sealed record SuggestedAction(string Title, string Value, string Type = "imBack");

/// <summary>What Teams is told beside the message: to ask whether it helped, or to raise a notification.</summary>
sealed record OutboundChannelData(FeedbackLoop? FeedbackLoop = null, NotificationInfo? Notification = null);

sealed record FeedbackLoop(string Type = "default");

sealed record NotificationInfo(bool Alert);

/// <summary>A conversation that is to be begun: with somebody alone, or as a thread of a channel, with its first message.</summary>
sealed record ConversationParameters(bool IsGroup, ChannelAccount Bot)
{
    public IReadOnlyList<ChannelAccount>? Members { get; init; }
    public string? TenantId { get; init; }
    public TeamsChannelData? ChannelData { get; init; }
    public OutboundActivity? Activity { get; init; }
}
