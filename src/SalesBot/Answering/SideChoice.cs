using SalesBot.Classifying;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering;

/// <summary>Chooses the side that a "which one" question asks for: the one whose clause holds most of the question's words.</summary>
static class SideChoice
{
    /// <summary>The side, both where a clause says that the two share it, or none where no clause tells.</summary>
    public static Verdict? Of(Finding finding)
    {
        Verdict? side = null;
        var most = 0.0;
        foreach (var (hit, rank) in finding.Hits.Take(3).Select((hit, rank) => (hit, rank)))
            foreach (var clause in Clauses.Of(hit.Passage))
            {
                var text = hit.Passage.Text[clause.Start..clause.End];
                var said = Terms.Set(text);
                // A later passage must say clearly more to decide.
                var cover = finding.Query.Own.Where(term => said.Contains(term.Stem)).Sum(Coverage.Weight) * Math.Pow(0.8, rank);
                if (cover > most)
                    (most, side) = (cover, Clauses.IsShared(text) ? Verdict.Both : clause.Side);
            }
        return side;
    }
}
