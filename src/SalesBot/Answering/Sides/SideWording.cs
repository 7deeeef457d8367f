using SalesBot.Classifying;
using SalesBot.Classifying.Statements;

namespace SalesBot.Answering.Sides;

/// <summary>How an answer about the two teams begins.</summary>
static class SideWording
{
    /// <summary>The verdict, where documents say so, or nothing speaks for a team.</summary>
    public static string Stated(Judgement judged) =>
        judged switch
        {
            { Verdict: Verdict.Neither, Team: { } team } =>
                $"Neither sales nor marketing: that’s {Possessive(team)} job.",
            _ => AnswerWording.Lead(judged.Verdict, AnswerKind.Classification),
        };

    /// <summary>How a verdict begins that no document states.</summary>
    /// <summary>That a verdict goes by similar work alone.</summary>
    public const string Guess = "No document says so.";

    /// <summary>Whether an answer says of itself that no document does.</summary>
    /// <param name="said">How it begins.</param>
    public static bool IsGuess(string said) => said.Contains(Guess, StringComparison.Ordinal);

    /// <summary>The verdict by the activity that it is like, of which the documents speak.</summary>
    public static string OfActivity(Verdict verdict, string activity) =>
        $"{Guess} Going by what they say of similar work (“{activity}”), it’s probably {Short(verdict)}.";

    /// <summary>The verdict by what is like it.</summary>
    /// <param name="verdict">Whose it probably is.</param>
    /// <param name="similar">Work that is like it.</param>
    public static string Alike(Verdict verdict, IReadOnlyList<string> similar)
    {
        var by = similar.Count == 0 ? "similar tasks" : $"similar tasks (“{similar[0].TrimEnd('?', '.')}”)";
        return $"{Guess} Going by {by}, it’s probably {Short(verdict)}.";
    }

    /// <summary>Two verdicts that are about as likely, and what would settle it.</summary>
    public static string Close(Classification close, string question)
    {
        var two = Enum.GetValues<Verdict>()
            .OrderByDescending(team => TaskVerdict.Of(close.Scores, team))
            .Take(2)
            .Select(Name)
            .ToList();
        return $"Close call: {two[0]} or {two[1]}? {question}";
    }

    public static string Whether(Judgement judged, Verdict team, bool isSo) =>
        (isSo, judged) switch
        {
            (true, { Verdict: Verdict.Both }) =>
                $"Yes, and {Name(team == Verdict.Sales ? Verdict.Marketing : Verdict.Sales)} shares it.",
            (true, _) when IsSaid(judged) => $"Yes, that is {Name(team)}.",
            (true, _) => $"Yes, probably. {Guess} Going by similar tasks, it’s {Name(team)}.",
            (false, { Verdict: Verdict.Neither, Team: { } other }) => $"No, that is {Possessive(other)}.",
            (false, { Verdict: Verdict.Neither }) =>
                "No, I don’t think that’s sales or marketing. No document mentions it.",
            _ when IsSaid(judged) => $"No, that is {Name(judged.Verdict)}.",
            _ => $"No, probably not. {Guess} Going by similar tasks, it’s {Name(judged.Verdict)}.",
        };

    /// <summary>
    /// Whether the documents say so of this very thing; what only holds for all that a side does says nothing of it.
    /// </summary>
    public static bool IsSaid(Judgement judged) =>
        judged.Activity is null
        && (
            judged.IsStated
                ? judged.Team is not null || judged.Said.Any(hit => hit.IsNear || !hit.Statement.IsGeneral)
                : judged.Said.Any(hit => hit.IsNear)
        );

    /// <param name="yes">Whether it is so.</param>
    /// <param name="instead">What another team does instead, if that is the reason.</param>
    public static string Claim(bool yes, Statement? instead) =>
        (yes, instead) switch
        {
            (true, _) => "Yes.",
            (false, { Team: { } other }) => $"No, that is {Possessive(other)}.",
            (false, { Side: Verdict.Sales or Verdict.Marketing } one) => $"No, that is {Name(one.Side)}.",
            _ => "No.",
        };

    /// <param name="asked">What was asked.</param>
    /// <param name="yes">Whether the answer is yes.</param>
    /// <param name="holds">Whether the relation holds.</param>
    public static string Relation(RelationReading asked, bool yes, bool holds) =>
        (asked.Relation, holds) switch
        {
            (Sides.Relation.PartOf, false) =>
                $"No, the other way round: {Other(asked)} is part of {Name(asked.First ?? Verdict.Both)}.",
            (Sides.Relation.Before, false) => $"No, {Other(asked)} comes first.",
            (Sides.Relation.Broader, false) => $"No, {Other(asked)} is the broader one.",
            (Sides.Relation.MattersMore, _) => "No, both matter.",
            (Sides.Relation.Same, false) => "No, sales and marketing are two different things.",
            (Sides.Relation.Different, true) => "Yes, sales and marketing are two different things.",
            (Sides.Relation.SharedAim, true) => "Yes, sales and marketing share an aim.",
            (Sides.Relation.Together, true) => "Yes, sales and marketing work together.",
            _ => yes ? "Yes." : "No.",
        };

    /// <summary>A verdict in a word or two.</summary>
    public static string Short(Verdict verdict) =>
        verdict switch
        {
            Verdict.Both => "both sales and marketing",
            Verdict.Neither => "neither sales nor marketing",
            _ => Name(verdict),
        };

    static string Other(RelationReading asked) => asked.First == Verdict.Sales ? "marketing" : "sales";

    static string Name(Verdict verdict) =>
        verdict switch
        {
            Verdict.Sales => "sales",
            Verdict.Marketing => "marketing",
            Verdict.Both => "both",
            _ => "neither",
        };

    /// <summary>"finance" becomes "finance’s", "customer success" "customer success’s".</summary>
    static string Possessive(string team) =>
        $"{(team.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? team[4..] : team)}’s";
}
