using SalesBot.Intents;

namespace SalesBot.Answering;

/// <summary>Tells an answer again as it is wanted: the reason for it, where it stands, shorter.</summary>
static class Retelling
{
    public static AnswerDraft Of(AnswerDraft answer, AnswerWish wish) =>
        (wish, answer) switch
        {
            (_, { Kind: AnswerKind.Refusal or AnswerKind.Help }) => answer,
            (AnswerWish.Why, _) => Why(answer),
            (AnswerWish.Source, _) => Source(answer),
            (AnswerWish.Shorter, _) => Shorter(answer),
            _ => answer,
        };

    static AnswerDraft Why(AnswerDraft answer)
    {
        var lead = answer.Sentences.Where(sentence => sentence.Citation is null).ToList();
        return Cited(answer) is { Count: > 0 } cited
            ? With(answer, [.. lead, Own("The documents say:"), .. cited])
            : With(answer, [.. lead, Own(answer.Classification?.WouldChange ?? "No document says so directly.")]);
    }

    static AnswerDraft Source(AnswerDraft answer) =>
        Cited(answer) is { Count: > 0 } cited
            ? With(answer, [Own("From the documents:"), .. cited])
            : With(answer, [Own("No document says so directly; I went by similar tasks.")]);

    static AnswerDraft Shorter(AnswerDraft answer)
    {
        var lead = answer.Sentences.TakeWhile(sentence => sentence.Citation is null).ToList();
        IReadOnlyList<AnswerSentence> shorter = lead.Count > 0 ? lead : [.. answer.Sentences.Take(1)];
        return shorter.Count == answer.Sentences.Count
            ? With(answer, [Own("In short:"), .. shorter])
            : With(answer, shorter);
    }

    static List<AnswerSentence> Cited(AnswerDraft answer) =>
        [.. answer.Sentences.Where(sentence => sentence.Citation is not null)];

    static AnswerSentence Own(string text) => new(text, Exact: false, Citation: null);

    static AnswerDraft With(AnswerDraft answer, IReadOnlyList<AnswerSentence> sentences) =>
        answer with
        {
            Table = null,
            Sentences = sentences,
            Text = AnswerWording.Answer(sentences, answer.Citations, answer.Missing),
        };
}
