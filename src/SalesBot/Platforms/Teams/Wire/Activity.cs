using System.Text.Json;

namespace SalesBot.Platforms.Teams.Wire;

/// <summary>
/// What Teams brings: the fields of the Bot Framework's activity that are used (github.com/microsoft/botframework-sdk, specs/botframework-activity). Anything
/// may be missing; what is not known stays unread. <c>Value</c> is what an invoke or a card carries.
/// </summary>
sealed record Activity
{
    public string? Type { get; init; }
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? Action { get; init; }
    public string? ChannelId { get; init; }
    public string? ServiceUrl { get; init; }
    public string? Text { get; init; }
    public string? ReplyToId { get; init; }
    public string? DeliveryMode { get; init; }
    public ChannelAccount? From { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public IReadOnlyList<ChannelAccount?>? MembersAdded { get; init; }
    public IReadOnlyList<ChannelAccount?>? MembersRemoved { get; init; }
    public IReadOnlyList<MessageReaction?>? ReactionsAdded { get; init; }
    public JsonElement? Entities { get; init; }
    public IReadOnlyList<ActivityAttachment?>? Attachments { get; init; }
    public TeamsChannelData? ChannelData { get; init; }
    public JsonElement? Value { get; init; }

    /// <summary>The tenant it comes from, if what says so agrees; else none.</summary>
    public string? Tenant => (ChannelData?.Tenant?.Id, Conversation?.TenantId) switch
    {
        ({ Length: > 0 } one, null or "") => one,
        (null or "", { Length: > 0 } other) => other,
        ({ } one, { } other) when one.Equals(other, StringComparison.OrdinalIgnoreCase) => one,
        _ => null,
    };

    /// <summary>Whether its sender is the bot itself, or another one.</summary>
    public bool IsFromBot => From?.Role is "bot" or "skill" || From?.Id?.StartsWith(BotPrefix, StringComparison.Ordinal) == true
        || (From?.Id is { } id && id == Recipient?.Id);

    /// <summary>With this begin the account ids of bots; those of people with <c>29:</c>.</summary>
    const string BotPrefix = "28:";

    /// <summary>Whether what it asks for is answered in the body of the response, nothing over the connector.</summary>
    public bool ExpectsReplies => DeliveryMode == "expectReplies";
}

/// <summary>Somebody, or a bot. <c>Id</c> (<c>29:…</c>, <c>28:…</c>) is theirs towards this bot only, <c>AadObjectId</c> in the whole directory.</summary>
sealed record ChannelAccount(string? Id, string? Name = null, string? AadObjectId = null, string? Role = null);

/// <summary>A conversation: <c>personal</c>, <c>groupChat</c> or <c>channel</c>; the id of a thread in a channel ends in <c>;messageid=…</c>.</summary>
sealed record ConversationAccount(string? Id, string? ConversationType = null, string? TenantId = null);

sealed record MessageReaction(string? Type);

/// <summary>Somebody who is mentioned: <c>Text</c> is how it stands in the message.</summary>
sealed record ActivityEntity(ChannelAccount Mentioned, string? Text = null)
{
    /// <summary>The mentions among the entities, which are of many kinds and anybody's to add.</summary>
    public static List<ActivityEntity> MentionsIn(JsonElement? entities) => entities is not { ValueKind: JsonValueKind.Array } all ? []
        : [.. all.EnumerateArray().Where(one => one.Text("type") == "mention" && one.Text("mentioned", "id") is not null)
            .Select(one => new ActivityEntity(new ChannelAccount(one.Text("mentioned", "id"), one.Text("mentioned", "name")), one.Text("text")))];
}

sealed record ActivityAttachment(string? ContentType, string? Name = null, JsonElement? Content = null);

/// <summary>What Teams adds to an activity.</summary>
sealed record TeamsChannelData(
    TenantInfo? Tenant = null, TeamInfo? Team = null, ChannelInfo? Channel = null, string? EventType = null, ChannelSettings? Settings = null);

sealed record TenantInfo(string? Id);

sealed record TeamInfo(string? Id, string? AadGroupId = null);

/// <summary>A channel; <c>Type</c> is <c>standard</c>, <c>private</c> or <c>shared</c>.</summary>
sealed record ChannelInfo(string? Id, string? Type = null);

sealed record ChannelSettings(ChannelInfo? SelectedChannel);
