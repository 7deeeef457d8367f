using System.ComponentModel.DataAnnotations;

namespace SalesBot.Platforms.Slack;

/// <summary>
/// The <c>Slack</c> section of the configuration. Without any token or secret Slack is off; with some of what its mode
/// needs the start is refused.
/// </summary>
sealed class SlackOptions : IValidatableObject
{
    public const string Http = "http",
        Socket = "socket";

    /// <summary>
    /// How Slack reaches the bot: <c>http</c>, the default, at a public address, or <c>socket</c>, which needs none.
    /// </summary>
    [AllowedValues(Http, Socket, ErrorMessage = "It is 'http' or 'socket'.")]
    public string Mode { get; set; } = Http;

    /// <summary>The app's signing secret, for <c>http</c>.</summary>
    public string SigningSecret { get; set; } = "";

    /// <summary>The signing secret before the last change of it, for as long as Slack may use it.</summary>
    public string PreviousSigningSecret { get; set; } = "";

    /// <summary>The bot's token, <c>xoxb-…</c>.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>The app's token, <c>xapp-…</c>, for <c>socket</c>.</summary>
    public string AppToken { get; set; } = "";

    /// <summary>Where Slack's Web API is.</summary>
    public string ApiUrl { get; set; } = Wire.WebApi.Slack;

    /// <summary>
    /// Addresses beside <c>https://hooks.slack.com/</c> with which a <c>response_url</c> may begin; none by default.
    /// </summary>
    public List<string> AllowedResponseUrls { get; set; } = [];

    /// <summary>How many messages a second are posted to one channel. Slack allows about one. Default 1.</summary>
    [Range(1, 1000)]
    public int MessagesPerSecondPerChannel { get; set; } = 1;

    /// <summary>Whether anything is set that only somebody who wants Slack sets.</summary>
    public bool IsOn() =>
        new[] { SigningSecret, PreviousSigningSecret, BotToken, AppToken }.Any(value => value.Length > 0);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (
            !Uri.TryCreate(ApiUrl, UriKind.Absolute, out var api)
            || (api.Scheme != Uri.UriSchemeHttps && !api.IsLoopback)
            || !ApiUrl.EndsWith('/')
        )
            yield return new(
                $"'{ApiUrl}' is not an https address that ends with a slash, such as {Wire.WebApi.Slack}.",
                [nameof(ApiUrl)]
            );
        foreach (var prefix in AllowedResponseUrls)
            if (
                !Uri.TryCreate(prefix, UriKind.Absolute, out var url)
                || (url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback)
                || !prefix.EndsWith('/')
            )
                yield return new(
                    $"'{prefix}' is not an https address that ends with a slash.",
                    [nameof(AllowedResponseUrls)]
                );
        if (!IsOn())
            yield break;
        if (string.IsNullOrWhiteSpace(BotToken))
            yield return new(
                "Slack needs the bot's token, which begins with xoxb-. Find it under 'OAuth & Permissions' in the app's settings.",
                [nameof(BotToken)]
            );
        else if (!BotToken.StartsWith("xox", StringComparison.Ordinal))
            yield return new("This isn't a bot token; those begin with xoxb-.", [nameof(BotToken)]);
        if (Mode == Http && string.IsNullOrWhiteSpace(SigningSecret))
            yield return new(
                "With Slack:Mode 'http' the signing secret is needed; it stands under 'Basic Information' of the app.",
                [nameof(SigningSecret)]
            );
        if (Mode == Socket && !AppToken.StartsWith("xapp-", StringComparison.Ordinal))
            yield return new(
                "With Slack:Mode 'socket' an app-level token is needed, which begins with xapp-; it stands under 'Basic Information' of the app.",
                [nameof(AppToken)]
            );
    }
}
