using SalesBot.Knowledge.Passages;

namespace SalesBot.Classifying.Statements;

/// <summary>
/// Says whose something is: a statement of the documents decides where one is near enough; where none is, what the
/// labelled examples teach, moved by what is nearest.
/// </summary>
static class SideJudge
{
    /// <summary>
    /// From these on a statement is about the very thing: so much of its words, or so near all in all.
    /// </summary>
    const double SameWords = 0.75,
        Same = 0.72,
        LeastSame = 0.5;

    /// <summary>A statement of another side that is so little farther says it as well.</summary>
    const double AsNear = 0.1;

    /// <summary>How much the nearer of two sides is believed, beside what examples teach.</summary>
    const double Pull = 5,
        Far = 0.25;

    /// <summary>How fast "both" and "neither" become less likely, from what nearness on.</summary>
    const double Lessening = 2,
        Tells = 0.3;

    /// <summary>How likely a side is that a statement gives something to.</summary>
    const double Said = 0.9;

    /// <param name="near">The statements, nearest first.</param>
    /// <param name="learned">What the examples teach.</param>
    /// <param name="decides">Whether a statement that is near enough decides; else it only moves what was learned.</param>
    public static Judgement Of(List<StatementHit> near, Classification learned, bool decides = true)
    {
        near = near.FindAll(hit => !hit.Statement.IsDenied && !hit.Statement.IsAim);
        var best = near.Where(hit => decides && IsSame(hit) && !hit.Statement.IsGeneral).ToList();
        if (decides && best.Count == 0 && (Owner(near) ?? Leader(near)) is { } clear)
            best = [clear];
        if (best.Count > 0)
        {
            var top = best.Max(hit => hit.Score);
            var sides = best.Where(hit => hit.Score >= top - AsNear)
                .Select(hit => hit.Statement.Side)
                .Distinct()
                .ToList();
            var owner = best.Where(hit => hit.Statement.IsOwner && hit.Score >= top - AsNear).ToList();
            var verdict =
                sides is [var only] ? only
                : owner.Count > 0 && owner.Select(hit => hit.Statement.Side).Distinct().ToList() is [var owning]
                    ? owning
                : sides.Contains(Verdict.Sales) && sides.Contains(Verdict.Marketing) ? Verdict.Both
                : sides.Contains(learned.Verdict) ? learned.Verdict
                : best[0].Statement.Side;
            return new Judgement(
                Stated(learned, verdict),
                Quoted(near, verdict),
                IsStated: true,
                verdict == Verdict.Neither
                    ? best.First(hit => hit.Statement.Side == Verdict.Neither).Statement.Team
                    : null
            );
        }
        var moved = Moved(near, learned);
        return new Judgement(
            moved,
            moved.Verdict == Verdict.Neither ? [] : Quoted(near, moved.Verdict),
            IsStated: false,
            null
        );
    }

    /// <summary>A rule that names the owner of something near, where nothing near says otherwise.</summary>
    static StatementHit? Owner(List<StatementHit> near)
    {
        if (
            near is not [{ Statement.IsOwner: true, Score: >= LeastOwned, IsNear: true } first, ..]
            || first.Statement.Said.Length > Rule
            || first.Words < LeastOwnedWords && first.Score < LeastFar
        )
            return null;
        var next = near.Find(hit => hit.Statement.Side != first.Statement.Side);
        return next is null || first.Score - next.Score >= Clear ? first : null;
    }

    const double LeastOwned = 0.42,
        Clear = 0.12;

    /// <summary>A rule in other words must be nearer.</summary>
    const double LeastOwnedWords = 0.4,
        LeastFar = 0.5;

    /// <summary>A rule is short; what is longer tells of many things, in UTF-16 units.</summary>
    const int Rule = 90;

    /// <summary>What is nearly the very thing, where no other side is near.</summary>
    static StatementHit? Leader(List<StatementHit> near)
    {
        if (near is not [{ IsNear: true } first, ..] || first.Score < LeadingAlone)
            return null;
        if (first.Meaning is > 0 and < LeastMeaning)
            return null;
        var ahead =
            first.Score
            - near.Where(hit => hit.Statement.Side != first.Statement.Side)
                .Select(hit => hit.Score)
                .DefaultIfEmpty(0)
                .Max();
        return first.Score >= Leading && ahead >= Clear || ahead >= ClearAlone ? first : null;
    }

    /// <summary>
    /// From this on it leads where the others are a little behind; from the other on, where they are far behind.
    /// </summary>
    const double Leading = 0.6,
        LeadingAlone = 0.45,
        ClearAlone = 0.2;

    /// <summary>
    /// Words alone do not tell that it is about the same: "who owns the website?" is not about a cart that is left on
    /// one.
    /// </summary>
    static bool IsSame(StatementHit hit) =>
        hit.Score >= Same
        || hit.Words >= SameWords && hit.Score >= LeastSame && (hit.Meaning == 0 || hit.Meaning >= LeastMeaning);

    const double LeastMeaning = 0.4;

    /// <summary>
    /// The statements of a side that are near enough to be quoted; for both teams, one of both or the best of each.
    /// </summary>
    static List<StatementHit> Quoted(List<StatementHit> near, Verdict verdict)
    {
        var quoted = near.Where(hit => hit.IsNear).ToList();
        if (verdict != Verdict.Both)
            return [.. quoted.Where(hit => hit.Statement.Side == verdict), .. General(near, verdict)];
        var each = new[] { Verdict.Sales, Verdict.Marketing }
            .Select(side => quoted.Find(hit => hit.Statement.Side == side))
            .OfType<StatementHit>()
            .OrderByDescending(hit => hit.Score)
            .ToList();
        var shared = quoted.Find(hit => hit.Statement.Side == Verdict.Both);
        return shared is not null && each.TrueForAll(hit => hit.Score < shared.Score) ? [shared] : each;
    }

    /// <summary>What is said of a side altogether, what holds for all it does first.</summary>
    static IEnumerable<StatementHit> General(List<StatementHit> near, Verdict side) =>
        near.Where(hit => !hit.IsNear && hit.Statement.Side == side && hit.Statement.IsGeneral)
            .OrderByDescending(hit => hit.Statement.IsBroad && !Subjects.Hangs(hit.Statement.Sentence))
            .ThenByDescending(hit => hit.Statement.IsDefinition)
            .ThenByDescending(hit => hit.Score);

    /// <summary>
    /// The verdict of somebody who has settled a close call: what spoke for it and against it before says nothing any
    /// more.
    /// </summary>
    public static Classification Settled(Classification close, Verdict settled) =>
        Stated(close, settled) with
        {
            For = [],
            Against = [],
            Words = [],
        };

    static Classification Stated(Classification learned, Verdict owner)
    {
        double Share(Verdict team) => team == owner ? Said : Math.Round((1 - Said) / 3, 4);
        return learned with
        {
            Verdict = owner,
            Confidence = Said,
            AskBack = null,
            WouldChange = TaskVerdict.WouldChange(owner),
            Scores = new TeamScores(
                Share(Verdict.Sales),
                Share(Verdict.Marketing),
                Share(Verdict.Both),
                Share(Verdict.Neither)
            ),
        };
    }

    /// <summary>One piece of work is seldom both teams'; the examples make it so too often.</summary>
    const double BothShare = 0.6;

    static Classification Moved(List<StatementHit> near, Classification learned)
    {
        double Nearest(Verdict side) =>
            near.Where(hit => hit.Statement.Side == side).Select(hit => hit.Score).DefaultIfEmpty(0).Max();
        var (sales, marketing) = (Nearest(Verdict.Sales), Nearest(Verdict.Marketing));
        var top = Math.Max(sales, marketing);
        // What is nearest, but far, tells little.
        var pull = Pull * Math.Clamp((top - Far) / (Same - Far), 0, 1);
        var scores = learned.Scores;
        // The nearer what one team does is, the less it is nobody's, or everybody's.
        var less = Math.Exp(-Lessening * Math.Max(0, top - Tells));
        double[] all =
        [
            scores.Sales * Math.Exp(pull * (sales - top)),
            scores.Marketing * Math.Exp(pull * (marketing - top)),
            scores.Both * BothShare * less,
            scores.Neither * less,
        ];
        var sum = all.Sum();
        var moved = new TeamScores(
            Math.Round(all[0] / sum, 4),
            Math.Round(all[1] / sum, 4),
            Math.Round(all[2] / sum, 4),
            Math.Round(all[3] / sum, 4)
        );
        var verdict = TaskVerdict.Best(moved);
        return learned with
        {
            Verdict = verdict,
            Confidence = TaskVerdict.Of(moved, verdict),
            Scores = moved,
            WouldChange = TaskVerdict.WouldChange(verdict),
            AskBack = TaskVerdict.AskBack(moved),
        };
    }
}
