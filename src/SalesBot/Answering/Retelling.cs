using SalesBot.Answering.Sides;
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
            (AnswerWish.Doubt, _) => Doubted(answer),
            (AnswerWish.Source, _) => Source(answer),
            (AnswerWish.Shorter, _) => Shorter(answer),
            _ => answer,
        };

    static AnswerDraft Why(AnswerDraft answer)
    {
        var lead = Lead(answer);
        // What leads into a list says nothing by itself.
        if (lead is [.., { Text: var last }] && last.EndsWith(':'))
            lead = [];
        // A verdict goes by what it quotes; of all else the documents say that it is so, and seldom why.
        var says = answer.Classification is null && !GivesReason(answer) ? NoReason : "The documents say:";
        return Cited(answer) is { Count: > 0 } cited
            ? With(answer, [.. lead, Own(says), .. cited.Take(says == NoReason ? MostAgain : cited.Count)])
            : With(answer, [.. lead, Own(answer.Classification?.WouldChange ?? "No document says so directly.")]);
    }

    const string NoReason = "The documents give no reason; they just say:";

    /// <summary>So many sentences are said again where they tell no reason.</summary>
    const int MostAgain = 2;

    static bool GivesReason(AnswerDraft answer) =>
        Cited(answer).Exists(sentence => SeveralAnswers.TellsWhy(sentence.Text));

    /// <summary>Whether it is so: yes where a document says it, else that none does.</summary>
    static AnswerDraft Doubted(AnswerDraft answer)
    {
        var lead = Lead(answer);
        if (Cited(answer) is not { Count: > 0 } cited)
            return Why(answer);
        var guess = lead.FindIndex(sentence => sentence.Text.Contains(SideWording.Guess, StringComparison.Ordinal));
        return guess >= 0
            ? With(answer, [Own($"Not entirely. {FromGuess(lead[guess].Text)}"), .. lead.Skip(guess + 1), .. cited])
            : With(answer, [Own(Surely(answer)), .. cited]);
    }

    static string Surely(AnswerDraft answer) =>
        answer.Verdict is { } verdict
            ? $"Yes, that is {SideWording.Short(verdict)}. The documents say so:"
            : "Yes, the documents say so:";

    static string FromGuess(string text) => text[text.IndexOf(SideWording.Guess, StringComparison.Ordinal)..];

    static List<AnswerSentence> Lead(AnswerDraft answer) =>
        [.. answer.Sentences.Where(sentence => sentence.Citation is null)];

    static AnswerDraft Source(AnswerDraft answer) =>
        Cited(answer) is { Count: > 0 } cited
            ? With(answer, [Own($"From {Documents(answer, cited)}:"), .. cited])
            : With(answer, [Own("No document says so directly; I went by similar tasks.")]);

    /// <summary>The documents that are quoted, by name: "“Glossary” and “Which team does what”".</summary>
    static string Documents(AnswerDraft answer, List<AnswerSentence> cited)
    {
        var titles = cited
            .Select(sentence => $"“{answer.Citations[sentence.Citation!.Value].Title}”")
            .Distinct()
            .ToList();
        return titles.Count == 1 ? titles[0] : $"{string.Join(", ", titles.SkipLast(1))} and {titles[^1]}";
    }

    static AnswerDraft Shorter(AnswerDraft answer)
    {
        var lead = answer.Sentences.TakeWhile(sentence => sentence.Citation is null).ToList();
        IReadOnlyList<AnswerSentence> shorter = lead.Count > 0 ? lead : [.. answer.Sentences.Take(1)];
        return shorter.Count == answer.Sentences.Count
            ? With(answer, [Own("That’s already one sentence:"), .. shorter])
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
