using System.Text.Json;

namespace SalesBot.Platforms.Teams.Wire;

/// <summary>
/// What is said to <c>adaptiveCard/action</c> (learn.microsoft.com, "Universal Action Model"): HTTP says 200, this says what came of it.
/// </summary>
sealed record CardActionResponse(int StatusCode, string Type, JsonElement? Value)
{
    const string Fault = "application/vnd.microsoft.error";

    /// <summary>In the place of the card, for whoever pressed it.</summary>
    public static CardActionResponse Of(AdaptiveCard card) => new(200, CardAttachment.Adaptive, TeamsJson.Element(card));

    /// <summary>A sentence below the card.</summary>
    public static CardActionResponse Of(string sentence) =>
        new(200, "application/vnd.microsoft.activity.message", JsonSerializer.SerializeToElement(sentence, TeamsJsonContext.Written.String));

    /// <summary>It cannot be done; <c>code</c> is one of Teams' words.</summary>
    public static CardActionResponse Wrong(int status, string code, string message) =>
        new(status, Fault, TeamsJson.Element<IReadOnlyDictionary<string, string>>(
            new Dictionary<string, string> { ["code"] = code, ["message"] = message }));
}

/// <summary>What is said to a dialog: the next one, or a word with which it closes.</summary>
sealed record TaskModuleResponse(TaskModuleTask Task)
{
    /// <summary>A dialog with that card.</summary>
    public static TaskModuleResponse Of(string title, AdaptiveCard card) =>
        new(new TaskModuleTask("continue", TeamsJson.Element(new TaskModuleCard(title, CardAttachment.Of(card)))));

    /// <summary>A word, and the dialog closes.</summary>
    public static TaskModuleResponse Of(string sentence) =>
        new(new TaskModuleTask("message", JsonSerializer.SerializeToElement(sentence, TeamsJsonContext.Written.String)));
}

sealed record TaskModuleTask(string Type, JsonElement Value);

/// <summary>A dialog of the usual size.</summary>
sealed record TaskModuleCard(string Title, CardAttachment Card)
{
    public string Height => "medium";
    public string Width => "medium";
}

/// <summary>What is said to a search from the compose box.</summary>
sealed record MessagingExtensionResponse(MessagingExtensionResult ComposeExtension)
{
    public static MessagingExtensionResponse Of(IReadOnlyList<CardAttachment> results) => new(new MessagingExtensionResult("result")
    {
        AttachmentLayout = "list", Attachments = results,
    });

    public static MessagingExtensionResponse Of(string sentence) => new(new MessagingExtensionResult("message") { Text = sentence });
}

sealed record MessagingExtensionResult(string Type)
{
    public string? AttachmentLayout { get; init; }
    public IReadOnlyList<CardAttachment>? Attachments { get; init; }
    public string? Text { get; init; }
}

/// <summary>Why nobody is signed in by a token: the bot asks for no sign-in.</summary>
sealed record TokenExchangeFailure(string? Id, string? ConnectionName, string FailureDetail);

/// <summary>The answer to an activity that expects its replies in the same breath.</summary>
sealed record ExpectedReplies(IReadOnlyList<JsonElement> Activities);

/// <summary>The answer to an invoke, where it stands among expected replies.</summary>
sealed record InvokeResponseActivity(InvokeResponseValue Value)
{
    [System.Text.Json.Serialization.JsonPropertyOrder(-1)]
    public string Type => "invokeResponse";
}

sealed record InvokeResponseValue(int Status, JsonElement? Body);
