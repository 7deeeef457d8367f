using System.Security.Claims;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Platforms.Teams;

/// <summary>
/// Who is let in: Teams, with the channel's token for this activity, from a service address to which the bot's token
/// may go and a directory that it serves. The SDK's own rules also let in emulators, skills, other channels and
/// activities without an address; these do not.
/// </summary>
sealed class TeamsAuthentication(
    Connectors connectors,
    ServiceUrls services,
    TeamsIdentity identity,
    ActivityToken? token = null
) : BotFrameworkAuthentication
{
    const string Channel = "msteams",
        Audience = "aud";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    /// <inheritdoc/>
    /// <exception cref="TeamsRefusal">It is not let in.</exception>
    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity,
        string authHeader,
        CancellationToken cancellationToken
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var why = token is null
                ? "all requests are refused"
                : await token.RefusalAsync(authHeader, activity.ChannelId, activity.ServiceUrl, limit.Token);
            if (why is not null)
                throw new TeamsRefusal(StatusCodes.Status401Unauthorized, why);
        }
        catch (Exception fault)
            when (fault is SigningKeysMissing
                || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            throw new TeamsRefusal(StatusCodes.Status503ServiceUnavailable, fault.Message);
        }
        return activity.ChannelId == Channel
            ? Admit(activity)
            : throw new TeamsRefusal(StatusCodes.Status403Forbidden, "another channel than Teams");
    }

    /// <summary>Lets in an activity whose sender is known, or need not be.</summary>
    /// <exception cref="TeamsRefusal">It is from where the bot serves nobody.</exception>
    public AuthenticateRequestResult Admit(Activity activity)
    {
        if (services.Allowed(activity.ServiceUrl) is null)
            throw new TeamsRefusal(StatusCodes.Status403Forbidden, "a service address to which no token may go");
        if (!identity.Serves(activity.Tenant))
            throw new TeamsRefusal(StatusCodes.Status403Forbidden, "another directory, or none");
        var claims = new ClaimsIdentity([new Claim(Audience, identity.Account.Id)], Channel);
        return new AuthenticateRequestResult
        {
            ClaimsIdentity = claims,
            ConnectorFactory = connectors,
            CallerId = CallerIdConstants.PublicAzureChannel,
        };
    }

    /// <inheritdoc/>
    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => connectors;

    /// <inheritdoc/>
    public override Task<UserTokenClient> CreateUserTokenClientAsync(
        ClaimsIdentity claimsIdentity,
        CancellationToken cancellationToken
    ) => Task.FromResult<UserTokenClient>(NoUserTokens.Instance);

    /// <inheritdoc/>
    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader,
        string channelIdHeader,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException("Teams brings activities over HTTP, not over a stream.");
}
