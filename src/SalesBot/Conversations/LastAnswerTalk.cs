using System.Text.Json;
using System.Text.RegularExpressions;
using SalesBot.Answering;
using SalesBot.Chat;
using SalesBot.Classifying;
using SalesBot.Intents;

namespace SalesBot.Conversations;

/// <summary>What people say to the answer they were just given that the answer itself cannot tell: that it is wrong.</summary>
sealed partial class LastAnswerTalk(Answerer answerer, ChallengeStore challenges)
{
    /// <summary>Whether there is an answer to speak about.</summary>
    public static bool Has(Talk talk) => talk.Memory.AnswerId is not null;

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

    static string Named(string label) => label.ToLowerInvariant();
}
