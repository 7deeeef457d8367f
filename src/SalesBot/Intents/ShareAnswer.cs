namespace SalesBot.Intents;

/// <summary>
/// What was answered to one person of a room is for all of it. <c>Answer</c>: its id; null for the last one.
/// </summary>
sealed record ShareAnswer(string? Answer) : Intent;
