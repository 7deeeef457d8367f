using SalesBot.Answering.Honesty;
using SalesBot.Classifying;
using SalesBot.Classifying.Statements;
using SalesBot.Intents;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Sides;

/// <summary>Sets the two teams side by side: which of them something is said of, and how they differ.</summary>
sealed class ComparisonAnswers(PassageFinder finder, PassageAnswers passages, SideChoice sides)
{
    public AnswerDraft Of(AskComparison comparison, GenerationLease lease)
    {
        var finding = finder.Find(comparison, comparison.Text, comparison.LeansOn, lease);
        if (comparison.NamesOne && Chosen(comparison, lease) is { } chosen && (IsStated(chosen.Hit)
            || SideChoice.AsksOneOfTheTwo(comparison.Text) && (finding.Answers || chosen.IsCommon && (chosen.Hit.Meaning == 0 || chosen.Hit.Meaning >= LeastCommon))))
            return new DraftBuilder(finding.Hits, lease.Generation.Searcher).Say(AnswerWording.Lead(chosen.Side, AnswerKind.Comparison)).Quote(chosen.Hit)
                .Draft(AnswerKind.Comparison, chosen.Side, null, Math.Max(finding.Confidence, chosen.Hit.Score));
        if (!finding.Answers)
            return PassageAnswers.Refusal(finding);
        var hits = finding.Hits.ToList();
        var sentences = PassagePreference.AsksNothingElse(finding.Query) ? Contrasts(finding, hits, lease)
            : comparison.NamesOne ? passages.Sentences(finding, 0, hits, lease) : [.. passages.Sentences(finding, 0, hits, lease), .. TheOther(finding, hits, lease)];
        var citations = hits.ConvertAll(PassageCitation.Of);
        return new AnswerDraft(AnswerKind.Comparison, AnswerWording.Quoted(sentences, citations), sentences, null, null, citations, [], finding.Confidence);
    }

    /// <summary>A statement so near answers which of the two, whatever the passages do.</summary>
    const double LeastStated = 0.42;

    /// <summary>Near in words, and in meaning as well: one word may be about something else.</summary>
    static bool IsStated(StatementHit hit) => hit.Score >= LeastStated && (hit.Meaning == 0 || hit.Meaning >= LeastMeaning);

    /// <summary>So near in meaning a statement must be; and one of what is commonly said of its side.</summary>
    const double LeastMeaning = 0.45, LeastCommon = 0.4;

    ChosenSide? Chosen(AskComparison comparison, GenerationLease lease) =>
        sides.Of(comparison.Text, lease) is not { } chosen ? null : comparison.OfTheOther ? sides.OtherThan(chosen, comparison.Text, lease) : chosen;

    /// <summary>The sentences of the next passage that says what the best one leaves out, where two things are set side by side.</summary>
    IEnumerable<AnswerSentence> TheOther(Finding finding, List<PassageHit> hits, GenerationLease lease)
    {
        var lacking = Coverage.Lacking(finding.Query, finding.Hits[0]).Where(term => term.Passages > 0).ToList();
        var place = finding.Hits.Take(4)
            .ToList().FindIndex(hit => hit != finding.Hits[0] && lacking.Count > 0
                && Coverage.Lacking(finding.Query, hit).Count(lacking.Contains) < lacking.Count);
        return place < 0 ? [] : passages.Sentences(finding, place, hits, lease).Where(sentence => sentence.Exact).Take(1);
    }

    /// <summary>A sentence from each of the first passages that set the teams against each other, three at the most; else what the best passage says.</summary>
    List<AnswerSentence> Contrasts(Finding finding, List<PassageHit> hits, GenerationLease lease)
    {
        var contrasts = finding.Hits.Select((hit, place) => (hit.Passage, place)).Where(hit => PassagePreference.IsContrast(hit.Passage)).Take(3)
            .SelectMany(hit => passages.Sentences(finding, hit.place, hits, lease).Where(sentence => sentence.Exact).Take(2)).Take(3).ToList();
        return contrasts.Count > 0 ? contrasts : passages.Sentences(finding, 0, hits, lease);
    }
}
