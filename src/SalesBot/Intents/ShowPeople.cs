namespace SalesBot.Intents;

/// <summary>
/// Show who is in a team and who is away. <c>Team</c>: null for both. <c>Who</c>: the only person asked about; empty
/// for the sender.
/// </summary>
sealed record ShowPeople(string? Team, string? Who) : Intent;
