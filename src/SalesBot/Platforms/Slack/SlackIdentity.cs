using SalesBot.Platforms.Slack.Wire;

namespace SalesBot.Platforms.Slack;

/// <summary>Who the bot is in Slack, and how it is there; learnt by <c>auth.test</c>, and none of it as long as Slack has not answered.</summary>
sealed class SlackIdentity
{
    sealed record Known(string? Team, string? Enterprise, string? User, string? Bot, Uri? Home);

    Known known = new(null, null, null, null, null);
    volatile string? problem, socket;

    /// <summary>The workspace's id.</summary>
    public string? Team => known.Team;

    /// <summary>The organisation's id, where there is one.</summary>
    public string? Enterprise => known.Enterprise;

    /// <summary>The bot's user id.</summary>
    public string? User => known.User;

    /// <summary>The bot's own id, which stands on its posts.</summary>
    public string? Bot => known.Bot;

    /// <summary>What does not work, in a sentence, or none.</summary>
    public string? Problem => problem ?? socket;

    /// <summary>Whether Slack has said that the token is of no use.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Remembers what <c>auth.test</c> says.</summary>
    public void Learn(WebApiAnswer test)
    {
        known = new Known(test.Body.Text("team_id"), test.Body.Text("enterprise_id"), test.Body.Text("user_id"), test.Body.Text("bot_id"),
            Uri.TryCreate(test.Body.Text("url"), UriKind.Absolute, out var home) ? home : null);
        Works();
    }

    /// <summary>It works, whatever was before.</summary>
    public void Works() => (problem, IsGone) = (null, false);

    /// <summary>It does not work, and why; <paramref name="isGone"/>: nor will it until somebody does something.</summary>
    public void Fails(string reason, bool isGone = false) => (problem, IsGone) = (reason, IsGone || isGone);

    /// <summary>How Socket Mode is.</summary>
    public void Hears(SocketState state) => socket = state.IsFatal || state.Open == 0 ? state.Problem ?? "The connection to Slack is being opened." : null;

    /// <summary>A link to a message, as Slack makes them; none before Slack has said where the workspace is.</summary>
    public string? LinkTo(string? channel, string? ts, string? thread = null) => known.Home is not { } home || channel is null || ts is null ? null
        : new Uri(home, $"archives/{channel}/p{ts.Replace(".", "")}{(thread is null || thread == ts ? "" : $"?thread_ts={thread}&cid={channel}")}").ToString();
}
