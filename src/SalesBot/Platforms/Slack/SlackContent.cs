using System.Text.Json;
using SalesBot.Platforms.Shared;
using SalesBot.Platforms.Slack.Wire;

namespace SalesBot.Platforms.Slack;

/// <summary>
/// Reads all that a message of Slack's says: its <c>text</c>; where that is empty or only says that there is more, its
/// blocks, then what an app attached. What was forwarded is context, never a command.
/// </summary>
static class SlackContent
{
    const int MaxDepth = 12;

    /// <summary>What Slack writes as text where only blocks say something.</summary>
    static readonly string[] Placeholders =
    [
        "This message contains interactive elements.",
        "This content can't be displayed.",
        "This content can’t be displayed.",
        "[no preview available]",
    ];

    /// <summary>What it says.</summary>
    /// <param name="message">The message, or the event that tells of it.</param>
    /// <param name="team">The workspace whose people are named.</param>
    /// <param name="own">The bot's own user id.</param>
    public static MessageText Read(JsonElement message, string team, string? own)
    {
        var (said, text) = (new MessageTextBuilder(), message.Text("text") ?? "");
        if (!IsPlaceholder(text))
            SlackWords.Add(said, text, team, own);
        if (said.IsEmpty)
            foreach (var block in message.Items("blocks"))
                AddBlock(said, block, team, own, 0);
        var attachments = message.Items("attachments").ToLookup(IsForwarded);
        // Apps write a word for notifications and put the rest into blocks and attachments.
        var isFromApp = message.Text("bot_id") is not null || message.At("bot_profile") is not null;
        if (isFromApp && !IsPlaceholder(text))
            foreach (var block in message.Items("blocks").Where(block => !Shows(block, text, team, own)))
                AddBlock(said, block, team, own, 0);
        if (said.IsEmpty || isFromApp)
            foreach (var attachment in attachments[false])
                AddAttachment(said, attachment, team, own);
        foreach (var forwarded in attachments[true])
            said.Quote(Forwarded(forwarded, team, own));
        return said.Build();
    }

    /// <summary>Whether a block says only what the text says already.</summary>
    static bool Shows(JsonElement block, string text, string team, string? own)
    {
        var shown = new MessageTextBuilder();
        AddBlock(shown, block, team, own, 0);
        return SlackWords.Read(text, team, own).Text.Contains(shown.Build().Text, StringComparison.Ordinal);
    }

    static bool IsPlaceholder(string text) =>
        text.Trim() is var trimmed && (trimmed.Length == 0 || Placeholders.Contains(trimmed));

    /// <summary>Whether an attachment is another message that the person shared.</summary>
    static bool IsForwarded(JsonElement attachment) => attachment.Is("is_msg_unfurl") || attachment.Is("is_share");

    static string Forwarded(JsonElement attachment, string team, string? own)
    {
        var said = new MessageTextBuilder();
        AddAttachment(said, attachment, team, own);
        return said.Build().Drawn;
    }

    static void AddAttachment(MessageTextBuilder to, JsonElement attachment, string team, string? own)
    {
        var before = to.IsEmpty;
        foreach (var part in new[] { "pretext", "title", "text" })
            Line(to, attachment.Text(part), team, own);
        foreach (var field in attachment.Items("fields"))
            Line(
                to,
                string.Join(
                    ": ",
                    new[] { field.Text("title"), field.Text("value") }.Where(part => !string.IsNullOrWhiteSpace(part))
                ),
                team,
                own
            );
        foreach (var block in attachment.Items("blocks"))
            AddBlock(to, block, team, own, 0);
        foreach (var message in attachment.Items("message_blocks"))
        foreach (var block in message.Items("message", "blocks"))
            if (to.IsEmpty)
                AddBlock(to, block, team, own, 0);
        if (before && to.IsEmpty)
            Line(to, attachment.Text("fallback"), team, own);
    }

    /// <summary>Adds a line of Slack's text.</summary>
    static void Line(MessageTextBuilder to, string? text, string team, string? own)
    {
        if (!string.IsNullOrWhiteSpace(text))
            SlackWords.Add(to.Break(), text, team, own);
    }

    /// <summary>
    /// Adds what a block shows (docs.slack.dev/reference/block-kit/blocks); buttons and inputs say nothing.
    /// </summary>
    static void AddBlock(MessageTextBuilder to, JsonElement block, string team, string? own, int depth)
    {
        if (depth > MaxDepth)
            return;
        switch (block.Text("type"))
        {
            case "section" or "header":
                AddTextObject(to, block.At("text"), team, own);
                foreach (var field in block.Items("fields"))
                    AddTextObject(to, field, team, own);
                break;
            case "context":
                foreach (var element in block.Items("elements"))
                    AddTextObject(to, element, team, own);
                break;
            case "markdown":
                to.Break().Words(block.Text("text") ?? "");
                break;
            case "image" or "video":
                AddTextObject(to, block.At("title"), team, own);
                break;
            case "rich_text":
                foreach (var element in block.Items("elements"))
                    AddRichText(to.Break(), element, team, own, depth + 1);
                break;
            case "table":
                foreach (var row in block.Items("rows"))
                    AddRow(to.Break(), row, team, own);
                break;
        }
    }

    static void AddRow(MessageTextBuilder to, JsonElement row, string team, string? own)
    {
        foreach (var cell in row.ValueKind == JsonValueKind.Array ? row.EnumerateArray().ToArray() : [])
        {
            to.Words(" ");
            if (cell.Text("type") == "rich_text")
                foreach (var element in cell.Items("elements"))
                    AddRichText(to, element, team, own, 1);
            else
                to.Words(cell.Text("text") ?? "");
        }
    }

    static void AddTextObject(MessageTextBuilder to, JsonElement? text, string team, string? own)
    {
        if (text is not { } known || known.Text("text") is not { } words)
            return;
        if (known.Text("type") == "mrkdwn")
            Line(to, words, team, own);
        else
            to.Break().Words(words);
    }

    static void AddRichText(MessageTextBuilder to, JsonElement element, string team, string? own, int depth)
    {
        if (depth > MaxDepth)
            return;
        switch (element.Text("type"))
        {
            case "rich_text_quote":
                var quoted = new MessageTextBuilder();
                foreach (var inner in element.Items("elements"))
                    AddInline(quoted, inner, team, own);
                to.Break().Words("> " + quoted.Build().Drawn.Replace("\n", "\n> ")).Break();
                break;
            case "rich_text_list":
                foreach (var item in element.Items("elements"))
                    AddRichText(to.Break().Words("- "), item, team, own, depth + 1);
                break;
            case "rich_text_section" or "rich_text_preformatted":
                foreach (var inner in element.Items("elements"))
                    AddInline(to, inner, team, own);
                break;
        }
    }

    static void AddInline(MessageTextBuilder to, JsonElement inline, string team, string? own)
    {
        switch (inline.Text("type"))
        {
            // Its style is told apart from its text, so no mark in it is emphasis.
            case "text":
                to.Verbatim(inline.Text("text") ?? "");
                break;
            case "link":
                var (url, words) = (inline.Text("url") ?? "", inline.Text("text") ?? "");
                SlackWords.Add(
                    to,
                    words.Length == 0 ? $"<{url}>" : $"<{url}|{words.Replace('<', ' ').Replace('>', ' ')}>",
                    team,
                    own
                );
                break;
            case "user" when inline.Text("user_id") is { } user:
                SlackWords.AddUser(to, user, "", team, own);
                break;
            case "usergroup" when inline.Text("usergroup_id") is { } group:
                to.GroupMention($"@{group}");
                break;
            case "broadcast":
                to.GroupMention($"@{inline.Text("range")}");
                break;
            case "channel":
                to.Words($"#{inline.Text("channel_id")}");
                break;
            case "emoji":
                to.Words($":{inline.Text("name")}:");
                break;
            case "date":
                to.Words(inline.Text("fallback") ?? "");
                break;
        }
    }
}
