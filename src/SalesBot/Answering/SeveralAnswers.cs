using System.Text.RegularExpressions;
using SalesBot.Answering.Sides;
using SalesBot.Chat;
using SalesBot.Classifying.Statements;
using SalesBot.Intents;
using SalesBot.Knowledge;

namespace SalesBot.Answering;

/// <summary>
/// Answers a message that asks two or three things, each on its own: "is a billboard sales or marketing, and is a phone
/// call?".
/// </summary>
sealed partial class SeveralAnswers(IntentAnswers answers)
{
    /// <summary>The answers one after the other; none where it asks one thing, or the parts need each other.</summary>
    public AnswerDraft? Of(string text, GenerationLease lease)
    {
        if (AndWhy().FindIn(text) is { Success: true } reason)
            return WithReason(answers.Read(IntentReader.Read($"{reason.Groups["asked"].Value}?", []), lease));
        var parts = CompoundQuestion.Parts(text);
        if (parts.Count < 2 || parts.Any(part => PointsBack().IsIn(part)))
            return null;
        var read = parts.Select(part => (Part: part, Intent: IntentReader.Read(part, []))).ToList();
        if (!read.Exists(one => IsOfTheTwo(one.Intent)) || read.Exists(one => one.Intent is SmallTalk))
            return null;
        var drafts = read.ConvertAll(one => (one.Part, Draft: answers.Read(one.Intent, lease)));
        return drafts.TrueForAll(one =>
            one.Draft.Kind is not (AnswerKind.Refusal or AnswerKind.Help)
            && one.Draft.Sentences.Any(sentence => sentence.Citation is not null)
        )
            ? Joined(drafts)
            : null;
    }

    /// <summary>
    /// The answer to "…, and why?": a sentence that gives a reason answers both, else the documents do not tell it.
    /// </summary>
    static AnswerDraft WithReason(AnswerDraft answer)
    {
        if (answer.Kind is AnswerKind.Refusal or AnswerKind.Help || answer.Missing.Count > 0)
            return answer;
        var cited = answer.Sentences.Where(sentence => sentence.Citation is not null).ToList();
        if (cited.Count == 0 || cited.Exists(sentence => TellsWhy(sentence.Text)))
            return answer;
        IReadOnlyList<string> missing = ["the reason"];
        return answer with
        {
            Missing = missing,
            Text = AnswerWording.Answer(answer.Sentences, answer.Citations, missing),
        };
    }

    /// <summary>Whether a sentence gives a reason for what it says.</summary>
    public static bool TellsWhy(string sentence) => Because().IsIn(sentence);

    [GeneratedRegex(
        @"^(?<asked>[^?]{8,}?)(?:\?|,|;|\s)\s*(?:(?:and|but) )?(?:why|how come|for what reason)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AndWhy();

    [GeneratedRegex(
        @"\b(?:because|since|so that|in order to|therefore|that is why|as (?:it|they|this)|due to|for (?:this|that) reason|to (?:assist|help|make|get|win|build|keep|reach|attract|close|let|ensure))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Because();

    static bool IsOfTheTwo(Intent intent) =>
        intent
            is AskTask { Asked: true }
                or AskWhetherOf
                or AskClaim
                or AskComparison { NamesOne: true }
                or AskHowOfTeam;

    static AnswerDraft Joined(List<(string Part, AnswerDraft Draft)> drafts)
    {
        var citations = new List<Citation>();
        var sentences = new List<AnswerSentence>();
        foreach (var (part, draft) in drafts)
        foreach (var sentence in draft.Sentences)
            sentences.Add(
                sentence with
                {
                    Text = sentence == draft.Sentences[0] ? Named(part, draft) : sentence.Text,
                    Citation = sentence.Citation is { } place ? Place(draft.Citations[place], citations) : null,
                }
            );
        var verdicts = drafts.ConvertAll(one => one.Draft.Verdict);
        return new AnswerDraft(
            AnswerKind.Answer,
            AnswerWording.Quoted(sentences, citations),
            sentences,
            verdicts.Exists(verdict => verdict is null) ? null
                : verdicts.Distinct().ToList() is [var only] ? only
                : Classifying.Verdict.Both,
            null,
            citations,
            [],
            drafts.Min(one => one.Draft.Confidence)
        );
    }

    /// <summary>How the answer to a part begins: a verdict says of what it is one.</summary>
    static string Named(string part, AnswerDraft draft)
    {
        var said = draft.Sentences[0].Text;
        if (draft is not { Kind: AnswerKind.Classification, Verdict: { } verdict } || YesOrNo().IsIn(said))
            return said;
        var topic = AskedTopic.Of(part).Trim(' ', '?', ',', '.');
        return $"“{topic}”: {SideWording.Short(verdict)}{(SideWording.IsGuess(said) ? ", probably" : "")}.";
    }

    static int Place(Citation citation, List<Citation> citations)
    {
        var place = citations.FindIndex(one => one.Document == citation.Document && one.Start == citation.Start);
        if (place >= 0)
            return place;
        citations.Add(citation);
        return citations.Count - 1;
    }

    [GeneratedRegex(@"^(?:yes|no)\b", RegexOptions.IgnoreCase)]
    private static partial Regex YesOrNo();

    /// <summary>What points to another part is no question of its own.</summary>
    [GeneratedRegex(
        @"\b(?:it|its|that|this|these|those|they|them|their|he|she|him|her|his|there|then)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex PointsBack();
}
