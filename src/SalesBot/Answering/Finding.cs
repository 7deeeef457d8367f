using SalesBot.Answering.Honesty;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering;

/// <summary>What a search found for one question, and what the material lacks for it, if it does not answer.</summary>
sealed record Finding(string Question, SearchQuery Query, IReadOnlyList<PassageHit> Hits, IReadOnlyList<string> Missing)
{
    /// <summary>How likely the passages answer, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Whether two things are to be set side by side.</summary>
    public bool Compares { get; init; }

    public bool Answers => Confidence >= HonestyGate.Least;

    /// <summary>
    /// Whether what is missing stands nowhere in the material, and not only nowhere beside the rest of the question.
    /// </summary>
    public bool IsUnsaid => !Query.Own.Any(term => term.Passages > 0 && Missing.Contains(term.Word));

    /// <summary>Whether the best passage already holds most of what each of these parts asks.</summary>
    public bool HoldsAll(IEnumerable<Finding> parts) =>
        Hits.Count > 0 && parts.All(part => Coverage.Of(part.Query, Hits[0]) >= 0.6);

    /// <summary>The passages of several findings, in turn, each once.</summary>
    public static List<PassageHit> Merge(IEnumerable<Finding> findings, int most)
    {
        var merged = new List<PassageHit>();
        var lists = findings.Select(finding => finding.Hits).ToList();
        for (var rank = 0; merged.Count < most && lists.Any(list => rank < list.Count); rank++)
            foreach (var hit in lists.Where(list => rank < list.Count).Select(list => list[rank]))
                if (
                    merged.Count < most
                    && !merged.Any(seen =>
                        seen.Passage.Document == hit.Passage.Document && seen.Passage.Start == hit.Passage.Start
                    )
                )
                    merged.Add(hit);
        return merged;
    }
}
