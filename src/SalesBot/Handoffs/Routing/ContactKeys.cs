using System.Globalization;
using System.Net.Mail;
using PhoneNumbers;

namespace SalesBot.Handoffs.Routing;

/// <summary>Makes the same address, number or company equal, however it is written.</summary>
static class ContactKeys
{
    static readonly IdnMapping Idn = new();

    /// <summary>
    /// A mailbox: lower case, the domain as the net writes it, without what stands behind a plus; Google's without its dots. None if it is not an address.
    /// </summary>
    public static string? Email(string text)
    {
        text = Compatibility.Form(text).Trim();
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
        Email(email) is { } address && address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..] is var domain && !FreeMail.Has(domain)
            ? domain : null;

    /// <summary>
    /// The last nine digits of a number, without its extension: enough to tell numbers apart, and the same with and without the country's code. Null if it is no
    /// phone number. Numbers are read as people write them (<c>tel:</c>, extensions, odd hyphens and digits) by Google's library.
    /// </summary>
    public static string? Phone(string text)
    {
        try
        {
            // The region matters only for what stands in front of a national number; the last digits are the same everywhere.
            var number = Phones.Parse(Compatibility.Form(text).Replace("(0)", "").Trim(), AnyRegion);
            var digits = number.NationalNumber.ToString(CultureInfo.InvariantCulture);
            return digits.Length is < 6 or > 17 ? null : digits[Math.Max(0, digits.Length - 9)..];
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    static readonly PhoneNumberUtil Phones = PhoneNumberUtil.GetInstance();

    const string AnyRegion = "DE";

    /// <summary>A domain in lower case, as the net writes it, without <c>www.</c>; none if it is none.</summary>
    public static string? Domain(string text)
    {
        try
        {
            var domain = Idn.GetAscii(Compatibility.Form(text).Trim().TrimEnd('.').ToLowerInvariant()).ToLowerInvariant();
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
        company?.Domain is { } domain && !FreeMail.Has(domain) ? domain
        : person?.Email is { } email && Email(email) is { } mailbox && mailbox.Split('@')[1] is var host && !FreeMail.Has(host) ? host
        : null;

    static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
