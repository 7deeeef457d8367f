using System.Globalization;
using SalesBot.Chat;
using SalesBot.Platforms.Slack.Wire;

namespace SalesBot.Platforms.Slack;

/// <summary>
/// Finds a message of which nobody knows whether it arrived. Slack has no key with which a post could be repeated
/// safely; so each carries its own in its metadata, and is looked for before it is posted a second time.
/// </summary>
sealed class SentBefore(SlackCalls calls)
{
    const string EventType = "salesbot_message",
        IdName = "id";
    const int MostLooked = 200,
        MostPages = 5;

    /// <summary>Clocks differ a little.</summary>
    static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    /// <summary>What a message carries, so that it can be found.</summary>
    public static string MetadataOf(Outgoing message) =>
        SlackJson.Write(new MessageMetadata(EventType, new Dictionary<string, string> { [IdName] = message.Key }));

    /// <summary>The message's channel and time, if it is there; a fault if that cannot be found out now.</summary>
    public async Task<(string? Channel, string? Ts, Delivery? Fault)> FindAsync(
        Outgoing message,
        CancellationToken cancellationToken
    )
    {
        var (channel, unknown) = await ChannelAsync(message.To.Conversation, cancellationToken);
        if (channel is null)
            return (null, null, unknown);
        var oldest = (message.Since - Slack).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        string? cursor = null;
        for (var page = 0; page < MostPages; page++)
        {
            var found = message.To.Thread is { } thread
                ? await calls.CallAsync(
                    "conversations.replies",
                    cancellationToken,
                    [.. Where(channel, oldest, cursor), ("ts", thread)]
                )
                : await calls.CallAsync("conversations.history", cancellationToken, Where(channel, oldest, cursor));
            // Where the app may not look, a message that comes twice is better than one that does not come.
            if (!found.Ok || found.Answer is not { } answer)
                return (null, null, found.Fault is Delivery.Refused ? null : found.Fault);
            if (answer.Body.Items("messages").FirstOrDefault(one => IsIt(one, message.Key)).Text("ts") is { } ts)
                return (channel, ts, null);
            cursor = answer.Body.Text("response_metadata", "next_cursor");
            if (string.IsNullOrEmpty(cursor))
                break;
        }
        return (channel, null, null);
    }

    static bool IsIt(System.Text.Json.JsonElement message, string key) =>
        message.Text("metadata", "event_type") == EventType && message.Text("metadata", "event_payload", IdName) == key;

    static (string, string?)[] Where(string channel, string oldest, string? cursor) =>
        [
            ("channel", channel),
            ("oldest", oldest),
            ("include_all_metadata", "true"),
            ("limit", $"{MostLooked}"),
            ("cursor", cursor),
        ];

    /// <summary>The channel behind a user, for a message that goes to somebody alone.</summary>
    async Task<(string? Channel, Delivery? Fault)> ChannelAsync(
        string conversation,
        CancellationToken cancellationToken
    )
    {
        if (!SlackPlatform.IsUser(conversation))
            return (conversation, null);
        var opened = await calls.CallAsync("conversations.open", cancellationToken, ("users", conversation));
        return (opened.Answer?.Body.Text("channel", "id"), opened.Fault is Delivery.Refused ? null : opened.Fault);
    }
}
