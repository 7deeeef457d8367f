using System.Text.Json.Serialization;

namespace SalesBot.Platforms.Slack.Wire;

/// <summary>A dialog or the home tab (docs.slack.dev/reference/views).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ModalView), "modal")]
[JsonDerivedType(typeof(HomeView), "home")]
abstract record View(IReadOnlyList<Block> Blocks)
{
    /// <summary>Comes back with everything that is done in the view; people can see it.</summary>
    public string? PrivateMetadata { get; init; }

    public string? CallbackId { get; init; }

    public const int LongestMetadata = 3000;
}

sealed record ModalView(
    TextObject Title,
    IReadOnlyList<Block> Blocks,
    TextObject? Submit = null,
    TextObject? Close = null
) : View(Blocks)
{
    public const int LongestTitle = 24;
}

sealed record HomeView(IReadOnlyList<Block> Blocks) : View(Blocks);

/// <summary>
/// The answer to a <c>view_submission</c>: <c>errors</c> by block id, <c>update</c> with another view, or <c>clear</c>.
/// </summary>
sealed record ViewResponse(
    string ResponseAction,
    IReadOnlyDictionary<string, string>? Errors = null,
    View? View = null
);

/// <summary>What a program keeps with a message for itself; Slack hands it back with the message.</summary>
sealed record MessageMetadata(string EventType, IReadOnlyDictionary<string, string> EventPayload);

/// <summary>What one might say, offered above an empty conversation.</summary>
sealed record SuggestedPrompt(string Title, string Message)
{
    public const int Most = 4;
}

/// <summary>A message to a <c>response_url</c>.</summary>
sealed record ResponseMessage(
    string Text,
    IReadOnlyList<Block> Blocks,
    string ResponseType,
    bool ReplaceOriginal,
    string? ThreadTs = null,
    bool UnfurlLinks = false,
    bool UnfurlMedia = false
);
