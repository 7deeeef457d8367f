namespace SalesBot.Intents;

/// <summary>Show what others did with the sender's handoffs, the latest state of each.</summary>
sealed record ShowNews : Intent;
