using System.Text.Json;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Messaging;

/// <summary>
/// What messages say about somebody: those that wait, those put aside, and what conversations remember. The very
/// address counts, not part of one.
/// </summary>
sealed class MessagingData(Database database, Writer writer, TimeProvider time) : IPersonalData
{
    sealed record Found(string Table, string Key, string? Second, string Text);

    public string Kind => "messages";

    public IReadOnlyList<JsonElement> Export(Person admin, string email) =>
        database.Read<IReadOnlyList<JsonElement>>(session =>
            [
                .. About(session, email)
                    .Where(found => found.Table != "posts")
                    .Select(found => JsonSerializer.Deserialize<JsonElement>(found.Text)),
            ]
        );

    public Task<int> EraseAsync(Person admin, string email) =>
        writer.WriteAsync(session =>
        {
            var about = About(session, email);
            foreach (var found in about)
                session.Execute(
                    found.Table switch
                    {
                        "outbox" => "delete from outbox where sequence = cast(@Key as bigint)",
                        // The id stays, so that a repetition is known.
                        "inbox" => "update inbox set message = null, answer = null, done_at = @now where id = @Key",
                        "memories" => "delete from memories where line = @Key and person = @Second",
                        _ => "update posts set lead = null where slot = @Key and message = @Second",
                    },
                    new
                    {
                        found.Key,
                        found.Second,
                        now = time.GetUtcNow().ToUnixTimeMilliseconds(),
                    }
                );
            return about.Count;
        });

    static List<Found> About(Session session, string email) =>
        session
            .Query<(string Table, string Key, string? Second, string Text)>(
                """
                select 'outbox', cast(sequence as text), null, reply from outbox where (reply like '%@%' or reply like '%＠%')
                union all select 'inbox', id, null, coalesce(message, answer) from inbox where (message like '%@%' or message like '%＠%') or (answer like '%@%' or answer like '%＠%')
                union all select 'memories', line, person, memory from memories where (memory like '%@%' or memory like '%＠%')
                union all select 'posts', slot, message, lead from posts where (lead like '%@%' or lead like '%＠%')
                """
            )
            .Where(row =>
                MailKey.IsAmong(
                    email,
                    row.Table == "posts" ? MailAddresses.In(row.Text) : MailAddresses.InJson(row.Text)
                )
            )
            .Select(row => new Found(row.Table, row.Key, row.Second, row.Text))
            .ToList();
}
