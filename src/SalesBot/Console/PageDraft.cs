using SalesBot.Intents;

namespace SalesBot.Console;

/// <summary>A handoff that somebody described on the page and has not sent yet. <c>Person</c>: whose it is.</summary>
sealed record PageDraft(string Id, string Person, RaiseHandoff Draft, string Said, DateTimeOffset At);
