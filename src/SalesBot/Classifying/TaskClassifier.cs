using SalesBot.Knowledge;
using SalesBot.Knowledge.Search;

namespace SalesBot.Classifying;

/// <summary>Says whose task something is, from what the nearest passages say of each team.</summary>
sealed class TaskClassifier(KnowledgeIndex index)
{
    const int Nearest = 12;

    /// <summary>The verdict by the generation in use.</summary>
    public Classification Classify(string task)
    {
        using var lease = index.Lease();
        return Classify(task, lease);
    }

    /// <summary>The verdict by the generation of the lease.</summary>
    public Classification Classify(string task, GenerationLease lease)
    {
        var searcher = lease.Generation.Searcher;
        var query = searcher.Queries.Read(TaskText.Of(task));
        var votes = searcher.Search(query, Nearest).Select(hit => new PassageVote(hit, query)).Where(vote => vote.Side is not null).ToList();
        var scores = Scores(query, votes);
        var verdict = Best(scores);
        return new Classification(
            verdict, Of(scores, verdict), scores,
            For: [.. votes.Where(vote => verdict == Team.Both || vote.Side == verdict).Take(3).Select(vote => PassageCitation.Of(vote.Hit))],
            Against: [.. votes.Where(vote => verdict is Team.Sales or Team.Marketing && vote.Side != verdict).Take(2).Select(vote => PassageCitation.Of(vote.Hit))],
            Words: [.. query.Own.Where(term => votes.Any(vote => vote.Matched.Contains(term.Stem))).Select(term => term.CorrectedTo ?? term.Word)],
            WouldChange(verdict), AskBack(scores, verdict));
    }

    /// <summary>Each passage votes for the team its nearest clause speaks of, by how much of the task it covers; what no passage covers speaks for neither.</summary>
    static TeamScores Scores(SearchQuery query, List<PassageVote> votes)
    {
        double Sum(Team side) => votes.Where(vote => vote.Side == side).Sum(vote => vote.Weight);
        double sales = Sum(Team.Sales), marketing = Sum(Team.Marketing), best = votes.Select(vote => vote.Cover).DefaultIfEmpty(0).Max();
        var neither = Math.Max(0, 0.5 - best) * 2 + (query.Terms.Count == 0 ? 1 : 0);
        var both = Math.Min(sales, marketing) * 0.8;
        var all = sales + marketing + both + neither;
        return all == 0 ? new TeamScores(0, 0, 0, 1) : new TeamScores(Math.Round(sales / all, 4), Math.Round(marketing / all, 4), Math.Round(both / all, 4), Math.Round(neither / all, 4));
    }

    static Team Best(TeamScores scores) => Enum.GetValues<Team>().MaxBy(team => Of(scores, team));

    static double Of(TeamScores scores, Team team) => team switch
    {
        Team.Sales => scores.Sales,
        Team.Marketing => scores.Marketing,
        Team.Both => scores.Both,
        Team.Neither => scores.Neither,
        _ => throw new ArgumentOutOfRangeException(nameof(team), team, "not a team"),
    };

    static string WouldChange(Team verdict) => verdict switch
    {
        Team.Sales => "If it is for many people at once, before anyone has shown interest, it is marketing.",
        Team.Marketing => "If it is for one particular customer who has shown interest, it is sales.",
        Team.Both => "If only one of its parts is meant, it belongs to that part's team.",
        _ => "If it serves to attract customers it is marketing; if it serves to win one, it is sales.",
    };

    static string? AskBack(TeamScores scores, Team verdict) =>
        verdict is Team.Sales or Team.Marketing && Math.Abs(scores.Sales - scores.Marketing) < 0.15
            ? "Is it for one particular customer, or for many people at once?"
            : null;
}
