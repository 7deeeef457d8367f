using System.Net;
using Microsoft.Extensions.Options;
using SalesBot.Chat;
using SalesBot.Messaging;

namespace SalesBot.Platforms.Teams;

/// <summary>
/// Fetches what somebody sent in a personal chat. Teams names an address that needs no token and holds for some
/// minutes; only Microsoft's are gone to, no redirect is followed, and no more is read than was asked for.
/// </summary>
sealed class TeamsFiles(IOptions<TeamsOptions> options) : IDisposable
{
    static readonly string[] Domains = [".sharepoint.com", ".sharepoint.us"];

    readonly HttpClient http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = 32,
        }
    )
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>The file, or why not, in a sentence.</summary>
    public async Task<FetchedFile> FetchAsync(SharedFile file, long most, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(file.Url, UriKind.Absolute, out var address) || !IsAllowed(address))
            return new FetchedFile(null, "It isn't stored where Teams keeps files.");
        try
        {
            using var response = await http.GetAsync(
                address,
                HttpCompletionOption.ResponseHeadersRead,
                cancellationToken
            );
            if (response.StatusCode != HttpStatusCode.OK)
                return new FetchedFile(
                    null,
                    $"It's no longer available in Teams ({(int)response.StatusCode}). Please send it again."
                );
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            using var content = new MemoryStream();
            var buffer = new byte[64 * 1024];
            while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var count)
            {
                if (content.Length + count > most)
                    return new FetchedFile(null, $"It is larger than {most / 1_000_000:N0} MB.");
                content.Write(buffer, 0, count);
            }
            return new FetchedFile(content.ToArray());
        }
        catch (Exception fault) when (fault is OperationCanceledException || GuardedHttp.Fault(fault) is not null)
        {
            return new FetchedFile(null, "It couldn't be fetched just now. Please send it again.");
        }
    }

    bool IsAllowed(Uri address) =>
        address.UserInfo.Length == 0
        && (
            (
                address is { Scheme: "https", IsDefaultPort: true }
                && Domains.Any(domain => address.IdnHost.EndsWith(domain, StringComparison.OrdinalIgnoreCase))
            )
            || options.Value.AllowedFileUrls.Any(prefix =>
                address.AbsoluteUri.StartsWith(new Uri(prefix).AbsoluteUri, StringComparison.Ordinal)
            )
        );

    public void Dispose() => http.Dispose();
}
