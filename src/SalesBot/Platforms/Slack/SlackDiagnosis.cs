using Microsoft.Extensions.Options;
using SalesBot.Messaging;
using SalesBot.Platforms.Slack.Wire;

namespace SalesBot.Platforms.Slack;

/// <summary>Looks at whether Slack knows the bot, and lets it do all it does.</summary>
sealed class SlackDiagnosis(IOptions<SlackOptions> options)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>How it stands, in a sentence, and whether that is well.</summary>
    public async Task<(bool IsWell, string Sentence)> LookAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsOn())
            return (true, "off; no token is configured");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        using var http = new GuardedHttp();
        try
        {
            var api = new Uri(options.Value.ApiUrl);
            var test = await new WebApi(http.Client, api, options.Value.BotToken).CallAsync("auth.test", limit.Token);
            if (!test.Ok)
                return (false, $"Slack rejected the bot's token: {test.Error ?? $"{test.Status}"}.");
            if (
                options.Value.Mode == SlackOptions.Socket
                && await new WebApi(http.Client, api, options.Value.AppToken).CallAsync(
                    "apps.connections.open",
                    limit.Token
                )
                    is { Ok: false } refused
            )
                return (
                    false,
                    $"Slack won't open a socket with the app token: {refused.Error ?? $"{refused.Status}"}."
                );
            return Scopes(test, $"{test.Body.Text("user")} of {test.Body.Text("team")} ({test.Body.Text("team_id")})");
        }
        catch (Exception fault) when (GuardedHttp.Fault(fault) is not null || fault is OperationCanceledException)
        {
            return (false, $"Slack cannot be reached: {fault.Message}");
        }
    }

    /// <summary>Slack says with each answer what the token allows.</summary>
    static (bool, string) Scopes(WebApiAnswer test, string who)
    {
        var missing = test.Scopes is null ? [] : SlackScopes.All.Except(test.Scopes).ToList();
        return missing.Count == 0
            ? (true, who)
            : (
                false,
                $"{who}, but the app lacks {string.Join(", ", missing)}. Update it with the manifest from 'salesbot slack manifest' and reinstall it."
            );
    }
}
