using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Spans;

/// <summary>What a passage stands under, where it is said with it: "Gold plan: response time 4 hours".</summary>
static partial class SpanContext
{
    public static IEnumerable<SpanPart> Of(Passage passage, SearchQuery query)
    {
        var above = Above(passage, query);
        return above is null ? [] : [new SpanPart($"{above.TrimEnd(':', ' ', '…')}:", Exact: false)];
    }

    /// <summary>
    /// The sentence or item that leads to an item, where it is short, denies, or says a word of the question which the
    /// passage does not; else the nearest heading that says such a word.
    /// </summary>
    static string? Above(Passage passage, SearchQuery query)
    {
        var said = Terms.Set(passage.Text);
        var lacking = query
            .Own.Where(term => term.IsTopic && !said.Contains(term.Stem))
            .Select(term => term.Stem)
            .ToHashSet(StringComparer.Ordinal);
        bool Says(string above) => lacking.Overlaps(Terms.Set(above));
        if (
            passage.Lead?.Split(Passage.Below)[^1] is { } lead
            && IsSaid(lead)
            && (lead.Length <= ShortLead || Denies().IsIn(lead) || Says(lead))
        )
            return lead;
        // A sentence of a text says itself what it speaks of.
        var isNote =
            passage.Kind is PassageKind.Item or PassageKind.Step or PassageKind.Row || passage.Text.Length <= Note;
        return !isNote
            ? null
            : passage
                .Section.Split(Passage.Below)
                .LastOrDefault(heading => IsSaid(heading) && heading.Length <= Longest && Says(heading));
    }

    /// <summary>
    /// A question has been asked already, and "these can include" says nothing where nobody knows what these are.
    /// </summary>
    static bool IsSaid(string above) => !above.EndsWith('?') && !Subjects.Hangs(above);

    /// <summary>A lead-in up to this length is said whatever it says, in UTF-16 units.</summary>
    const int ShortLead = 50;

    [GeneratedRegex(
        @"\b(?:not|never|no|nor|cannot|can't|don't|doesn't|won't|without|except|only|unless|exclud\w+|forbidden|prohibited)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Denies();

    /// <summary>A paragraph up to this length may be a note under its heading, in UTF-16 units.</summary>
    const int Note = 80;

    /// <summary>A longer heading is no name of anything, in UTF-16 units.</summary>
    const int Longest = 80;
}
