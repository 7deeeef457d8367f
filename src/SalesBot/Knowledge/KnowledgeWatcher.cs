using System.Threading.Channels;
using Microsoft.Extensions.Options;
using SalesBot.Knowledge.Reading;

namespace SalesBot.Knowledge;

/// <summary>
/// While serving: opens or builds the index at start, then again whenever the folder changes or another process puts
/// another generation in use.
/// </summary>
sealed class KnowledgeWatcher(
    KnowledgeIndex index,
    KnowledgeFolder folder,
    Generations.GenerationStore store,
    IOptions<KnowledgeOptions> options,
    TimeProvider time,
    ILogger<KnowledgeWatcher> log
) : BackgroundService
{
    /// <summary>Editors write a file in several steps; the index waits until they are done.</summary>
    static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(150);

    /// <summary>Network folders report nothing: look all the same, now and then.</summary>
    static readonly TimeSpan Look = TimeSpan.FromSeconds(30),
        LookWithoutReports = TimeSpan.FromSeconds(2);

    readonly Channel<bool> changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>The problem the log was told of last; the same one again is no news.</summary>
    string? told;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        index.IsLookedAfter = true;
        await RefreshAsync(stoppingToken);
        if (!options.Value.Watch)
            return;
        using var watchers = new WatchedFolders(() => changes.Writer.TryWrite(true), log);
        while (!stoppingToken.IsCancellationRequested)
        {
            var reported =
                watchers.Watch(folder.FullPath, recursive: true) & watchers.Watch(store.Root, recursive: false);
            await WaitAsync(reported && index.Problem is null ? Look : LookWithoutReports, stoppingToken);
            await Task.Delay(Settled, time, stoppingToken);
            changes.Reader.TryRead(out _);
            await RefreshAsync(stoppingToken);
        }
    }

    async Task WaitAsync(TimeSpan atMost, CancellationToken stoppingToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny(
            changes.Reader.WaitToReadAsync(waiting.Token).AsTask(),
            Task.Delay(atMost, time, waiting.Token)
        );
        await waiting.CancelAsync();
        stoppingToken.ThrowIfCancellationRequested();
    }

    async Task RefreshAsync(CancellationToken stoppingToken)
    {
        try
        {
            await index.RefreshAsync(cancellationToken: stoppingToken);
            told = null;
        }
        // Whatever stands in files that somebody damages, it must not end the host.
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            if (fault.Message != told)
                KnowledgeLog.NotRefreshed(log, fault.Message);
            told = fault.Message;
        }
    }
}
