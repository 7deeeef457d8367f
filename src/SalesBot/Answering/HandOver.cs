using SalesBot.Classifying;
using SalesBot.Classifying.Statements;
using SalesBot.Intents;

namespace SalesBot.Answering;

/// <summary>Whether what somebody asked can be handed over from its answer, and what the button says.</summary>
static class HandOver
{
    /// <summary>The button that opens a draft for a team that is still to be named.</summary>
    public const string ToSomebody = "Ask a team…";

    /// <summary>The button that opens a draft for a team.</summary>
    public static string To(Verdict team) => $"Draft a handoff to {team}";

    /// <summary>
    /// What the work is called that is handed over: of a question whose task something is, the task; whoever gets the
    /// handoff is to do it, and not to say whose it is.
    /// </summary>
    /// <param name="asked">What was asked.</param>
    /// <param name="answer">What was answered.</param>
    public static string TitleOf(string asked, Answer? answer)
    {
        if (answer?.Kind != AnswerKind.Classification || !(asked.Contains('?') || IntentReader.Asks(asked)))
            return asked;
        var task = AskedTopic.Of(asked);
        return char.ToUpperInvariant(task[0]) + task[1..];
    }

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
