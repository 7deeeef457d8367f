using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SalesBot.Storage;

namespace SalesBot.People;

/// <summary>
/// The secret of this machine: whoever presents it may act as a persona. 256 random bits, kept in
/// <c>&lt;data&gt;/local-token</c>, which only the program's own user can read; <c>Console:LocalToken</c> sets another
/// one.
/// </summary>
sealed class LocalToken(IOptions<SignInOptions> options, IOptions<StorageOptions> storage)
{
    public const string FileName = "local-token";

    /// <summary>The name of the cookie and of the value in the address that opens the page.</summary>
    public const string CookieName = "salesbot-token",
        QueryName = "token";

    const int MinLength = 16;

    readonly Lock making = new();
    string? secret;

    /// <summary>The file that holds the secret, by its absolute path; null if the configuration holds it.</summary>
    public string? FilePath =>
        options.Value.LocalToken.Length == 0
            ? Path.Combine(Path.GetFullPath(storage.Value.DataFolder), FileName)
            : null;

    /// <summary>The address that opens the page on a host.</summary>
    /// <param name="host">Scheme, host and port.</param>
    /// <exception cref="StorageFault">The secret can be neither read nor made.</exception>
    public string Link(string host) => $"{host.TrimEnd('/')}/?{QueryName}={Uri.EscapeDataString(Secret())}";

    /// <summary>Compares in constant time.</summary>
    public bool IsRight(string? candidate) =>
        candidate is { Length: > 0 }
        && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(candidate)),
            SHA256.HashData(Encoding.UTF8.GetBytes(Secret()))
        );

    /// <summary>
    /// What the cookie holds: it lets in here, and says nothing of the secret to other ports of this machine, which get
    /// it too.
    /// </summary>
    public string CookieValue() =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret()), "cookie"u8));

    /// <summary>Whether a cookie lets in.</summary>
    public bool IsRightCookie(string? value) =>
        value is { Length: > 0 }
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(value),
            Encoding.UTF8.GetBytes(CookieValue())
        );

    /// <summary>The secret, made at first use.</summary>
    /// <exception cref="StorageFault">It can be neither read nor made.</exception>
    public string Secret()
    {
        if (options.Value.LocalToken is { Length: > 0 } configured)
            return configured;
        lock (making)
            return secret ??= ReadOrMake(FilePath ?? "");
    }

    static string ReadOrMake(string path)
    {
        try
        {
            PrivateFiles.MakeFolder(Path.GetDirectoryName(path) ?? ".");
            if (!File.Exists(path))
                PrivateFiles.WriteNew(path, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)) + "\n");
            PrivateFiles.Protect(path);
            return File.ReadAllText(path).Trim() is { Length: >= MinLength } kept
                ? kept
                : throw new StorageFault(
                    $"'{path}' contains no token of at least {MinLength} characters. Delete it, and a new one is created at the next start."
                );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageFault(
                $"The token in '{path}' cannot be read or created: {fault.Message}",
                fault,
                "The local token cannot be read."
            );
        }
    }
}
