using SalesBot.Chat;
using SalesBot.Storage;

namespace SalesBot.Messaging;

/// <summary>Where people can be told something alone: the direct conversation they were last met in.</summary>
sealed class Reach(TimeProvider time)
{
    /// <summary>Remembers where somebody was met.</summary>
    public void Met(Session session, string workspace, string person, Address address) =>
        session.Execute(
            """
            insert into reach (workspace, person, address, seen_at) values (@workspace, @person, @at, @now)
            on conflict (workspace, person) do update set address = excluded.address, seen_at = excluded.seen_at
            """,
            new
            {
                workspace,
                person,
                at = (address with { Thread = null }).ToString(),
                now = time.GetUtcNow().ToUnixTimeMilliseconds(),
            }
        );

    /// <summary>Where to tell somebody something, or none if they never spoke to the bot alone.</summary>
    public static Address? Find(Session session, string workspace, string person) =>
        session.Find<string>(
            "select address from reach where workspace = @workspace and person = @person",
            new { workspace, person }
        )
            is { } known
            ? Address.Parse(known)
            : null;
}
