using SalesBot.Platforms.Slack.Wire;

namespace SalesBot.Platforms.Slack;

/// <summary>
/// Who the bot is in Slack, and how it is there; learnt by <c>auth.test</c>, and none of it as long as Slack has not
/// answered.
/// </summary>
sealed class SlackIdentity
{
    sealed record Known(string? Team, string? Enterprise, string? User, string? Bot, Uri? Home);

    Known known = new(null, null, null, null, null);
    volatile string? problem,
        socket;

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

    /// <summary>Since when, in milliseconds, the token is of no use, as Slack has said; 0 if it is.</summary>
    long goneSince;

    /// <summary>So long nothing is tried with a token that is of no use.</summary>
    static readonly TimeSpan GoneFor = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Whether Slack has said so short a time ago that the token is of no use that it is not asked again.
    /// </summary>
    public bool IsGone(DateTimeOffset now) =>
        Interlocked.Read(ref goneSince) is not 0 and var since
        && now - DateTimeOffset.FromUnixTimeMilliseconds(since) < GoneFor;

    /// <summary>Whether a workspace is the bot's, as far as that is known.</summary>
    public bool IsOurs(string? team) => known.Team is not { } own || team is null || team == own;

    /// <summary>
    /// Whether somebody of a workspace or an organisation may be a colleague: of the same workspace, or of the same
    /// organisation. Within an organisation (Enterprise Grid) whose other workspaces are unknown, <c>users.info</c>
    /// decides later.
    /// </summary>
    public bool IsColleague(string from, string team) =>
        from == team || from == known.Enterprise || (known.Enterprise is not null && from.StartsWith('T'));

    /// <summary>Remembers what <c>auth.test</c> says.</summary>
    public void Learn(WebApiAnswer test)
    {
        known = new Known(
            test.Body.Text("team_id"),
            test.Body.Text("enterprise_id"),
            test.Body.Text("user_id"),
            test.Body.Text("bot_id"),
            Uri.TryCreate(test.Body.Text("url"), UriKind.Absolute, out var home) ? home : null
        );
        Works();
    }

    /// <summary>It works, whatever was before.</summary>
    public void Works()
    {
        problem = null;
        Interlocked.Exchange(ref goneSince, 0);
    }

    /// <summary>
    /// It does not work, and why; <paramref name="goneAt"/>: nor will it until somebody does something.
    /// </summary>
    public void Fails(string reason, DateTimeOffset? goneAt = null)
    {
        problem = reason;
        if (goneAt is { } at)
            Interlocked.Exchange(ref goneSince, at.ToUnixTimeMilliseconds());
    }

    /// <summary>How Socket Mode is.</summary>
    public void Hears(SocketState state) =>
        socket = state.IsFatal || state.Open == 0 ? state.Problem ?? "The connection to Slack is being opened." : null;

    /// <summary>A link to a message, as Slack makes them; none before Slack has said where the workspace is.</summary>
    public string? LinkTo(string? channel, string? ts, string? thread = null) =>
        known.Home is not { } home || channel is null || ts is null
            ? null
            : new Uri(
                home,
                $"archives/{channel}/p{ts.Replace(".", "")}{(thread is null || thread == ts ? "" : $"?thread_ts={thread}&cid={channel}")}"
            ).ToString();
}
