using SalesBot.Handoffs;

namespace SalesBot.Conversations;

/// <summary>Tells what an edit changed: "Urgency: No rush → Now".</summary>
static class FieldChanges
{
    /// <summary>A line a change; that title and details followed a change of something else goes without saying.</summary>
    public static IReadOnlyList<string> Of(Handoff before, Handoff after)
    {
        var changed = Fields(before)
            .Zip(Fields(after))
            .Where(pair => pair.First.Value != pair.Second.Value)
            .Select(pair => (pair.First.Label, Before: pair.First.Value, After: pair.Second.Value))
            .ToList();
        if (changed.Exists(change => !Following.Contains(change.Label)))
            changed.RemoveAll(change => Following.Contains(change.Label));
        return [.. changed.Select(change => Told(change.Label, change.Before, change.After))];
    }

    static readonly string[] Following = ["Title", "Details"];

    static string Told(string label, string? before, string? after) =>
        string.IsNullOrEmpty(before) ? $"{label} added: {after}"
        : string.IsNullOrEmpty(after) ? $"{label} removed: {before}"
        : $"{label}: {before} → {after}";

    static IEnumerable<(string Label, string? Value)> Fields(Handoff handoff)
    {
        var (facts, words) = (handoff.Brief, handoff.Words);
        yield return ("Title", words.Title);
        yield return ("Kind", HandoffLabels.Of(facts.Kind));
        yield return ("Urgency", HandoffLabels.Of(facts.Urgency));
        yield return ("Contact", words.Person?.Name);
        yield return ("Email", words.Person?.Email);
        yield return ("Phone", words.Person?.Phone);
        yield return ("Role", words.Person?.Role);
        yield return ("Company", words.Company?.Name);
        yield return ("Domain", words.Company?.Domain);
        yield return ("Industry", words.Company?.Industry);
        yield return ("Size", words.Company?.Size);
        yield return ("Region", words.Company?.Region);
        yield return ("Source", facts.Source);
        yield return ("Campaign", facts.Campaign);
        yield return ("Budget", words.Qualification?.Budget);
        yield return ("Authority", words.Qualification?.Authority);
        yield return ("Need", words.Qualification?.Need);
        yield return ("Timeline", words.Qualification?.Timeline);
        yield return ("Next step", words.NextStep);
        yield return ("Details", words.Details);
    }
}
