namespace SalesBot.Intents;

/// <summary>
/// What was just handed over is for the other team: take it back and hand it there. <c>IsAgreed</c>: its sender was
/// asked and said so.
/// </summary>
sealed record RedirectHandoff(string Number, string To, bool IsAgreed = false) : Intent;
