namespace SalesBot.Intents;

/// <summary>
/// Ask the sender which of these moves is meant, the likeliest first. <c>Said</c>: the message they were read from.
/// </summary>
sealed record OfferMoves(string? Number, IReadOnlyList<MoveHandoff> Readings, string Said) : Intent;
