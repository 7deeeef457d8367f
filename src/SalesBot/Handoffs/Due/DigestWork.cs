using System.Globalization;
using Microsoft.Extensions.Options;
using SalesBot.Chat;
using SalesBot.Handoffs.Clocks;
using SalesBot.Handoffs.News;
using SalesBot.Handoffs.Reports;
using SalesBot.Messaging;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Handoffs.Due;

/// <summary>
/// Sends each team its digest once a week, to its channel, by its own clock; after a standstill late, if not too late.
/// </summary>
sealed class DigestWork(
    WeeklyDigest digest,
    TeamChannels channels,
    BusinessCalendars calendars,
    Outbox outbox,
    Database database,
    Writer writer,
    IOptions<HandoffOptions> options,
    TimeProvider time
)
{
    static readonly TimeSpan TooLate = TimeSpan.FromDays(3);

    readonly HashSet<(Team, string)> done = [];

    /// <summary>Sends what is due.</summary>
    /// <exception cref="StorageFault">It was not kept, and comes again.</exception>
    public async Task RunAsync()
    {
        foreach (var team in Enum.GetValues<Team>())
            if (LastDue(team) is { } due && time.GetUtcNow() - due < TooLate && !done.Contains((team, Week(due))))
            {
                await SendAsync(team, due);
                done.Add((team, Week(due)));
            }
    }

    /// <summary>When it was due last, by the team's clock; none if it is switched off.</summary>
    DateTimeOffset? LastDue(Team team)
    {
        if (options.Value.Digest.Length == 0)
            return null;
        var (zone, now) = (calendars[team].Zone, time.GetUtcNow());
        var today = calendars[team].DateAt(now);
        var day = Enum.GetValues<DayOfWeek>()
            .First(day => day.ToString().StartsWith(options.Value.Digest[..3], StringComparison.Ordinal));
        var wall = today
            .AddDays(-(((int)today.DayOfWeek - (int)day + 7) % 7))
            .ToDateTime(TimeOnly.Parse(options.Value.Digest[4..], CultureInfo.InvariantCulture));
        var due = At(wall);
        return due <= now ? due : At(wall.AddDays(-7));

        DateTimeOffset At(DateTime local)
        {
            // An hour that the clocks skip is not waited for.
            while (zone.IsInvalidTime(local))
                local = local.AddMinutes(1);
            return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        }
    }

    Task SendAsync(Team team, DateTimeOffset due)
    {
        if (
            database.Read(session => channels.Find(session, Workspace.Default, team)) is not { } channel
            || !IsAnythingToTell()
        )
            return Task.CompletedTask;
        var reply = digest.Of(Workspace.Default, team, calendars[team].DateAt(due));
        return writer.WriteAsync(session =>
        {
            if (
                session.Execute(
                    "insert into digests (workspace, team, week) values (@workspace, @team, @week) on conflict (workspace, team, week) do nothing",
                    new
                    {
                        workspace = Workspace.Default,
                        team = Words.Of(team),
                        week = Week(due),
                    }
                ) == 1
            )
                outbox.Enqueue(session, channel, reply);
        });
    }

    /// <summary>Where nothing was ever handed over there is nothing to look back on.</summary>
    bool IsAnythingToTell() =>
        database.Read(session =>
            session.Find<string>(
                "select id from handoffs where workspace = @workspace limit 1",
                new { workspace = Workspace.Default }
            )
        )
            is not null;

    static string Week(DateTimeOffset due) => due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
