namespace SalesBot.Intents;

/// <summary>
/// Ask the sender whether that is to be done: an absence, a role, a channel's news. <c>Said</c>: the message it was
/// read from.
/// </summary>
sealed record OfferMember(Intent Wanted, string Said) : Intent;
