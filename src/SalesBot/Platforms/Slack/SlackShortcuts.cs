using SalesBot.Chat;

namespace SalesBot.Platforms.Slack;

/// <summary>The shortcuts of the app, by the ids that its manifest names.</summary>
static class SlackShortcuts
{
    public const string NewHandoff = "new_handoff",
        FlagToMarketing = "flag_to_marketing",
        HandToSales = "hand_to_sales",
        AskAboutThis = "ask_about_this";

    /// <summary>What a shortcut on a message does with it, or none for one that nobody knows.</summary>
    public static ChatAction? ActionOf(string? callback) =>
        callback switch
        {
            FlagToMarketing => ChatAction.Of("draft", ("to", "marketing")),
            HandToSales => ChatAction.Of("draft", ("to", "sales")),
            AskAboutThis => ChatAction.Of("ask"),
            _ => null,
        };
}
