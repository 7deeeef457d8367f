using System.Text.Json;
using SalesBot.Chat;
using SalesBot.Storage;

namespace SalesBot.Messaging;

/// <summary>
/// A message that could not be sent: where it should go, what it says, why not, how often it was tried.
/// </summary>
sealed record DeadLetter(
    long Id,
    string To,
    string Text,
    string Reason,
    long Attempts,
    DateTimeOffset MadeAt,
    DateTimeOffset DeadAt
);

/// <summary>
/// Messages that were put aside because they could not be sent. They stay until somebody sends them again or drops
/// them.
/// </summary>
sealed class DeadLetters(Outbox outbox, Database database, Writer writer, TimeProvider time)
{
    sealed record Row(
        long Sequence,
        string Address,
        string Reply,
        string? LastError,
        long Attempts,
        long MadeAt,
        long DeadAt
    );

    const string Columns =
        "sequence as Sequence, address as Address, reply as Reply, last_error as LastError, attempts as Attempts, made_at as MadeAt, dead_at as DeadAt";

    /// <summary>How many there are.</summary>
    public long Count() =>
        database.Read(session => session.Single<long>("select count(*) from outbox where dead_at is not null"));

    /// <summary>The oldest ones.</summary>
    public IReadOnlyList<DeadLetter> List(int most = 200) =>
        database.Read<IReadOnlyList<DeadLetter>>(session =>
            [
                .. session
                    .Query<Row>(
                        $"select {Columns} from outbox where dead_at is not null order by sequence limit @most",
                        new { most }
                    )
                    .Select(row => new DeadLetter(
                        row.Sequence,
                        row.Address,
                        Said(row),
                        row.LastError ?? "",
                        row.Attempts,
                        DateTimeOffset.FromUnixTimeMilliseconds(row.MadeAt),
                        DateTimeOffset.FromUnixTimeMilliseconds(row.DeadAt)
                    )),
            ]
        );

    static string Said(Row row) => JsonSerializer.Deserialize(row.Reply, ChatJson.Kept.Reply)?.FullText ?? "";

    /// <summary>Sends one again, or all.</summary>
    /// <returns>How many are on their way.</returns>
    /// <exception cref="StorageFault">Nothing was changed.</exception>
    public Task<int> SendAgainAsync(long? id = null) =>
        writer.WriteAsync(session =>
        {
            var now = time.GetUtcNow();
            var rows = session.Query<(long Sequence, string Address)>(
                "select sequence, address from outbox where dead_at is not null and (@id is null or sequence = @id)",
                new { id }
            );
            session.Execute(
                "update outbox set dead_at = null, attempts = 0, due_at = @now where dead_at is not null and (@id is null or sequence = @id)",
                new { id, now = now.ToUnixTimeMilliseconds() }
            );
            foreach (
                var address in rows.Select(row => Address.Parse(row.Address))
                    .OfType<Address>()
                    .DistinctBy(address => address.Line)
            )
            {
                // Somebody wants it tried now, whatever failed before.
                session.Execute(
                    "update lines set attempts = 0 where box = 'out' and line = @Line",
                    new { address.Line }
                );
                outbox.Claims.Touch(session, address, now);
            }
            session.AfterCommit(outbox.Ring);
            return rows.Count;
        });

    /// <summary>Drops one, or all.</summary>
    /// <returns>How many are gone.</returns>
    /// <exception cref="StorageFault">Nothing was changed.</exception>
    public Task<int> DropAsync(long? id = null) =>
        writer.WriteAsync(session =>
            session.Execute(
                "delete from outbox where dead_at is not null and (@id is null or sequence = @id)",
                new { id }
            )
        );
}
