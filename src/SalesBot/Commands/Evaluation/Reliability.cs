namespace SalesBot.Commands.Evaluation;

/// <summary>
/// One bar of a reliability diagram: of so many items with a confidence from here to a tenth more, the mean confidence
/// and the share that is right.
/// </summary>
sealed record Reliability(string Kind, double From, int Items, double Confidence, double Right);
