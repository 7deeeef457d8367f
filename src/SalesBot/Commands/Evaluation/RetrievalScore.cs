using SalesBot.Chat;

namespace SalesBot.Commands.Evaluation;

/// <summary>How well ranked citations hold what answers a question.</summary>
static class RetrievalScore
{
    /// <summary>A longer quote is no citation any more, in UTF-16 units.</summary>
    const int LongestQuote = 700;

    /// <summary>Whether one of the first <paramref name="k"/> citations answers.</summary>
    public static double Hit(EvaluationItem item, IReadOnlyList<Citation> citations, int k) =>
        citations.Take(k).Any(citation => item.Gold.SelectMany(group => group).Any(gold => Covers(citation, gold)))
            ? 1
            : 0;

    /// <summary>Whether the first <paramref name="k"/> citations answer each part of the question.</summary>
    public static double AllParts(EvaluationItem item, IReadOnlyList<Citation> citations, int k) =>
        item.Gold.All(group => citations.Take(k).Any(citation => group.Any(gold => Covers(citation, gold)))) ? 1 : 0;

    /// <summary>
    /// Normalised discounted cumulative gain over ten citations (Järvelin and Kekäläinen 2002), each quote that answers
    /// counting once.
    /// </summary>
    public static double NDcg(EvaluationItem item, IReadOnlyList<Citation> citations)
    {
        var open = item.Gold.SelectMany(group => group).GroupBy(gold => gold.Unit).ToList();
        var ideal = Enumerable.Range(0, Math.Min(10, open.Count)).Sum(rank => 1 / Math.Log2(rank + 2));
        var gain = 0.0;
        foreach (var (citation, rank) in citations.Take(10).Select((citation, rank) => (citation, rank)))
            if (open.RemoveAll(unit => unit.Any(gold => Covers(citation, gold))) > 0)
                gain += 1 / Math.Log2(rank + 2);
        return ideal == 0 ? 0 : Math.Min(1, gain / ideal);
    }

    /// <summary>Whether a citation holds a quote, or more than half of it.</summary>
    public static bool Covers(Citation citation, GoldQuote gold)
    {
        if (Path.GetFileName(citation.Document) != gold.File || citation.Quote.Length > LongestQuote)
            return false;
        if (citation.Quote.Contains(gold.Quote, StringComparison.Ordinal))
            return true;
        var half = gold.Quote.Length / 2 + 1;
        return citation.Quote.Contains(gold.Quote[..half], StringComparison.Ordinal)
            || citation.Quote.Contains(gold.Quote[^half..], StringComparison.Ordinal)
            || gold.Quote.Contains(citation.Quote, StringComparison.Ordinal) && citation.Quote.Length >= half;
    }
}
