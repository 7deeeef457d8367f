using System.Text.Json;
using Dapper;
using SalesBot.Storage;

namespace SalesBot.Answering;

/// <summary>Keeps receipts.</summary>
sealed class ReceiptStore(Database database, Writer writer)
{
    /// <summary>The one workspace there is without clustering.</summary>
    public const string Workspace = "default";

    sealed record Row(string Id, long AskedAt, string Person, string Knowledge, string Question, string History, string Answer);

    /// <exception cref="StorageFault">It was not kept.</exception>
    public Task KeepAsync(AnswerReceipt receipt) =>
        writer.WriteAsync((connection, transaction) => connection.Execute(
            """
            insert into receipts (id, workspace, asked_at, person, knowledge, question, history, answer)
            values (@Id, @Workspace, @AskedAt, @Person, @Knowledge, @Question, @History, @Answer)
            """,
            new
            {
                receipt.Id, Workspace, AskedAt = receipt.AskedAt.ToUnixTimeMilliseconds(), receipt.Person, receipt.Knowledge, receipt.Question, receipt.Answer,
                History = JsonSerializer.Serialize([.. receipt.History], AnswerJson.Readable.ListString),
            },
            transaction));

    /// <summary>The receipt of that answer, or none.</summary>
    public AnswerReceipt? Find(string id)
    {
        using var connection = database.Open();
        return connection.QuerySingleOrDefault<Row>(
            """
            select id as Id, asked_at as AskedAt, person as Person, knowledge as Knowledge, question as Question, history as History, answer as Answer
            from receipts where workspace = @Workspace and id = @id
            """,
            new { Workspace, id }) is { } row
            ? new AnswerReceipt(row.Id, DateTimeOffset.FromUnixTimeMilliseconds(row.AskedAt), row.Person, row.Knowledge, row.Question,
                JsonSerializer.Deserialize(row.History, AnswerJson.Readable.ListString) ?? [], row.Answer)
            : null;
    }
}
