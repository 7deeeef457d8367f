using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Classifying;

/// <summary>A row of a table that says which team has a task: one cell names the task, another nothing but the team.</summary>
sealed record OwnerRow(PassageHit Hit, Verdict Side)
{
    /// <summary>The share of the task's words that the row must say, and how many passages are looked at.</summary>
    const double LeastSaid = 0.6;
    const int LookedAt = 5;

    /// <summary>The first row among those found that gives the task to a team, or none.</summary>
    public static OwnerRow? Of(IEnumerable<PassageHit> hits, SearchQuery query)
    {
        foreach (var hit in hits.Take(LookedAt).Where(hit => hit.Passage.Kind == PassageKind.Row))
        {
            var cells = hit.Passage.Text.Split(Passage.Cell, StringSplitOptions.TrimEntries);
            var sides = cells.Skip(1).Select(SideOf).OfType<Verdict>().Distinct().ToList();
            var task = query.Own.Where(term => term.IsTopic && !Teams.Contains(term.Stem)).ToList();
            var said = Terms.Set(cells[0]);
            if (sides.Count == 1 && task.Count > 0 && task.Count(term => said.Contains(term.Stem)) >= LeastSaid * task.Count)
                return new OwnerRow(hit, sides[0]);
        }
        return null;
    }

    static readonly HashSet<string> Teams = Terms.Set("sales marketing belong belongs own owns owner owned responsible task team");

    /// <summary>The team that a cell names and nothing else.</summary>
    static Verdict? SideOf(string cell) => cell.ToLowerInvariant().Replace(" team", "", StringComparison.Ordinal) switch
    {
        "sales" => Verdict.Sales,
        "marketing" => Verdict.Marketing,
        "both" or "sales and marketing" or "marketing and sales" or "sales, marketing" or "sales & marketing" => Verdict.Both,
        _ => null,
    };
}
