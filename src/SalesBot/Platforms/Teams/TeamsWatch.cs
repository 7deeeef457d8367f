using SalesBot.Chat;
using SalesBot.People;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Platforms.Teams;

/// <summary>
/// Fetches the channel's keys before anybody comes, and keeps up who belongs to the groups of the directory that the
/// configuration names: whoever is taken out of one has lost the role within a minute.
/// </summary>
sealed partial class TeamsWatch(
    SigningKeys keys,
    GraphGroups groups,
    TeamsNames names,
    TeamsIdentity identity,
    ConfiguredRoles roles,
    TimeProvider time,
    ILogger<TeamsWatch> log
) : BackgroundService
{
    static readonly TimeSpan Round = TimeSpan.FromSeconds(30),
        Patience = TimeSpan.FromSeconds(20);

    readonly HashSet<string> told = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        do
        {
            if (keys.Age is null)
                await keys.RefreshAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var group in roles.Groups)
                if (Address.Parse(group) is { Platform: "entra" } at && identity.Serves(at.Workspace))
                    await TryAsync(group, limited => LookAsync(group, at, limited), stoppingToken);
            if (identity.Tenant is { } tenant)
                await TryAsync("names", limited => names.LearnAsync(tenant, limited), stoppingToken);
            await Task.Delay(Round, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        } while (!stoppingToken.IsCancellationRequested);
    }

    async Task LookAsync(string group, Address at, CancellationToken cancellationToken)
    {
        var (people, error) = await groups.MembersAsync(at.Conversation, cancellationToken);
        if (people is not null)
            roles.SetMembers(
                group,
                people.Select(person => TeamsAddress.PersonOf(at.Workspace.ToLowerInvariant(), person))
            );
        // A group that is gone gives no role; where Graph only does not answer, the last list holds.
        else if (error is "Request_ResourceNotFound")
            roles.SetMembers(group, []);
        if (error is not null && told.Add($"{group} {error}"))
            NoGroup(log, group, error);
    }

    /// <summary>A loop that ended would be noticed by nobody.</summary>
    async Task TryAsync(string what, Func<CancellationToken, Task> look, CancellationToken stoppingToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        limit.CancelAfter(Patience);
        try
        {
            await look(limit.Token);
        }
        catch (Exception fault)
        {
            if (!stoppingToken.IsCancellationRequested && told.Add($"{what} {fault.GetType().Name}"))
                NotSeen(log, what, fault.Message);
        }
    }

    [LoggerMessage(
        92,
        LogLevel.Warning,
        "Who belongs to the group {Group} is not known: {Error}; the app needs GroupMember.Read.All of Microsoft Graph"
    )]
    static partial void NoGroup(ILogger log, string group, string error);

    [LoggerMessage(97, LogLevel.Warning, "Microsoft was not asked for {What}: {Reason}")]
    static partial void NotSeen(ILogger log, string what, string reason);
}
