namespace SalesBot.Platforms.Slack;

/// <summary>
/// What the app asks Slack to allow, and what for: by method that is called, by event that is heard, by feature. The
/// manifest is made of it.
/// </summary>
static class SlackScopes
{
    /// <summary>The scopes that a method of the Web API needs (docs.slack.dev/reference/methods).</summary>
    public static readonly IReadOnlyDictionary<string, string[]> OfMethod = new Dictionary<string, string[]>
    {
        ["auth.test"] = [],
        ["chat.postMessage"] = ["chat:write"],
        ["chat.postEphemeral"] = ["chat:write"],
        ["chat.update"] = ["chat:write"],
        ["conversations.open"] = ["im:write"],
        ["conversations.history"] = ["channels:history", "groups:history", "im:history"],
        ["conversations.replies"] = ["channels:history", "groups:history", "im:history"],
        ["conversations.info"] = ["channels:read", "groups:read"],
        ["users.info"] = ["users:read"],
        ["usergroups.users.list"] = ["usergroups:read"],
        ["views.open"] = [],
        ["views.update"] = [],
        ["views.publish"] = [],
        ["assistant.threads.setStatus"] = ["chat:write"],
        ["assistant.threads.setSuggestedPrompts"] = ["assistant:write"],
    };

    /// <summary>The events that are heard, and the scopes they need (docs.slack.dev/reference/events).</summary>
    public static readonly IReadOnlyDictionary<string, string[]> OfEvent = new Dictionary<string, string[]>
    {
        ["app_context_changed"] = ["assistant:write"],
        ["app_home_opened"] = [],
        ["app_mention"] = ["app_mentions:read"],
        ["app_uninstalled"] = [],
        ["member_joined_channel"] = ["channels:read", "groups:read"],
        ["message.channels"] = ["channels:history"],
        ["message.groups"] = ["groups:history"],
        ["message.im"] = ["im:history"],
        ["message.mpim"] = ["mpim:history"],
        ["tokens_revoked"] = [],
    };

    /// <summary>All of them, with that for commands and shortcuts.</summary>
    public static IEnumerable<string> All =>
        OfMethod
            .Values.Concat(OfEvent.Values)
            .SelectMany(scopes => scopes)
            .Append("commands")
            .Distinct()
            .Order(StringComparer.Ordinal);
}
