namespace SalesBot.Answering.Honesty;

/// <summary>
/// What each sign of the honesty gate weighs, learned by <c>tests/SalesBot.Benchmarks -- tune</c> (logistic regression with ridge), one set for each of what there
/// may be to go by.
/// </summary>
static class GateWeights
{
    /// <summary>From this likeliness on the passages answer: where the development questions kept and the ones refused balance.</summary>
    public const double Least = 0.5;

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
        Everything = (0.06, new(
            Words: -1.36, Meaning: 0.95, Asked: 1.45, AskedOften: 0.51, AskedWords: -0.83, Covered: 0.56, CoveredNear: 1.76, Margin: 1.29,
            NamesUnsaid: -1.33, WordsUnsaid: 0.59, NotFact: -3.40, Holding: 1.55, Lacking: -2.62, Rule: -1.07, Denied: -3.72, Neither: -1.28,
            NeitherUnsaid: -2.15, Furniture: -2.98, Unknown: -1.44, Follows: 1.85, Compares: 0.20, Short: -1.28)),
        NoExamples = (0.91, new(
            Words: -1.37, Meaning: 1.37, Asked: 0.00, AskedOften: 0.00, AskedWords: 0.00, Covered: 0.40, CoveredNear: 1.71, Margin: 1.29,
            NamesUnsaid: -1.36, WordsUnsaid: 0.57, NotFact: -3.60, Holding: 1.18, Lacking: -2.57, Rule: -1.07, Denied: -3.77, Neither: -1.51,
            NeitherUnsaid: -2.14, Furniture: -3.13, Unknown: -1.43, Follows: 1.92, Compares: 0.21, Short: -1.42)),
        NoMeaning = (0.96, new(
            Words: -0.78, Meaning: 0.00, Asked: 1.22, AskedOften: 1.22, AskedWords: 0.87, Covered: 0.40, CoveredNear: 1.24, Margin: 0.61,
            NamesUnsaid: -1.67, WordsUnsaid: 0.63, NotFact: -3.29, Holding: 1.20, Lacking: -2.51, Rule: -2.06, Denied: -3.82, Neither: -1.48,
            NeitherUnsaid: -2.36, Furniture: -3.14, Unknown: -1.71, Follows: 2.26, Compares: 0.07, Short: -1.70)),
        WordsAlone = (1.26, new(
            Words: -0.97, Meaning: 0.00, Asked: 0.00, AskedOften: 0.00, AskedWords: 0.00, Covered: 0.58, CoveredNear: 1.47, Margin: 0.77,
            NamesUnsaid: -1.71, WordsUnsaid: 0.57, NotFact: -3.14, Holding: 1.61, Lacking: -2.60, Rule: -2.02, Denied: -3.78, Neither: -1.43,
            NeitherUnsaid: -2.55, Furniture: -3.02, Unknown: -1.62, Follows: 2.22, Compares: 0.04, Short: -1.64));
}
