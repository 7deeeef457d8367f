using System.Text.Json.Nodes;

namespace SalesBot.Tests.Support;

/// <summary>
/// What Teams does not take or does not show (learn.microsoft.com: conversation messages, cards reference, AI-generated
/// content).
/// </summary>
static class TeamsLimits
{
    static readonly string[] Elements =
    [
        "TextBlock",
        "RichTextBlock",
        "Container",
        "Table",
        "ColumnSet",
        "ActionSet",
        "Input.Text",
        "Input.ChoiceSet",
        "Input.Date",
    ];

    static readonly string[] FilledIn = ["id", "serviceUrl", "timestamp", "callerId"];

    /// <summary>What is wrong with a message of the bot's.</summary>
    public static IEnumerable<string> Faults(JsonObject message)
    {
        var (text, cards) = ((string?)message["text"], message["attachments"] as JsonArray);
        if (text is null == cards is null)
            yield return $"Text or card, one of them: {message.ToJsonString()}";
        foreach (var name in FilledIn.Where(name => message.ContainsKey(name) && !(name == "id")))
            yield return $"{name} is the channel's to fill in";
        if ((string?)message["from"]?["id"] is not { } from || !from.StartsWith("28:", StringComparison.Ordinal))
            yield return "The sender is not the bot";
        var entities = (message["entities"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        if (entities.Count(entity => (string?)entity["type"] == "https://schema.org/Message") > 1)
            yield return "Two root messages";
        foreach (var fault in entities.SelectMany(entity => Citations(entity, text ?? "")))
            yield return fault;
        if (message["suggestedActions"]?["actions"] is JsonArray { Count: > 3 })
            yield return "More than three suggestions";
        foreach (
            var card in (cards ?? [])
                .OfType<JsonObject>()
                .Select(attachment => attachment["content"])
                .OfType<JsonObject>()
        )
        foreach (var fault in CardFaults(card))
            yield return fault;
    }

    static IEnumerable<string> Citations(JsonObject entity, string text)
    {
        var citations = (entity["citation"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        if (citations.Count > 20)
            yield return "More than twenty citations";
        foreach (var citation in citations)
        {
            if (!text.Contains($"[{(int?)citation["position"]}]", StringComparison.Ordinal))
                yield return $"Nothing in the text stands for citation {citation["position"]}";
            if ((string?)citation["appearance"]?["name"] is not { Length: > 0 and <= 80 })
                yield return "A citation's name has 1 to 80 characters";
            if (((string?)citation["appearance"]?["abstract"])?.Length > 160)
                yield return "A citation's abstract has at most 160 characters";
        }
    }

    /// <summary>What is wrong with a card.</summary>
    public static IEnumerable<string> CardFaults(JsonObject card)
    {
        if ((string?)card["type"] != "AdaptiveCard" || (string?)card["version"] != "1.5")
            yield return "No Adaptive Card of version 1.5";
        if (card["refresh"]?["userIds"] is JsonArray { Count: > 60 or 0 })
            yield return "A refresh names 1 to 60 users";
        foreach (
            var one in Within(card)
                .Where(one => one["items"] is not null || one["inlines"] is not null || one["columns"] is not null)
        )
            if (
                one["type"] is { } type
                && !Elements.Contains((string?)type)
                && (string?)type is not ("Column" or "TableCell" or "TableRow" or "AdaptiveCard")
            )
                yield return $"Teams does not know {type}";
        var shown = Within(card)
            .Where(one => (string?)one["type"] == "ActionSet")
            .SelectMany(set => (set["actions"] as JsonArray ?? []).OfType<JsonObject>());
        foreach (var set in Within(card).Where(one => (string?)one["type"] == "ActionSet"))
            if (
                (set["actions"] as JsonArray ?? [])
                    .OfType<JsonObject>()
                    .Count(action => (string?)action["mode"] != "secondary") > 6
            )
                yield return "More than six actions in a row";
        foreach (var action in shown)
        {
            if (string.IsNullOrEmpty((string?)action["title"]))
                yield return "An action has no title";
            if ((string?)action["type"] == "Action.Execute" && (string?)action["fallback"]?["type"] != "Action.Submit")
                yield return "An old client has no button";
        }
        var ids = Within(card)
            .Where(one => ((string?)one["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true)
            .Select(one => (string?)one["id"])
            .ToList();
        if (ids.Distinct().Count() != ids.Count)
            yield return "Two inputs of one id";
    }

    /// <summary>The objects of a card, itself first.</summary>
    public static IEnumerable<JsonObject> Within(JsonNode? json) =>
        json switch
        {
            JsonObject one => [one, .. one.SelectMany(member => Within(member.Value))],
            JsonArray many => many.SelectMany(Within),
            _ => [],
        };
}
