using SalesBot.Knowledge.Search;

namespace SalesBot.Classifying;

/// <summary>From a model's scores to a verdict: a task of two parts, one for each team, is for both.</summary>
static class TaskVerdict
{
    /// <summary>How much two parts, one for each team, speak for both teams.</summary>
    const double TwoParts = 1.6;

    /// <summary>
    /// Models that are averaged are surer together than their mean says; the power that makes confidence the share of
    /// verdicts that are right.
    /// </summary>
    const double Sharpness = 1.5;

    public static TeamScores Scores(string task, TaskModel model)
    {
        var all = model.Score(task);
        var parts = TaskParts.Of(task);
        if (parts.Length > 1)
        {
            var each = parts.Select(model.Score).ToList();
            var pairs =
                from first in each
                from second in each
                where first != second
                select first[(int)Verdict.Sales] * second[(int)Verdict.Marketing];
            all[(int)Verdict.Both] = Math.Max(all[(int)Verdict.Both], TwoParts * pairs.Max());
        }
        all = [.. all.Select(share => Math.Pow(share, Sharpness))];
        var sum = all.Sum();
        double Share(Verdict team) => Math.Round(all[(int)team] / sum, 4);
        return new TeamScores(
            Share(Verdict.Sales),
            Share(Verdict.Marketing),
            Share(Verdict.Both),
            Share(Verdict.Neither)
        );
    }

    /// <summary>
    /// The middle of what speaks for a piece of work and what is commonly said of each side; whoever asks which of the
    /// two hardly means neither.
    /// </summary>
    public static TeamScores Between(TeamScores work, double[] said) =>
        new(
            Math.Round((work.Sales + said[(int)Verdict.Sales]) / 2, 4),
            Math.Round((work.Marketing + said[(int)Verdict.Marketing]) / 2, 4),
            Math.Round((work.Both + said[(int)Verdict.Both]) / 2, 4),
            Math.Round(work.Neither / 4, 4)
        );

    /// <summary>
    /// The same scores for somebody who asks which of the two it is: neither is then less likely, and counts less.
    /// </summary>
    public static TeamScores OfTheTwo(TeamScores scores)
    {
        var all = scores.Sales + scores.Marketing + scores.Both + scores.Neither * NeitherAsked;
        return new TeamScores(
            Math.Round(scores.Sales / all, 4),
            Math.Round(scores.Marketing / all, 4),
            Math.Round(scores.Both / all, 4),
            Math.Round(scores.Neither * NeitherAsked / all, 4)
        );
    }

    const double NeitherAsked = 0.5;

    public static Verdict Best(TeamScores scores) => Enum.GetValues<Verdict>().MaxBy(team => Of(scores, team));

    public static double Of(TeamScores scores, Verdict team) =>
        team switch
        {
            Verdict.Sales => scores.Sales,
            Verdict.Marketing => scores.Marketing,
            Verdict.Both => scores.Both,
            Verdict.Neither => scores.Neither,
            _ => throw new ArgumentOutOfRangeException(nameof(team), team, "not a team"),
        };

    /// <summary>The words that spoke for the verdict, strongest first, at most five.</summary>
    public static IReadOnlyList<string> Words(SearchQuery query, TaskModel model, Verdict verdict) =>
        [
            .. query
                .Own.Select(term => (term, Pull: model.Pull(term.Stem, verdict)))
                .Where(pulled => pulled.Pull > 0)
                .OrderByDescending(pulled => pulled.Pull)
                .Take(5)
                .Select(pulled => pulled.term.CorrectedTo ?? pulled.term.Word),
        ];

    public static string WouldChange(Verdict verdict) =>
        verdict switch
        {
            Verdict.Sales => "If it is for many people at once, before anyone has shown interest, it is marketing.",
            Verdict.Marketing => "If it is for one particular customer who has shown interest, it is sales.",
            Verdict.Both => "If only one of its parts is meant, it belongs to that part's team.",
            Verdict.Neither =>
                "If it serves to attract customers it is marketing; if it serves to win one, it is sales.",
            _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "not a team"),
        };

    public const string AttractOrWin = "Does it serve to attract customers, or to win one?",
        OneOrMany = "Is it for one particular customer, or for many people at once?";

    /// <summary>One question where the two best are close.</summary>
    public static string? AskBack(TeamScores scores)
    {
        var best = Enum.GetValues<Verdict>().OrderByDescending(team => Of(scores, team)).Take(2).ToList();
        if (Of(scores, best[0]) - Of(scores, best[1]) >= 0.15)
            return null;
        return best.Contains(Verdict.Neither) ? AttractOrWin
            : best.Contains(Verdict.Both) ? "Is the whole of it meant, or only one of its parts?"
            : OneOrMany;
    }
}
