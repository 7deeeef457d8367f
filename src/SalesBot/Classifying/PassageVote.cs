using SalesBot.Knowledge.Search;

namespace SalesBot.Classifying;

/// <summary>What a passage found for a task says about whose it is: the side of the clause that shares most of the task's words.</summary>
sealed class PassageVote
{
    public PassageVote(PassageHit hit, SearchQuery query)
    {
        Hit = hit;
        var all = query.Own.Sum(Rarity);
        foreach (var clause in Clauses.Of(hit.Passage))
        {
            var stems = Terms.Set(hit.Passage.Text[clause.Start..clause.End]);
            var cover = all > 0 ? query.Own.Where(term => stems.Contains(term.Stem)).Sum(Rarity) / all : 0;
            if (cover > Cover)
                (Cover, Side) = (cover, clause.Side);
        }
    }

    public PassageHit Hit { get; }

    /// <summary>The team the clause speaks of, if it speaks of one.</summary>
    public Verdict? Side { get; }

    /// <summary>The share of the task's words that the clause holds, rare words counting more, 0 to 1.</summary>
    public double Cover { get; }

    static double Rarity(QueryTerm term) => 1 / Math.Log(2.7 + term.Passages);
}
