using SalesBot.Chat;
using SalesBot.Messaging;
using SalesBot.Platforms.Slack.Wire;

namespace SalesBot.Platforms.Slack;

/// <summary>
/// Sends what the bot says to Slack: as a message, in the place of one, to one person of a channel only, or as their
/// home tab. Ids of messages are <c>CHANNEL:TS</c>.
/// </summary>
sealed class SlackPlatform(
    SlackCalls calls,
    SlackIdentity identity,
    SlackPeople people,
    ResponseUrls responses,
    SentBefore before,
    ChannelPace pace,
    KeptActions kept
) : IChatPlatform
{
    /// <summary>The first part of its addresses.</summary>
    public const string PlatformName = "slack";

    /// <summary>The conversation that stands for somebody's home tab.</summary>
    public const string Home = "home";

    const string Status = "status";

    /// <summary>The id of what is shown to one person once, and cannot be replaced.</summary>
    public const string Ephemeral = "ephemeral";

    public string Name => PlatformName;

    public string? Problem => identity.Problem;

    /// <summary>Who has to wait longer for a channel's turn lets others go first.</summary>
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(4);

    /// <summary>Whether an id is a user's; those of large organisations begin with W.</summary>
    public static bool IsUser(string id) => id.Length > 1 && id[0] is 'U' or 'W';

    /// <summary>The id of a message.</summary>
    public static string IdOf(string channel, string ts) => $"{channel}:{ts}";

    public Task<IncomingMessage> CompleteAsync(IncomingMessage message, CancellationToken cancellationToken) =>
        people.CompleteAsync(message, cancellationToken);

    public async Task<Delivery> SendAsync(Outgoing message, CancellationToken cancellationToken)
    {
        if (message.To is { Conversation: Home, For: { } user })
            return await PublishAsync(user, message.Reply, cancellationToken);
        var drawing = BlockKit.Message(message.Reply);
        await kept.KeepAsync(drawing.ToKeep);
        if (message.Replaced is { } replaced && replaced.Split(':') is [var channel, var ts])
            return await UpdateAsync(channel, ts, drawing, cancellationToken);
        if (message.To.For is not null)
            return await WhisperAsync(message, drawing.Alone, cancellationToken);
        return await PostAsync(message, drawing, cancellationToken);
    }

    async Task<Delivery> PostAsync(Outgoing message, SlackDrawing drawing, CancellationToken cancellationToken)
    {
        if (message.MaybeSent)
        {
            var (there, ts, fault) = await before.FindAsync(message, cancellationToken);
            if (fault is not null)
                return fault;
            // What it says may have changed since.
            if (there is not null && ts is not null)
                return await UpdateAsync(there, ts, drawing, cancellationToken);
        }
        if (
            IsWaiting(message)
            && message.To.Thread is { } thread
            && message.To.Conversation.StartsWith('D')
            && await SayStatusAsync(message, thread, cancellationToken)
        )
            return new Delivery.Sent(Status);
        if (pace.TurnOf(message.To.Conversation) is var turn && turn > LongestWait)
            return new Delivery.Throttled(turn, ConversationOnly: true);
        await pace.WaitAsync(message.To.Conversation, cancellationToken);
        var answer = await PostAsync(message, drawing, drawing.Blocks, cancellationToken);
        if (AreBlocksWrong(answer) && drawing.InLines is { } lines)
            answer = await PostAsync(message, drawing, lines, cancellationToken);
        if (AreBlocksWrong(answer))
            answer = await PostAsync(message, drawing, null, cancellationToken);
        return answer.Fault
            ?? (
                answer.Ok && answer.Answer?.Body is { } body && body.Text("ts") is { } sent
                    ? new Delivery.Sent(IdOf(body.Text("channel") ?? message.To.Conversation, sent))
                    : Refused(answer)
            );
    }

    Task<SlackResult> PostAsync(
        Outgoing message,
        SlackDrawing drawing,
        IReadOnlyList<Block>? blocks,
        CancellationToken cancellationToken
    ) =>
        calls.CallAsync(
            "chat.postMessage",
            cancellationToken,
            ("channel", message.To.Conversation),
            ("thread_ts", message.To.Thread),
            ("text", drawing.Text),
            ("blocks", blocks is null ? null : SlackJson.Write(blocks)),
            ("unfurl_links", "false"),
            ("unfurl_media", "false"),
            ("metadata", SentBefore.MetadataOf(message))
        );

    async Task<Delivery> UpdateAsync(
        string channel,
        string ts,
        SlackDrawing drawing,
        CancellationToken cancellationToken
    )
    {
        var answer = await UpdateAsync(channel, ts, drawing.Text, drawing.Blocks, cancellationToken);
        if (AreBlocksWrong(answer) && drawing.InLines is { } lines)
            answer = await UpdateAsync(channel, ts, drawing.Text, lines, cancellationToken);
        if (AreBlocksWrong(answer))
            answer = await UpdateAsync(channel, ts, drawing.Text, [], cancellationToken);
        return answer.Fault
            ?? (
                answer.Ok ? new Delivery.Sent(IdOf(channel, ts))
                : answer.Error
                    is "message_not_found"
                        or "cant_update_message"
                        or "edit_window_closed"
                        or "channel_not_found"
                        or "is_inactive"
                    ? new Delivery.Gone()
                : Refused(answer)
            );
    }

    Task<SlackResult> UpdateAsync(
        string channel,
        string ts,
        string text,
        IReadOnlyList<Block> blocks,
        CancellationToken cancellationToken
    ) =>
        calls.CallAsync(
            "chat.update",
            cancellationToken,
            ("channel", channel),
            ("ts", ts),
            ("text", text),
            ("blocks", SlackJson.Write(blocks))
        );

    /// <summary>Then the text goes alone: rather without blocks than not at all.</summary>
    static bool AreBlocksWrong(SlackResult answer) =>
        answer.Error is "invalid_blocks" or "invalid_blocks_format" or "msg_blocks_too_long";

    /// <summary>
    /// Says something to one person of a room: by the address that came with a command, else in the room, else in the
    /// conversation with them.
    /// </summary>
    async Task<Delivery> WhisperAsync(Outgoing message, SlackDrawing drawing, CancellationToken cancellationToken)
    {
        if (ResponseUrls.UrlOf(message.Replaced) is { } before)
            return await responses.SendAsync(before, message, drawing, replaces: true, cancellationToken)
                ?? new Delivery.Gone();
        // What was shown once cannot be shown otherwise.
        if (message.Replaced is not null)
            return new Delivery.Gone();
        var alone = message with
        {
            To = message.To with { Conversation = message.To.For ?? "", Thread = null, For = null },
        };
        // What goes on cannot be shown in what is shown once: it stands in the conversation with them.
        if (IsWaiting(message))
            return new Delivery.Sent(Ephemeral);
        if (message.Reply.Blocks.OfType<ProgressBlock>().Any())
        {
            await OnceAsync(
                message,
                BlockKit.Message(
                    Reply.Of("This will take a while. You can follow the progress in our direct messages.")
                ),
                cancellationToken
            );
            return await PostAsync(alone, drawing, cancellationToken);
        }
        return await OnceAsync(message, drawing, cancellationToken)
            ?? await PostAsync(alone, drawing, cancellationToken);
    }

    /// <summary>Shows something to one person once; none if that is not possible.</summary>
    async Task<Delivery?> OnceAsync(Outgoing message, SlackDrawing drawing, CancellationToken cancellationToken)
    {
        if (
            message.Reply.Via is { } via
            && await responses.SendAsync(
                via,
                message,
                drawing,
                replaces: message.Reply.ReplacesSource,
                cancellationToken
            )
                is { } delivered
        )
            return delivered;
        var answer = await calls.CallAsync(
            "chat.postEphemeral",
            cancellationToken,
            ("channel", message.To.Conversation),
            ("user", message.To.For),
            ("thread_ts", message.To.Thread),
            ("text", drawing.Text),
            ("blocks", SlackJson.Write(drawing.Blocks))
        );
        return answer.Fault ?? (answer.Ok ? new Delivery.Sent(Ephemeral) : null);
    }

    async Task<Delivery> PublishAsync(string user, Reply reply, CancellationToken cancellationToken)
    {
        var drawing = BlockKit.View(reply);
        await kept.KeepAsync(drawing.ToKeep);
        var answer = await calls.CallAsync(
            "views.publish",
            cancellationToken,
            ("user_id", user),
            ("view", SlackJson.Write<View>(new HomeView(drawing.Blocks) { CallbackId = Home }))
        );
        return answer.Fault ?? (answer.Ok ? new Delivery.Sent(Home) : Refused(answer));
    }

    static bool IsWaiting(Outgoing message) =>
        message.Reply.Slot?.StartsWith(InboxWork.Waiting, StringComparison.Ordinal) == true;

    /// <summary>
    /// In a conversation with an agent Slack has a line of its own for that something takes time; it goes by itself
    /// when the answer comes.
    /// </summary>
    async Task<bool> SayStatusAsync(Outgoing message, string thread, CancellationToken cancellationToken) =>
        (
            await calls.CallAsync(
                "assistant.threads.setStatus",
                cancellationToken,
                ("channel_id", message.To.Conversation),
                ("thread_ts", thread),
                ("status", "is looking that up …")
            )
        ).Ok;

    static Delivery.Refused Refused(SlackResult answer) =>
        new(
            $"Slack says {answer.Error}.{(answer.Answer?.Body.Text("needed") is { } scope ? $" The app lacks the scope {scope}." : "")}"
        );
}
