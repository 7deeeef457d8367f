using System.Net;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using SalesBot.Chat;
using SalesBot.Platforms.Shared;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Platforms.Teams;

/// <summary>
/// Reads all that a message of Teams' says: its <c>text</c>; where that is empty, or holds the words it answers, its
/// HTML; where both are empty, its cards. What is quoted or forwarded is context.
/// </summary>
static class TeamsContent
{
    const string Html = "text/html",
        Reply = "schema.skype.com/Reply";
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
        var attachments = (activity.Attachments ?? []).OfType<Attachment>().ToList();
        var html = attachments
            .Where(one => one.ContentType == Html)
            .Select(one => TextOf(one.Content) ?? "")
            .FirstOrDefault(one => one.Length > 0);
        var isReply = html?.Contains(Reply, StringComparison.OrdinalIgnoreCase) == true;
        if (!isReply)
            AddText(said, activity.Text ?? "", entities);
        if (said.IsEmpty && html is not null)
            TeamsMarkup.Add(said, html, isHtml: true, new MentionMatcher(entities));
        foreach (var attachment in attachments)
            AddAttachment(said, attachment.ContentType, attachment.Content as JToken);
        return said.Build();
    }

    /// <summary>
    /// What a message says on which a command of the app was chosen (<c>messagePayload</c>), with names drawn; null if
    /// nothing.
    /// </summary>
    public static string? Read(JToken message)
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
            AddAttachment(said, attachment.Text("contentType"), attachment.At("content"), always: true);
        var read = said.Build();
        var text = read.Whole;
        return text.Length == 0 ? null : PersonText.Cut(text, PersonText.MaxLength);
    }

    /// <summary>The ids of the messages that an activity answers or quotes.</summary>
    public static IEnumerable<string> AnsweredIn(Activity activity) =>
        (activity.Entities ?? [])
            .OfType<Entity>()
            .Where(entity => entity.Type == "quotedReply")
            .Select(entity => entity.Properties.Text("quotedReply", "messageId"))
            .Append(activity.ReplyToId)
            .Concat(
                (activity.Attachments ?? [])
                    .Where(one => one?.ContentType == "messageReference")
                    .Select(one => Parsed(one?.Content as JToken).Text("messageId"))
            )
            .OfType<string>()
            .Distinct();

    static void AddText(MessageTextBuilder said, string text, IReadOnlyList<MentionEntity> entities)
    {
        var matcher = new MentionMatcher(entities);
        var plain = text.Contains("<at", StringComparison.OrdinalIgnoreCase) ? [] : Named(text, entities);
        var end = 0;
        foreach (var (at, length, entity) in plain)
        {
            TeamsMarkup.Add(said, text[end..at], isHtml: false, matcher);
            matcher.Add(said, entity);
            end = at + length;
        }
        TeamsMarkup.Add(said, text[end..], isHtml: false, matcher);
    }

    /// <summary>
    /// Where entities stand in a text without an element of their own, as they say: longer words first, each once,
    /// never within another word.
    /// </summary>
    static List<(int At, int Length, MentionEntity Entity)> Named(string text, IReadOnlyList<MentionEntity> entities)
    {
        var found = new List<(int At, int Length, MentionEntity Entity)>();
        foreach (
            var entity in entities
                .Where(entity => entity.Words is ['@', _, ..])
                .OrderByDescending(entity => entity.Words?.Length)
        )
        {
            var words = WebUtility.HtmlEncode(entity.Words ?? "");
            for (
                var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
                at >= 0;
                at = text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase)
            )
                if (
                    IsApart(text, at, words.Length)
                    && found.All(one => at + words.Length <= one.At || at >= one.At + one.Length)
                )
                {
                    found.Add((at, words.Length, entity));
                    break;
                }
        }
        return [.. found.OrderBy(one => one.At)];
    }

    static bool IsApart(string text, int at, int length) =>
        (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '_' or '-'))
        && (at + length == text.Length || !char.IsLetterOrDigit(text[at + length]));

    static List<MentionEntity> Entities(Activity activity, string tenant)
    {
        var own = activity.Recipient?.Id;
        return
        [
            .. activity.Mentions.Select(mention => new MentionEntity(
                new Address(TeamsAddress.Platform, tenant, mention.Mentioned.Id ?? "").ToString(),
                PersonText.Clean(MentionMatcher.Folded(WebUtility.HtmlDecode(mention.Mentioned.Name ?? ""))),
                mention.Text is null ? null : MentionMatcher.Folded(TeamsMarkup.TextOf(mention.Text)),
                own is not null && string.Equals(mention.Mentioned.Id, own, StringComparison.OrdinalIgnoreCase)
            )),
        ];
    }

    /// <summary>
    /// Adds what an attachment shows, where nothing else is said; what is quoted or forwarded is context.
    /// </summary>
    /// <param name="said">What is put together.</param>
    /// <param name="kind">The content type.</param>
    /// <param name="content">The content: an object, or text that holds one.</param>
    /// <param name="always">Whether a card counts also where something else is said: apps write a word and put the rest
    /// into a card.</param>
    static void AddAttachment(MessageTextBuilder said, string? kind, JToken? content, bool always = false)
    {
        if (Parsed(content) is not { } card)
            return;
        switch (kind)
        {
            case "messageReference":
                said.Quote(TeamsMarkup.WordsOf(card.Text("messagePreview") ?? ""));
                break;
            case "forwardedMessageReference":
                said.Quote(
                    TeamsMarkup.WordsOf(card.Text("originalMessageContent") ?? card.Text("messagePreview") ?? "")
                );
                break;
            case "application/vnd.microsoft.card.adaptive" when said.IsEmpty || always:
                AddCard(said, card, 0);
                break;
            case { } other
                when other.StartsWith("application/vnd.microsoft.", StringComparison.Ordinal)
                    && (said.IsEmpty || always):
                foreach (var part in new[] { "title", "subtitle", "text" })
                    if (card.Text(part) is { } words)
                        TeamsMarkup.Add(said.Break(), words, isHtml: true, new MentionMatcher([]));
                break;
        }
    }

    /// <summary>
    /// Adds the texts of an Adaptive Card in the order they are drawn; buttons and fields to fill in say nothing.
    /// </summary>
    static void AddCard(MessageTextBuilder said, JToken part, int depth)
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
                    said.Words(TextOf(run) ?? run.Text("text") ?? "");
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

    static string? TextOf(object? content) => content is JValue { Value: string text } ? text : content as string;

    /// <summary>A content that is an object, or text that holds one; null for anything else.</summary>
    static JObject? Parsed(JToken? content) =>
        content as JObject ?? (TextOf(content) is ['{', ..] json ? ConnectorAnswer.Parse(json) as JObject : null);
}
