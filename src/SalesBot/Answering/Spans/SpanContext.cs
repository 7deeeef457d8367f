using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Spans;

/// <summary>What a passage stands under, where it is said with it: "Gold plan: response time 4 hours".</summary>
static class SpanContext
{
    public static IEnumerable<SpanPart> Of(Passage passage, SearchQuery query)
    {
        var above = Above(passage, query);
        return above is null ? [] : [new SpanPart($"{above.TrimEnd(':', ' ', '…')}:", Exact: false)];
    }

    /// <summary>
    /// The sentence or item that leads to an item; else the nearest heading that says a word of the question which the passage does not. Questions are left out:
    /// somebody has asked already.
    /// </summary>
    static string? Above(Passage passage, SearchQuery query)
    {
        if (passage.Lead is { } lead)
            return lead.Split(Passage.Below)[^1] is var nearest && nearest.EndsWith('?') ? null : nearest;
        var said = Terms.Set(passage.Text);
        var lacking = query.Own.Where(term => term.IsTopic && !said.Contains(term.Stem)).Select(term => term.Stem).ToHashSet(StringComparer.Ordinal);
        return lacking.Count == 0 ? null
            : passage.Section.Split(Passage.Below).LastOrDefault(heading => !heading.EndsWith('?') && heading.Length <= Longest && lacking.Overlaps(Terms.Set(heading)));
    }

    /// <summary>A longer heading is no name of anything, in UTF-16 units.</summary>
    const int Longest = 80;
}
