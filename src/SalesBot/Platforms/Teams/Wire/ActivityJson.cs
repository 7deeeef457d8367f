using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using SalesBot.Platforms.Shared.Wire;

namespace SalesBot.Platforms.Teams.Wire;

/// <summary>
/// Reads an activity (github.com/microsoft/botframework-sdk, specs/botframework-activity) as strictly as it is written:
/// JSON in UTF-8, no name twice, no comments, not nested without end. The SDK's own reader takes texts for dates,
/// follows references in the body and has no limit of depth.
/// </summary>
static class ActivityJson
{
    const int MaxDepth = 64;

    /// <summary>
    /// A field that is there twice could be read as one thing by the check and as another by what follows.
    /// </summary>
    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = MaxDepth };

    /// <summary>
    /// The activity in these bytes; none if they are no JSON object, or one whose fields are of other kinds than they
    /// should be.
    /// </summary>
    public static Activity? Read(ReadOnlyMemory<byte> json)
    {
        // The reader looks at a text only when it is asked for it.
        if (!Utf8.IsValid(json.Span))
            return null;
        try
        {
            using var document = JsonDocument.Parse(JsonRepair.Surrogates(json), Strict);
            return Of(document.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    static Activity Of(JsonElement json)
    {
        var activity = new Activity();
        foreach (var member in json.EnumerateObject())
            Take(activity, member.Name, member.Value);
        return activity;
    }

    static void Take(Activity to, string name, JsonElement value)
    {
        switch (name)
        {
            case "type":
                to.Type = value.GetString();
                break;
            case "id":
                to.Id = value.GetString();
                break;
            case "name":
                to.Name = value.GetString();
                break;
            case "action":
                to.Action = value.GetString();
                break;
            case "channelId":
                to.ChannelId = value.GetString();
                break;
            case "serviceUrl":
                to.ServiceUrl = value.GetString();
                break;
            case "text":
                to.Text = value.GetString();
                break;
            case "textFormat":
                to.TextFormat = Loose(value);
                break;
            case "replyToId":
                to.ReplyToId = value.GetString();
                break;
            case "deliveryMode":
                to.DeliveryMode = value.GetString();
                break;
            case "locale":
                to.Locale = Loose(value);
                break;
            case "localTimezone":
                to.LocalTimezone = Loose(value);
                break;
            case "timestamp":
                to.Timestamp = Time(value);
                break;
            case "localTimestamp":
                to.LocalTimestamp = Time(value);
                break;
            case "from":
                to.From = Account(value);
                break;
            case "recipient":
                to.Recipient = Account(value);
                break;
            case "conversation":
                to.Conversation = Conversation(value);
                break;
            case "membersAdded":
                to.MembersAdded = List(value, Account);
                break;
            case "membersRemoved":
                to.MembersRemoved = List(value, Account);
                break;
            case "reactionsAdded":
                to.ReactionsAdded = List(value, Reaction);
                break;
            // Entities are of many kinds, and anybody's to add.
            case "entities":
                to.Entities = value.ValueKind == JsonValueKind.Array ? List(value, Entity) : null;
                break;
            case "attachments":
                to.Attachments = List(value, Attachment);
                break;
            case "channelData":
                to.ChannelData = Object(value);
                break;
            case "value":
                to.Value = Token(value);
                break;
            default:
                to.Properties[name] = JsonTokens.Of(value);
                break;
        }
    }

    static ChannelAccount? Account(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return null;
        var account = new ChannelAccount();
        foreach (var member in json.EnumerateObject())
            switch (member.Name)
            {
                case "id":
                    account.Id = member.Value.GetString();
                    break;
                case "name":
                    account.Name = member.Value.GetString();
                    break;
                case "aadObjectId":
                    account.AadObjectId = member.Value.GetString();
                    break;
                case "role":
                    account.Role = member.Value.GetString();
                    break;
                default:
                    account.Properties[member.Name] = JsonTokens.Of(member.Value);
                    break;
            }
        return account;
    }

    static ConversationAccount? Conversation(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return null;
        var conversation = new ConversationAccount();
        foreach (var member in json.EnumerateObject())
            switch (member.Name)
            {
                case "id":
                    conversation.Id = member.Value.GetString();
                    break;
                case "name":
                    conversation.Name = Loose(member.Value);
                    break;
                case "conversationType":
                    conversation.ConversationType = member.Value.GetString();
                    break;
                case "tenantId":
                    conversation.TenantId = member.Value.GetString();
                    break;
                case "isGroup":
                    conversation.IsGroup = member.Value.ValueKind == JsonValueKind.True;
                    break;
                default:
                    conversation.Properties[member.Name] = JsonTokens.Of(member.Value);
                    break;
            }
        return conversation;
    }

    static MessageReaction? Reaction(JsonElement json) =>
        Object(json) is { } reaction ? new MessageReaction(reaction.Text("type")) : null;

    static Entity? Entity(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return null;
        var properties = (JObject)JsonTokens.Of(json);
        var entity = new Entity(properties.Text("type")) { Properties = properties };
        properties.Remove("type");
        return entity;
    }

    static Attachment? Attachment(JsonElement json)
    {
        if (Object(json) is not { } read)
            return null;
        return new Attachment(
            Text(read, "contentType"),
            read.Text("contentUrl"),
            read.At("content"),
            Text(read, "name"),
            read.Text("thumbnailUrl")
        );
    }

    /// <summary>A text on which nothing depends: where it is of another kind it is not read.</summary>
    static string? Loose(JsonElement json) => json.ValueKind == JsonValueKind.String ? json.GetString() : null;

    static string? Text(JObject json, string name)
    {
        if (json.At(name) is not { } value)
            return null;
        return json.Text(name) ?? throw new JsonException($"'{name}' is a {value.Type}, but should be text.");
    }

    static List<T?>? List<T>(JsonElement json, Func<JsonElement, T?> read)
        where T : class => json.ValueKind == JsonValueKind.Null ? null : [.. json.EnumerateArray().Select(read)];

    static JObject? Object(JsonElement json) =>
        Token(json) switch
        {
            null => null,
            JObject read => read,
            var other => throw new JsonException($"It is a {other.Type}, and should be an object."),
        };

    static JToken? Token(JsonElement json) => json.ValueKind == JsonValueKind.Null ? null : JsonTokens.Of(json);

    /// <summary>When the sender says it was; nothing depends on it.</summary>
    static DateTimeOffset? Time(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && json.TryGetDateTimeOffset(out var time) ? time : null;
}
