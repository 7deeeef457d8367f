namespace SalesBot.Intents;

/// <summary>
/// Ask the sender whether this is to be handed over. <c>Said</c>: the message it was read from; <c>IsAnswered</c>: a
/// question that has its answer already.
/// </summary>
sealed record OfferHandoff(RaiseHandoff Draft, string Said, bool IsAnswered = false) : Intent;
