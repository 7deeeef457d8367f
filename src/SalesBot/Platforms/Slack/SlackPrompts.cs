using SalesBot.Platforms.Slack.Wire;

namespace SalesBot.Platforms.Slack;

/// <summary>What one might say, offered above an empty conversation and named in the manifest.</summary>
static class SlackPrompts
{
    public static readonly IReadOnlyList<SuggestedPrompt> All =
    [
        new("Whose task is it?", "Is cold calling a sales or marketing task?"),
        new("What is the difference?", "What is the difference between sales and marketing?"),
        new("My handoffs", "my handoffs"),
        new("What can you do?", "help"),
    ];
}
