using SalesBot.Storage;

namespace SalesBot.Handoffs.Due;

/// <summary>
/// Looks every second whether something is due, while the host serves. It knows no rules; <see cref="DueWork"/> does.
/// </summary>
sealed partial class DueWorker(
    DueRefresh refresh,
    DueWork work,
    DigestWork digest,
    Leavers leavers,
    TimeProvider time,
    ILogger<DueWorker> log
) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    string? told;
    bool refreshed;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await RunAsync() == 0)
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>A database that does not work now is told once and tried again; nothing is lost by waiting.</summary>
    async Task<int> RunAsync()
    {
        try
        {
            if (!refreshed)
                await refresh.RunAsync();
            refreshed = true;
            var done = await work.RunAsync();
            await digest.RunAsync();
            await leavers.RunAsync();
            told = null;
            return done;
        }
        catch (StorageFault fault)
        {
            if (told != fault.Message)
                NotDone(log, told = fault.Message);
            return 0;
        }
    }

    [LoggerMessage(30, LogLevel.Error, "What is due could not be done and is tried again: {Reason}")]
    static partial void NotDone(ILogger log, string reason);
}
