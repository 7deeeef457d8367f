using System.Collections.Concurrent;
using SalesBot.Storage;

namespace SalesBot.Messaging;

/// <summary>
/// Works through the conversations that have something to do: many at once, each by one worker. It knows how to take
/// turns; what is done with a conversation is the <paramref name="work"/>'s, which ends soon after its token says so.
/// Of one workspace of a platform it works through so many at once, and no more.
/// </summary>
sealed partial class LinePump(
    LineClaims claims,
    Func<ClaimedLine, CancellationToken, Task> work,
    IReadOnlyCollection<string> platforms,
    int workers,
    int ofEach,
    TimeProvider time,
    ILogger log
)
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1),
        RenewEvery = LineClaims.Lease / 4;

    readonly SemaphoreSlim signal = new(0, 1);
    readonly ConcurrentDictionary<string, (string Destination, Task Work)> running = [];
    DateTimeOffset renewed;
    string? told;

    /// <summary>Whether nothing is being done, and nothing waits.</summary>
    public bool IsIdle => running.IsEmpty && claims.Ripe(platforms, 1, 1).Count == 0;

    /// <summary>There may be something to do.</summary>
    public void Wake()
    {
        if (signal.CurrentCount == 0)
            try
            {
                signal.Release();
            }
            catch (SemaphoreFullException)
            {
                // Somebody else was faster.
            }
    }

    /// <summary>Works until told to stop; then ends what was begun.</summary>
    public async Task RunAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            if (await TryStartAsync(stoppingToken) == 0)
                await signal.WaitAsync(Pause, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
        while (!running.IsEmpty)
        {
            await Task.WhenAny(FinishAsync(), Task.Delay(RenewEvery, TimeProvider.System, CancellationToken.None));
            await TryRenewAsync();
        }
    }

    /// <summary>Works until nothing is left to do now.</summary>
    public async Task<int> RunToEndAsync()
    {
        var total = 0;
        for (int started; (started = await StartAsync(CancellationToken.None)) > 0; total += started)
            await FinishAsync();
        return total;
    }

    Task FinishAsync() => Task.WhenAll(running.Values.Select(one => one.Work));

    /// <summary>
    /// A loop that ended would be noticed by nobody: whatever goes wrong is told, once, and tried again.
    /// </summary>
    async Task<int> TryStartAsync(CancellationToken stoppingToken)
    {
        try
        {
            await TryRenewAsync();
            var started = await StartAsync(stoppingToken);
            told = null;
            return started;
        }
        catch (Exception fault)
        {
            if (told != fault.Message)
                NotDone(log, told = fault.Message);
            return 0;
        }
    }

    async Task TryRenewAsync()
    {
        if (running.IsEmpty || time.GetUtcNow() - renewed < RenewEvery)
            return;
        renewed = time.GetUtcNow();
        try
        {
            await claims.RenewAsync([.. running.Keys]);
        }
        catch (StorageFault)
        {
            // Who cannot renew cannot write what came of the work either; that is told.
        }
    }

    /// <summary>Takes up as many conversations as there is room for, no more of one workspace than may be.</summary>
    async Task<int> StartAsync(CancellationToken stoppingToken)
    {
        var room = workers - running.Count;
        var chosen = room <= 0 ? [] : Chosen(claims.Ripe(platforms, workers * 4, ofEach), room);
        var claimed = chosen.Count == 0 ? [] : await claims.ClaimAsync(chosen);
        foreach (var line in claimed)
            Start(line, stoppingToken);
        return claimed.Count;
    }

    List<string> Chosen(List<(string Line, string Destination)> ripe, int room)
    {
        var busy = running
            .Values.GroupBy(one => one.Destination)
            .ToDictionary(group => group.Key, group => group.Count());
        var chosen = new List<string>();
        foreach (var (line, destination) in ripe)
            if (chosen.Count < room && !running.ContainsKey(line) && busy.GetValueOrDefault(destination) < ofEach)
            {
                busy[destination] = busy.GetValueOrDefault(destination) + 1;
                chosen.Add(line);
            }
        return chosen;
    }

    void Start(ClaimedLine line, CancellationToken stoppingToken)
    {
        var done = new TaskCompletionSource();
        running[line.Line] = (line.Destination, done.Task);
        _ = Task.Run(
            async () =>
            {
                try
                {
                    await work(line, stoppingToken);
                }
                catch (Exception fault)
                {
                    Failed(log, line.Line, fault);
                    await LetGoAsync(line);
                }
                finally
                {
                    running.TryRemove(line.Line, out _);
                    done.SetResult();
                    Wake();
                }
            },
            CancellationToken.None
        );
    }

    /// <summary>What failed is taken up again, later each time.</summary>
    async Task LetGoAsync(ClaimedLine line)
    {
        try
        {
            await claims.ReleaseAsync(
                line.Line,
                time.GetUtcNow() + RetrySchedule.After(line.Attempts, Random.Shared.NextDouble())
            );
        }
        catch (StorageFault)
        {
            // The claim ends by itself.
        }
    }

    [LoggerMessage(40, LogLevel.Error, "Messages wait: {Reason}")]
    static partial void NotDone(ILogger log, string reason);

    [LoggerMessage(41, LogLevel.Error, "The conversation {Line} was not worked through and is taken up again")]
    static partial void Failed(ILogger log, string line, Exception fault);
}
