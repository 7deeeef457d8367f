using System.Text.Json;
using System.Text.RegularExpressions;
using SalesBot.Answering;
using SalesBot.Chat;
using SalesBot.Classifying;
using SalesBot.Intents;
using SalesBot.Knowledge;

namespace SalesBot.Conversations;

/// <summary>What people say to the answer they were just given: why, where it stands, shorter, in a table, or that it is wrong.</summary>
sealed partial class LastAnswerTalk(Answerer answerer, ChallengeStore challenges, KnowledgeIndex index)
{
    const int MostRows = 6;

    /// <summary>Whether there is an answer to speak about.</summary>
    public static bool Has(Talk talk) => talk.Memory.AnswerId is not null;

    public Reply About(Talk talk, AskAboutAnswer wanted) => Last(talk) is not { } answer ? Gone : wanted.Wish switch
    {
        AnswerWish.Why => Why(answer),
        AnswerWish.Source => Source(answer),
        AnswerWish.Shorter => Shorter(answer),
        _ => Table(answer),
    };

    /// <summary>Keeps a challenged verdict for an administrator.</summary>
    public async Task<Reply> ChallengeAsync(Talk talk, ChallengeVerdict challenge)
    {
        if (Last(talk) is not { } answer)
            return Gone;
        if (answer is not { Classification: not null, Verdict: { } verdict })
            return Reply.Of("My last answer was no verdict on a task. Ask whose task something is, and tell me then.");
        var said = verdict.ToString().ToLowerInvariant();
        if (said == challenge.Label)
            return Reply.Of("That is what I said, too.");
        await challenges.KeepAsync(Asking().ReplaceIn(TaskText.Of(answer.Question), ""), said, challenge.Label, talk.Person);
        return Reply.Of($"Noted: you say it is {Named(challenge.Label)}, I said {Named(said)}. An administrator sees it (salesbot examples); once confirmed, I learn from it.");
    }

    /// <summary>What is left of a question before its task: an example is the task alone.</summary>
    [GeneratedRegex(@"^\s*(?:is|are|would|does|do)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Asking();

    static Reply Gone => Reply.Of("I do not know any more which answer you mean; ask it again.");

    Answer? Last(Talk talk) => talk.Memory.AnswerId is { } id && answerer.Receipt(id) is { } receipt
        ? JsonSerializer.Deserialize(receipt.Answer, AnswerJson.Readable.Answer) : null;

    static Reply Why(Answer answer)
    {
        if (answer.Classification is { } classification)
        {
            var words = classification.Words.Count == 0 ? "No single word decided."
                : $"These words decided: {string.Join(", ", classification.Words.Select(word => $"“{word}”"))}.";
            return Cited($"{words} {Sureness(classification.Confidence)} {classification.WouldChange}", [.. classification.For.Take(2)]);
        }
        if (answer.Kind == AnswerKind.Refusal)
            return Reply.Of($"I found no passage that says enough about {string.Join(", ", answer.Missing)}. {(answer.Citations.Count == 0 ? "" : "What I showed is only the nearest.")}".Trim());
        return Cited($"Because it stands so in the documents. {Sureness(answer.Confidence)}", Used(answer));
    }

    static string Sureness(double confidence) => FormattableString.Invariant($"I am {confidence * 100:0} % sure.");

    static Reply Source(Answer answer) => Used(answer) is { Count: > 0 } used ? Cited(used.Count == 1 ? "It stands here:" : "It stands here, in turn:", used)
        : answer.Classification is { For.Count: > 0 } classification ? Cited("These passages speak for it:", [.. classification.For])
        : Reply.Of("My last answer rests on no passage.");

    static List<Citation> Used(Answer answer) =>
        [.. answer.Sentences.Select(sentence => sentence.Citation).OfType<int>().Distinct().Select(place => answer.Citations[place])];

    static Reply Cited(string text, List<Citation> citations) =>
        new($"{text}{string.Concat(citations.Select(Quoted))}", citations.Count == 0 ? [new TextBlock(text)] : [new TextBlock(text), new CitationsBlock(citations)]);

    static string Quoted(Citation citation) =>
        $"\n“{citation.Quote}” ({(citation.Section.Length > 0 ? $"{citation.Title}, {citation.Section}" : citation.Title)})";

    /// <summary>The verdict alone, or the first line.</summary>
    static Reply Shorter(Answer answer) =>
        answer.Verdict is { } verdict ? Reply.Of($"{char.ToUpperInvariant(Named(verdict.ToString())[0])}{Named(verdict.ToString())[1..]}.")
        : AnswerLine.Of(answer.Sentences) is [var first, _, ..] ? Reply.Of(first.Text)
        : AnswerLine.Of(answer.Sentences) is [var only] ? Reply.Of($"That is as short as the document says it: {only.Text}")
        : Reply.Of(answer.Text.Split('\n')[0]);

    static string Named(string label) => label.ToLowerInvariant();

    /// <summary>What the passages of the answer say of each team, side by side.</summary>
    Reply Table(Answer answer)
    {
        using var lease = index.Lease(answer.Knowledge) ?? index.Lease();
        var cited = Used(answer).Concat(answer.Citations).DistinctBy(citation => (citation.Document, citation.Start)).Take(MostRows).ToList();
        var found = lease.Generation.AllPassages().Where(passage => cited.Exists(citation => citation.Document == passage.Document && citation.Start == passage.Start))
            .OrderBy(passage => cited.FindIndex(citation => citation.Document == passage.Document && citation.Start == passage.Start));
        var rows = (from passage in found
                    let sides = Clauses.Of(passage).ToLookup(clause => clause.Side, clause => passage.Text[clause.Start..clause.End].Trim(' ', ',', ';', '|'))
                    where sides[Verdict.Marketing].Any() && sides[Verdict.Sales].Any()
                    select (IReadOnlyList<string>)[string.Join(' ', sides[Verdict.Marketing]), string.Join(' ', sides[Verdict.Sales])]).ToList();
        return rows.Count == 0 ? Reply.Of("What I found does not set the two teams against each other, so there is nothing to put side by side.")
            : new Reply(string.Join("\n", rows.Select(row => $"Marketing: {row[0]} Sales: {row[1]}")), [new TableBlock(["Marketing", "Sales"], rows)]);
    }
}
