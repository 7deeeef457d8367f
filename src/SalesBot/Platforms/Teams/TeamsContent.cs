using System.Net;
using System.Text.Json;
using SalesBot.Chat;
using SalesBot.Platforms.Shared;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Platforms.Teams;

/// <summary>
/// Reads all that a message of Teams' says: its <c>text</c>; where that is empty, or holds the words it answers, its HTML; where both are empty, its cards. What
/// is quoted or forwarded is context.
/// </summary>
static class TeamsContent
{
    const string Html = "text/html", Reply = "schema.skype.com/Reply";
    const int MaxDepth = 12;

    /// <summary>What an activity says.</summary>
    public static MessageText Read(Activity activity, string tenant)
    {
        var entities = Entities(activity, tenant);
        var said = Build(new MessageTextBuilder(activity.Recipient?.Name), activity, entities);
        // A client that leaves the mention out of the text names the bot all the same.
        return said with { NamesBot = said.NamesBot || entities.Exists(entity => entity.IsBot) };
    }

    static MessageText Build(MessageTextBuilder said, Activity activity, IReadOnlyList<MentionEntity> entities)
    {
        var attachments = (activity.Attachments ?? []).OfType<ActivityAttachment>().ToList();
        var html = attachments.Where(one => one.ContentType == Html && one.Content is { ValueKind: JsonValueKind.String })
            .Select(one => one.Content?.GetString() ?? "").FirstOrDefault(one => one.Length > 0);
        var isReply = html?.Contains(Reply, StringComparison.OrdinalIgnoreCase) == true;
        if (!isReply)
            AddText(said, activity.Text ?? "", entities);
        if (said.IsEmpty && html is not null)
            TeamsMarkup.Add(said, html, isHtml: true, new MentionMatcher(entities));
        foreach (var attachment in attachments)
            AddAttachment(said, attachment.ContentType, attachment.Content);
        return said.Build();
    }

    /// <summary>What a message says on which a command of the app was chosen (<c>messagePayload</c>), with names drawn; null if nothing.</summary>
    public static string? Read(JsonElement message)
    {
        var said = new MessageTextBuilder();
        if (message.Text("subject") is { Length: > 0 } subject)
            said.Words(subject).Break();
        var content = message.Text("body", "content") ?? "";
        if (message.Text("body", "contentType") == "text")
            said.Words(WebUtility.HtmlDecode(content));
        else
            TeamsMarkup.Add(said, content, isHtml: true, new MentionMatcher([]));
        foreach (var attachment in message.Items("attachments"))
            AddAttachment(said, attachment.Text("contentType"), attachment.At("content"));
        var read = said.Build();
        var text = read.Text.Length > 0 ? read.Drawn : read.Quoted ?? "";
        return text.Length == 0 ? null : PersonText.Cut(text, PersonText.MaxLength);
    }

    /// <summary>The ids of the messages that an activity answers or quotes.</summary>
    public static IEnumerable<string> AnsweredIn(Activity activity) =>
        (activity.Entities is { ValueKind: JsonValueKind.Array } all ? all.EnumerateArray().ToArray() : [])
        .Where(entity => entity.Text("type") == "quotedReply").Select(entity => entity.Text("quotedReply", "messageId"))
        .Append(activity.ReplyToId)
        .Concat((activity.Attachments ?? []).Where(one => one?.ContentType == "messageReference").Select(one => Parsed(one?.Content)?.Text("messageId")))
        .OfType<string>().Distinct();

    static void AddText(MessageTextBuilder said, string text, IReadOnlyList<MentionEntity> entities)
    {
        // A mention without an element of its own stands as the entity says.
        foreach (var entity in entities.Where(entity => entity.Words is { Length: > 1 } words && !text.Contains('<') && words[0] == '@'))
            text = text.Replace(WebUtility.HtmlEncode(entity.Words ?? ""), $"<at>{WebUtility.HtmlEncode(entity.Words)}</at>", StringComparison.OrdinalIgnoreCase);
        TeamsMarkup.Add(said, text, isHtml: false, new MentionMatcher(entities));
    }

    static List<MentionEntity> Entities(Activity activity, string tenant)
    {
        var own = activity.Recipient?.Id;
        return ActivityEntity.MentionsIn(activity.Entities).ConvertAll(mention => new MentionEntity(
            new Address(TeamsAddress.Platform, tenant, mention.Mentioned.Id ?? "").ToString(),
            PersonText.Clean(MentionMatcher.Folded(WebUtility.HtmlDecode(mention.Mentioned.Name ?? ""))),
            mention.Text is null ? null : MentionMatcher.Folded(TeamsMarkup.TextOf(mention.Text)),
            own is not null && string.Equals(mention.Mentioned.Id, own, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Adds what an attachment shows, where nothing else is said; what is quoted or forwarded is context.</summary>
    static void AddAttachment(MessageTextBuilder said, string? kind, JsonElement? content)
    {
        if (Parsed(content) is not { } card)
            return;
        switch (kind)
        {
            case "messageReference":
                said.Quote(TeamsMarkup.WordsOf(card.Text("messagePreview") ?? ""));
                break;
            case "forwardedMessageReference":
                said.Quote(TeamsMarkup.WordsOf(card.Text("originalMessageContent") ?? card.Text("messagePreview") ?? ""));
                break;
            case "application/vnd.microsoft.card.adaptive" when said.IsEmpty:
                AddCard(said, card, 0);
                break;
            case { } other when other.StartsWith("application/vnd.microsoft.", StringComparison.Ordinal) && said.IsEmpty:
                foreach (var part in new[] { "title", "subtitle", "text" })
                    if (card.Text(part) is { } words)
                        TeamsMarkup.Add(said.Break(), words, isHtml: true, new MentionMatcher([]));
                break;
        }
    }

    /// <summary>Adds the texts of an Adaptive Card in the order they are drawn; buttons and fields to fill in say nothing.</summary>
    static void AddCard(MessageTextBuilder said, JsonElement part, int depth)
    {
        if (depth > MaxDepth)
            return;
        switch (part.Text("type"))
        {
            case "TextBlock":
                said.Break().Words(part.Text("text") ?? "");
                break;
            case "RichTextBlock":
                said.Break();
                foreach (var run in part.Items("inlines"))
                    said.Words(run.ValueKind == JsonValueKind.String ? run.GetString() ?? "" : run.Text("text") ?? "");
                break;
            case "FactSet":
                foreach (var fact in part.Items("facts"))
                    said.Break().Words($"{fact.Text("title")}: {fact.Text("value")}");
                break;
        }
        foreach (var name in new[] { "body", "items", "columns", "rows", "cells" })
            foreach (var inner in part.Items(name))
                AddCard(said, inner, depth + 1);
    }

    /// <summary>A content that is an object, or text that holds one; null for anything else.</summary>
    static JsonElement? Parsed(JsonElement? content)
    {
        if (content is { ValueKind: JsonValueKind.Object })
            return content;
        if (content is not { ValueKind: JsonValueKind.String } text || text.GetString() is not ['{', ..] json)
            return null;
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
