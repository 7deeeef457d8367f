using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents.Entities;

/// <summary>Finds e-mail addresses and phone numbers, and what somebody does for a living.</summary>
static partial class ContactParser
{
    /// <summary>E-mail addresses, in order.</summary>
    public static IReadOnlyList<Entity> Emails(string text) =>
        [
            .. Email()
                .FindAllIn(text)
                .Select(match => new Entity(match.Value.TrimEnd('.', '\'', '-'), match.Value, match.Index)),
        ];

    /// <summary>Phone numbers, in order; a date or an amount is none.</summary>
    public static IReadOnlyList<Entity> Phones(string text) =>
        [
            .. Phone()
                .FindAllIn(Email().ReplaceIn(text, "@"))
                .Where(IsPhone)
                .Select(match => match.Value.Trim(' ', '-', '.', '/', ','))
                .Select(phone => new Entity(phone, phone, Math.Max(0, text.IndexOf(phone, StringComparison.Ordinal)))),
        ];

    /// <summary>A role such as "Head of Purchasing", "COO", "operations manager".</summary>
    public static Entity? Role(string text) =>
        Roles().FindIn(text) is { Success: true } role ? new Entity(role.Value, role.Value, role.Index) : null;

    static bool IsPhone(Match match)
    {
        var digits = match.Value.Count(char.IsAsciiDigit);
        return digits is >= 7 and <= 16
            && !Date().IsIn(match.Value.Trim())
            && (
                digits > 8
                || match.Value.Contains('+')
                || match.Value.TrimStart().StartsWith('0')
                || match.Value.Trim().Contains(' ')
            );
    }

    [GeneratedRegex(@"[^\s<>,;:()""“”/|]+@[^\s<>,;:()""“”@/|]+\.\p{L}{2,}")]
    private static partial Regex Email();

    [GeneratedRegex(
        @"(?<![\w.#-])(?<!\b(?:order|invoice|no|nr|number|id|ticket)[.:#]? ?)\+?\(?[0-9][0-9 ()/.-]{5,18}[0-9](?![\w-])",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Phone();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$")]
    private static partial Regex Date();

    const string Field =
        @"(?:IT|[\p{Lu}][\p{L}&]+|sales|marketing|purchasing|procurement|operations|finance|logistics|product|engineering|facilities|security|digital|learning|people|sourcing|supply chain|customer \w+|quality|data|legal|innovation|ops|hr|growth|retail|production|training|events|comms|design|research|maintenance|fleet|estates|catering|development|partnerships|supply|planning|communications|technology|studies|admissions|programmes|programs)";

    [GeneratedRegex(
        @"(?<=[/|,(] ?)(?:ct|ce|cf|co|ci|cm)o(?= ?[/|,)])|\b(?:(?:[Cc]hief )(?:\p{L}+ ){1,2}[Oo]fficer\b|C[A-Z]?[EFIMOTPRS]O\b|(?:SVP|EVP|VP|AVP|[Vv]ice [Pp]resident)(?:(?: of)? "
            + Field
            + @")?\b|(?:[Hh]ead|[Dd]irector|[Cc]hief|[Mm]anager|[Dd]ean|[Ll]eiter|[Ll]eiterin) (?:of|for) (?:the )?"
            + Field
            + @"(?: (?:and|&) \p{L}+| \p{Lu}\p{L}+)?"
            + @"|(?i:(?:supply chain|it operations|human resources|customer experience|customer success|engineering|manufacturing|production|research|r&d|e-commerce|digital|innovation|sustainability|business development|information security|managing|technical|finance|financial|operations|commercial|creative|medical|regional|plant|sales|marketing|it|hr|programme|program) (?:director|manager|lead))\b"
            + @"|(?i:(?:product|project|office|general|purchasing|procurement|operations|facility|facilities|warehouse|category|store|account|brand|quality|logistics|supply chain|fleet|event|event[s]?|communications|training|safety|data protection) (?:manager|lead|officer|director|coordinator))\b"
            + @"|\b(?:MD|GM|PA|EA|PM)(?= (?:of|at|for|in)\b|[,;)])|\b\p{Lu}{2,4} (?:lead|manager|director|head|officer|coordinator)\b"
            + @"|(?i:co-?founder|founder|owner(?= of)|buyer|purchaser|procurement lead|it lead|head buyer|plant manager|team lead|dean|principal|superintendent|controller|treasurer|head nurse|chief physician|managing partner|solution architect|enterprise architect))"
    )]
    private static partial Regex Roles();
}
