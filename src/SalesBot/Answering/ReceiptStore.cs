using System.Collections.Concurrent;
using System.Text.Json;
using SalesBot.Storage;

namespace SalesBot.Answering;

/// <summary>Keeps receipts.</summary>
sealed class ReceiptStore(Database database, Writer writer)
{
    /// <summary>So many may wait to be written; what comes beyond is answered without a receipt.</summary>
    const int MaxWaiting = 1000;

    readonly ConcurrentDictionary<string, AnswerReceipt> waiting = [];

    sealed record Row(
        string Id,
        long AskedAt,
        string Person,
        string Knowledge,
        string Question,
        string History,
        string Answer
    );

    /// <summary>Keeps it. Until it is on the disk it is found all the same.</summary>
    /// <exception cref="StorageFault">It was not kept.</exception>
    public async Task KeepAsync(AnswerReceipt receipt)
    {
        if (waiting.Count >= MaxWaiting)
            throw new StorageFault("Too many receipts are waiting to be saved; try again in a moment.");
        waiting[receipt.Id] = receipt;
        try
        {
            await WriteAsync(receipt);
        }
        finally
        {
            waiting.TryRemove(receipt.Id, out _);
        }
    }

    Task WriteAsync(AnswerReceipt receipt) =>
        writer.WriteAsync(session =>
            session.Execute(
                """
                insert into receipts (id, workspace, asked_at, person, knowledge, question, history, answer)
                values (@Id, @Workspace, @AskedAt, @Person, @Knowledge, @Question, @History, @Answer)
                """,
                new
                {
                    receipt.Id,
                    Workspace = Workspace.Default,
                    AskedAt = receipt.AskedAt.ToUnixTimeMilliseconds(),
                    receipt.Person,
                    receipt.Knowledge,
                    receipt.Question,
                    receipt.Answer,
                    History = JsonSerializer.Serialize([.. receipt.History], AnswerJson.Readable.ListString),
                }
            )
        );

    /// <summary>The receipt of that answer, or none.</summary>
    public AnswerReceipt? Find(string id) =>
        waiting.TryGetValue(id, out var receipt)
            ? receipt
            : database.Read(session =>
                session.Find<Row>(
                    """
                    select id as Id, asked_at as AskedAt, person as Person, knowledge as Knowledge, question as Question, history as History, answer as Answer
                    from receipts where workspace = @Workspace and id = @id
                    """,
                    new { Workspace = Workspace.Default, id }
                )
                    is { } row
                    ? new AnswerReceipt(
                        row.Id,
                        DateTimeOffset.FromUnixTimeMilliseconds(row.AskedAt),
                        row.Person,
                        row.Knowledge,
                        row.Question,
                        JsonSerializer.Deserialize(row.History, AnswerJson.Readable.ListString) ?? [],
                        row.Answer
                    )
                    : null
            );
}
