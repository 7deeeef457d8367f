using System.Globalization;
using PhoneNumbers;
using SalesBot.People;

namespace SalesBot.Handoffs.Routing;

/// <summary>Makes the same address, number or company equal, however it is written.</summary>
static class ContactKeys
{
    /// <summary>A mailbox, equal however it is written; null if the text is not an address.</summary>
    public static string? Email(string text) => MailKey.Of(text);

    /// <summary>
    /// The domain of an address that belongs to a company, or none: most mailboxes at free providers do not.
    /// </summary>
    public static string? CompanyDomain(string email) =>
        Email(email) is { } address
        && address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..] is var domain
        && !FreeMail.Has(domain)
            ? domain
            : null;

    /// <summary>
    /// The last nine digits of a number, without its extension: enough to tell numbers apart, and the same with and
    /// without the country's code. Null if it is no phone number. Numbers are read as people write them (<c>tel:</c>,
    /// extensions, odd hyphens and digits) by Google's library.
    /// </summary>
    public static string? Phone(string text)
    {
        text = Compatibility.Form(text).Replace("(0)", "").Trim();
        // The region matters only for what stands in front of a national number; the last digits are the same
        // everywhere.
        var number =
            Parsed(text)
            ?? Phones
                .FindNumbers(text, AnyRegion, PhoneNumberUtil.Leniency.POSSIBLE, MaxTries)
                .FirstOrDefault()
                ?.Number;
        if (number is null)
            return null;
        var digits = number.NationalNumber.ToString(CultureInfo.InvariantCulture);
        // Small countries have short numbers, which count where the country is given.
        var least = text.StartsWith('+') ? 4 : 6;
        return digits.Length < least || digits.Length > 17 ? null : digits[Math.Max(0, digits.Length - 9)..];
    }

    /// <summary>
    /// The number that is all of a text; null if the text holds more, such as a second number or a word.
    /// </summary>
    static PhoneNumber? Parsed(string text)
    {
        try
        {
            return text.Count(char.IsAsciiDigit) <= MaxDigits ? Phones.Parse(text, AnyRegion) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>More digits than those of a number with its extension are two numbers.</summary>
    const int MaxDigits = 20,
        MaxTries = 10;

    static readonly PhoneNumberUtil Phones = PhoneNumberUtil.GetInstance();

    const string AnyRegion = "DE";

    /// <summary>A domain in lower case, as the net writes it, without <c>www.</c>; null if it is none.</summary>
    public static string? Domain(string text) => MailKey.Domain(text);

    /// <summary>
    /// What is the same for all of a company: its domain, or that of the person's mailbox unless anybody can have one
    /// there. Else none.
    /// </summary>
    public static string? Company(Company? company, ContactPerson? person) =>
        company?.Domain is { } domain && !FreeMail.Has(domain) ? domain
        : person?.Email is { } email
        && Email(email) is { } mailbox
        && mailbox.Split('@')[1] is var host
        && !FreeMail.Has(host)
            ? host
        : null;
}
