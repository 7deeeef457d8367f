using Microsoft.Extensions.Options;
using SalesBot.Messaging;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Platforms.Teams;

/// <summary>Looks at whether the directory knows the bot, and the channel's keys can be had.</summary>
sealed class TeamsDiagnosis(IOptions<TeamsOptions> options, TimeProvider time)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>How it stands, in a sentence, and whether that is well.</summary>
    public async Task<(bool IsWell, string Sentence)> LookAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsOn())
            return (true, "off; no app is configured");
        if (options.Value.AppId.Length == 0)
            return (true, "open to anyone on this machine (Teams:DangerouslyAllowAnonymous)");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        using var http = new GuardedHttp();
        try
        {
            await TeamsSetup.Source(options.Value, http.Client, time)(options.Value.Scope, false, limit.Token);
            var keys = new SigningKeys(http.Client, new Uri(options.Value.MetadataUrl), time);
            await keys.RefreshAsync().WaitAsync(limit.Token);
            return keys.Problem is { } problem
                ? (false, $"Teams' signing keys can't be fetched: {problem}")
                : (true, $"{options.Value.Audience()} of {options.Value.TenantId}");
        }
        catch (Exception fault)
            when (fault is TokenFault or OperationCanceledException || GuardedHttp.Fault(fault) is not null)
        {
            return (false, fault is TokenFault ? fault.Message : $"The directory cannot be reached: {fault.Message}");
        }
    }
}
