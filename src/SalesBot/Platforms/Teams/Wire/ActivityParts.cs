using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace SalesBot.Platforms.Teams.Wire;

/// <summary>What Teams says in an activity beside the fields that the SDK names. Anything may be missing.</summary>
static class ActivityParts
{
    /// <summary>The account ids of bots begin with this, those of people with <c>29:</c>.</summary>
    const string BotPrefix = "28:";

    extension(Activity activity)
    {
        /// <summary>What Teams adds to an activity; none if it is no object.</summary>
        public JObject? Data => activity.ChannelData as JObject;

        /// <summary>What an invoke or a card carries.</summary>
        public JToken? Carried => activity.Value as JToken;

        /// <summary>The tenant it comes from, if what says so agrees; else none.</summary>
        public string? Tenant =>
            (activity.Data.Text("tenant", "id"), activity.Conversation?.TenantId) switch
            {
                ({ Length: > 0 } one, null or "") => one,
                (null or "", { Length: > 0 } other) => other,
                ({ } one, { } other) when one.Equals(other, StringComparison.OrdinalIgnoreCase) => one,
                _ => null,
            };

        /// <summary>What happened to the conversation: <c>channelDeleted</c>, <c>editMessage</c> …</summary>
        public string? EventType => activity.Data.Text("eventType");

        /// <summary>The channel in which it is.</summary>
        public string? Channel => activity.Data.Text("channel", "id");

        /// <summary>Whether it is in a channel that people of other companies are in.</summary>
        public bool IsShared => activity.Data.Text("channel", "type") == "shared";

        /// <summary>
        /// Whether its sender said it to the bot alone, in a room where nobody else sees it: by a slash command, or by
        /// the bot's name behind a slash.
        /// </summary>
        public bool IsTargeted =>
            activity.Recipient?.Properties.At("isTargeted") is not (null or JValue { Value: false });

        /// <summary>Whether its sender is the bot itself, or another one.</summary>
        public bool IsFromBot =>
            activity.From?.Role is "bot" or "skill"
            || activity.From?.Id?.StartsWith(BotPrefix, StringComparison.Ordinal) == true
            || (activity.From?.Id is { } id && id == activity.Recipient?.Id);

        /// <summary>
        /// Whether what it asks for is answered in the body of the response, nothing over the connector.
        /// </summary>
        public bool ExpectsReplies => activity.DeliveryMode == DeliveryModes.ExpectReplies;

        /// <summary>Those who are mentioned: their account, their name, and how they stand in the text.</summary>
        public IEnumerable<Mention> Mentions =>
            (activity.Entities ?? [])
                .OfType<Entity>()
                .Where(entity => entity.Type == "mention" && entity.Properties.Text("mentioned", "id") is not null)
                .Select(entity => new Mention(
                    new ChannelAccount(
                        entity.Properties.Text("mentioned", "id"),
                        entity.Properties.Text("mentioned", "name")
                    ),
                    entity.Properties.Text("text")
                ));
    }
}
