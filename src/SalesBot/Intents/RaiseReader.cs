using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents;

/// <summary>
/// Reads "flag Jane Doe, jane@acme.com, to marketing: not ready until spring": to whom, about whom, why. A sentence that only speaks of handing over ("pass leads to
/// sales") is none.
/// </summary>
static partial class RaiseReader
{
    const int LongestTitle = 120;

    /// <summary>What is handed over, or none if nothing is.</summary>
    /// <param name="text">The message without what is said for politeness.</param>
    /// <param name="today">Where the sender is.</param>
    public static RaiseHandoff? Read(string text, DateOnly today)
    {
        if (Named().Match(text) is { Success: true } named)
            return Draft(Team(named), named.Groups["subject"].Value, "", text, today);
        if (ToTeam().Match(text) is { Success: true } match && IsSomething(match))
            return Draft(Team(match), match.Groups["subject"].Value, match.Groups["why"].Value, text, today);
        if (AskTeam().Match(text) is { Success: true } asked)
            return Draft(Team(asked), asked.Groups["subject"].Value, "", text, today);
        return NoTeam().Match(text) is { Success: true } open && HasContact(text)
            ? Draft(null, open.Groups["subject"].Value, open.Groups["why"].Value, text, today) : null;
    }

    static string Team(Match match) => match.Groups["team"].Value.ToLowerInvariant();

    /// <summary>A reason, a contact, or one certain thing; plain plurals are what teams do, not what somebody hands over.</summary>
    static bool IsSomething(Match match) =>
        (match.Groups["why"].Value.Trim(' ', '.', '!', '?').Length > 0 ? match.Groups["and"].Success : IsCertain(match)) || HasContact(match.Value);

    static bool IsCertain(Match match) => Certain().IsMatch(match.Groups["subject"].Value)
        || ContactWords.Read(match.Value, match.Groups["subject"].Value).Any(field => field.Name is "name" or "company");

    static bool HasContact(string text) => ContactWords.Read(text, "").Any(field => field.Name is "email" or "phone");

    static RaiseHandoff Draft(string? to, string subject, string why, string text, DateOnly today)
    {
        (subject, why) = (subject.Trim(' ', ',', ':', ';', '-'), why.Trim(' ', ',', ':', ';', '-', '–', '—', '.'));
        if (why.Length == 0 && subject.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon)
            (subject, why) = (subject[..colon], subject[(colon + 2)..].Trim());
        var fields = ContactWords.Read(text, subject).ToList();
        fields.AddRange(PurposeWords.Read(to, why.Length > 0 ? why : subject, text, fields.Count > 0, today));
        var who = Value("name") is { } name ? Value("company") is { } company ? $"{name} ({company})" : name : Value("company") ?? "";
        var about = who.Length == 0 ? Joined(Plain(subject), why) : Joined(who, why.Length > 0 ? why : Remaining(subject, fields));
        return new RaiseHandoff(to, Cut(about.Length > 0 ? about : Plain(text)), [.. fields, .. Details(why, about)]);

        string? Value(string field) => fields.Find(read => read.Name == field)?.Value;
    }

    static IEnumerable<ReadField> Details(string why, string title) =>
        title.Length > LongestTitle || why.Contains('\n') ? [new ReadField("details", why.Length > 0 ? why : title, why)] : [];

    static string Joined(string what, string why) => why.Length == 0 ? what : what.Length == 0 ? why : $"{what}: {why}";

    static string Plain(string text) => text.Replace('\n', ' ').Trim();

    /// <summary>What the subject says beyond the fields that were read from it.</summary>
    static string Remaining(string subject, List<ReadField> fields) =>
        Gap().Replace(fields.Aggregate(subject, (rest, field) => field.Name is "name" or "email" or "phone" or "company" or "role" && field.From.Length > 0
            ? rest.Replace(field.From, " ", StringComparison.Ordinal) : rest), " ").Trim(' ', ',', ':', ';', '-', '(', ')') is var left
            && !Leftover().IsMatch(left) ? left : "";

    static string Cut(string title) => title.Length <= LongestTitle ? title.Replace('\n', ' ')
        : title.Replace('\n', ' ')[..title.LastIndexOf(' ', LongestTitle - 1, LongestTitle - 1)].TrimEnd() is { Length: > 0 } cut ? cut + " …"
        : PersonText.Clean(title[..LongestTitle]) + "…";

    const string Verb = "(?:flag|hand|pass|send|refer|forward|give|raise|escalate|route|submit|transfer|kick|bring|hand[- ]?over|hand[- ]?off|pass on|handover|handoff)";
    const string ToWhom = @"(?:over |on |off |along |back )?(?:to|for) (?:the |our )?(?<team>sales|marketing)(?: team| department| people| folks| colleagues)?";

    [GeneratedRegex("^" + Verb + @"\s+(?<subject>\S.*?)[,;]?\s+" + ToWhom + @"(?=$|[\s,.:;!?–—-])(?<and>\s*[,.:;!?–—-]+\s*(?:(?:because|since|as|for) )?|\s+(?:because|since|as|for|so|who|until|with|to)\b\s*)?\s*(?<why>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex ToTeam();

    [GeneratedRegex(@"^(?:new |a )?(?:hand[- ]?off|hand[- ]?over)(?: to| for)?:? (?:the )?(?<team>sales|marketing)\b(?! (?:is|are|and|or|vs)\b)[:,]?\s+(?<subject>\S.*)$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?:ask|tell) (?:the )?(?<team>sales|marketing)(?: team)? (?:for|to|that) (?<subject>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex AskTeam();

    [GeneratedRegex("^" + Verb + @"(?: over| on| off)?\s+(?<subject>\S[^:]*?)(?::\s*(?<why>.*))?$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex NoTeam();

    [GeneratedRegex(@"^(?:a|an|the|our|my|one|\d+) \w", RegexOptions.IgnoreCase)]
    private static partial Regex Certain();

    [GeneratedRegex(@"\s*[,;()]\s*(?=[,;()\s])|\s{2,}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"^(?:the |my |our |a |an |this )?(?:lead|prospect|contact|customer|client|person)?s?$", RegexOptions.IgnoreCase)]
    private static partial Regex Leftover();
}
