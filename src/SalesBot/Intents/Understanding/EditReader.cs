using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Intents.Entities;

namespace SalesBot.Intents.Understanding;

/// <summary>
/// Reads which fields of a handoff are to be changed: "her e-mail is …", "company is Globex, not Initech", "change the
/// title of HO-1008 to …", "urgency now".
/// </summary>
static partial class EditReader
{
    /// <summary>The new values by field, empty if nothing is to be changed.</summary>
    /// <param name="text">The message with its handoffs written as <c>HO-1001</c>.</param>
    /// <param name="entities">What it names.</param>
    /// <param name="today">The day that dates count from.</param>
    public static Dictionary<string, string> Read(string text, MessageEntities entities, DateOnly today)
    {
        var fields = ReadAll(text, entities, today);
        return entities.Numbers.Count > 0 ? fields
            : text.Length > MaxOfIt ? []
            : fields.Where(field => Plain.Contains(field.Key)).ToDictionary();
    }

    /// <summary>
    /// Without a handoff's number a message is a correction only if it is short, and about a field that every handoff
    /// has.
    /// </summary>
    const int MaxOfIt = 110,
        MaxNameWords = 6,
        MaxValue = 200;

    static readonly string[] Plain =
    [
        "email",
        "phone",
        "role",
        "company",
        "title",
        "name",
        "urgency",
        "campaign",
        "source",
    ];

    /// <summary>The new values by field, of any field, where it is sure that a handoff is corrected.</summary>
    public static Dictionary<string, string> ReadAll(string said, MessageEntities entities, DateOnly today)
    {
        var text = said;
        var fields = new Dictionary<string, string>();
        text = NotThis().ReplaceIn(text, "is ");
        if (Rename().FindIn(text) is { Success: true } rename)
            return Value("title", rename.Groups["value"].Value, fields);
        if (Person().FindIn(text) is { Success: true } person)
            return Value("name", person.Groups["value"].Value, fields);
        if (WholeTitle().FindIn(text) is { Success: true } whole && !Setter().IsIn(whole.Groups["value"].Value))
            return Value("title", whole.Groups["value"].Value, fields);
        if (Listed().FindIn(text) is { Success: true } listed)
            return Value("role", listed.Groups["value"].Value, fields);
        foreach (
            var match in Setter()
                .FindAllIn(text)
                .Concat(Wrong().FindAllIn(text))
                .Concat(Behind().FindAllIn(text))
                .Concat(Add().FindAllIn(text))
                .Concat(Became().FindAllIn(text))
                .Concat(Mistaken().FindAllIn(text))
        )
            Set(
                IsOfPerson(match) ? "role" : FieldOf(match.Groups["field"].Value),
                match.Groups["value"].Value,
                entities,
                today,
                fields
            );
        if (fields.Count == 0 && Corrects().IsIn(text))
        {
            if (entities.Emails.Count > 0)
                fields["email"] = entities.Emails[^1].Value;
            if (entities.Phones.Count > 0)
                fields["phone"] = entities.Phones[^1].Value;
        }
        if (fields.Count == 0 && NotBut().FindIn(said) is { Success: true } role)
        {
            var value = role.Groups["new"].Success ? role.Groups["new"].Value : role.Groups["first"].Value;
            if (ContactParser.Role(value) is not null || role.Groups["she"].Success)
                fields["role"] = value.Trim(' ', '.', '(', ',');
        }
        if (fields.Count == 0 && entities.Role is { } named && Holds().IsIn(text))
            fields["role"] = named.Value;
        if (!fields.ContainsKey("email") && entities.Emails.Count == 1 && MailWord().IsIn(text))
            fields["email"] = entities.Emails[0].Value;
        if (!fields.ContainsKey("phone") && entities.Phones.Count == 1 && PhoneWord().IsIn(text))
            fields["phone"] = entities.Phones[0].Value;
        if (
            fields.Count == 0
            && Pressing().FindIn(text) is { Success: true } pressing
            && UrgencyWords.Read(pressing.Groups["value"].Value, today) is { } urgency
        )
            fields["urgency"] = urgency;
        return fields;
    }

    static Dictionary<string, string> Value(string field, string value, Dictionary<string, string> fields)
    {
        fields[field] = Clean(value);
        return fields;
    }

    /// <summary>"Her title" is what she is, and no title of the handoff.</summary>
    static bool IsOfPerson(Match match) =>
        match.Groups["field"].Value.Equals("title", StringComparison.OrdinalIgnoreCase)
        && Somebodys().IsIn(match.Value);

    [GeneratedRegex(@"^(?:her|his|their)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Somebodys();

    static void Set(
        string field,
        string value,
        MessageEntities entities,
        DateOnly today,
        Dictionary<string, string> fields
    )
    {
        var said = value;
        value = Clean(Not().ReplaceIn(value, ""));
        if (field != "urgency" && value.Length is 0 or > MaxValue)
            return;
        switch (field)
        {
            case "email":
                if (ContactParser.Emails(value) is [var email, ..])
                    fields["email"] = email.Value;
                break;
            case "phone":
                if (ContactParser.Phones(value) is [var phone, ..])
                    fields["phone"] = phone.Value;
                break;
            case "address":
                if (ContactParser.Emails(value) is [var address, ..])
                    fields["email"] = address.Value;
                break;
            case "urgency":
                if (UrgencyWords.Read(said, today) is { } urgency)
                    fields["urgency"] = urgency;
                break;
            case "kind":
                fields["kind"] = value.ToLowerInvariant().Replace(' ', '-');
                break;
            default:
                if (
                    !Empty().IsIn(value)
                    && (field is not ("role" or "company" or "name") || value.Split(' ').Length <= MaxNameWords)
                )
                    fields[field] = field is "campaign" or "source" or "company" or "name" or "role"
                        ? Article().ReplaceIn(value, "")
                        : value;
                break;
        }
    }

    static string Clean(string value)
    {
        value = Trailing().ReplaceIn(value.Trim(), "").Trim(' ', '.', ',', ';', '!', ':');
        return value.Trim('\'', '"', '“', '”', '‘', '’', '«', '»', '„', '(', ' ');
    }

    static string FieldOf(string word) =>
        word.ToLowerInvariant() switch
        {
            var w when w.Contains("mail", StringComparison.Ordinal) => "email",
            var w
                when w.Contains("address", StringComparison.Ordinal)
                    || w.Contains("adress", StringComparison.Ordinal) => "address",
            var w
                when w.Contains("phone", StringComparison.Ordinal)
                    || w is "number" or "tel" or "mobile" or "cell" or "direct line" or "line" or "phone number" =>
                "phone",
            var w
                when w.Contains("job", StringComparison.Ordinal)
                    || w.Contains("role", StringComparison.Ordinal)
                    || w.Contains("position", StringComparison.Ordinal)
                    || w == "function" => "role",
            var w
                when w.Contains("company", StringComparison.Ordinal)
                    || w is "firm" or "account" or "employer" or "organisation" or "organization" => "company",
            "title" or "subject" or "headline" => "title",
            "name" or "contact" or "contact person" or "first name" or "surname" or "last name" or "person" => "name",
            "priority" or "urgency" or "prio" => "urgency",
            "next step" => "nextStep",
            "description" or "details" or "detail" => "details",
            var w => w,
        };

    const string Field =
        @"(?<field>e-?mail(?: address)?|mail(?: address)?|adress|address|phone(?: number)?|telephone(?: number)?|mobile(?: number)?|cell|tel|direct line|number|job title|job|role|position|company(?: name)?|firm|employer|title|subject|headline|(?:first |last |sur|contact )?name|contact(?: person)?|urgency|priority|prio|campaign|source|kind|type|next step|budget|details|description|timeline|authority|need|region|industry|size|domain)";

    const string Whose =
        @"(?:(?:the|her|his|their|its|a|new|right|correct|actual|real|proper|customer's|contact's|lead's|wrong|my|our|\w+(?:'s|’s))\s+)*";

    const string Of =
        @"(?:\s*(?:of|for|on|in|at)\s+(?:the |this |that )?(?:HO-\d+|it|this one|that one|lead|this|that|handoff|one|her|him|them|request))?";

    const string Is =
        @"\s*(?:(?:(?:has |have )?changed to|(?:has|have|had) (?:to be|changed to)|should (?:be|read|say):?|must be|ought to be|needs to be|is now|is actually|is really|is in fact|are now|was actually|is|are|was|isn't|'s|’s|=|:|becomes|reads|goes|to be|(?:up |down |back )?to|into|as)\s+(?:now |actually |really |rather |in fact |called |named |the )*|(?:[:=]|->|→|=>)\s*|(?<=urgency|prio|priority)\s+|(?<=company|firm|phone|number|mail|role|campaign|source)\s+(?=(?-i:\p{Lu})|\+|[0-9]{2}|\S+@))";

    const string Value_ =
        @"(?<value>(?:'[^'\n]{1,150}'|""[^""\n]{1,150}""|“[^”\n]{1,150}”|[^,;\n(!?]{1,150}?))(?=\s*(?:[,;\n(!?]|\.(?:\s|$)|$|\s(?:not|instead of|rather than|please|pls|and (?:the |her |his |their )?(?:e-?mail|mail|address|number|name|phone|role|company|source|campaign|title|urgency)|by the way|btw|thanks|thx|sorry|for HO-|in HO-|on HO-|- |– )))";

    [GeneratedRegex(
        @"\b(?<!no )(?<!any )(?<!without )(?<!same )" + Whose + Field + Of + Is + Value_,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Setter();

    /// <summary>"Title of HO-1005 should read: Factsheet, Spanish": all that stands behind the colon.</summary>
    [GeneratedRegex(
        @"(?<!\b(?:her|his|their|job) )\b(?:title|subject|headline)"
            + Of
            + @"\s*(?:should (?:be|read|say)|must be|is now|is|to|reads|now)?\s*(?::|->|→)\s*(?<value>[^\n]{3,150})$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex WholeTitle();

    /// <summary>"She's down as CFO, that's wrong, she's Head of Treasury".</summary>
    [GeneratedRegex(
        @"\b(?:is|['’]s|are|was) (?:down|listed|entered|recorded|shown|in there|in it) as [^,;.]{2,40}[,;.–-]+\s*(?:but |and )?(?:(?:that['’]?s|that is|thats|which is|it['’]?s) (?:wrong|not right|incorrect|a mistake|outdated|old)[,;.–-]*\s*)?(?:but |and |actually )*(?:she|he|they)(?:['’]s|s| is| are|['’]re) (?:actually |really |in fact |now |the )*(?<value>[\p{L}&/ ]{2,40}?)(?=\s*[.,;(!]|$)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Listed();

    /// <summary>"wrong phone in HO-1005, correct is …"; "typo in the company, it's Lumora".</summary>
    [GeneratedRegex(
        @"\b(?:wrong|bad|old|outdated|incorrect|typo in|misspelled|misspelt|error in|mistake in)\s+(?:the )?"
            + Field
            + Of
            + @"(?:\s*[.,;:–—(-]+\s*|\s+)(?:(?:the )?(?:correct|right|real|new|proper|actual)(?: one)? is|it's|it’s|its|it is|it should be|should be|should read|it was|was|is|use|make it|that's|correct:|right:|now|correct)\s*:?\s*(?:the )?"
            + Value_,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Behind();

    /// <summary>"Company name in HO-1004 is wrong, should be Meridian Glass".</summary>
    [GeneratedRegex(
        @"\b"
            + Field
            + Of
            + @"\s*(?:is|was|looks|seems)\s+(?:wrong|incorrect|outdated|misspelled|misspelt|a typo|not right|old)\s*[.,;:–-]*\s*(?:it |and |that |this )*(?:should be|should read|must be|ought to be|is actually|is really|correct is|it['’]?s|is|be)\s+(?:the )?"
            + Value_,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Wrong();

    /// <summary>"Add the role please: Head of Purchasing"; "please add her phone: …".</summary>
    [GeneratedRegex(
        @"\b(?:add|set|put|enter|fill in|update|correct|fix|change|edit|insert|make|include|use)\b\s+"
            + Whose
            + Field
            + Of
            + @"(?:\s+(?:please|pls|there|too|as well))?\s*(?:to|as|:|=|–|-|,|is|from [^,;]{1,40}? to)?\s*"
            + Value_,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Add();

    /// <summary>"move the urgency up to now"; "he's called Tom now".</summary>
    [GeneratedRegex(
        @"\b(?:add|put|use|write|enter|set|note|record|make)\s+(?<value>\S+@\S+|\+?[0-9][0-9 ()/.-]{6,}|(?!it\b|that\b|this\b|HO-)[^,;:.\n]{2,60}?)\s+(?:as|for|to|in|into|under)\s+(?:the )?"
            + Whose
            + Field,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Became();

    /// <summary>
    /// "It came from the podcast, please set that as the source"; "I wrote Head of IT as her role, it's Head of Legal".
    /// </summary>
    [GeneratedRegex(
        @"\b(?:came|comes|come|is|was) (?:from |via |through )?(?<value>[^,.;\n]{2,60})[,.;–-]+\s*(?:so |and )?(?:please |pls |can you |could you )*(?:set|put|add|enter|use|take|note|make) (?:that|this|it) (?:down )?as "
            + Whose
            + Field
            + @"|\b(?:wrote|put|entered|typed|gave|noted|had) (?:down )?[^,.;\n]{2,60} as "
            + Whose
            + Field
            + @"[,.;–-]*\s*(?:but |and |sorry |it |that )*(?:it's|it’s|its|it is|that's|should be|should read|correct is|right is|is|make it|must be)\s+(?:actually |really |the )*(?<value>[^,.;\n]{2,60})",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Mistaken();

    /// <summary>"Isn't today but this week".</summary>
    [GeneratedRegex(
        @"\b(?:isn['’]?t|is not|wasn['’]?t|was not|not) [^,;.\n]{1,40}?,? but (?:rather )?",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex NotThis();

    [GeneratedRegex(
        @"\b(?:rename|retitle|re-title)\s+(?:HO-\d+|it|this one|that one|this|that)?\s*(?:to|as|into|:)\s*(?<value>[^\n]{2,150})$|\b(?:HO-\d+|it|this one|that one)\s+(?:should|must|ought to|has to|needs to) be (?:called|named|titled)\s+(?<value>[^\n]{2,150})$|\b(?:call|name)\s+(?:HO-\d+|it|this one)\s+(?<value>['""“][^\n]{2,150})$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Rename();

    /// <summary>"that's Jane, not Joan"; "it's spelled Kowalczyk"; "she's called …".</summary>
    [GeneratedRegex(
        @"\b(?:(?:that|it|this|the person|the contact|he|she)(?:'s|’s| is|s)|(?:it's|its|name is) (?:spelled|spelt|written))(?: (?:called|named|spelled|spelt|written|actually|really))* (?<value>\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+){0,3}),? not \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*\W*$|\b(?:it's|its|name is|he is|she is|he's|she's) (?:spelled|spelt|written|called) (?<value>\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+){0,3})",
        RegexOptions.None
    )]
    private static partial Regex Person();

    [GeneratedRegex(
        @"\b(?:typo|wrong|correct(?:ion|ed)?|actually|mistyped|misspelled|misspelt|should be|updated?|changed|new|right one|mixed up|replace|instead)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Corrects();

    [GeneratedRegex(
        @"\b(?<she>she|he|they)(?:'s|’s|'re|’re| is| are|s)? (?:actually |really |in fact |now )?(?:not|no longer)(?: the| a| an)? [\p{L} ]{2,40}?(?:,)? but(?: the| a| an)? (?<new>[\p{L}&/ ]{2,40}?)(?=\s*[.,;(!]|$)|\b(?<she>she|he|they)(?:'s|’s|'re|’re| is| are) (?:actually |really |in fact |now )*(?:the |a |an )?(?<first>[\p{L}&/ ]{2,40}?),? not(?: the| a| an)? [\p{L} ]{2,30}",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex NotBut();

    [GeneratedRegex(
        @"(?:^|, |; )\W*(?:please |pls |make |set |mark |put |bump |move |raise |flag |change |switch |turn )*(?:HO-\d+|it|this one|that one)\W*(?:is|as|to|now|has become|became|got|'s|are|up to|down to)?\W*(?:now |very |really |super |suddenly |only |not so |not |more |actually )*(?<value>urgent|asap|now|today|this week|no rush|not urgent|less urgent|someday|low priority|high priority|top priority|critical)(?:\W*(?:now|please|pls|though|anymore|any more)?\W*$|[,.;!–-].{0,40}$)|^\W*(?:actually |so |ok |sorry )*(?:there['’]?s |there is |it['’]?s )?(?<value>no (?:rush|hurry|stress|urgency)|not urgent) (?:any ?more )?(?:with|on|for|about) (?:HO-\d+|it|this one|that one)\b.{0,40}$|^\W*(?<value>(?:HO-\d+|it|this one|that one)\W{0,3}(?:is|isn['’]?t|is not|was|['’]s|became|becomes|got|gets|has become)\W*(?:\w+ ){0,3}(?:urgent|pressing|a rush|asap|top priority|low priority)\b.{0,60})$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Pressing();

    [GeneratedRegex(
        @"\b(?:she|he|they|contact|person|lady|guy)(?:'s|’s| is| are)\s+(?:actually |really |in fact |now |their |the |a |an |our |indeed )*\p{L}",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Holds();

    [GeneratedRegex(@"\b(?:e-?mail|mail|ad+ress)\b", RegexOptions.IgnoreCase)]
    private static partial Regex MailWord();

    [GeneratedRegex(@"\b(?:phone|number|mobile|cell|tel|telephone|direct line|line)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PhoneWord();

    [GeneratedRegex(@"\s*(?:,|\bbut)?\s*\b(?:not|instead of|rather than)\b.*$", RegexOptions.IgnoreCase)]
    private static partial Regex Not();

    [GeneratedRegex(@"\s*(?:\b(?:please|pls|thanks|thx|now|instead|sorry)|- .*|– .*)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Trailing();

    [GeneratedRegex(@"^(?:the|a|an)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Article();

    [GeneratedRegex(
        @"^(?:wrong|misspel[lt]\w*|mistyped|missing|unknown|not|incorrect|outdated|old|bad|there|in|on|it|here|good|fine|ok|right|correct|frozen|approved|gone|tight|full|empty|next|only|too|no|needed|please|HO-\d+|being)\b.*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Empty();
}
