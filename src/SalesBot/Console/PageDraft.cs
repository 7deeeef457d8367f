using SalesBot.Intents;

namespace SalesBot.Console;

/// <summary>
/// A handoff that somebody described on the page and has not sent yet. <c>Person</c>: whose it is; <c>Answer</c>: the
/// receipt of the answer that is handed on, if one is; <c>Fault</c>: why it was not sent.
/// </summary>
sealed record PageDraft(
    string Id,
    string Person,
    RaiseHandoff Draft,
    string Said,
    DateTimeOffset At,
    string? Answer = null,
    string? Fault = null
)
{
    /// <summary>The fields of its form besides the team and the title.</summary>
    public static readonly IReadOnlyList<string> Fields =
    [
        "kind",
        "urgency",
        "name",
        "email",
        "phone",
        "role",
        "company",
    ];
}
