using System.Globalization;
using System.Net.Mail;

namespace SalesBot.People;

/// <summary>Makes the same mailbox equal, however it is written.</summary>
static class MailKey
{
    static readonly IdnMapping Idn = new();

    /// <summary>
    /// A mailbox: lower case, the domain as the net writes it, without what stands behind a plus; Google's without its
    /// dots. Null if it is not an address.
    /// </summary>
    public static string? Of(string text)
    {
        text = Compatibility.Form(text).Trim();
        if (
            text.Length > 254
            || text.Any(c => char.IsWhiteSpace(c) || c is '<' or '>' or '"' or ',' or ';' or '(' or ')')
            || !MailAddress.TryCreate(text, out var address)
            || address.Address != text
            || Domain(address.Host) is not { } domain
        )
            return null;
        var name = address.User.ToLowerInvariant().Split('+')[0].Replace('’', '\'');
        if (domain is "gmail.com" or "googlemail.com")
            (name, domain) = (name.Replace(".", ""), "gmail.com");
        return name.Length > 0 ? $"{name}@{domain}" : null;
    }

    /// <summary>Whether one of these texts is the mailbox.</summary>
    public static bool IsAmong(string email, IEnumerable<string> found) =>
        Of(email) is { } key
            ? found.Any(text => Of(text) == key)
            : found.Contains(email, StringComparer.OrdinalIgnoreCase);

    /// <summary>A domain in lower case, as the net writes it, without <c>www.</c>; null if it is none.</summary>
    public static string? Domain(string text)
    {
        try
        {
            var domain = Idn.GetAscii(Compatibility.Form(text).Trim().TrimEnd('.').ToLowerInvariant())
                .ToLowerInvariant();
            if (domain.StartsWith("www.", StringComparison.Ordinal))
                domain = domain["www.".Length..];
            var labels = domain.Split('.');
            return
                domain.Length <= 253 && labels.Length >= 2 && labels.All(IsLabel) && !labels[^1].All(char.IsAsciiDigit)
                ? domain
                : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63
        && label[0] != '-'
        && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
