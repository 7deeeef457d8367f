namespace SalesBot.Intents;

/// <summary>
/// Ask whether a message is about a handoff or a person at the desk, or a question. <c>Find</c>: whom it names;
/// <c>Number</c>: the handoff it names.
/// </summary>
sealed record OfferDesk(string? Number, string? Find, string Said) : Intent;
