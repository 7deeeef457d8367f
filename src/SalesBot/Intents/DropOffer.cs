namespace SalesBot.Intents;

/// <summary>Leave it: what was offered is not done.</summary>
sealed record DropOffer : Intent;
