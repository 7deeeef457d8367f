using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Spans;

/// <summary>Gives a list as a whole: the steps of a procedure, or all that is asked for.</summary>
static partial class ListSpan
{
    /// <summary>So many items are said; a chat message is no handbook.</summary>
    const int Most = 12;

    /// <summary>So much is quoted, in UTF-16 units: more is no quote but a page.</summary>
    const int Longest = 700;

    /// <summary>
    /// Whether the question wants more than one item: how something is done, in steps; or which there are.
    /// </summary>
    public static bool IsAskedFor(string question, Passage passage) =>
        !Compares().IsIn(question)
        && passage.Kind switch
        {
            PassageKind.Item when Defines(passage.Text, question) => false,
            PassageKind.Step => AsksHow().IsIn(question) || AsksAll().IsIn(question),
            PassageKind.Item => AsksAll().IsIn(question)
                || AsksHow().IsIn(question) && passage.Lead is null
                || IsShortListed(passage) && AsksWhat().IsIn(question),
            PassageKind.LeadIn or PassageKind.Paragraph => true,
            _ => false,
        };

    /// <summary>
    /// Whether somebody asks what to do in a case, and one item of the list alone speaks of it: "what should I do with a
    /// lead that is not ready?".
    /// </summary>
    public static bool IsOfOneItem(Passage item, string question, SearchQuery query, IReadOnlyList<Passage> passages)
    {
        if (item is not { Kind: PassageKind.Item, Whole: { } whole } || !OfCase().IsIn(question))
            return false;
        var asked = query.Own.Where(term => term.IsTopic).Select(term => term.Stem).ToHashSet(StringComparer.Ordinal);
        var own = Terms.Set(item.Text);
        own.IntersectWith(asked);
        foreach (
            var other in passages.Where(other =>
                other.Kind == PassageKind.Item
                && other.Start != item.Start
                && other.Start >= whole.Start
                && other.End <= whole.End
            )
        )
            own.ExceptWith(Terms.Set(other.Text));
        return own.Count > 0 && own.Count * 2 >= asked.Count;
    }

    [GeneratedRegex(
        @"\bwhat (?:should|do|must|can|would) (?:i|we|you|one|sales|marketing) do (?:with|if|when|about|for|once|after)\b|\bwhat happens (?:with|to|if|when|once|after)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OfCase();

    /// <summary>Whether an item begins with just what is asked for and says what it is: "The 4 Ps are …".</summary>
    static bool Defines(string item, string question)
    {
        var verb = Is().FindIn(item);
        return verb.Success
            && Terms.Set(item[..verb.Index]) is { Count: > 0 } subject
            && subject.SetEquals(Terms.Set(Wanted().ReplaceIn(question, " ")));
    }

    /// <summary>"Examples of", "what kinds of": what is wanted of a thing, and not the thing.</summary>
    [GeneratedRegex(
        @"\b(?:list|name|give|tell|show|me|us|some|any|all|(?:examples?|types?|kinds?|sorts?|forms?)(?: of| for)?)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Wanted();

    /// <summary>Who wants two things told apart wants what is said of each, and no list.</summary>
    [GeneratedRegex(@"\b(?:differen\w*|differs?|versus|vs\.?|compared?|distinction)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Compares();

    /// <summary>How many are asked for: "give me three …"; none where the number belongs to what is listed.</summary>
    public static int? Count(string question)
    {
        if (Asked().FindIn(question) is not { Success: true } asked)
            return null;
        var said = asked.Groups["n"].Value.ToLowerInvariant();
        return Array.IndexOf(NumberWords, said) is >= 0 and var place ? place + 1 : said[0] - '0';
    }

    static readonly string[] NumberWords = ["one", "two", "three", "four", "five", "six"];

    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but|please|pls|can you|could you|just)\W+)*(?:(?:give|tell|show|name|list)(?: me| us)?|i (?:need|want)|what are|which are) (?:just |only |any |at least )?(?<n>one|two|three|four|five|six|[1-6]) (?:\w+ ){0,2}?(?:tasks?|things?|examples?|activit(?:y|ies)|jobs?|ways?|reasons?|differences?|methods?|tools?|points?|duties|sales|marketing)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Asked();

    [GeneratedRegex(@"\b(?:is|are|means?)\b|:", RegexOptions.IgnoreCase)]
    private static partial Regex Is();

    /// <summary>Whether steps stand under a title or headings that say all of what somebody asks how to do.</summary>
    public static bool IsProcedureFor(Passage passage, string question, SearchQuery query)
    {
        if (passage.Kind != PassageKind.Step || !AsksHow().IsIn(question))
            return false;
        var above = Terms.Set($"{passage.Title} {passage.Section}");
        var topics = query.Own.Where(term => term.IsTopic).ToList();
        return topics.Count > 0 && topics.TrueForAll(term => above.Contains(term.Stem));
    }

    /// <summary>What a few short items say together is one answer.</summary>
    static bool IsShortListed(Passage passage) =>
        passage is { Lead: not null, Whole: { } whole } && whole.End - whole.Start <= Short;

    const int Short = 600;

    [GeneratedRegex(@"\b(?:who|whom|whose|when|where)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksOne();

    [GeneratedRegex(
        @"^\W*(?:what|which things) (?:makes?|counts?|happens|does|do|is|are|should|must|can)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AsksWhat();

    /// <summary>
    /// The list, from the sentence that leads to it, as far as it can be quoted; none if it is no list of items, or the
    /// passage found stands beyond that.
    /// </summary>
    public static AnswerSpan? Of(
        PassageHit hit,
        TextSpan whole,
        IReadOnlyList<Passage> passages,
        string text,
        string question
    )
    {
        var most = Count(question);
        var items = passages.Where(passage => passage.Start >= whole.Start && passage.End <= whole.End).ToList();
        var all = items.FindAll(item => item.Kind is PassageKind.Item or PassageKind.Step or PassageKind.Question);
        var listed = all.FindAll(item => item.End - whole.Start <= Longest).Take(most ?? Most).ToList();
        if (
            listed.Count < 2
            || hit.Passage.Start > listed[^1].Start
            // More than can be said is no answer to who asks for one thing.
            || all.Count > listed.Count && most is null && AsksOne().IsIn(question)
            || items.Exists(item => item.Kind == PassageKind.Row)
        )
            return null;
        var parts = items.TakeWhile(item => item.Start < all[0].Start).SelectMany(Leading).ToList();
        var number = 0;
        foreach (var item in listed)
            parts.Add(
                new SpanPart(
                    item.Text,
                    Exact: true,
                    item.Lead != listed[0].Lead ? "   –"
                        : item.Kind == PassageKind.Step ? $"{++number}."
                        : "•"
                )
            );
        if (all.Count > listed.Count && most is null)
            parts.Add(new SpanPart($"… and {all.Count - listed.Count} more", Exact: false, "•"));
        var end = listed[^1].End;
        var passage = hit.Passage with
        {
            Start = whole.Start,
            End = end,
            Text = text[whole.Start..end],
            Lead = null,
            Whole = whole,
            Section =
                hit.Passage.Lead is { } lead && hit.Passage.Section.EndsWith(lead, StringComparison.Ordinal)
                    ? hit.Passage.Section[..^lead.Length].TrimEnd(' ', '›')
                    : hit.Passage.Section,
        };
        return new AnswerSpan(hit with { Passage = passage }, parts);
    }

    /// <summary>
    /// The sentence that leads to the list; where it only points ("These can include:"), the heading above it.
    /// </summary>
    static IEnumerable<SpanPart> Leading(Passage leading)
    {
        if (!Subjects.Hangs(leading.Text))
            return [new SpanPart(leading.Text, Exact: true)];
        var heading = leading.Section.Split(Passage.Below)[^1].TrimEnd(':', '?', ' ');
        return heading.Length == 0 ? [] : [new SpanPart($"{heading}:", Exact: false)];
    }

    [GeneratedRegex(
        @"\bhow (?:do|does|can|should|could|would|to|must|is|are)\b|\b(?:steps?|process|procedure|instructions)\b|\bwhat (?:do|should|must) (?:i|we|you|one) do\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AsksHow();

    [GeneratedRegex(
        @"\b(?:list|all|steps|types|kinds|examples|responsibilities|duties|tasks|requirements|criteria|values|benefits|stages|phases|goals|reasons|ways|rules)\b"
            + @"|\b(?:what|which) (?:are|\w+s (?:are|do|does|must|should|can|have|need))\b|\bwhat (?:\w+ )?(?:does|do) .* (?:include|cover|consist of|contain|do)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AsksAll();
}
