using SalesBot.Answering.Honesty;
using SalesBot.Chat;
using System.Text.RegularExpressions;
using SalesBot.Classifying;
using SalesBot.Knowledge.Embeddings;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering;

/// <summary>
/// Chooses the side that a "which one" question asks for: what the passages say of each in the question's words, and what is commonly said of each.
/// </summary>
sealed partial class SideChoice(SideModel common, TextVectors encoder)
{
    const int LookedAt = 3;

    /// <summary>What a later passage counts beside the one before it: it must say clearly more to decide.</summary>
    const double Later = 0.8;

    /// <summary>What a clause's meaning counts beside its words.</summary>
    const double Meaning = 0.3;

    /// <summary>What is commonly said of a side counts so much beside a passage that says all of it.</summary>
    const double Common = 0.7;

    static readonly Verdict[] Sides = [Verdict.Sales, Verdict.Marketing, Verdict.Both];

    /// <summary>The side, both where the two share it, or none where no clause tells.</summary>
    public Verdict? Of(Finding finding)
    {
        var said = Said(finding);
        if (said.Max() == 0)
            return null;
        var shares = common.Score(Predicate(finding.Question));
        return Sides.MaxBy(side => said[(int)side] + Common * shares[(int)side]);
    }

    /// <summary>How much of the question the clause says that says most of it, of each side.</summary>
    double[] Said(Finding finding)
    {
        var said = new double[Sides.Length];
        var rank = 1d;
        foreach (var hit in finding.Hits.Take(LookedAt))
        {
            foreach (var clause in Clauses.Of(hit.Passage))
            {
                var text = hit.Passage.Text[clause.Start..clause.End];
                if ((Clauses.IsShared(text) ? Verdict.Both : clause.Side) is { } side)
                    said[(int)side] = Math.Max(said[(int)side], rank * Score(text, finding, side));
            }
            rank *= Later;
        }
        return said;
    }

    double Score(string clause, Finding finding, Verdict side)
    {
        var said = Terms.Set(clause);
        var all = finding.Query.Own.Sum(Coverage.Weight);
        var words = all == 0 ? 0 : finding.Query.Own.Where(term => said.Contains(term.Stem)).Sum(Coverage.Weight) / all;
        return words + Meaning * (encoder.OfQuestion(Claim(finding.Question, side)) is { } claim && encoder.Of(clause) is { } here
            ? Math.Max(0, claim.Cosine(here)) : 0);
    }

    /// <summary>What is asked about, without "which one" and the names of the two.</summary>
    static string Predicate(string question) => Names().ReplaceIn(Asking().ReplaceIn(question, " ", 1), " ").Trim(' ', '?', ',', ':', '-', '–');

    [GeneratedRegex(@"\b(?:sales|marketing|selling)(?: (?:people|team|side|department))?,? (?:or|and|vs\.?|versus) (?:sales|marketing|selling)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Names();

    /// <summary>The question turned into what it would be to say so of one side.</summary>
    static string Claim(string question, Verdict side) =>
        Asking().ReplaceIn(question, side switch { Verdict.Both => "both sales and marketing", Verdict.Sales => "sales", _ => "marketing" }, 1).TrimEnd(' ', '?');

    [GeneratedRegex(@"\b(?:which|who)(?: one| of (?:them|the two|the pair|both)| (?:team|side|function|department|discipline|concept|camp|crew|group|half))?\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Asking();
}
