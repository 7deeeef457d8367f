using System.Net;

namespace SalesBot.Knowledge.Reading;

/// <summary>The address at which people find the source of a document, by its front matter.</summary>
static class SourceAddress
{
    /// <summary>
    /// The address; null if the source is none that may be shown: only http and https, without a user's name in it, at
    /// a host with a domain. An address on this machine, or by number, would lead each reader elsewhere.
    /// </summary>
    /// <param name="source">What the front matter says: an address, or what the document is called elsewhere.</param>
    public static string? Of(string? source)
    {
        if (
            !Uri.TryCreate(source?.Trim(), UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https")
            || address.UserInfo.Length > 0
        )
            return null;
        var host = address.IdnHost.TrimEnd('.');
        var isPublic =
            host.Contains('.', StringComparison.Ordinal)
            && !IPAddress.TryParse(address.Host.Trim('[', ']'), out _)
            && !host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
        return isPublic ? address.AbsoluteUri : null;
    }
}
