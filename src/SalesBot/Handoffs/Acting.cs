using SalesBot.People;

namespace SalesBot.Handoffs;

/// <summary>
/// Who commands, from where (<c>api</c>, <c>cli</c>, <c>slack</c> …), and the key under which a repetition is the same
/// command, if any.
/// </summary>
sealed record Acting(Person Person, string Platform, string? Key = null);
