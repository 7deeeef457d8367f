namespace SalesBot.Answering.Honesty;

/// <summary>
/// What each sign of the honesty gate weighs, learned by <c>tests/SalesBot.Benchmarks -- tune</c> (logistic regression with ridge), one set for each of what there
/// may be to go by.
/// </summary>
static class GateWeights
{
    /// <summary>From this likeliness on the passages answer: where the development questions kept and the ones refused balance.</summary>
    public const double Least = 0.32;

    /// <param name="hasMeaning">Whether there is an encoder.</param>
    /// <param name="hasExamples">Whether the best passage has example questions.</param>
    public static (double Bias, AnswerSigns Signs) Of(bool hasMeaning, bool hasExamples) => (hasMeaning, hasExamples) switch
    {
        (true, true) => Everything,
        (true, false) => NoExamples,
        (false, true) => NoMeaning,
        (false, false) => WordsAlone,
    };

    static readonly (double, AnswerSigns)
        Everything = (-0.09, new(
            Words: -1.33, Meaning: 0.35, Asked: 1.52, AskedOften: 0.91, AskedWords: -1.65, Covered: 0.62, CoveredNear: 0.75, Margin: 1.64,
            NamesUnsaid: -0.08, WordsUnsaid: 1.55, NotFact: -4.45, Holding: 2.48, Lacking: -3.80, Rule: -0.77, Denied: -3.45,
            Neither: -0.98, NeitherUnsaid: -3.33, Furniture: -2.17, Unknown: -1.88, Follows: 2.65, Compares: 0.95, Short: -0.90)),
        NoExamples = (0.65, new(
            Words: -1.21, Meaning: 1.10, Asked: 0.00, AskedOften: 0.00, AskedWords: 0.00, Covered: 0.22, CoveredNear: 0.68, Margin: 1.54,
            NamesUnsaid: -0.51, WordsUnsaid: 1.45, NotFact: -4.25, Holding: 2.27, Lacking: -3.85, Rule: -0.72, Denied: -3.54,
            Neither: -1.29, NeitherUnsaid: -3.04, Furniture: -2.08, Unknown: -2.30, Follows: 2.73, Compares: 0.94, Short: -1.19)),
        NoMeaning = (0.18, new(
            Words: -0.95, Meaning: 0.00, Asked: 2.44, AskedOften: 2.44, AskedWords: 0.92, Covered: -0.62, CoveredNear: 1.63, Margin: 0.97,
            NamesUnsaid: -0.13, WordsUnsaid: 1.21, NotFact: -4.94, Holding: 2.23, Lacking: -2.93, Rule: -1.59, Denied: -3.05,
            Neither: -1.09, NeitherUnsaid: -2.18, Furniture: -3.94, Unknown: -2.24, Follows: 2.12, Compares: 0.90, Short: -2.07)),
        WordsAlone = (0.51, new(
            Words: -0.98, Meaning: 0.00, Asked: 0.00, AskedOften: 0.00, AskedWords: 0.00, Covered: -0.50, CoveredNear: 1.74, Margin: 1.12,
            NamesUnsaid: -0.41, WordsUnsaid: 1.16, NotFact: -4.12, Holding: 3.22, Lacking: -3.12, Rule: -1.53, Denied: -2.97,
            Neither: -1.11, NeitherUnsaid: -2.46, Furniture: -3.26, Unknown: -2.25, Follows: 3.59, Compares: 0.85, Short: -1.29));
}
