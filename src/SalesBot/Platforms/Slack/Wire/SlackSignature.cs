using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SalesBot.Platforms.Slack.Wire;

/// <summary>
/// Slack's request signature, version 0: <c>v0=</c> and the lower-case hex HMAC-SHA256 of <c>v0:TIMESTAMP:BODY</c>
/// under the signing secret, over the bytes of the body as they came (docs.slack.dev, "Verifying requests from Slack").
/// Stricter than some receivers: nothing may follow the digest, and a request may be neither older nor newer than five
/// minutes.
/// </summary>
static class SlackSignature
{
    public const string TimestampHeader = "X-Slack-Request-Timestamp",
        SignatureHeader = "X-Slack-Signature";

    const string Version = "v0";
    const int HexLength = 64;

    static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>Whether one of the secrets has signed that.</summary>
    /// <param name="body">The bytes as they came.</param>
    /// <param name="timestamp">The header, as it came; none if it was not there exactly once.</param>
    /// <param name="signature">The header, as it came; none if it was not there exactly once.</param>
    /// <param name="secrets">Those that count now: two while one takes the other's place. An empty one signs
    /// nothing.</param>
    /// <param name="now">The time here.</param>
    public static bool IsRight(
        ReadOnlySpan<byte> body,
        string? timestamp,
        string? signature,
        IEnumerable<string> secrets,
        DateTimeOffset now
    )
    {
        if (!IsRecent(timestamp, now) || Digest(signature) is not { } given)
            return false;
        var head = Encoding.ASCII.GetBytes($"{Version}:{timestamp}:");
        var signed = new byte[head.Length + body.Length];
        head.CopyTo(signed, 0);
        body.CopyTo(signed.AsSpan(head.Length));
        var right = false;
        foreach (var secret in secrets.Where(secret => !string.IsNullOrWhiteSpace(secret)))
            right |= CryptographicOperations.FixedTimeEquals(
                HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed),
                given
            );
        return right;
    }

    static bool IsRecent(string? timestamp, DateTimeOffset now) =>
        timestamp is { Length: > 0 and <= 12 }
        && timestamp.All(char.IsAsciiDigit)
        && Math.Abs(now.ToUnixTimeSeconds() - long.Parse(timestamp, CultureInfo.InvariantCulture))
            <= Window.TotalSeconds;

    static byte[]? Digest(string? signature) =>
        signature is { Length: 3 + HexLength }
        && signature.StartsWith(Version + "=", StringComparison.Ordinal)
        && signature.AsSpan(3).IndexOfAnyExcept(Hex) < 0
            ? Convert.FromHexString(signature.AsSpan(3))
            : null;
}
