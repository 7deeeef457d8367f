namespace SalesBot.Platforms.Teams.Wire;

/// <summary>
/// Where the bot's token may be sent: Microsoft's connectors, over https, and addresses that begin with what the
/// configuration names.
/// </summary>
sealed class ServiceUrls(IEnumerable<string> more)
{
    const string Global = "smba.trafficmanager.net";

    static readonly string[] Domains = [".teams.microsoft.com", ".teams.microsoft.us", ".botframework.com"];

    readonly string[] prefixes = [.. more.Select(prefix => new Uri(prefix).AbsoluteUri)];

    /// <summary>The address, ending with a slash, if the token may go there; else none.</summary>
    public Uri? Allowed(string? url)
    {
        if (
            url is null
            || !Uri.TryCreate(url.EndsWith('/') ? url : $"{url}/", UriKind.Absolute, out var address)
            || address.Scheme is not ("https" or "http")
            || address.UserInfo.Length > 0
            || address.Query.Length > 0
            || address.Fragment.Length > 0
            || url.Contains('\\')
        )
            return null;
        var isMicrosofts =
            address is { Scheme: "https", IsDefaultPort: true }
            && (
                address.IdnHost == Global
                || Domains.Any(domain => address.IdnHost.EndsWith(domain, StringComparison.Ordinal))
            );
        return isMicrosofts || prefixes.Any(prefix => address.AbsoluteUri.StartsWith(prefix, StringComparison.Ordinal))
            ? address
            : null;
    }
}
