using SalesBot.Knowledge.Search;

namespace SalesBot.Answering;

/// <summary>Decides whether what was found answers the question, or only resembles it.</summary>
static class HonestyGate
{
    /// <summary>The least share of the question's words, rare ones counting more, that the best passage must hold.</summary>
    const double LeastCover = 0.34;

    /// <summary>What the material lacks, as words of the question; none where the passages answer.</summary>
    public static IReadOnlyList<string> Missing(SearchQuery query, IReadOnlyList<PassageHit> hits)
    {
        var lacking = query.Own.Where(term => term.Passages == 0).Select(term => term.Word).ToList();
        if (hits.Count == 0)
            return lacking.Count > 0 ? lacking : ["the topic of the question"];
        var stems = Terms.Set($"{hits[0].Passage.Section} {hits[0].Passage.Text}");
        var all = query.Own.Sum(Rarity);
        var covered = query.Terms.Where(term => stems.Contains(term.Stem)).Sum(term => term.Weight * Rarity(term));
        if (all == 0 || covered >= LeastCover * all)
            return [];
        return lacking.Count > 0 ? lacking : [.. query.Own.Where(term => !stems.Contains(term.Stem)).Select(term => term.Word)];
    }

    static double Rarity(QueryTerm term) => 1 / Math.Log(2.7 + term.Passages);
}
