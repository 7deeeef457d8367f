using SalesBot.Classifying;

namespace SalesBot.Answering;

/// <summary>Whether what somebody asked can be handed over from its answer, and what the button says.</summary>
static class HandOver
{
    /// <summary>The button that opens a draft for a team that is still to be named.</summary>
    public const string ToSomebody = "Ask a team…";

    /// <summary>The button that opens a draft for a team.</summary>
    public static string To(Verdict team) => $"Draft a handoff to {team}";

    /// <summary>A task has a team; a question that was not answered may have one. All else is settled by its answer.</summary>
    public static string? Of(Answer answer) =>
        answer switch
        {
            { Kind: AnswerKind.Classification, Verdict: Verdict.Sales or Verdict.Marketing, Verdict: { } team } => To(
                team
            ),
            { Kind: AnswerKind.Refusal } or { Kind: AnswerKind.Classification, Verdict: Verdict.Both } => ToSomebody,
            _ => null,
        };
}
