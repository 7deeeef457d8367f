using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Classifying;
using SalesBot.Classifying.Statements;
using SalesBot.Knowledge;

namespace SalesBot.Answering.Sides;

/// <summary>
/// Answers why one of the two teams is needed beside the other: "why have salespeople if marketing is good?".
/// </summary>
sealed partial class NeedAnswers(TaskClassifier classifier)
{
    const int Most = 2;
    const double Sure = 0.8;

    /// <summary>
    /// What the documents say of the other team's not doing without it, the sentence that speaks of more of the question
    /// first; none where something else is asked, or no sentence says so.
    /// </summary>
    public AnswerDraft? Of(string question, GenerationLease lease)
    {
        var without = Without().FindIn(question);
        var why = without.Success ? without : Why().FindIn(question);
        if (!why.Success)
            return null;
        var needed = TeamNames.SideOf(why.Groups["team"].Value, onlyOne: true);
        if (needed is not (Verdict.Sales or Verdict.Marketing))
            return null;
        var other = needed == Verdict.Sales ? Verdict.Marketing : Verdict.Sales;
        var said = classifier
            .Near(question, lease.Generation)
            .DistinctBy(hit => (hit.Statement.Passage.Document, hit.Statement.Passage.Start, hit.Statement.Quote))
            .Where(hit => RelationReader.OfSentence(hit.Statement.Sentence).Any(one => Says(one, other)))
            .DistinctBy(hit => hit.Statement.Sentence)
            // What is said of just that one first; the shorter says it plainer.
            .OrderByDescending(hit => RelationReader.OfSentence(hit.Statement.Sentence).Any(one => one.First == other))
            .ThenBy(hit => hit.Statement.Sentence.Length)
            .Take(Most)
            .ToList();
        if (said.Count == 0)
            return null;
        var draft = new DraftBuilder([], lease.Generation.Searcher);
        said.ForEach(hit => draft.Quote(hit));
        return draft.Draft(AnswerKind.Answer, null, null, Sure);
    }

    /// <summary>"Why can't marketing work without sales?"</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but|ok|then)\W+)*(?:why|how come) (?:can['’]?t|cannot|can not|couldn['’]?t|won['’]?t|doesn['’]?t|does|is|isn['’]?t)[^?]{3,60}\bwithout (?:any |an? |the )?(?<team>"
            + TeamPattern.Text
            + @")(?: teams?| people)?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Without();

    static bool Says(RelationReading said, Verdict needs) =>
        said.Relation == Relation.Needs && (said.First is null || said.First == needs);

    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but|ok|then)\W+)*(?:why (?:do|does|did|should|would|must) (?:we|you|they|one|i|it|any(?:one|body)|people|(?:a |the |our |any |most )?(?:compan(?:y|ies)|business(?:es)?|firms?|organi[sz]ations?)) (?:(?:still|even|really|actually|also|ever) )*(?:need|have|want|keep|hire|employ|pay|bother with)|why (?:still )?(?:have|keep|hire|employ|pay|bother with)|what (?:do|does) (?:we|you|they|one|anybody|(?:a |the )?(?:company|business)) (?:still )?need|why (?:is|are))(?: for)? (?:any |a |an |our |the |still )*(?<team>"
            + TeamPattern.Text
            + @")(?: teams?| departments?| people| reps?| staff| force)?(?: (?:still |even |really |at all )*(?:needed|necessary|required|indispensable))?(?<rest>(?: at all| any ?more| for| then)?(?:,? (?:if|when|since|once|although|though|while|as|because|given|now)\b[^?]*)?)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Why();
}
