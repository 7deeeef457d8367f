using SalesBot.Knowledge.Embeddings;
using SalesBot.Knowledge.Search;
using SalesBot.Knowledge.Weights;

namespace SalesBot.Answering.Honesty;

/// <summary>
/// Decides whether what was found answers the question or only resembles it. Several signs together, never one
/// threshold on a score.
/// </summary>
static class HonestyGate
{
    /// <summary>
    /// From this likeliness on the passages answer: a little above even odds, for a wrong answer is worse than a
    /// refusal. On handbooks judged by weights learned without them it took one wrong answer in a hundred and fifty
    /// away, and no right one.
    /// </summary>
    public const double Least = 0.52;

    /// <summary>
    /// The file of weights for what was found: where the best passage has example questions, these tell more than its
    /// words.
    /// </summary>
    public static string FileFor(IReadOnlyList<PassageHit> hits) =>
        hits is [{ Parts.Fact: not null }, ..] ? LearnedWeights.GateOfFacts : LearnedWeights.Gate;

    /// <summary>
    /// How likely the passages answer, 0 to 1: a logistic regression over the signs; 0 where nothing was found.
    /// </summary>
    public static double Confidence(AnswerSigns? signs, Weighing weights)
    {
        if (signs is null)
            return 0;
        var sum = weights.Sum(AnswerSigns.Names, signs.Values);
        var odds = ExactMath.Exp(-Math.Abs(sum));
        return Math.Round(sum > 0 ? 1 / (1 + odds) : odds / (1 + odds), 4);
    }

    /// <param name="question">The question as typed.</param>
    /// <param name="query">The question as terms.</param>
    /// <param name="hits">What was found, best first.</param>
    /// <param name="confidence">How likely they answer.</param>
    /// <returns> What the material lacks, for a refusal: words of the subject that stand nowhere, else those that do
    /// not stand in the first passage nor above it, and the sort of thing that is asked for if that is not there. None
    /// where it answers, and where no word tells why it does not. </returns>
    public static IReadOnlyList<string> Missing(
        string question,
        SearchQuery query,
        IReadOnlyList<PassageHit> hits,
        double confidence
    )
    {
        if (confidence >= Least)
            return [];
        var said = hits.Count == 0 ? [] : Terms.Set(TextOf(hits[0]));
        var unsaid = query
            .Own.Where(term => term is { Passages: 0, IsTopic: true } && !Coverage.IsSaid(term, said))
            .ToList();
        var thing = hits.Count == 0 ? null : AnswerType.Lacks(AnswerType.Of(question), TextOf(hits[0]));
        if (thing is not null)
            return [.. unsaid.Select(term => term.Word), thing];
        var lacking =
            unsaid.Count > 0 || hits.Count == 0
                ? unsaid
                : Coverage.Lacking(query, hits[0]).FindAll(term => term.IsTopic);
        return [.. lacking.Select(term => term.Word).Distinct()];
    }

    /// <summary>All that a passage is read with.</summary>
    public static string TextOf(PassageHit hit) =>
        $"{hit.Passage.Title} {hit.Passage.Section} {hit.Passage.Columns} {hit.Passage.Text}";
}
