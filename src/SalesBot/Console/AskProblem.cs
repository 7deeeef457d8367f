using SalesBot.Chat;

namespace SalesBot.Console;

/// <summary>
/// Why a question was not answered, as it stands in the address of the page, and the sentence for it.
/// </summary>
static class AskProblem
{
    public const string Empty = "empty",
        Long = "long",
        TooMany = "too-many",
        NotReady = "not-ready";

    /// <param name="problem">One of the names above; another one is none.</param>
    /// <param name="notReady">What keeps the index from answering.</param>
    public static string? Sentence(string? problem, string? notReady) =>
        problem switch
        {
            Empty => PersonText.Fault(""),
            Long => PersonText.Fault(new string('x', PersonText.MaxLength + 1)),
            TooMany => "That was a lot of questions in a minute. Wait a little, then ask again.",
            NotReady => notReady ?? "The index is being built; try again in a moment.",
            _ => null,
        };
}
