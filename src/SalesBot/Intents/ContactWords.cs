using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Intents.Entities;

namespace SalesBot.Intents;

/// <summary>
/// What somebody's words say about a person and a company: addresses by their form, names where names stand. What is
/// not said stays unknown.
/// </summary>
static partial class ContactWords
{
    /// <summary>The fields that the words give, each with the words.</summary>
    /// <param name="text">All that was said.</param>
    /// <param name="subject">The part of it that names who or what is handed over.</param>
    public static IEnumerable<ReadField> Read(string text, string subject)
    {
        var email = Email().FindIn(text);
        if (email.Success)
            yield return new ReadField("email", email.Value.TrimEnd('.'), email.Value);
        var phone = Phone().FindAllIn(Email().ReplaceIn(text, "")).FirstOrDefault(IsPhone);
        if (phone is not null)
            yield return new ReadField("phone", phone.Value.Trim(), phone.Value.Trim());
        var role = Role().FindIn(text);
        // "Head of Procurement" is no company.
        var plain = role.Success ? subject.Replace(role.Value, ",", StringComparison.Ordinal) : subject;
        var company =
            Company().FindAllIn(plain).FirstOrDefault(match => !IsKindOf(plain, match)) ?? InText().FindIn(text);
        if (company.Success)
            yield return new ReadField(
                "company",
                company.Groups["name"].Value.TrimEnd('.', ',', '\''),
                company.Value.Trim()
            );
        else if (CompanyNames.SpelledIn(text, ContactParser.Emails(text)) is { } spelled)
            yield return new ReadField("company", spelled.Value, spelled.Text);
        if (role.Success)
            yield return new ReadField("role", role.Value, role.Value);
        if (NameIn(subject, email.Success || phone is not null, company) is { } name)
            yield return new ReadField("name", name, name);
    }

    /// <summary>"from the Berlin trade show" names no company.</summary>
    static bool IsKindOf(string text, Match match) =>
        match.Value.Contains(" the ", StringComparison.OrdinalIgnoreCase)
        && text.Length > match.Index + match.Length + 1
        && text[match.Index + match.Length] == ' '
        && char.IsLower(text[match.Index + match.Length + 1]);

    static bool IsPhone(Match match) =>
        match.Value.Count(char.IsAsciiDigit) is >= 7 and <= 16 && !Date().IsIn(match.Value);

    /// <summary>
    /// The first part of the subject that can be somebody's name: a few words, capital where the script has capitals.
    /// </summary>
    static string? NameIn(string subject, bool isReachable, Match company)
    {
        var rest = Phone().ReplaceIn(Email().ReplaceIn(subject, ","), ",");
        if (company.Success)
            rest = rest.Replace(company.Value.Trim(), ",", StringComparison.Ordinal);
        rest = Role().ReplaceIn(rest, ",");
        foreach (
            var part in rest.Split(
                [',', ';', '(', ')', '<', '>', '\n', ':', '"', '“', '”'],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        )
        {
            var name = Title().ReplaceIn(part, "").Trim(' ', '-', '–', '—', '.');
            if (Name().IsIn(name) && !Thing().IsIn(name) && (isReachable || name.Contains(' ') || part != name))
                return name;
        }
        return null;
    }

    [GeneratedRegex(@"[^\s<>,;:()""“”]+@[^\s<>,;:()""“”@]+\.\p{L}{2,}")]
    private static partial Regex Email();

    [GeneratedRegex(
        @"(?<![\w.-])(?<!\b(?:order|invoice|no|nr|number|id|ticket)[.:#]? ?)\+?\(?[0-9][0-9 ()/.-]{5,18}[0-9](?![\w-])"
    )]
    private static partial Regex Phone();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$")]
    private static partial Regex Date();

    [GeneratedRegex(
        @"\b(?i:from|at|of|with) (?i:the (?:company )?)?(?<name>(?:\p{Lu}|\p{Lo}|\d+\p{Lu})[\w&.'’-]*(?: (?:&|of(?= \p{Lu})"
            + @"|\p{Lu}[\w&.'’-]*)){0,6}(?:,? (?:GmbH|AG|KG|SE|Inc|Ltd|LLC|plc)\b)?)"
    )]
    private static partial Regex Company();

    [GeneratedRegex(
        @"\b(?<name>\p{Lu}[\w&'’-]{0,40}(?: (?:& )?\p{Lu}[\w&'’-]{0,40}){0,3},? (?:GmbH|AG|KG|SE|Inc\.?|Ltd\.?|LLC|plc|Corp\.?))(?!\w)"
    )]
    private static partial Regex InText();

    [GeneratedRegex(
        @"\b(?:C[EFIMOT]O|VP(?: of)? \p{Lu}\w+|VP|(?:[Hh]ead|[Dd]irector) of [\p{L}]+|(?:[Mm]anaging |[Tt]echnical |[Ss]ales "
            + @"|[Mm]arketing )?[Dd]irector|"
            + @"(?:[Pp]roduct|[Pp]roject|[Oo]ffice|[Gg]eneral|[Pp]urchasing|[Oo]perations|IT) [Mm]anager|[Pp]rocurement lead|[Ff]ounder|[Bb]uyer)\b"
    )]
    private static partial Regex Role();

    /// <summary>What stands before a name and is none of it.</summary>
    [GeneratedRegex(
        @"^(?:(?:the |my |our |a |an |new |warm |cold |hot |qualified |this |that )*(?:lead|prospect|contact|customer|client|person|buyer|MQL"
            + @"|SQL)\b[:,]?\s*|(?:mr|mrs|ms|dr|prof)\.? )+"
            + @"|^(?:named|called)\s+"
            // How a note about a meeting begins.
            + @"|^(?:(?:I |we )?(?:just |today |yesterday )?(?:met|meeting|spoke|talked|chatted|called|call|heard|hearing)(?: (?:with|to|from|about))?)\s+(?=\p{Lu})",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Title();

    [GeneratedRegex(
        @"^(?:(?:\p{Lu}|\p{Lo})[\p{L}\p{M}'’.-]*|van|von|de|der|den|da|dos|di|la|le|bin|al|el|ten|zu)(?: (?:(?:\p{Lu}"
            + @"|\p{Lo})[\p{L}\p{M}'’.-]*|van|von|de|der|den|da|dos|di|la|le|bin|al|el|ten|zu)){0,4}$"
    )]
    private static partial Regex Name();

    /// <summary>Capitalised words that name no person.</summary>
    [GeneratedRegex(
        @"^(?:it|this|that|these|those|HO-?\d+|I|we|you|they|sales|marketing|everyone|someone|(?:a|an|the|our|some|more|my|your|new"
            + @"|please)\b.*|from|to|cc|re|fwd?|subject|sent|date|hi|hello|dear|thanks?|regards|best|kind regards|(?:e-?)?mail|phone|tel|contact|leads?"
            + @"|prospects?)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Thing();
}
