using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents;

/// <summary>
/// Reads "flag Jane Doe, jane@acme.com, to marketing: not ready until spring": to whom, about whom, why. A sentence
/// that only speaks of handing over ("pass leads to sales") is none.
/// </summary>
static partial class RaiseReader
{
    const int LongestTitle = 120;

    /// <summary>What is handed over, or none if nothing is. Without a title, nobody said what.</summary>
    /// <param name="text">The message without what is said for politeness.</param>
    /// <param name="today">Where the sender is.</param>
    public static RaiseHandoff? Read(string text, DateOnly today)
    {
        foreach (var pattern in new[] { Named(), LeadFor(), ForwardTo(), LetKnow() })
            if (pattern.FindIn(text) is { Success: true } named)
                return Draft(Team(named), named.Groups["subject"].Value, "", text, today);
        if (Anything().IsIn(text))
            return new RaiseHandoff(null, "", []);
        if (ToTeam().FindIn(text) is { Success: true } match)
            return IsGeneric(match) ? new RaiseHandoff(Team(match), "", [])
                : IsSomething(match)
                    ? Draft(Team(match), match.Groups["subject"].Value, match.Groups["why"].Value, text, today)
                : null;
        if (AtEnd().FindIn(text) is { Success: true } end)
            return Draft(Team(end), text[..end.Index], "", text[..end.Index], today);
        if (TeamLead().FindIn(text) is { Success: true } lead && HasContact(text))
            return Draft(Team(lead), lead.Groups["subject"].Value, "", text, today);
        if (Should().FindIn(text) is { Success: true } should && HasContact(text))
            return Draft(Team(should), should.Groups["subject"].Value, "", text, today);
        return
            NoTeam().FindIn(text) is { Success: true } open
            && (HasContact(text) || IsPerson(open.Groups["subject"].Value))
            ? Draft(null, open.Groups["subject"].Value, open.Groups["why"].Value, text, today)
            : null;
    }

    /// <summary>All of it as something to be handed over, to whomever.</summary>
    public static RaiseHandoff Whole(string text, DateOnly today) => Draft(null, text, "", text, today);

    static string Team(Match match) => match.Groups["team"].Value.ToLowerInvariant();

    /// <summary>"a lead", and not a word on which.</summary>
    static bool IsGeneric(Match match) =>
        Generic().IsIn(match.Groups["subject"].Value.Trim())
        && match.Groups["why"].Value.Trim(' ', '.', '!', '?').Length == 0
        && !ThisOne().IsIn(match.Groups["subject"].Value);

    /// <summary>
    /// A contact, a name, a reason behind a comma or a colon, or one certain thing; plain plurals are what teams do,
    /// not what somebody hands over.
    /// </summary>
    static bool IsSomething(Match match)
    {
        var subject = match.Groups["subject"].Value;
        if (HasContact(match.Value) || IsPerson(subject))
            return true;
        return match.Groups["why"].Value.Trim(' ', '.', '!', '?').Length > 0
            ? match.Groups["and"].Success
            : Certain().IsIn(subject)
                || ContactWords.Read(subject, subject).Any(field => field.Name is "company")
                || (match.Value.StartsWith("flag", StringComparison.OrdinalIgnoreCase) && !Plural().IsIn(subject));
    }

    static bool IsPerson(string subject) => ContactWords.Read(subject, subject).Any(field => field.Name == "name");

    static bool HasContact(string text) => ContactWords.Read(text, "").Any(field => field.Name is "email" or "phone");

    static RaiseHandoff Draft(string? to, string subject, string why, string text, DateOnly today)
    {
        (subject, why) = (
            subject.Trim(' ', ',', ':', ';', '-', '\n'),
            why.Trim(' ', ',', ':', ';', '-', '–', '—', '.', '\n')
        );
        if (why.Length > 0 && Generic().IsIn(subject))
            (subject, why) = (why, "");
        if (
            why.Length == 0
            && !subject.Contains('\n')
            && subject.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon
        )
            (subject, why) = (subject[..colon], subject[(colon + 2)..].Trim());
        var isMail = MailSubject().FindIn(subject) is { Success: true };
        var fields = ContactWords.Read(text, subject).ToList();
        fields.AddRange(PurposeWords.Read(to, why.Length > 0 ? why : subject, text, fields.Count > 0, today));
        var who = Value("name") is { } name
            ? Value("company") is { } company
                ? $"{name} ({company})"
                : name
            : Value("company") ?? "";
        var rest =
            isMail ? MailSubject().FindIn(subject).Groups["subject"].Value.Trim()
            : why.Length > 0 ? why
            : Remaining(subject, fields);
        var about =
            who.Length == 0
                ? isMail
                    ? rest
                    : Joined(Plain(subject), why)
                : Joined(who, TitleWords.OfPerson(rest));
        var said = why.Length > 0 ? why : subject;
        return new RaiseHandoff(
            to,
            Cut(about.Length > 0 ? about : Plain(text)),
            about.Length > LongestTitle || said.Contains('\n')
                ? [.. fields, new ReadField("details", said, "")]
                : fields
        );

        string? Value(string field) => fields.Find(read => read.Name == field)?.Value;
    }

    static string Joined(string what, string why) =>
        why.Length == 0 ? what
        : what.Length == 0 ? why
        : $"{what}: {why}";

    static string Plain(string text) => text.Replace('\n', ' ').Trim();

    /// <summary>What the subject says beyond the fields that were read from it.</summary>
    static string Remaining(string subject, List<ReadField> fields) =>
        Pressing()
            .ReplaceIn(Blanks().ReplaceIn(Without(subject, fields), " "), "")
            .Trim(' ', ',', ':', ';', '-', '(', ')', '<', '>')
            is var left
        && !Leftover().IsIn(left)
            ? left
            : "";

    static string Without(string subject, List<ReadField> fields) =>
        Gap()
            .ReplaceIn(
                fields.Aggregate(
                    subject,
                    (rest, field) =>
                        field.Name is "name" or "email" or "phone" or "company" or "role" && field.From.Length > 0
                            ? rest.Replace(field.From, " ", StringComparison.Ordinal)
                            : rest
                ),
                " "
            );

    static string Cut(string title)
    {
        title = Plain(title);
        if (title.Length <= LongestTitle)
            return title;
        var space = title.LastIndexOf(' ', LongestTitle - 1, LongestTitle / 2);
        return PersonText.Clean(title[..(space > 0 ? space : LongestTitle)]) + " …";
    }

    const string Verb =
        "(?:hand[- ]?over|hand[- ]?off|handover|handoff|pass (?:on|along|over)|flag up|flag|hand|pass|send|refer|forward|give|raise|escalate|route|submit|transfer|kick|bring|move|assign):?";
    const string AnyTeam = "(?:the |our )?(?<team>sales|marketing)(?: team| department| people| folks| colleagues)?";
    const string ToWhom = "(?:over |on |off |along |back )?(?:to|for) " + AnyTeam;
    const string Thing = @"(?<subject>\S[\s\S]*)$";

    [GeneratedRegex(
        "^"
            + Verb
            + @"\s+(?<subject>\S[\s\S]*?)[,;]?\s+"
            + ToWhom
            + @"(?=$|[\s\p{P}\p{S}])(?!(?:,? and| or|,) (?:sales|marketing)\b)(?<and>\s*[^\p{L}\p{N}\s""'“(@+]+\s*(?:(?:because|since|as|for) )?"
            + @"|\s+(?:because|since|as|for|so|who|until|with|to)\b\s*|\s*\n\s*)?\s*(?<why>[\s\S]*)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ToTeam();

    [GeneratedRegex(
        @"^(?:new |a )?(?:hand[- ]?off|hand[- ]?over)(?: to| for)?:? (?:the )?(?<team>sales|marketing)\b(?! (?:is|are|and|or"
            + @"|vs)\b)[:,]?\s+"
            + Thing,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Named();

    [GeneratedRegex(
        @"^(?:(?:i|we) have |here is |here['’]s |there is |there['’]s )?(?:a |an |another |one |new )*(?:lead|prospect|contact"
            + @"|handoff) for "
            + AnyTeam
            + @"\s*[:,–—-]\s*"
            + Thing,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex LeadFor();

    /// <summary>"Marketing lead: Jane Doe, jane@acme.example"; with a contact, for else it speaks of leads.</summary>
    [GeneratedRegex(
        @"^(?:new |a |an |another |one |hot |warm )*(?<team>sales|marketing) (?:lead|prospect|contact)\b\s*[:,–—-]?\s+"
            + Thing,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex TeamLead();

    [GeneratedRegex(
        "^" + Verb + @"(?: (?:this|that|it))? " + ToWhom + @"\s*:\s*(?=[\s\S]*(?:@|\n|\p{Lu}\p{Ll}+ \p{Lu}))" + Thing,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ForwardTo();

    [GeneratedRegex(
        @"^(?:ask|tell|let) "
            + AnyTeam
            + @"(?! (?:and|or|from|apart)\b)(?! (?:if|whether|when|what|how|why|where|who)\b)(?: know)?(?: (?:for|to|that|about))?:? (?!apart|from|and"
            + @"|or)"
            + Thing,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex LetKnow();

    /// <summary>"… Please pass this to marketing."</summary>
    [GeneratedRegex(
        @"(?<=\S)[.!,;\n]\s*(?:please |pls |could you |can you )*(?:(?:pass|hand|send|forward|flag|give) (?:this|that|it|him|her|them)(?: on"
            + @"| over)? to|tell|let) (?:the )?(?<team>sales|marketing)(?: team)?(?: know)?(?:,? (?:please|pls|thanks|thx))?\s*[.!]*\s*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AtEnd();

    [GeneratedRegex(
        @"^(?:the )?(?<team>sales|marketing) (?:should|must|needs to|has to) " + Thing,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Should();

    [GeneratedRegex(
        "^"
            + Verb
            + @"(?: (?:this|that|it)(?: one)?)?(?: over| on| off| along)?\s*:?\s+(?<subject>\S[^:\n]*?)(?::\s*(?<why>[\s\S]*))?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex NoTeam();

    /// <summary>"I want to hand over a lead": and not a word on which, or to whom.</summary>
    [GeneratedRegex(
        @"^(?:i(?:['’]d| would)? (?:want|like|need|have) to |let me |can i |i )?(?:hand over|hand off|pass on|pass along|flag|raise|submit) (?:a|an|another|one|some|my) (?:new )?(?:lead|handoff|request|contact|prospect|customer)\W*$|^new (?:lead|handoff|request)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Anything();

    [GeneratedRegex(@"^(?:a|an|the|our|my|one|\d+) \w", RegexOptions.IgnoreCase)]
    private static partial Regex Certain();

    [GeneratedRegex(@"s\W*$|ing\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Plural();

    /// <summary>Words that stand for whatever is named behind the team.</summary>
    [GeneratedRegex(
        @"^(?:this|that|it|these|the following|(?:this |that |a |the |my |our |new |another |one |some )*(?:lead|prospect|contact|customer"
            + @"|client|person|someone|somebody|something|mail|e-?mail|message))$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Generic();

    [GeneratedRegex(@"^(?:this|that|it)$", RegexOptions.IgnoreCase)]
    private static partial Regex ThisOne();

    [GeneratedRegex(@"^\s*subject:\s*(?<subject>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex MailSubject();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Blanks();

    /// <summary>How urgent it is has a field of its own.</summary>
    [GeneratedRegex(@"[\s,;.!–-]+(?:urgent(?:ly)?|asap)[\s!.]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Pressing();

    [GeneratedRegex(@"\s*[,;()]\s*(?=[,;()\s])|\s{2,}")]
    private static partial Regex Gap();

    [GeneratedRegex(
        @"^(?:the |my |our |a |an |this )?(?:lead|prospect|contact|customer|client|person)?s?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Leftover();
}
