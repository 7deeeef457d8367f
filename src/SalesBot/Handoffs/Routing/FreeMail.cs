namespace SalesBot.Handoffs.Routing;

/// <summary>
/// Providers at which anybody can have a mailbox (<c>free-mail.txt</c>): two people there do not belong to the same
/// company.
/// </summary>
static class FreeMail
{
    const string AnySuffix = ".*";

    /// <summary>A suffix of two labels has a short first one: co.uk, com.br, ne.jp.</summary>
    const int LongestSecondLabel = 3;

    static readonly HashSet<string> All = Read();

    /// <summary>Whether a domain, in lower case, is such a provider's.</summary>
    public static bool Has(string domain)
    {
        if (All.Contains(domain))
            return true;
        return domain.Split('.') switch
        {
            [var name, _] => All.Contains(name + AnySuffix),
            [var name, { Length: <= LongestSecondLabel }, _] => All.Contains(name + AnySuffix),
            _ => false,
        };
    }

    static HashSet<string> Read()
    {
        using var resource =
            typeof(FreeMail).Assembly.GetManifestResourceStream("free-mail.txt")
            ?? throw new InvalidOperationException(
                "The list of mail providers is missing from the program; reinstall SalesBot."
            );
        using var reader = new StreamReader(resource);
        return reader
            .ReadToEnd()
            .Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && line[0] != '#')
            .ToHashSet(StringComparer.Ordinal);
    }
}
