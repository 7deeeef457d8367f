using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace SalesBot.Platforms.Teams;

/// <summary>The SDK wants a client for tokens of users in each turn; the bot asks nobody to sign in.</summary>
sealed class NoUserTokens : UserTokenClient
{
    /// <summary>The only one: it holds nothing.</summary>
    public static readonly NoUserTokens Instance = new();

    static NotSupportedException Fault => new("The bot doesn't ask anyone to sign in.");

    public override Task<TokenResponse> GetUserTokenAsync(
        string userId,
        string connectionName,
        string channelId,
        string magicCode,
        CancellationToken cancellationToken
    ) => throw Fault;

    public override Task<SignInResource> GetSignInResourceAsync(
        string connectionName,
        Activity activity,
        string finalRedirect,
        CancellationToken cancellationToken
    ) => throw Fault;

    public override Task SignOutUserAsync(
        string userId,
        string connectionName,
        string channelId,
        CancellationToken cancellationToken
    ) => throw Fault;

    public override Task<TokenStatus[]> GetTokenStatusAsync(
        string userId,
        string channelId,
        string includeFilter,
        CancellationToken cancellationToken
    ) => throw Fault;

    public override Task<Dictionary<string, TokenResponse>> GetAadTokensAsync(
        string userId,
        string connectionName,
        string[] resourceUrls,
        string channelId,
        CancellationToken cancellationToken
    ) => throw Fault;

    public override Task<TokenResponse> ExchangeTokenAsync(
        string userId,
        string connectionName,
        string channelId,
        TokenExchangeRequest exchangeRequest,
        CancellationToken cancellationToken
    ) => throw Fault;
}
