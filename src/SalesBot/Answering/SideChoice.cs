using SalesBot.Answering.Honesty;
using System.Text.RegularExpressions;
using SalesBot.Classifying;
using SalesBot.Knowledge.Embeddings;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering;

/// <summary>Chooses the side that a "which one" question asks for: that of the clause which says most of what it would be to say so of that side.</summary>
static partial class SideChoice
{
    const int LookedAt = 3;

    /// <summary>What a later passage counts beside the one before it: it must say clearly more to decide.</summary>
    const double Later = 0.8;

    /// <summary>What a clause's meaning counts beside its words.</summary>
    const double Meaning = 0.3;

    /// <summary>The side, both where a clause says that the two share it, or none where no clause tells.</summary>
    public static Verdict? Of(Finding finding, TextVectors encoder)
    {
        (Verdict? Side, double Score) best = (null, 0);
        var rank = 1d;
        foreach (var hit in finding.Hits.Take(LookedAt))
        {
            foreach (var clause in Clauses.Of(hit.Passage))
            {
                var text = hit.Passage.Text[clause.Start..clause.End];
                var side = Clauses.IsShared(text) ? Verdict.Both : clause.Side;
                var score = side is null ? 0 : rank * Score(text, finding, side.Value, encoder);
                if (score > best.Score)
                    best = (side, score);
            }
            rank *= Later;
        }
        return best.Side;
    }

    static double Score(string clause, Finding finding, Verdict side, TextVectors encoder)
    {
        var said = Terms.Set(clause);
        var all = finding.Query.Own.Sum(Coverage.Weight);
        var words = all == 0 ? 0 : finding.Query.Own.Where(term => said.Contains(term.Stem)).Sum(Coverage.Weight) / all;
        return words + Meaning * (encoder.Of(Claim(finding.Question, side)) is { } claim && encoder.Of(clause) is { } here
            ? Math.Max(0, claim.Cosine(here)) : 0);
    }

    /// <summary>The question turned into what it would be to say so of one side.</summary>
    static string Claim(string question, Verdict side) =>
        Asking().Replace(question, side switch { Verdict.Both => "both sales and marketing", Verdict.Sales => "sales", _ => "marketing" }, 1).TrimEnd(' ', '?');

    [GeneratedRegex(@"\b(?:which|who)(?: one| of (?:them|the two|the pair|both)| (?:team|side|function|department|discipline|concept|camp|crew|group|half))?\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Asking();
}
