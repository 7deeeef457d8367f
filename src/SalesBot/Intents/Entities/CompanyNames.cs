using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents.Entities;

/// <summary>
/// Finds the company a message is about: the words that an e-mail domain spells, else what stands where companies stand
/// ("at Nordvik", "(Baobab Textiles, …)", "the Tessaro account").
/// </summary>
static partial class CompanyNames
{
    const int MaxWords = 4;

    /// <summary>The company, or null.</summary>
    /// <param name="text">The message.</param>
    /// <param name="emails">Its e-mail addresses.</param>
    /// <param name="role">The role it names, which is no company.</param>
    public static Entity? Find(string text, IReadOnlyList<Entity> emails, Entity? role)
    {
        var plain = role is null
            ? text
            : text.Remove(role.At, role.Text.Length).Insert(role.At, new string('|', role.Text.Length));
        foreach (var email in emails)
            plain = plain.Remove(email.At, email.Text.Length).Insert(email.At, new string('|', email.Text.Length));
        foreach (var email in emails)
            if (SpelledBy(email, plain) is { } spelled)
                return spelled;
        if (
            emails
                .Select(email => email.Value[(email.Value.IndexOf('@') + 1)..].Split('.')[0])
                .Any(domain => domain.Length == 0)
        )
            return null;
        foreach (
            var pattern in new[]
            {
                Labelled(),
                Suffixed(),
                Corporate(),
                SayingFrom(),
                SecondInBrackets(),
                InBrackets(),
                BehindPreposition(),
                OfOurs(),
                Account(),
                Acting(),
                HandedOver(),
                InSlashes(),
                BehindNumber(),
            }
        )
        foreach (var match in pattern.FindAllIn(plain))
            if (
                Named(match.Groups["name"]) is { } named
                && !emails.Any(email => IsSenderOf(email, named.Value))
                && !(pattern == BehindPreposition() && (IsPlace(plain, named) || IsSpokenTo(plain, named)))
            )
                return named;
        return null;
    }

    /// <summary>The company whose name the domain of an address spells: "Northwind" from @northwind.example; or null.</summary>
    public static Entity? SpelledIn(string text, IReadOnlyList<Entity> emails)
    {
        // What stands in an address names nobody: "https://evil.example|bank".
        foreach (var address in WebAddress().FindAllIn(text))
            text = text.Remove(address.Index, address.Length).Insert(address.Index, new string(' ', address.Length));
        return emails.Select(email => SpelledBy(email, text)).OfType<Entity>().FirstOrDefault();
    }

    [GeneratedRegex(@"\S+(?:://|\.\p{L}{2})\S*")]
    private static partial Regex WebAddress();

    /// <summary>
    /// Whether an address is written with that name before its @, and so belongs to a person called so.
    /// </summary>
    static bool IsSenderOf(Entity email, string name) =>
        FoldedText.Of(name.Split(' ')[0]) is { Length: > 2 } first
        && FoldedText.Of(email.Value[..email.Value.IndexOf('@')]).Contains(first, StringComparison.Ordinal);

    /// <summary>
    /// The company that stands beside a person in a list: "Sunita Thapa | COO | Everest Beverages | …".
    /// </summary>
    public static Entity? Beside(string text, Entity person, Entity? role)
    {
        foreach (var match in Segment().FindAllIn(text[person.End..]).Take(3))
        {
            var segment = match.Groups["name"];
            var at = person.End + segment.Index;
            if (role is not null && at < role.End && role.At < at + segment.Length)
                continue;
            return
                segment.Value.Split(' ').Length <= MaxWords
                && Named(segment) is { } named
                && named.Value == segment.Value.Trim()
                ? named with
                {
                    At = at,
                }
                : null;
        }
        return null;
    }

    [GeneratedRegex(@"\G\s*[|/,–-]\s*(?<name>[^|/,;:()@.+0-9\n]{2,40})(?=\s*[|/,;(\n.]|$)")]
    private static partial Regex Segment();

    static Entity? Named(Group group)
    {
        var name = group
            .Value.Trim(' ', ',', '.', '\'', '’', '-', '!', ':')
            .Replace("'s", "", StringComparison.Ordinal)
            .Replace("’s", "", StringComparison.Ordinal);
        var words = name.Split(' ');
        while (
            words.Length > 0
            && (
                (CommonWords.Has(words[^1]) && !(words.Length > 1 && CorporateBehind().IsIn($" {words[^1]}")))
                || words[^1] is "&"
            )
        )
            words = words[..^1];
        if (
            words.Length == 0
            || name.Length < 2
            || words.All(CommonWords.Has)
            || CommonWords.Has(words[0])
            || name.StartsWith("HO-", StringComparison.Ordinal)
            || words[0].Contains('@')
        )
            return null;
        var kept = string.Join(' ', words);
        return new Entity(kept, kept, group.Index + Math.Max(0, group.Value.IndexOf(kept, StringComparison.Ordinal)));
    }

    /// <summary>
    /// "I talked to Jane Doe", "follow up with Jane Doe": whom one talks to is somebody, where two names stand.
    /// </summary>
    static bool IsSpokenTo(string text, Entity named) =>
        named.Value.Split(' ').Length == 2 && named.At > 0 && Speaking().IsIn(text[..named.At]);

    [GeneratedRegex(
        @"\b(?:talk(?:ed|ing|s)?|spoke|speak(?:ing)?|chat(?:ted)?|follow(?:ing|ed)?[ -]?up|met(?: up)?|meet(?:ing)?|call(?:ed|back)?|catch up|lunch|coffee|touch|contact|a word|listened|reach(?:ed)? out) (?:to|with|by) $",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Speaking();

    /// <summary>"from the Hannover fair" and "at the Berlin trade show" name a place.</summary>
    static bool IsPlace(string text, Entity named) => Occasion().IsIn(text[Math.Min(text.Length, named.End)..]);

    /// <summary>
    /// The words of the text that an address's domain spells: <c>lagosfoods.example</c> is "Lagos Foods".
    /// </summary>
    static Entity? SpelledBy(Entity email, string text)
    {
        var domain = email.Value[(email.Value.IndexOf('@') + 1)..].ToLowerInvariant();
        if (FreeMail().IsIn(domain))
            return null;
        var label = FoldedText.Of(
            domain.Split('.') is [.., var second, "co" or "com" or "org" or "ac" or "gov" or "net", _]
                ? second
                : domain.Split('.')[^2]
        );
        var words = Word()
            .FindAllIn(text)
            .Where(word => word.Index + word.Length <= email.At || word.Index >= email.End)
            .ToList();
        Entity? best = null;
        for (var from = 0; from < words.Count; from++)
        for (var count = 1; count <= MaxWords && from + count <= words.Count; count++)
        {
            var (first, last) = (words[from], words[from + count - 1]);
            var span = text[first.Index..(last.Index + last.Length)];
            if (
                span.Length > 60
                || span.Contains('@')
                || span.IndexOfAny([',', ';', '(', ')', '/', '\n', ':']) >= 0
                || span.Contains(". ", StringComparison.Ordinal)
            )
                break;
            var trimmed = span.TrimEnd('.', '\'', '’')
                .Replace("'s", "", StringComparison.Ordinal)
                .Replace("’s", "", StringComparison.Ordinal);
            if (
                Spells(trimmed, label)
                && !IsSurname(
                    email,
                    from > 0 && text[(words[from - 1].Index + words[from - 1].Length)..first.Index] == " "
                        ? words[from - 1].Value
                        : ""
                )
                && (best is null || trimmed.Length > best.Text.Length)
            )
                best = new Entity(trimmed, trimmed, first.Index);
        }
        return best is null ? null : Widened(best, text);
    }

    static bool Spells(string span, string label)
    {
        var (folded, german) = (FoldedText.Of(span), FoldedText.Of(span, umlauts: true));
        // "Clinic Alborz" writes from alborzclinic.example.
        if (span.Split(' ') is [var first, var second] && FoldedText.Of(second) + FoldedText.Of(first) == label)
            return true;
        if (Joining().IsIn(span) && FoldedText.Of(Joining().ReplaceIn(span, " ")) == label)
            return true;
        return folded.Length >= 2
            && (
                folded == label
                || german == label
                || (folded.Length >= 4 && label.StartsWith(folded, StringComparison.Ordinal) && !CommonWords.Has(span))
                || (
                    label.Length >= 4
                    && folded.StartsWith(label, StringComparison.Ordinal)
                    && (
                        !span.Contains(' ') || (label.Length >= 6 && span.Split(' ').All(word => char.IsUpper(word[0])))
                    )
                )
            );
    }

    /// <summary>What a domain leaves out: "Maquilas del Bajío" writes from maquilasbajio.example.</summary>
    [GeneratedRegex(
        @" (?:de|del|de la|da|do|dos|du|des|di|of|and|y|e|et|und|van|von|der|for|the|&) ",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Joining();

    /// <summary>"Bakare" behind "Oluwaseun", who writes from bakareandsons.example, is a surname.</summary>
    static bool IsSurname(Entity email, string before) =>
        FoldedText.Of(before) is { Length: > 2 } first
        && FoldedText.Of(email.Value[..email.Value.IndexOf('@')]).Contains(first, StringComparison.Ordinal);

    /// <summary>"Nordvik" before "Shipping AS" takes the capitalised words behind it along.</summary>
    static Entity Widened(Entity company, string text)
    {
        var behind = text[company.End..];
        if (InBracketsBehind().FindIn(behind) is { Success: true } rest && text[..company.At].EndsWith('('))
            return new Entity(company.Text + rest.Value, company.Text + rest.Value, company.At);
        if (CorporateBehind().FindIn(behind) is { Success: true } trade)
            return new Entity(company.Text + trade.Value, company.Text + trade.Value, company.At);
        if (JoinedBehind().FindIn(behind) is { Success: true } joined && char.IsUpper(company.Text[0]))
            return new Entity(company.Text + joined.Value, company.Text + joined.Value, company.At);
        var more = Capitals().FindIn(behind);
        if (
            LeftPart().FindIn(text[..company.At]) is { Success: true } left
            && char.IsUpper(company.Text[0])
            && !CommonWords.Has(left.Groups["name"].Value)
        )
            return new Entity(
                $"{left.Groups["name"].Value} {company.Text}",
                $"{left.Groups["name"].Value} {company.Text}",
                left.Groups["name"].Index
            );
        if (!char.IsUpper(company.Text[0]) || !more.Success || more.Value.Trim().Split(' ').Any(CommonWords.Has))
            return company;
        var wide = company.Text + more.Value.TrimEnd();
        return new Entity(wide, wide, company.At);
    }

    /// <summary>"Ebony Print" takes "&amp; Pack" behind it along.</summary>
    [GeneratedRegex(@"^ & \p{Lu}[\w'’-]*")]
    private static partial Regex JoinedBehind();

    const string Name =
        @"(?:\p{Lu}|\p{Lo}|[0-9]+\p{Lu})[\w&.'’+-]*(?: (?:&|and(?= \p{Lu})|of(?= \p{Lu})|de(?= \p{Lu})|du(?= \p{Lu})|del(?= \p{Lu})|la(?= \p{Lu})|\p{Lu}[\w&.'’+-]*)){0,4}";

    [GeneratedRegex(
        @"\b(?i:company|firm|account|organi[sz]ation)(?: (?i:is|name|called|named))?[:=]? (?i:called |named |is )?(?<name>"
            + Name
            + ")"
    )]
    private static partial Regex Labelled();

    [GeneratedRegex(
        @"(?<name>\b\p{Lu}[\w&'’-]{0,40}(?: (?:& )?\p{Lu}[\w&'’-]{0,40}){0,3},? (?:GmbH|AG|KG|SE|Inc\.?|Ltd\.?|LLC|plc|Corp\.?|SARL|S\.?A\.?|B\.?V\.?|AB|AS|A/S|Oy|SpA|Srl|Pty|Co\.))(?!\w)"
    )]
    private static partial Regex Suffixed();

    /// <summary>A name whose last word says what kind of company it is: "Brightwater Logistics".</summary>
    [GeneratedRegex(@"(?<![\w@.-])(?<name>(?:\p{Lu}[\w&'’-]*(?: &)? ){1,3}" + Trade + @")(?![\w@])")]
    private static partial Regex Corporate();

    const string Trade =
        @"(?:Logistics|Foods?|Systems?|Bank|Group|Textiles?|Retail|Insurance|Clinics?|Hospitals?|Energ(?:y|ie|ia|ies)|Freight|Air|Airways|Airlines|Pharma\w*|Motors?|Labs?|Laborator(?:y|ies)|Media|Industr(?:y|ies)|Solutions|Software|Technolog(?:y|ies)|Partners|Consulting|Universit(?:y|ät)|Auto|Automotive|Steel|Chemicals?|Services|Holdings?|Sons|Brothers|Works|Telecom|Power|Water|Agro|Apps|Health|Healthcare|Care|Medical|Shipping|Hotels?|Resorts?|Farms?|Brewery|Bakery|Bakeries|Seeds|Chain|Tech|Robotics|Capital|Ventures|Estates?|Properties|Construction|Engineering|Electronics|Electric|Instruments|Optics|Plastics?|Glass|Paper|Timber|Tools|Sports|Fashion|Travel|Tours|School|College|Institute|Council|Ministry|Cooperative|Mills?|Mining|Marine|Ports?|Rail|Railways|Trucks?|Transport|Cargo|Aviation|Aerospace|Dairy|Wines?|Coffee|Tea|Trading|Imports?|Exports?|Supplies|Stores?|Markets?|Furniture|Interiors|Design|Studios?|Press|Publishing|Games|Gaming|Security|Networks?|Cloud|Data|Digital|Analytics|Biotech|Genetics|Therapeutics|Diagnostics|Devices|Batteries|Solar|Wind|Gas|Oil|Petroleum|Metals|Cement|Ceramics|Cosmetics|Outdoor|Cycles|Bikes|Marina|Museum|Theatre|Foundation|Trust|Association|Society|Federation|Corporation|Company|Enterprises|International|Global|Worldwide)";

    /// <summary>
    /// "nadia haddad from cedar freight just replied": also written small, where the person says or does something.
    /// </summary>
    [GeneratedRegex(
        @"(?:^|[.!?:;,] *)\p{L}[\p{L}'’-]+(?: \p{L}[\p{L}'’-]+)? (?:from|at|of) (?<name>\p{L}[\w&'’-]+(?: \p{L}[\w&'’-]+)?) (?:just |also |now |finally |has |have |keeps |is |would |again |only )*(?:says|said|wants|asks|asked|told|called|mentioned|thinks|like|needs|complain\w*|wrote|replied|finds|found|loved|hates?|signed|registered|booked|downloaded|asking|looking|interested|opened|filled|requested|joined|attended|visited|came)\b|(?<![\w@.])\p{Ll}[\p{L}'’-]+ \p{Ll}[\p{L}'’-]+ (?:from|of|at) (?<name>\p{Ll}[\w&'’-]+(?: \p{Ll}[\w&'’-]+)?)(?=\s*[,;.()]|\s-\s)"
    )]
    private static partial Regex SayingFrom();

    /// <summary>A name in brackets behind a person: "(Baobab Textiles, +221 …)".</summary>
    [GeneratedRegex(
        @"\(\|*[,\s]*(?:(?:at|from|of|with) )?(?:the )?(?<name>(?:\p{Lu}|\p{Lo}|(?<=\p{Ll} \()\p{Ll})[^(),;@0-9|]{1,40}?)\s*(?:[,;)–—|]| - )"
    )]
    private static partial Regex InBrackets();

    /// <summary>Who is in brackets behind "a caller" is a person, and then comes the company.</summary>
    [GeneratedRegex(
        @"\b\p{Ll}{3,} \((?:\p{Lu}[\p{L}'’.-]+ ){1,2}\p{Lu}[\p{L}'’-]+, (?<name>" + Name + @")(?=\s*[,;)–—|])"
    )]
    private static partial Regex SecondInBrackets();

    /// <summary>A name that ends the list of somebody's particulars: "Jane Doe, +48 12 555 01 66, Karpaty Meble".</summary>
    [GeneratedRegex(@"(?:\+?\d[\d ()./-]{6,}|\|{6,}),\s*(?<name>" + Name + @")(?=\s*(?:[.;,\n)]|$))")]
    private static partial Regex BehindNumber();

    [GeneratedRegex(
        @"\b(?i:at|from|of|with|for|to|by) (?i:the (?:company |folks at |people at |team at )?)?(?<name>" + Name + @")"
    )]
    private static partial Regex BehindPreposition();

    [GeneratedRegex(
        @"\b(?i:(?:customers?|suppliers?|partners?|clients?|prospects?)(?: of ours)?|a (?:customer|client|prospect|company|supplier|partner) (?:called|named)|(?:customer|client|prospect|company|account))[,:]? (?<name>"
            + Name
            + ")"
    )]
    private static partial Regex OfOurs();

    [GeneratedRegex(
        @"\b(?i:the|our|my) (?<name>" + Name + @") (?i:account|deal|opportunity|people|folks|guys|team|lead)\b"
    )]
    private static partial Regex Account();

    /// <summary>"umbrella wants to buy": who does such a thing and is no person's full name.</summary>
    [GeneratedRegex(
        @"(?:^|[.!?:;,–-] *)(?<name>\p{L}[\w&'’-]{2,}(?: (?:& )?\p{Lu}[\w&'’-]+){0,2}) (?i:(?:has|have) (?:gone|been|gotten|just)|went|go|goes|wants?|asks? (?:for|us|about)|asked|needs?|is (?:looking|interested|ready|asking)|are (?:looking|interested|ready|asking)|went quiet|signed|would like|has (?:a|asked|signed)|called us)\b"
    )]
    private static partial Regex Acting();

    [GeneratedRegex(
        @"\b(?i:handing over|hand over|passing on|pass on|pass|flag|lead|account)(?::| ->)? (?<name>"
            + Name
            + @")(?=:| (?i:to|account)\b)"
    )]
    private static partial Regex HandedOver();

    /// <summary>The second part of "María José Quispe / Lima Agro / …", and of "lead -> sales, initech, …".</summary>
    [GeneratedRegex(
        @"(?:^|[:/|])\s*\p{Lu}[^/|,@:]{2,40}\s[/|]\s(?<name>\p{Lu}[^/|,@:]{1,40}?)\s[/|]|^(?:\S+ ){0,2}(?:->|→|to|for) (?:sales|marketing)[,:] (?<name>\p{L}[\w&'’-]+),"
    )]
    private static partial Regex InSlashes();

    [GeneratedRegex(@"[\p{L}\p{M}0-9][\p{L}\p{M}0-9&'’.+-]*")]
    private static partial Regex Word();

    /// <summary>"At Mutuelle Aurore", which writes from aurore.example.</summary>
    [GeneratedRegex(@"(?:\b(?:at|from|of|with|for) |[/|,(–-] ?)(?<name>\p{Lu}[\p{L}'’-]+) $")]
    private static partial Regex LeftPart();

    /// <summary>The rest of a name in brackets.</summary>
    [GeneratedRegex(@"^(?: \p{L}[\w&'’-]*){1,3}(?=[),;])")]
    private static partial Regex InBracketsBehind();

    [GeneratedRegex("^ (?i:" + Trade + @")(?![\w@])")]
    private static partial Regex CorporateBehind();

    [GeneratedRegex(
        @"^(?: (?:(?:de|del|della|di|du|des|da|do|dos|van|von|der|den|la|le|les|los|las|y|e|und|et) ){0,2}\p{Lu}[\w&'’-]*)+(?![\w@])"
    )]
    private static partial Regex Capitals();

    [GeneratedRegex(
        @"^(?:'s|’s)? (?i:(?:trade )?(?:fair|show|expo|exhibition|conference|event|webinar|summit|booth|office|region|airport|roadshow|breakfast|meetup|list|campaign|mailing|ad|ads)\b)"
    )]
    private static partial Regex Occasion();

    [GeneratedRegex(
        @"^(?:gmail|googlemail|yahoo|hotmail|outlook|live|icloud|gmx|web|proton|protonmail|aol|mail|me)\.",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex FreeMail();
}
