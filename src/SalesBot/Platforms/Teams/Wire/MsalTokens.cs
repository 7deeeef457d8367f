using System.Security.Cryptography.X509Certificates;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace SalesBot.Platforms.Teams.Wire;

/// <summary>Tokens by certificate and by managed identity, through Microsoft's library.</summary>
static class MsalTokens
{
    const string DefaultScope = "/.default";

    /// <summary>With a certificate of the app.</summary>
    /// <param name="authority">The directory's address with the tenant, such as
    /// <c>https://login.microsoftonline.com/TENANT</c>.</param>
    /// <param name="appId">The app's client id.</param>
    /// <param name="certificate">With its private key.</param>
    public static TokenSource Certificate(Uri authority, string appId, X509Certificate2 certificate)
    {
        var app = ConfidentialClientApplicationBuilder
            .Create(appId)
            .WithAuthority(authority)
            .WithCertificate(certificate, sendX5C: true)
            .Build();
        return (scope, isRefused, cancellationToken) =>
            AskAsync(() =>
                app.AcquireTokenForClient([scope]).WithForceRefresh(isRefused).ExecuteAsync(cancellationToken)
            );
    }

    /// <summary>As the user-assigned managed identity of the machine it runs on.</summary>
    /// <param name="clientId">The identity's client id, which is the app's.</param>
    public static TokenSource ManagedIdentity(string clientId)
    {
        var app = ManagedIdentityApplicationBuilder
            .Create(ManagedIdentityId.WithUserAssignedClientId(clientId))
            .Build();
        return (scope, isRefused, cancellationToken) =>
            AskAsync(() =>
                app.AcquireTokenForManagedIdentity(
                        scope.EndsWith(DefaultScope, StringComparison.Ordinal) ? scope[..^DefaultScope.Length] : scope
                    )
                    .WithForceRefresh(isRefused)
                    .ExecuteAsync(cancellationToken)
            );
    }

    static async Task<AccessToken> AskAsync(Func<Task<AuthenticationResult>> ask)
    {
        try
        {
            var result = await ask();
            return new AccessToken(result.AccessToken, result.ExpiresOn);
        }
        catch (MsalException fault)
        {
            var isFinal = fault is MsalServiceException { IsRetryable: false } or MsalClientException;
            throw new TokenFault(
                $"The directory refused to give the bot a token: {fault.Message.Split('\n')[0].Trim()}",
                isFinal
            );
        }
    }
}
