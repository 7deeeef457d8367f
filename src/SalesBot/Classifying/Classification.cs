using SalesBot.Chat;

namespace SalesBot.Classifying;

/// <summary>A verdict on a task, with what speaks for and against it. Scores add up to 1.</summary>
/// <param name="Verdict">Whose task it is.</param>
/// <param name="Confidence">The verdict's own score, 0 to 1.</param>
/// <param name="Scores">The score of each team.</param>
/// <param name="For">Passages that support the verdict, best first.</param>
/// <param name="Against">Passages that support another.</param>
/// <param name="Words">The words of the task that decided.</param>
/// <param name="WouldChange">What would make it another team's task, in a sentence.</param>
/// <param name="AskBack">The one question whose answer would settle a close call, or none.</param>
public sealed record Classification(
    Verdict Verdict,
    double Confidence,
    TeamScores Scores,
    IReadOnlyList<Citation> For,
    IReadOnlyList<Citation> Against,
    IReadOnlyList<string> Words,
    string WouldChange,
    string? AskBack
);

/// <summary>A score for each team, 0 to 1.</summary>
public sealed record TeamScores(double Sales, double Marketing, double Both, double Neither);
