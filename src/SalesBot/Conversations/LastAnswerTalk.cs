using System.Text.Json;
using System.Text.RegularExpressions;
using SalesBot.Answering;
using SalesBot.Chat;
using SalesBot.Classifying;
using SalesBot.Intents;

namespace SalesBot.Conversations;

/// <summary>
/// What people say to the answer they were just given that the answer itself cannot tell: that it is wrong.
/// </summary>
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
            return Reply.Of(
                "My last answer wasn't about whose task something is. Ask me that first, then tell me if I'm wrong."
            );
        var said = verdict.ToString().ToLowerInvariant();
        if (said == challenge.Label)
            return Reply.Of("That's what I said, too.");
        await challenges.KeepAsync(
            Asking().ReplaceIn(TaskText.Of(answer.Question), ""),
            said,
            challenge.Label,
            talk.Person
        );
        return Reply.Of(
            $"Thanks. You say it's {Named(challenge.Label)}; I said {Named(said)}. I've sent this to an admin to check."
        );
    }

    /// <summary>What is left of a question before its task: an example is the task alone.</summary>
    [GeneratedRegex(@"^\s*(?:is|are|would|does|do)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Asking();

    static Reply Gone => Reply.Of("I don't know which answer you mean. Please ask again.");

    Answer? Last(Talk talk) =>
        talk.Memory.AnswerId is { } id && answerer.Receipt(id) is { } receipt
            ? JsonSerializer.Deserialize(receipt.Answer, AnswerJson.Readable.Answer)
            : null;

    static string Named(string label) => label.ToLowerInvariant();
}
