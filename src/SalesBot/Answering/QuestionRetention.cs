using Microsoft.Extensions.Options;
using SalesBot.Storage;

namespace SalesBot.Answering;

/// <summary>
/// Erases questions that are older than <see cref="AnsweringOptions.KeepQuestionsDays"/>, at the start and every six
/// hours.
/// </summary>
sealed partial class QuestionRetention(
    Writer writer,
    IOptions<AnsweringOptions> options,
    TimeProvider time,
    ILogger<QuestionRetention> log
) : BackgroundService
{
    /// <summary>So many rows at once: nobody's write waits long for it.</summary>
    const int MaxAtOnce = 1000;

    static readonly TimeSpan Pause = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync();
            }
            catch (StorageFault fault)
            {
                NotErased(log, fault.Message);
            }
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Erases all that is too old.</summary>
    /// <returns>How many rows are gone.</returns>
    /// <exception cref="StorageFault">Some are still there.</exception>
    public async Task<int> RunAsync()
    {
        var before = (time.GetUtcNow() - TimeSpan.FromDays(options.Value.KeepQuestionsDays)).ToUnixTimeMilliseconds();
        var (all, some) = (0, 0);
        do all += some = await writer.WriteAsync(session => Erase(session, before));
        while (some > 0);
        return all;
    }

    static int Erase(Session session, long before)
    {
        var all = new
        {
            Workspace = Workspace.Default,
            before,
            MaxAtOnce,
        };
        return session.Execute(
                "delete from receipts where id in (select id from receipts where workspace = @Workspace and asked_at < @before limit @MaxAtOnce)",
                all
            )
            + session.Execute("delete from feedback where workspace = @Workspace and given_at < @before", all)
            + session.Execute("delete from gaps where workspace = @Workspace and last_asked_at < @before", all);
    }

    [LoggerMessage(61, LogLevel.Error, "Old questions could not be erased and are tried again: {Reason}")]
    static partial void NotErased(ILogger log, string reason);
}
