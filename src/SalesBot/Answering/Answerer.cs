using System.Text.Json;
using SalesBot.Chat;
using SalesBot.Knowledge;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Answering;

/// <summary>The one door for questions, whoever asks and from wherever.</summary>
sealed class Answerer(
    KnowledgeIndex index,
    AnswerComposer composer,
    CitationAddress addresses,
    ReceiptStore receipts,
    GapStore gaps,
    TimeProvider time,
    ILogger<Answerer> log
)
{
    static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(150);

    /// <summary>Answers, and keeps the receipt.</summary>
    /// <param name="text">The question; <see cref="PersonText"/> says what cannot be read.</param>
    /// <param name="history">Earlier turns, oldest first, either speaker's.</param>
    /// <param name="person">Who asks.</param>
    /// <param name="isRepetition">Tells an answer that only says again what was said before: then the question was no
    /// follow-up, and is asked by itself.</param>
    /// <exception cref="KnowledgeFault">There is no index to search.</exception>
    public async Task<Answer> AskAsync(
        string text,
        IReadOnlyList<string> history,
        Person person,
        Func<Answer, bool>? isRepetition = null
    )
    {
        var started = time.GetTimestamp();
        history = PersonText.Fault(history) is null ? history : [];
        var question = PersonText.Clean(text);
        var id = $"a-{Guid.CreateVersion7(time.GetUtcNow())}";
        Answer answer;
        using (var lease = index.Lease())
        {
            answer = Compose(id, question, history, lease, started);
            if (isRepetition?.Invoke(answer) == true)
                answer = Compose(id, question, history = [], lease, started);
        }
        await KeepAsync(answer, history, person);
        return answer;
    }

    /// <summary>The receipt of that answer, or none.</summary>
    public AnswerReceipt? Receipt(string id) => receipts.Find(id);

    /// <summary>Runs a kept question again on the generation it was answered from.</summary>
    /// <returns>The answer under the receipt's id, or none if the generation is gone.</returns>
    public Answer? Replay(AnswerReceipt receipt)
    {
        using var lease = index.Lease(receipt.Knowledge);
        return lease is null
            ? null
            : Compose(receipt.Id, receipt.Question, receipt.History, lease, time.GetTimestamp());
    }

    Answer Compose(string id, string question, IReadOnlyList<string> history, GenerationLease lease, long started)
    {
        var draft = composer.Compose(question, [.. history.Select(PersonText.Clean)], lease);
        return new Answer(
            id,
            question,
            draft.Kind,
            draft.Text,
            draft.Sentences,
            draft.Verdict,
            draft.Classification,
            addresses.Of(draft.Citations, lease.Generation.Id),
            draft.Missing,
            draft.Confidence,
            lease.Generation.Id,
            Math.Round(time.GetElapsedTime(started).TotalMilliseconds, 2)
        )
        {
            Table = draft.Table,
        };
    }

    /// <summary>
    /// An answer waits for its receipt only as long as an idle disk takes: while another program holds the database, or
    /// the disk is slow, the receipt follows.
    /// </summary>
    async Task KeepAsync(Answer answer, IReadOnlyList<string> history, Person person)
    {
        var kept = WriteAsync(answer, history, person);
        await Task.WhenAny(kept, Task.Delay(LongestWait, TimeProvider.System));
    }

    async Task WriteAsync(Answer answer, IReadOnlyList<string> history, Person person)
    {
        var json = JsonSerializer.Serialize(answer, AnswerJson.Readable.Answer);
        try
        {
            var gap = answer.Kind == AnswerKind.Refusal ? gaps.KeepAsync(answer) : Task.CompletedTask;
            await Task.WhenAll(
                gap,
                receipts.KeepAsync(
                    new AnswerReceipt(
                        answer.Id,
                        time.GetUtcNow(),
                        person.Id,
                        answer.Knowledge,
                        answer.Question,
                        history,
                        json
                    )
                )
            );
        }
        catch (StorageFault fault)
        {
            // The answer is right without its receipt; an admin learns of it.
            AnsweringLog.NoReceipt(log, answer.Id, fault.Message);
        }
    }
}
