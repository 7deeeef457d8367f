using System.Text.Json;
using SalesBot.Handoffs.Routing;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Handoffs.History;

/// <summary>
/// Takes people's words out of handoffs. What happened stays, and the chain stays whole, because it covers the words'
/// digest only.
/// </summary>
sealed class Erasure(Database database, Writer writer, HandoffStore store, HandoffCards cards, TimeProvider time)
    : IPersonalData
{
    public string Kind => "handoffs";

    public IReadOnlyList<JsonElement> Export(Person admin, string email) =>
        database.Read(session =>
            store
                .Load(session, admin.Workspace, About(session, admin.Workspace, email))
                .ConvertAll(handoff =>
                    JsonSerializer.SerializeToElement(
                        cards.Of(handoff, admin, new Dictionary<string, string>()),
                        CardJson.Readable.HandoffCard
                    )
                )
        );

    public Task<int> EraseAsync(Person admin, string email) =>
        writer.WriteAsync(session =>
        {
            var about = store.Load(session, admin.Workspace, About(session, admin.Workspace, email));
            foreach (var handoff in about)
                Erase(session, handoff, admin.Id, time.GetUtcNow());
            return about.Count;
        });

    /// <summary>Erases the words of a handoff and says so in its history.</summary>
    public void Erase(Session session, Handoff handoff, string actor, DateTimeOffset now)
    {
        if (!handoff.HasWords)
            return;
        now = handoff.Last.At > now ? handoff.Last.At : now;
        session.Execute("update handoff_events set words = null, salt = null where handoff = @Id", new { handoff.Id });
        store.Append(
            session,
            handoff.After(
                EventChain.Append(
                    handoff.Last,
                    handoff.Id,
                    now,
                    actor,
                    HandoffEvent.System,
                    Move.Erase,
                    handoff.State,
                    handoff.State,
                    new EventFacts(handoff.Version + 1),
                    null
                )
            ),
            1,
            now
        );
    }

    /// <summary>Every handoff in whose words the very address stands, or stood.</summary>
    static List<string> About(Session session, string workspace, string email)
    {
        var wanted = ContactKeys.Email(email);
        var about = session
            .Stream<(string Handoff, string Words)>(
                // Some keyboards write a wide sign for the @, and JSON may escape it.
                @"select handoff, words from handoff_events where workspace = @workspace and (words like '%@%' or words like '%＠%' or lower(words) like '%\uff20%')",
                new { workspace }
            )
            .Where(row => MailAddresses.InJson(row.Words).Any(address => ContactKeys.Email(address) == wanted))
            .Select(row => row.Handoff)
            .ToHashSet();
        return
        [
            .. session
                .Query<string>(
                    "select id from handoffs where workspace = @workspace order by number",
                    new { workspace }
                )
                .Where(about.Contains),
        ];
    }
}
