using System.Collections.Concurrent;
using SalesBot.Chat;
using SalesBot.Messaging;
using SalesBot.Platforms.Slack.Wire;

namespace SalesBot.Platforms.Slack;

/// <summary>What a call came to: Slack's answer, also where it says no; or why there is none to be had now.</summary>
sealed record SlackResult(WebApiAnswer? Answer, Delivery? Fault)
{
    public bool Ok => Answer?.Ok == true;

    /// <summary>Slack says that the token is of no use.</summary>
    public bool IsDead => Answer?.IsDeadToken == true;

    /// <summary>Slack's word for what is wrong, or none.</summary>
    public string? Error => Answer?.Error;
}

/// <summary>
/// Calls Slack's methods: one that asked to be left alone is left alone (posting, by channel), and one whose token is
/// dead is not called again and again.
/// </summary>
sealed partial class SlackCalls(WebApi api, SlackIdentity identity, TimeProvider time, ILogger<SlackCalls> log)
{
    /// <summary>For a method that is too busy without saying for how long.</summary>
    static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(10);

    /// <summary>No call takes longer; one that only looks something up holds up somebody who waits.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(9),
        Look = TimeSpan.FromSeconds(2.5);

    const int MostPauses = 10_000;

    readonly ConcurrentDictionary<string, DateTimeOffset> pauses = [];

    /// <summary>Calls a method.</summary>
    public async Task<SlackResult> CallAsync(
        string method,
        CancellationToken cancellationToken,
        params (string Name, string? Value)[] arguments
    )
    {
        if (!SlackScopes.OfMethod.ContainsKey(method))
            throw new InvalidOperationException($"Nobody knows which scopes {method} needs.");
        var (key, now) = (KeyOf(method, arguments), time.GetUtcNow());
        if (identity.IsGone(now))
            return new SlackResult(null, new Delivery.Refused(identity.Problem ?? "Slack revoked the token."));
        if (pauses.TryGetValue(key, out var until) && until > now)
            return new SlackResult(null, new Delivery.Throttled(until - now, ConversationOnly: true));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(
            method is "users.info" or "conversations.info" or "views.open" or "views.update" ? Look : Longest
        );
        try
        {
            return Read(method, key, await api.CallAsync(method, limit.Token, arguments));
        }
        catch (Exception fault) when (GuardedHttp.Fault(fault) is { } delivery)
        {
            return new SlackResult(null, delivery);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SlackResult(null, new Delivery.Failed("No answer in time."));
        }
    }

    /// <summary>Posts to a <c>response_url</c>.</summary>
    /// <returns>Whether it was taken; the fault, if that may pass.</returns>
    public async Task<(bool IsTaken, Delivery? Fault)> RespondAsync(
        Uri url,
        ResponseMessage message,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var (status, after) = await api.RespondAsync(url, message, cancellationToken);
            return (
                status == 200,
                status == 429 ? new Delivery.Throttled(after ?? UsualPause, ConversationOnly: true)
                : status >= 500 ? GuardedHttp.Fault(status, after)
                : null
            );
        }
        catch (Exception fault) when (GuardedHttp.Fault(fault) is { } delivery)
        {
            return (false, delivery);
        }
    }

    SlackResult Read(string method, string key, WebApiAnswer answer)
    {
        if (answer.Ok && method != "apps.connections.open")
            identity.Works();
        if (answer.IsThrottled)
            return new SlackResult(answer, Pause(key, answer.RetryAfter ?? UsualPause));
        if (answer.IsDeadToken)
            return new SlackResult(answer, Dead(answer.Error ?? ""));
        if (answer.Status != 200)
            return new SlackResult(null, GuardedHttp.Fault(answer.Status, answer.RetryAfter));
        if (answer.Error is "missing_scope")
            Lacks(log, method, answer.Body.Text("needed") ?? "?");
        return
            answer.Error
                is "internal_error"
                    or "fatal_error"
                    or "service_unavailable"
                    or "request_timeout"
                    or "team_added_to_org"
                    or null
            && !answer.Ok
            ? new SlackResult(answer, new Delivery.Failed($"Slack says {answer.Error ?? "it failed, but not why"}."))
            : new SlackResult(answer, null);
    }

    Delivery.Throttled Pause(string key, TimeSpan after)
    {
        var now = time.GetUtcNow();
        if (pauses.Count > MostPauses)
            foreach (var (old, _) in pauses.Where(pause => pause.Value < now))
                pauses.TryRemove(old, out _);
        pauses[key] = now + after;
        return new Delivery.Throttled(after, ConversationOnly: true);
    }

    Delivery.Refused Dead(string error)
    {
        var now = time.GetUtcNow();
        if (!identity.IsGone(now))
            TokenDead(log, error);
        identity.Fails(
            $"Slack rejected the bot's token: {error}. Reinstall the app and put its token into Slack:BotToken.",
            now
        );
        return new Delivery.Refused($"Slack rejected the bot's token: {error}.");
    }

    /// <summary>Slack counts posts by channel, everything else by method.</summary>
    static string KeyOf(string method, (string Name, string? Value)[] arguments) =>
        method is "chat.postMessage" or "chat.postEphemeral"
            ? $"{method} {arguments.FirstOrDefault(argument => argument.Name == "channel").Value}"
            : method;

    [LoggerMessage(
        70,
        LogLevel.Error,
        "Slack refuses the bot's token ({Error}); nothing is sent there until there is a right one"
    )]
    static partial void TokenDead(ILogger log, string error);

    [LoggerMessage(
        71,
        LogLevel.Warning,
        "Slack does not allow {Method}: the app lacks the scope {Scope}; update it from the manifest and install it again"
    )]
    static partial void Lacks(ILogger log, string method, string scope);
}
