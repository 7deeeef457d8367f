using System.Collections.Concurrent;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SalesBot.Platforms.Teams.Wire;

/// <summary>For whom tokens have to be, by whom, and whether their key has to be endorsed for the channel.</summary>
sealed record TokenRules(string AppId, string Issuer, bool RequireEndorsement = true);

/// <summary>
/// The token that the channel sends with each activity (learn.microsoft.com, "Authentication with the Bot Connector
/// API"): a JWT, signed with RSA by the channel, for this bot, now, whose <c>serviceurl</c> is the activity's and whose
/// key is endorsed for the activity's channel. There is no other way in: neither the emulator's tokens nor other bots'
/// count.
/// </summary>
sealed class ActivityToken(SigningKeys keys, TokenRules rules, TimeProvider time)
{
    /// <summary>Clocks may differ so much.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    const string Scheme = "Bearer";
    const int MostRemembered = 1000,
        Longest = 16_384;

    static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSha384,
        SecurityAlgorithms.RsaSha512,
    ];

    /// <summary>A token whose signature, issuer and audience were right.</summary>
    sealed record Verified(string Kid, EndorsedKey Key, string ServiceUrl, DateTime? NotBefore, DateTime? Expires);

    readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = Longest };

    // The channel sends the same token for about an hour; looking at its signature once is enough.
    readonly ConcurrentDictionary<string, Verified> verified = [];

    /// <summary>Why an activity is not to be believed, for the log; none if it is the channel's.</summary>
    /// <param name="authorization">The header, if there is exactly one.</param>
    /// <param name="channelId">The activity's.</param>
    /// <param name="serviceUrl">The activity's.</param>
    /// <param name="cancellationToken">Ends the wait for keys.</param>
    /// <exception cref="SigningKeysMissing">Nobody can say now.</exception>
    public async Task<string?> RefusalAsync(
        string? authorization,
        string? channelId,
        string? serviceUrl,
        CancellationToken cancellationToken
    )
    {
        if (
            authorization?.Split(' ') is not [var scheme, { Length: > 0 and <= Longest } text]
            || !scheme.Equals(Scheme, StringComparison.OrdinalIgnoreCase)
        )
            return "no bearer token";
        if (!verified.TryGetValue(text, out var token) || !keys.Holds(token.Kid, token.Key))
        {
            (token, var refusal) = await VerifyAsync(text, cancellationToken);
            if (token is null)
                return refusal;
            if (verified.Count >= MostRemembered)
                verified.Clear();
            verified[text] = token;
        }
        if (!IsNow(token.NotBefore, token.Expires))
            return "expired, or not valid yet";
        if (
            string.IsNullOrEmpty(serviceUrl) || !token.ServiceUrl.Equals(serviceUrl, StringComparison.OrdinalIgnoreCase)
        )
            return "the service address doesn't match the token";
        return
            string.IsNullOrEmpty(channelId) || (rules.RequireEndorsement && !token.Key.Endorsements.Contains(channelId))
            ? "the key is not endorsed for the channel"
            : null;
    }

    async Task<(Verified? Token, string? Refusal)> VerifyAsync(string text, CancellationToken cancellationToken)
    {
        if (!handler.CanReadToken(text) || Read(text) is not { } jwt)
            return (null, "not a token");
        if (
            !Algorithms.Contains(jwt.Alg)
            || string.IsNullOrEmpty(jwt.Kid)
            || jwt.TryGetHeaderValue<object>("crit", out _)
        )
            return (null, "not signed the way the channel signs");
        if (await keys.FindAsync(jwt.Kid, cancellationToken) is not { } key)
            return (null, "signed with an unknown key");
        var result = await handler.ValidateTokenAsync(
            jwt,
            new TokenValidationParameters
            {
                ValidIssuer = rules.Issuer,
                ValidAudience = rules.AppId,
                IssuerSigningKey = key.Key,
                ValidAlgorithms = Algorithms,
                ValidateIssuerSigningKey = true,
                RequireExpirationTime = true,
                RequireSignedTokens = true,
                TryAllIssuerSigningKeys = false,
                LifetimeValidator = (from, to, _, _) => IsNow(from, to),
            }
        );
        if (!result.IsValid)
            return (null, result.Exception.GetType().Name);
        if (
            !jwt.TryGetPayloadValue<object>("serviceurl", out var claim)
            || claim is not string { Length: > 0 } serviceUrl
        )
            return (null, "no service address in the token");
        return (new Verified(jwt.Kid, key, serviceUrl, Time(jwt.ValidFrom), Time(jwt.ValidTo)), null);
    }

    static JsonWebToken? Read(string text)
    {
        try
        {
            return new JsonWebToken(text);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            return null;
        }
    }

    static DateTime? Time(DateTime given) => given == DateTime.MinValue ? null : given;

    bool IsNow(DateTime? from, DateTime? to)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return to is { } end && !(from > end) && now - Skew <= end && (from is null || from <= now + Skew);
    }
}
