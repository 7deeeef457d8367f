using SalesBot.Chat;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Answering;

/// <summary>Keeps what people think of answers: one opinion each, the last one counts.</summary>
sealed class FeedbackStore(ReceiptStore receipts, Writer writer, TimeProvider time)
{
    const int LongestComment = 1000;

    /// <summary>Keeps it, with what they say about it; false if there is no such answer.</summary>
    /// <exception cref="StorageFault">It was not kept.</exception>
    public async Task<bool> KeepAsync(string answer, Person person, bool helpful, string? comment = null)
    {
        if (receipts.Find(answer) is null)
            return false;
        await writer.WriteAsync(session =>
            session.Execute(
                """
                insert into feedback (workspace, answer_id, person, helpful, given_at, comment) values (@Workspace, @answer, @Id, @helpful, @at, @comment)
                on conflict (workspace, answer_id, person) do update set helpful = excluded.helpful, given_at = excluded.given_at,
                    comment = coalesce(excluded.comment, feedback.comment)
                """,
                new
                {
                    Workspace = Workspace.Default,
                    answer,
                    person.Id,
                    helpful = helpful ? 1L : 0L,
                    at = time.GetUtcNow().ToUnixTimeMilliseconds(),
                    comment = string.IsNullOrWhiteSpace(comment)
                        ? null
                        : PersonText.Cut(PersonText.Clean(comment), LongestComment),
                }
            )
        );
        return true;
    }
}
