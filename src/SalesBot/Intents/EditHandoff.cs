namespace SalesBot.Intents;

/// <summary>
/// Change fields of a handoff. <c>Number</c>: null for the one that was last talked about. <c>Fields</c>: new values by
/// the names of the card.
/// </summary>
sealed record EditHandoff(string? Number, IReadOnlyDictionary<string, string> Fields) : Intent;
