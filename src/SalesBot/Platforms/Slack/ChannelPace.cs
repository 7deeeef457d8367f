using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace SalesBot.Platforms.Slack;

/// <summary>Posts to each channel no faster than Slack likes.</summary>
sealed class ChannelPace(IOptions<SlackOptions> options, TimeProvider time)
{
    const int MostRemembered = 10_000;

    readonly TimeSpan apart = TimeSpan.FromSeconds(1.0 / options.Value.MessagesPerSecondPerChannel);
    readonly ConcurrentDictionary<string, DateTimeOffset> next = [];

    /// <summary>How long the channel's next turn is away.</summary>
    public TimeSpan TurnOf(string channel) =>
        next.TryGetValue(channel, out var turn) && turn - time.GetUtcNow() is var away && away > TimeSpan.Zero
            ? away
            : TimeSpan.Zero;

    /// <summary>Waits for the channel's turn.</summary>
    public Task WaitAsync(string channel, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (next.Count > MostRemembered)
            foreach (var (old, _) in next.Where(turn => turn.Value < now))
                next.TryRemove(old, out _);
        // The clock may be set back: nobody waits longer than for one turn per message before.
        var turn = next.AddOrUpdate(channel, now + apart, (_, before) => (before > now ? before : now) + apart) - apart;
        return turn > now ? Task.Delay(turn - now, time, cancellationToken) : Task.CompletedTask;
    }
}
