using SalesBot.Knowledge.Search;

namespace SalesBot.Classifying;

/// <summary>From a model's scores to a verdict: a task of two parts, one for each team, is for both.</summary>
static class TaskVerdict
{
    /// <summary>How much two parts, one for each team, speak for both teams.</summary>
    const double TwoParts = 1.25;

    public static TeamScores Scores(string task, TaskModel model)
    {
        var all = model.Score(task);
        var parts = TaskParts.Of(task);
        if (parts.Length > 1)
        {
            var each = parts.Select(model.Score).ToList();
            var pairs = from first in each from second in each where first != second select first[(int)Team.Sales] * second[(int)Team.Marketing];
            all[(int)Team.Both] = Math.Max(all[(int)Team.Both], TwoParts * pairs.Max());
        }
        var sum = all.Sum();
        double Share(Team team) => Math.Round(all[(int)team] / sum, 4);
        return new TeamScores(Share(Team.Sales), Share(Team.Marketing), Share(Team.Both), Share(Team.Neither));
    }

    public static Team Best(TeamScores scores) => Enum.GetValues<Team>().MaxBy(team => Of(scores, team));

    public static double Of(TeamScores scores, Team team) => team switch
    {
        Team.Sales => scores.Sales,
        Team.Marketing => scores.Marketing,
        Team.Both => scores.Both,
        Team.Neither => scores.Neither,
        _ => throw new ArgumentOutOfRangeException(nameof(team), team, "not a team"),
    };

    /// <summary>The words that spoke for the verdict, strongest first, at most five.</summary>
    public static IReadOnlyList<string> Words(SearchQuery query, TaskModel model, Team verdict) =>
        [.. query.Own.Select(term => (term, Pull: model.Pull(term.Stem, verdict))).Where(pulled => pulled.Pull > 0)
            .OrderByDescending(pulled => pulled.Pull).Take(5).Select(pulled => pulled.term.CorrectedTo ?? pulled.term.Word)];

    public static string WouldChange(Team verdict) => verdict switch
    {
        Team.Sales => "If it is for many people at once, before anyone has shown interest, it is marketing.",
        Team.Marketing => "If it is for one particular customer who has shown interest, it is sales.",
        Team.Both => "If only one of its parts is meant, it belongs to that part's team.",
        Team.Neither => "If it serves to attract customers it is marketing; if it serves to win one, it is sales.",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "not a team"),
    };

    /// <summary>One question where the two best are close.</summary>
    public static string? AskBack(TeamScores scores)
    {
        var best = Enum.GetValues<Team>().OrderByDescending(team => Of(scores, team)).Take(2).ToList();
        if (Of(scores, best[0]) - Of(scores, best[1]) >= 0.15)
            return null;
        return best.Contains(Team.Neither) ? "Does it serve to attract customers, or to win one?"
            : best.Contains(Team.Both) ? "Is the whole of it meant, or only one of its parts?"
            : "Is it for one particular customer, or for many people at once?";
    }
}
