using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace SalesBot.Handoffs.Routing;

/// <summary>Makes the same address, number or company equal, however it is written.</summary>
static class ContactKeys
{
    static readonly IdnMapping Idn = new();

    /// <summary>Mailboxes that anybody can have: their domain says nothing of a company.</summary>
    static readonly HashSet<string> FreeMail = new(StringComparer.Ordinal)
    {
        "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com", "ymail.com", "rocketmail.com", "icloud.com", "me.com",
        "mac.com", "aol.com", "gmx.com", "gmx.de", "gmx.net", "gmx.at", "gmx.ch", "web.de", "t-online.de", "freenet.de", "mail.com", "mail.ru", "yandex.com",
        "yandex.ru", "proton.me", "protonmail.com", "pm.me", "zoho.com", "qq.com", "163.com", "126.com", "sina.com", "naver.com", "daum.net", "orange.fr",
        "free.fr", "laposte.net", "wanadoo.fr", "sfr.fr", "libero.it", "virgilio.it", "tin.it", "terra.com.br", "uol.com.br", "bol.com.br", "rediffmail.com",
        "comcast.net", "verizon.net", "att.net", "sbcglobal.net", "btinternet.com", "sky.com", "fastmail.com", "hey.com", "tutanota.com", "seznam.cz", "wp.pl",
        "o2.pl", "interia.pl", "abv.bg", "yahoo.co.uk", "yahoo.de", "yahoo.fr", "hotmail.co.uk", "hotmail.de", "hotmail.fr", "outlook.de", "outlook.fr",
            "live.co.uk",
    };

    /// <summary>
    /// A mailbox: lower case, the domain as the net writes it, without what stands behind a plus; Google's without its dots. None if it is not an address.
    /// </summary>
    public static string? Email(string text)
    {
        text = text.Normalize(NormalizationForm.FormKC).Trim();
        if (text.Length > 254 || text.Any(c => char.IsWhiteSpace(c) || c is '<' or '>' or '"' or ',' or ';' or '(' or ')')
            || !MailAddress.TryCreate(text, out var address)
            || address.Address != text || Domain(address.Host) is not { } domain)
            return null;
        var name = address.User.ToLowerInvariant().Split('+')[0];
        if (domain is "gmail.com" or "googlemail.com")
            (name, domain) = (name.Replace(".", ""), "gmail.com");
        return name.Length > 0 ? $"{name}@{domain}" : null;
    }

    /// <summary>The domain of an address that belongs to a company, or none: most mailboxes at free providers do not.</summary>
    public static string? CompanyDomain(string email) =>
        Email(email) is { } address && address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..] is var domain && !FreeMail.Contains(domain)
            ? domain : null;

    /// <summary>
    /// The last nine digits of a number of at least six: enough to tell numbers apart, and the same with and without the country's code. None if it is no
    /// phone number.
    /// </summary>
    public static string? Phone(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).Replace("(0)", "");
        if (plain.Any(c => !char.IsAsciiDigit(c) && !" +-./()".Contains(c)))
            return null;
        var digits = string.Concat(plain.Where(char.IsAsciiDigit)).TrimStart('0');
        return digits.Length is < 6 or > 17 ? null : digits[Math.Max(0, digits.Length - 9)..];
    }

    /// <summary>A domain in lower case, as the net writes it, without <c>www.</c>; none if it is none.</summary>
    public static string? Domain(string text)
    {
        try
        {
            var domain = Idn.GetAscii(text.Normalize(NormalizationForm.FormKC).Trim().TrimEnd('.')).ToLowerInvariant();
            if (domain.StartsWith("www.", StringComparison.Ordinal))
                domain = domain["www.".Length..];
            var labels = domain.Split('.');
            return domain.Length <= 253 && labels.Length >= 2 && labels.All(IsLabel) && !labels[^1].All(char.IsAsciiDigit) ? domain : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>What is the same for all of a company: its domain, or that of the person's mailbox unless anybody can have one there. Else none.</summary>
    public static string? Company(Company? company, ContactPerson? person) =>
        company?.Domain is { } domain && !FreeMail.Contains(domain) ? domain
        : person?.Email is { } email && Email(email) is { } mailbox && mailbox.Split('@')[1] is var host && !FreeMail.Contains(host) ? host
        : null;

    static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
