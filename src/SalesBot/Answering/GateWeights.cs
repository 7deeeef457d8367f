namespace SalesBot.Answering;

/// <summary>
/// What each sign of the honesty gate weighs, learned by <c>tests/SalesBot.Benchmarks -- tune</c> (logistic regression with ridge), one set for each of what there
/// may be to go by.
/// </summary>
static class GateWeights
{
    /// <summary>From this likeliness on the passages answer: where the development questions kept and the ones refused balance.</summary>
    public const double Least = 0.4;

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
        Everything = (0.16, new(
            Words: -1.55, Meaning: 0.69, Asked: 1.24, AskedOften: 0.33, AskedWords: -1.08, Covered: 0.85, CoveredNear: 1.65, Margin: 1.50,
            NamesUnsaid: -1.33, WordsUnsaid: 0.57, NotFact: -3.45, Holding: 2.50, Lacking: -2.55, Rule: -1.27, Denied: -3.52, Neither: -0.86,
            NeitherUnsaid: -2.42, Furniture: -2.83, Unknown: -1.42, Follows: 2.03, Compares: 0.34, Short: -1.29)),
        NoExamples = (0.70, new(
            Words: -1.46, Meaning: 1.04, Asked: 0.00, AskedOften: 0.00, AskedWords: 0.00, Covered: 0.73, CoveredNear: 1.49, Margin: 1.40,
            NamesUnsaid: -1.40, WordsUnsaid: 0.60, NotFact: -3.47, Holding: 2.44, Lacking: -2.54, Rule: -1.25, Denied: -3.61, Neither: -1.06,
            NeitherUnsaid: -2.32, Furniture: -2.78, Unknown: -1.47, Follows: 2.08, Compares: 0.34, Short: -1.43)),
        NoMeaning = (0.68, new(
            Words: -0.63, Meaning: 0.00, Asked: 1.61, AskedOften: 1.61, AskedWords: 0.67, Covered: 1.21, CoveredNear: 0.37, Margin: 0.43,
            NamesUnsaid: -1.97, WordsUnsaid: 0.57, NotFact: -3.93, Holding: 1.11, Lacking: -1.71, Rule: -2.42, Denied: -3.37, Neither: -0.92,
            NeitherUnsaid: -2.18, Furniture: -3.55, Unknown: -1.69, Follows: 2.40, Compares: 0.25, Short: -1.63)),
        WordsAlone = (0.83, new(
            Words: -0.75, Meaning: 0.00, Asked: 0.00, AskedOften: 0.00, AskedWords: 0.00, Covered: 1.49, CoveredNear: 0.59, Margin: 0.58,
            NamesUnsaid: -1.86, WordsUnsaid: 0.60, NotFact: -3.62, Holding: 1.89, Lacking: -1.71, Rule: -2.34, Denied: -3.42, Neither: -0.94,
            NeitherUnsaid: -2.38, Furniture: -3.23, Unknown: -1.62, Follows: 2.33, Compares: 0.20, Short: -1.59));
}
