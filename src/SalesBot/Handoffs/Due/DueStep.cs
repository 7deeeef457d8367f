namespace SalesBot.Handoffs.Due;

/// <summary>
/// What is to be done at a time. <c>Remind</c> tells the owner or the queue, <c>Tell</c> and <c>TellAgain</c> the
/// manager.
/// </summary>
enum DueStep
{
    Remind,
    Tell,
    TellAgain,
    Release,
    Wake,
    Erase,
}

/// <summary>
/// A step to come. <c>Sequence</c> is the event that began what it belongs to, so that the same step of a later turn is
/// another one.
/// </summary>
sealed record PlannedStep(long Sequence, DueStep Step, DateTimeOffset At);
