using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Answering;

/// <summary>Keeps what people think of answers: one opinion each, the last one counts.</summary>
sealed class FeedbackStore(ReceiptStore receipts, Writer writer, TimeProvider time)
{
    /// <summary>Keeps it; false if there is no such answer.</summary>
    /// <exception cref="StorageFault">It was not kept.</exception>
    public async Task<bool> KeepAsync(string answer, Person person, bool helpful)
    {
        if (receipts.Find(answer) is null)
            return false;
        await writer.WriteAsync(session => session.Execute(
            """
            insert into feedback (workspace, answer_id, person, helpful, given_at) values (@Workspace, @answer, @Id, @helpful, @at)
            on conflict (workspace, answer_id, person) do update set helpful = excluded.helpful, given_at = excluded.given_at
            """,
            new { Workspace = Workspace.Default, answer, person.Id, helpful = helpful ? 1L : 0L, at = time.GetUtcNow().ToUnixTimeMilliseconds() }));
        return true;
    }
}
