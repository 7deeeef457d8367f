using SalesBot.Classifying.Statements;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Honesty;

/// <summary>How much of what a question is about stands in a passage.</summary>
static class Coverage
{
    /// <summary>
    /// A word counts by its rarity; one the material never says counts less if it is plain English (people have many
    /// words for a thing) and more if it is a name.
    /// </summary>
    public static double Weight(QueryTerm term) => term.Topic * TopicWeight(term);

    static double TopicWeight(QueryTerm term) =>
        term.Weight
        * (
            term.Passages > 0 ? 1 / Math.Log(2.7 + term.Passages)
            : term.IsEnglish ? 0.45
            : 1.1
        );

    /// <summary>
    /// The share of the question's own words that the passage, its headings and its title say, 0 to 1; 0 for a question
    /// without a word.
    /// </summary>
    public static double Of(SearchQuery query, PassageHit hit)
    {
        var said = Terms.Set($"{hit.Passage.Title} {hit.Passage.Section} {hit.Passage.Columns} {hit.Passage.Text}");
        var all = query.Own.Sum(Weight);
        var covered = query
            .Terms.Where(term => IsSaid(term, said))
            .Sum(term => term.IsEarlier ? Weight(term) / 2 : Weight(term));
        return all == 0
            ? covered > 0
                ? 1
                : 0
            : Math.Min(1, covered / all);
    }

    /// <summary>
    /// The words of the question that neither the passage says, nor what it stands under, nor its title.
    /// </summary>
    public static List<QueryTerm> Lacking(SearchQuery query, PassageHit hit)
    {
        var said = Terms.Set($"{hit.Passage.Title} {hit.Passage.Section} {hit.Passage.Columns} {hit.Passage.Text}");
        return [.. query.Own.Where(term => !IsSaid(term, said))];
    }

    /// <summary>Whether a word is said, or another of the trade for the same thing: a webshop is a website.</summary>
    public static bool IsSaid(QueryTerm term, HashSet<string> said) =>
        said.Contains(term.Stem)
        || TradeWords.Has(term.Word)
            && Terms.Set(TradeWords.In(term.Word)) is { Count: > 0 } same
            && same.IsSubsetOf(said);
}
