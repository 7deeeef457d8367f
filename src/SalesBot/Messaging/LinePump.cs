using System.Collections.Concurrent;
using SalesBot.Storage;

namespace SalesBot.Messaging;

/// <summary>
/// Works through the conversations that have something to do: many at once, each by one worker. It knows how to take turns; what is done with a conversation
/// is the <paramref name="work"/>'s.
/// </summary>
sealed partial class LinePump(
    LineClaims claims, Func<ClaimedLine, CancellationToken, Task> work, IReadOnlyCollection<string> platforms, MessagingOptions options,
        TimeProvider time, ILogger log)
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1), RenewEvery = LineClaims.Lease / 4;

    readonly SemaphoreSlim signal = new(0, 1);
    readonly ConcurrentDictionary<string, (string Destination, Task Work)> running = [];
    DateTimeOffset renewed;
    string? told;

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

    /// <summary>Works until told to stop; then finishes what was begun.</summary>
    public async Task RunAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            if (await StartAsync() == 0)
                await signal.WaitAsync(Pause, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
        await FinishAsync();
    }

    /// <summary>Works until nothing is left to do now.</summary>
    public async Task<int> RunToEndAsync()
    {
        var total = 0;
        for (int started; (started = await StartAsync()) > 0; total += started)
            await FinishAsync();
        return total;
    }

    Task FinishAsync() => Task.WhenAll(running.Values.Select(one => one.Work));

    /// <summary>Takes up as many conversations as there is room for.</summary>
    async Task<int> StartAsync()
    {
        try
        {
            if (!running.IsEmpty && time.GetUtcNow() - renewed >= RenewEvery)
            {
                renewed = time.GetUtcNow();
                await claims.RenewAsync();
            }
            var room = options.Workers - running.Count;
            var chosen = room <= 0 ? [] : Chosen(claims.Ripe(platforms, options.Workers * 4), room);
            var claimed = chosen.Count == 0 ? [] : await claims.ClaimAsync(chosen);
            foreach (var line in claimed)
                Start(line);
            told = null;
            return claimed.Count;
        }
        catch (StorageFault fault)
        {
            if (told != fault.Message)
                NotDone(log, told = fault.Message);
            return 0;
        }
    }

    List<string> Chosen(List<(string Line, string Destination)> ripe, int room)
    {
        var busy = running.Values.GroupBy(one => one.Destination).ToDictionary(group => group.Key, group => group.Count());
        var chosen = new List<string>();
        foreach (var (line, destination) in ripe)
            if (chosen.Count < room && !running.ContainsKey(line) && busy.GetValueOrDefault(destination) < options.WorkersPerDestination)
            {
                busy[destination] = busy.GetValueOrDefault(destination) + 1;
                chosen.Add(line);
            }
        return chosen;
    }

    void Start(ClaimedLine line)
    {
        var done = new TaskCompletionSource();
        running[line.Line] = (line.Destination, done.Task);
        _ = Task.Run(async () =>
        {
            try
            {
                await work(line, CancellationToken.None);
            }
            catch (Exception fault)
            {
                // The claim ends by itself, and the conversation is taken up anew.
                Failed(log, line.Line, fault);
            }
            finally
            {
                running.TryRemove(line.Line, out _);
                done.SetResult();
                Wake();
            }
        });
    }

    [LoggerMessage(40, LogLevel.Error, "Messages wait, because the database does not work: {Reason}")]
    static partial void NotDone(ILogger log, string reason);

    [LoggerMessage(41, LogLevel.Error, "The conversation {Line} was not worked through and is taken up again")]
    static partial void Failed(ILogger log, string line, Exception fault);
}
