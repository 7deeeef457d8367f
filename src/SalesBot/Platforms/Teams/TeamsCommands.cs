using Newtonsoft.Json.Linq;
using SalesBot.Chat;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Platforms.Teams;

/// <summary>What the app offers on messages and in the compose box, by the ids that its manifest names.</summary>
static class TeamsCommands
{
    public const string FlagToMarketing = "flag_to_marketing",
        HandToSales = "hand_to_sales",
        AskAboutThis = "ask_about_this",
        NewHandoff = "new_handoff",
        Search = "search",
        SearchParameter = "words";

    /// <summary>
    /// What a command means, on the message it was chosen on, if any; none for one that nobody knows.
    /// </summary>
    /// <param name="value">The value of <c>composeExtension/fetchTask</c>.</param>
    public static ChatAction? ActionOf(JToken? value)
    {
        var (text, link) = (MessageIn(value), value.Text("messagePayload", "linkToMessage"));
        ChatAction? action = value.Text("commandId") switch
        {
            FlagToMarketing => ChatAction.Of("draft", ("to", "marketing")),
            HandToSales => ChatAction.Of("draft", ("to", "sales")),
            NewHandoff => ChatAction.Of("draft"),
            AskAboutThis => ChatAction.Of("ask"),
            _ => null,
        };
        var more = new Dictionary<string, string>();
        if (text is not null)
            more["text"] = text;
        if (link is not null && TeamsAddress.IsLink(link) && action?.Name == "draft")
            more["link"] = link;
        return action?.With(more);
    }

    /// <summary>
    /// The commands behind a slash, as the manifest names them: what each is called and what it does.
    /// </summary>
    public static readonly IReadOnlyList<(string Name, string Description)> Slashes =
    [
        ("ask", "Ask whose task something is, or what the difference is; only you see the answer"),
        ("handoff", "Hand something to the other team"),
        ("salesbot", "Anything else: my handoffs, what is overdue?, help"),
    ];

    /// <summary>
    /// The command that a text begins with, with or without its slash, and what stands behind it; none if it begins
    /// with no command.
    /// </summary>
    public static (ChatAction Action, string Text)? SlashIn(string text)
    {
        var words = text.TrimStart().TrimStart('/');
        var name = words.Split((char[]?)null, 2)[0];
        if (Slashes.All(slash => !slash.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            return null;
        var rest = words[name.Length..].TrimStart();
        return (ChatAction.Of("command", ("name", name.ToLowerInvariant()), ("text", rest)), rest);
    }

    static string? MessageIn(JToken? value) =>
        value.At("messagePayload") is { } message ? TeamsContent.Read(message) : null;

    /// <summary>Which part of the results is wanted.</summary>
    /// <param name="value">The value of <c>composeExtension/query</c>.</param>
    public static (int Skip, int Count) PageIn(JToken? value) =>
        (
            value.Count("queryOptions", "skip") ?? 0,
            value.Count("queryOptions", "count") is > 0 and var count ? count : int.MaxValue
        );

    /// <summary>The words that are looked for; none as long as nothing is typed.</summary>
    /// <param name="value">The value of <c>composeExtension/query</c>.</param>
    public static string? WordsIn(JToken? value) =>
        value.Items("parameters").FirstOrDefault(one => one.Text("name") == SearchParameter).Text("value");
}
