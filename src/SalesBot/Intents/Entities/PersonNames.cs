using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents.Entities;

/// <summary>
/// Finds the person a message is about: behind a form of address ("Herr Kröger"), as the words that an e-mail address
/// spells, else as capitalised words that name no company, place or thing.
/// </summary>
static partial class PersonNames
{
    const int MaxWords = 4,
        MinSpelled = 3;

    /// <summary>The person, or null.</summary>
    public static Entity? Find(
        string text,
        IReadOnlyList<Entity> emails,
        IReadOnlyList<Entity> phones,
        Entity? role,
        Entity? company
    )
    {
        if (
            Addressed().FindIn(text) is { Success: true } addressed
            && Trimmed(addressed.Groups["name"], company) is { } courteous
        )
            return courteous;
        foreach (var email in emails)
            if (SpelledBy(email, text, company) is { } spelled)
                return spelled;
        foreach (
            var pattern in emails.Count + phones.Count > 0 || text.Contains('(')
                ? [Introduced(), Saying(), Beside(), Listed()]
                : new[] { Introduced(), Saying(), Listed() }
        )
        foreach (var match in pattern.FindAllIn(text))
            if (
                !Overlaps(match.Groups["name"], company)
                && !Overlaps(match.Groups["name"], role)
                && Trimmed(match.Groups["name"], company) is { } named
            )
                return named;
        return null;
    }

    static bool Overlaps(Group group, Entity? other) =>
        other is not null && group.Index < other.End && other.At < group.Index + group.Length;

    static Entity? Trimmed(Group group, Entity? company)
    {
        var words = group
            .Value.Trim(' ', ',', '.', '\'', '’', '-')
            .Split(' ')
            .Select(word => Possessive().ReplaceIn(word, ""))
            .ToList();
        while (words.Count > 0 && CommonWords.Has(words[0]))
            words.RemoveAt(0);
        while (words.Count > 0 && CommonWords.Has(words[^1]))
            words.RemoveAt(words.Count - 1);
        if (words.Count == 0 || words.Any(word => CommonWords.Has(word) && word.Length > 3))
            return null;
        var name = string.Join(' ', words);
        if (
            name.Length < 2
            || name == company?.Value
            || name.StartsWith("HO-", StringComparison.Ordinal)
            || !name.Any(char.IsLetter)
        )
            return null;
        return new Entity(
            name,
            name,
            group.Index + Math.Max(0, group.Value.IndexOf(words[0], StringComparison.Ordinal))
        );
    }

    /// <summary>
    /// The words of the text that an address's local part spells: <c>mjquispe@…</c> is "María José Quispe".
    /// </summary>
    static Entity? SpelledBy(Entity email, string text, Entity? company)
    {
        var local = email.Value[..email.Value.IndexOf('@')].ToLowerInvariant();
        var folded = FoldedText.Of(local);
        var parts = local.Split('.', '_', '-', '+').Select(part => FoldedText.Of(part)).ToList();
        var words = Word().FindAllIn(text).ToList();
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (
                word.Index < email.End && email.At < word.Index + word.Length
                || Overlaps(word, company)
                || CommonWords.Has(word.Value)
            )
                continue;
            if (!IsSpelled(word.Value, parts, folded))
                continue;
            var (first, last) = (at, at);
            while (
                first > 0
                && last - first < MaxWords - 1
                && Joins(text, words[first - 1], words[first])
                && IsName(words[first - 1], parts, folded, company, char.IsUpper(word.Value[0]))
            )
                first--;
            while (
                last + 1 < words.Count
                && last - first < MaxWords - 1
                && Joins(text, words[last], words[last + 1])
                && words[last + 1].Index < email.At | words[last + 1].Index >= email.End
                && IsName(words[last + 1], parts, folded, company, char.IsUpper(word.Value[0]))
            )
                last++;
            // "hannah o'brien-katz @ fennimore": a surname may be written small, and spelled by no address.
            if (
                last + 1 < words.Count
                && first == last
                && Joins(text, words[last], words[last + 1])
                && !CommonWords.Has(words[last + 1].Value)
                && words[last + 1].Value.Length > 2
                && !Overlaps(words[last + 1], company)
                && EndsName().IsIn(text[(words[last + 1].Index + words[last + 1].Length)..])
            )
                last++;
            // In a list the whole entry is the name: "stefan wachter / quarzwerk / stefan@…".
            if (
                Entry(text, words[first].Index, words[last].Index + words[last].Length) is { } entry
                && !Overlaps(entry.At, entry.End, company)
            )
                return entry;
            var name = Possessive().ReplaceIn(text[words[first].Index..(words[last].Index + words[last].Length)], "");
            return new Entity(name, name, words[first].Index);
        }
        return null;
    }

    static Entity? Entry(string text, int from, int to)
    {
        var start = text.LastIndexOfAny(['/', '|', ',', ':', '(', '\n'], Math.Max(0, from - 1)) + 1;
        var end = text.IndexOfAny(['/', '|', ',', '(', '\n'], to);
        if (start == 0 || end < 0)
            return null;
        var entry = text[start..end].Trim();
        return
            entry.Split(' ') is { Length: 2 or 3 } parts
            && parts.All(part => part.All(c => char.IsLetter(c) || c is '-' or '\'') && !CommonWords.Has(part))
            ? new Entity(entry, entry, text.IndexOf(entry, start, StringComparison.Ordinal))
            : null;
    }

    static bool Overlaps(int from, int to, Entity? other) => other is not null && from < other.End && other.At < to;

    static bool Joins(string text, Match left, Match right) =>
        text[(left.Index + left.Length)..right.Index] is " " or ". " or "-" or " '" or " ’";

    static bool IsSpelled(string word, List<string> parts, string local)
    {
        foreach (var umlauts in new[] { false, true })
        {
            var name = FoldedText.Of(Possessive().ReplaceIn(word, ""), umlauts);
            if (
                name.Length >= MinSpelled
                && (
                    parts.Contains(name)
                    || (name.Length >= 4 && local.EndsWith(name, StringComparison.Ordinal))
                    || (name.Length >= 4 && local.StartsWith(name, StringComparison.Ordinal))
                    || parts.Any(part => part.Length >= 5 && name.StartsWith(part, StringComparison.Ordinal))
                )
            )
                return true;
        }
        return false;
    }

    static bool IsName(Match word, List<string> parts, string local, Entity? company, bool isCapital) =>
        !CommonWords.Has(word.Value)
        && !Overlaps(word, company)
        && (
            IsSpelled(word.Value, parts, local)
            || (isCapital && (char.IsUpper(word.Value[0]) || Particle().IsIn(word.Value)))
            || (
                !isCapital
                && parts.Any(part =>
                    part.Length == 1 && FoldedText.Of(word.Value).StartsWith(part, StringComparison.Ordinal)
                )
            )
        );

    const string Capital = @"(?:\p{Lu}\.|(?:\p{Ll}{1,2}['’])?(?:\p{Lu}|\p{Lo})[\p{L}\p{M}'’-]*)";

    const string Particles =
        @"van|von|vom|de|der|den|da|do|das|dos|di|du|des|la|le|los|las|lo|bin|bint|bat|ben|abu|al|el|ten|ter|zu|zum|zur|del|della|degli|ibn|y|e|['’]t|op|af|av|ap";

    const string Full = Capital + @"(?: (?:" + Capital + @"|" + Particles + @")){0,3} " + Capital;

    const string Initialled = Capital + @" \p{Lu}\.?";

    /// <summary>Behind "Herr", "Ms." or "Dr." a name may be written small.</summary>
    [GeneratedRegex(
        @"\b(?i:mr|mrs|ms|miss|mx|dr|prof|professor|herr|frau|mme|madame|monsieur|señora?|sra?|signora?|sig|doctor)\.? (?:(?i:dr|prof)\.? )?(?<name>(?:"
            + Full
            + @"|"
            + Capital
            + @"|\p{Ll}[\p{L}'’-]{2,}))(?![\w@])"
    )]
    private static partial Regex Addressed();

    /// <summary>Behind words that introduce somebody, one name is enough.</summary>
    [GeneratedRegex(
        @"\b(?i:contact(?: person| there)?(?: is|:)|person(?: there| in charge)?(?: is|:)|handing|called|named|guy|lady|woman|man|gentleman|friend|neighbour|for weeks,|ask for|name(?: is|:)|called|named|met(?: with)?|with|talk(?:ed)? (?:to|with)|spoke (?:to|with)|call(?: back)?|ask for|find|flag|nurture|invite|reach(?: out to)?|first one(?: is|:)|lead(?: is|:)|for you[^:]{0,20}:|sales(?: team)?:|marketing(?: team)?:|hand(?:ing)?(?: over)?|pass(?:ing)?(?: on| along)?|refer|take|keep|get) (?:(?i:dr|prof|mr|mrs|ms)\.? )?(?<name>"
            + Full
            + "|"
            + Initialled
            + "|"
            + Capital
            + @"(?=,| \(| from | at | of | to | over | warm | back ))"
    )]
    private static partial Regex Introduced();

    /// <summary>
    /// Who says or wants something, also written small: "priya sundaresan from coromandel auto says".
    /// </summary>
    [GeneratedRegex(
        @"(?:^|[.!?:;,] +)(?<name>"
            + Full
            + "|"
            + Capital
            + @"|\p{Ll}[\p{L}'’-]+(?: \p{Ll}[\p{L}'’-]+)?)(?= (?:from|at|of|\() ?[^.!?]{2,40}?\)? (?i:says|said|wants|asks|asked|told|called|mentioned|thinks|would like|needs|complain\w*|is|wrote|replied|keeps|finds|found|loved|hates?)\b)"
    )]
    private static partial Regex Saying();

    [GeneratedRegex(
        @"(?<name>"
            + Full
            + "|"
            + Initialled
            + "|"
            + Capital
            + @")(?= ?(?:[,(/<:–—|-]|from |at |of |via |on ))|\b(?i:on|to|with|of|from|for|about|guy|lady) (?<name>\p{Ll}[\p{L}'’-]+ \p{Ll}[\p{L}'’-]+)(?= \()|(?<![\w@.])(?<name>\p{Ll}[\p{L}'’-]+ \p{Ll}[\p{L}'’-]+)(?= (?:of|from|at) \p{Ll}[\w&'’-]+(?: \p{Ll}[\w&'’-]+)?\s*[,;.(])|(?:[,(/–—|:]|\s-) ?(?<name>"
            + Full
            + @"|\p{Ll}[\p{L}'’-]+ \p{Ll}[\p{L}'’-]+)(?= ?[,(/):–—|<]| ?$)"
    )]
    private static partial Regex Beside();

    [GeneratedRegex(@"(?<![\w@.'’-])(?<name>" + Full + @")(?![\w@])")]
    private static partial Regex Listed();

    [GeneratedRegex(@"[\p{L}\p{M}][\p{L}\p{M}'’-]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"^ ?(?:@|\(|,|from |at |of )")]
    private static partial Regex EndsName();

    [GeneratedRegex("['’]s$")]
    private static partial Regex Possessive();

    [GeneratedRegex("^(?:t|" + Particles + ")$")]
    private static partial Regex Particle();
}
