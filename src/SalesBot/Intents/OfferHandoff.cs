namespace SalesBot.Intents;

/// <summary>Ask the sender whether this is to be handed over. <c>Said</c>: the message it was read from.</summary>
sealed record OfferHandoff(RaiseHandoff Draft, string Said) : Intent;
