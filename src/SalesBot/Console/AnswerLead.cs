using SalesBot.Answering;

namespace SalesBot.Console;

/// <summary>The first words of an answer, for a line of their own; empty where it only quotes.</summary>
static class AnswerLead
{
    public static string Of(Answer answer)
    {
        var own = answer
            .Sentences.Where(sentence => sentence.Citation is null)
            .Select(sentence => sentence.Text)
            .ToList();
        return answer switch
        {
            { Kind: AnswerKind.Refusal, Missing.Count: > 0 } => "Not in the documents.",
            { Kind: AnswerKind.Refusal } => answer.Text.Split('\n')[0],
            _ when own.Count > 0 => string.Join(' ', own),
            _ => answer.Sentences.Count > 0 ? "" : answer.Text,
        };
    }
}
