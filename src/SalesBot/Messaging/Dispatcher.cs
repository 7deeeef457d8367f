using Microsoft.Extensions.Options;
using SalesBot.Chat;
using SalesBot.Storage;

namespace SalesBot.Messaging;

/// <summary>
/// Answers what came in and sends what is to go out, for the platforms that are wired, until the host stops: then
/// nothing new is begun, and what is begun is finished.
/// </summary>
sealed class Dispatcher : BackgroundService
{
    static readonly TimeSpan CountEvery = TimeSpan.FromSeconds(1),
        PruneEvery = TimeSpan.FromMinutes(10),
        DrainTime = TimeSpan.FromSeconds(8);

    readonly Inbox inbox;
    readonly Outbox outbox;
    readonly Posts posts;
    readonly Writer writer;
    readonly TimeProvider time;
    readonly MessagingOptions options;
    readonly List<string> platforms;
    readonly LinePump reading,
        sending;

    public Dispatcher(
        Inbox inbox,
        Outbox outbox,
        Posts posts,
        InboxWork answering,
        OutboxWork delivering,
        IEnumerable<IChatPlatform> platforms,
        IOptions<MessagingOptions> options,
        Writer writer,
        TimeProvider time,
        ILogger<Dispatcher> log
    )
    {
        (this.inbox, this.outbox, this.posts, this.writer, this.time, this.options) = (
            inbox,
            outbox,
            posts,
            writer,
            time,
            options.Value
        );
        this.platforms = [.. platforms.Select(platform => platform.Name)];
        reading = new LinePump(
            inbox.Claims,
            answering.RunAsync,
            this.platforms,
            options.Value.Workers,
            options.Value.Workers,
            time,
            log
        );
        sending = new LinePump(
            outbox.Claims,
            delivering.RunAsync,
            this.platforms,
            options.Value.Workers,
            options.Value.WorkersPerDestination,
            time,
            log
        );
        inbox.Filled += reading.Wake;
        outbox.Filled += sending.Wake;
    }

    /// <summary>Takes up what a host before this one left behind; only for who knows that it has ended.</summary>
    public async Task TakeOverAsync()
    {
        inbox.Count(platforms);
        await inbox.Claims.FreeAsync(platforms);
        await outbox.Claims.FreeAsync(platforms);
    }

    /// <summary>Speaks for one conversation only, as a terminal does.</summary>
    public void SpeakFor(Address address) => (inbox.Claims.Only, outbox.Claims.Only) = (address.Line, address.Line);

    /// <summary>Ends when nothing of a conversation waits any more.</summary>
    public async Task SettledAsync(Address address, CancellationToken cancellationToken)
    {
        while (
            !cancellationToken.IsCancellationRequested
            && (inbox.Next(address.Line) is not null || outbox.Next(address.Line) is not null)
        )
            await Task.Delay(TimeSpan.FromMilliseconds(10), time, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Works until told to stop.</summary>
    public async Task RunAsync(CancellationToken stoppingToken)
    {
        using var ended = new CancellationTokenSource();
        var going = Task.Run(() => sending.RunAsync(ended.Token), CancellationToken.None);
        await Task.Run(() => reading.RunAsync(stoppingToken), CancellationToken.None);
        // What was answered last goes out too, if that takes no long time; the next start sends the rest.
        using var limit = new CancellationTokenSource(DrainTime);
        while (!limit.IsCancellationRequested && !sending.IsIdle)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
        await ended.CancelAsync();
        await going;
    }

    /// <summary>Works until nothing is left to do now.</summary>
    public async Task RunToEndAsync()
    {
        while (await reading.RunToEndAsync() + await sending.RunToEndAsync() > 0) { }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (platforms.Count == 0)
            return Task.CompletedTask;
        return Task.WhenAll(RunAsync(stoppingToken), KeepHouseAsync(stoppingToken));
    }

    /// <inheritdoc/>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        inbox.Close();
        return base.StopAsync(cancellationToken);
    }

    async Task KeepHouseAsync(CancellationToken stoppingToken)
    {
        var pruned = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                inbox.Count(platforms);
                if (time.GetUtcNow() - pruned >= PruneEvery)
                {
                    pruned = time.GetUtcNow();
                    await writer.WriteAsync(session =>
                    {
                        inbox.Prune(session);
                        posts.Prune(session);
                        outbox.Prune(session, options.MaxWaitingPerConversation);
                    });
                }
            }
            catch (Exception)
            {
                // The pumps tell; it is done at another time.
            }
            await Task.Delay(CountEvery, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
