using SalesBot.Chat;
using SalesBot.People;
using SalesBot.Platforms.Slack.Wire;
using SalesBot.Storage;

namespace SalesBot.Platforms.Slack;

/// <summary>
/// Finds out who the bot is in Slack, what those are called who have a role, and keeps up who belongs to the user
/// groups that the configuration names: whoever is taken out of one has lost the role within a minute.
/// </summary>
sealed partial class SlackWatch(
    SlackCalls calls,
    SlackIdentity identity,
    SlackPeople people,
    ConfiguredRoles roles,
    RosterStore roster,
    Writer writer,
    TimeProvider time,
    ILogger<SlackWatch> log
) : BackgroundService
{
    static readonly TimeSpan First = TimeSpan.FromSeconds(1),
        Longest = TimeSpan.FromMinutes(1),
        Groups = TimeSpan.FromSeconds(30),
        Round = TimeSpan.FromSeconds(25);

    readonly HashSet<string> named = [],
        told = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        for (
            var pause = First;
            !stoppingToken.IsCancellationRequested && !await TryAsync(LearnAsync, stoppingToken);
            pause = pause * 2 < Longest ? pause * 2 : Longest
        )
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        do
        {
            await TryAsync(LookAsync, stoppingToken);
            await Task.Delay(Groups, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        } while (!stoppingToken.IsCancellationRequested);
    }

    /// <summary>A loop that ended would be noticed by nobody.</summary>
    async Task<bool> TryAsync(Func<CancellationToken, Task<bool>> what, CancellationToken stoppingToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        limit.CancelAfter(Round);
        try
        {
            return await what(limit.Token);
        }
        catch (Exception fault)
        {
            if (!stoppingToken.IsCancellationRequested && told.Add(fault.Message))
                NotSeen(log, fault.Message);
            return false;
        }
    }

    async Task<bool> LearnAsync(CancellationToken cancellationToken)
    {
        var answer = await calls.CallAsync("auth.test", cancellationToken);
        if (answer is { Ok: true, Answer: { } test })
        {
            identity.Learn(test);
            Here(log, test.Body.Text("user") ?? "?", test.Body.Text("team") ?? "?", identity.Team ?? "?");
            return true;
        }
        if (!answer.IsDead)
            identity.Fails(
                $"Slack doesn't say who the bot is: {answer.Error ?? (answer.Fault as Delivery.Failed)?.Reason ?? "it is busy right now"}"
            );
        return false;
    }

    bool IsHere(string group) =>
        Address.Parse(group) is { Platform: SlackPlatform.PlatformName } at
        && (identity.Team is null || at.Workspace == identity.Team);

    async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        foreach (var group in roles.Groups.Where(IsHere))
            if (Address.Parse(group) is { } at)
                await LookAtAsync(group, at, cancellationToken);
        // Roles come first; names may take their time.
        foreach (var member in roles.All.Where(member => IsHere(member) && !named.Contains(member)))
            if (await people.NameOfAsync(member, cancellationToken) is { } name)
            {
                await writer.WriteAsync(session => roster.Seen(session, Workspace.Default, member, name));
                named.Add(member);
            }
        return true;
    }

    async Task LookAtAsync(string group, Address at, CancellationToken cancellationToken)
    {
        var answer = await calls.CallAsync("usergroups.users.list", cancellationToken, ("usergroup", at.Conversation));
        if (answer is { Ok: true, Answer: { } list })
        {
            roles.SetMembers(
                group,
                list.Body.Items("users")
                    .Select(user => user.GetString())
                    .OfType<string>()
                    .Select(user => EventReader.PersonOf(at.Workspace, user))
            );
            return;
        }
        if (told.Add($"{group} {answer.Error}"))
            NoGroup(log, group, answer.Error ?? "no answer");
        // A group that is gone gives no role; where Slack only does not answer, the last list holds.
        if (answer is { Fault: null, Error: not null })
            roles.SetMembers(group, []);
    }

    [LoggerMessage(84, LogLevel.Information, "In Slack the bot is {Name} of {Team} ({TeamId})")]
    static partial void Here(ILogger log, string name, string team, string teamId);

    [LoggerMessage(85, LogLevel.Warning, "The user group {Group} gives nobody a role: Slack says {Error}")]
    static partial void NoGroup(ILogger log, string group, string error);

    [LoggerMessage(86, LogLevel.Warning, "Slack was not asked: {Reason}")]
    static partial void NotSeen(ILogger log, string reason);
}
