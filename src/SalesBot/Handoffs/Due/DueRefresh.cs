using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SalesBot.Storage;

namespace SalesBot.Handoffs.Due;

/// <summary>
/// Reckons anew what is due for everything that is open or holds words, when calendars, targets or the rules of the
/// time zones are not those they were reckoned with.
/// </summary>
sealed class DueRefresh(
    Database database,
    Writer writer,
    HandoffStore store,
    IOptions<HandoffOptions> options,
    TimeProvider time
)
{
    const int AtOnce = 100;

    sealed record Open(string Workspace, string Id);

    /// <returns>How many were reckoned anew.</returns>
    /// <exception cref="StorageFault">Not all were; the next start goes on.</exception>
    public async Task<int> RunAsync()
    {
        var wanted = Fingerprint();
        if (
            database.Read(session =>
                session.Find<string>("select fingerprint from handoff_calendar where id = 'calendars'")
            ) == wanted
        )
            return 0;
        var open = database.Read(session =>
            session.Query<Open>(
                "select workspace as Workspace, id as Id from handoffs where is_open = 1 or has_words = 1 order by number"
            )
        );
        foreach (var chunk in open.Chunk(AtOnce))
            await writer.WriteAsync(session =>
            {
                foreach (var workspace in chunk.GroupBy(one => one.Workspace))
                foreach (
                    var handoff in store
                        .Load(session, workspace.Key, [.. workspace.Select(one => one.Id)])
                        .Where(handoff => !handoff.IsDamaged)
                )
                    store.Reckon(session, handoff, handoff.Last.Sequence, time.GetUtcNow());
            });
        await writer.WriteAsync(session =>
            session.Execute(
                """
                insert into handoff_calendar (id, fingerprint) values ('calendars', @wanted)
                on conflict (id) do update set fingerprint = excluded.fingerprint
                """,
                new { wanted }
            )
        );
        return open.Count;
    }

    string Fingerprint()
    {
        var (sales, marketing) = (options.Value.Calendars.Sales, options.Value.Calendars.Marketing);
        var all = JsonSerializer.Serialize(
            new
            {
                sales,
                marketing,
                options.Value.Targets,
                options.Value.EraseAfterDays,
                zones = new[] { sales, marketing }.Select(team => Offsets(team.Build().Zone)),
            }
        );
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(all)));
    }

    /// <summary>
    /// The zone's offsets on the first of each month of two years: they show when its rules were changed.
    /// </summary>
    string Offsets(TimeZoneInfo zone)
    {
        var start = new DateTimeOffset(time.GetUtcNow().Year, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return zone.Id
            + string.Join(
                ',',
                Enumerable.Range(0, 24).Select(month => zone.GetUtcOffset(start.AddMonths(month)).TotalMinutes)
            );
    }
}
