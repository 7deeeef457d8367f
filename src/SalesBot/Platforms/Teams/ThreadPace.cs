using System.Collections.Concurrent;

namespace SalesBot.Platforms.Teams;

/// <summary>
/// Sends no faster than Teams allows (learn.microsoft.com, "Optimize your bot with rate limiting"): for each
/// conversation 7 messages in a second, 8 in two, 60 in thirty, 1,800 in an hour; for all of a tenant 30 in a second.
/// </summary>
sealed class ThreadPace(TimeProvider time)
{
    const int MostRemembered = 5_000;

    static readonly (int Most, TimeSpan Within)[] Thread =
    [
        (7, TimeSpan.FromSeconds(1)),
        (8, TimeSpan.FromSeconds(2)),
        (60, TimeSpan.FromSeconds(30)),
        (1800, TimeSpan.FromHours(1)),
    ];

    static readonly (int Most, TimeSpan Within)[] Tenant = [(30, TimeSpan.FromSeconds(1))];

    readonly ConcurrentDictionary<string, Turns> turns = [];

    /// <summary>Takes the next turn of a conversation if it is not further away than that.</summary>
    /// <returns>How long to wait for it, and whether it is taken.</returns>
    public (TimeSpan Wait, bool IsTaken) Take(string tenant, string conversation, TimeSpan longest)
    {
        if (turns.Count > MostRemembered)
            foreach (var (old, _) in turns.Where(one => one.Value.IsOver(time)))
                turns.TryRemove(old, out _);
        var own = turns.GetOrAdd($"{tenant}/{conversation}", _ => new Turns(Thread));
        var all = turns.GetOrAdd(tenant, _ => new Turns(Tenant));
        lock (all)
            lock (own)
            {
                var wait = new[] { own.Wait(time), all.Wait(time) }.Max();
                if (wait > longest)
                    return (wait, false);
                own.Take(time, wait);
                all.Take(time, wait);
                return (wait, true);
            }
    }

    /// <summary>When turns were taken, in seconds of a clock that is never set.</summary>
    sealed class Turns((int Most, TimeSpan Within)[] limits)
    {
        readonly Queue<double> taken = [];

        static double Now(TimeProvider time) => (double)time.GetTimestamp() / time.TimestampFrequency;

        public bool IsOver(TimeProvider time)
        {
            lock (this)
                return taken.Count == 0 || Now(time) - taken.Last() > limits[^1].Within.TotalSeconds;
        }

        /// <summary>How long until one more is allowed.</summary>
        public TimeSpan Wait(TimeProvider time)
        {
            var (now, until) = (Now(time), 0.0);
            foreach (var (most, within) in limits)
                if (taken.Count >= most)
                    until = Math.Max(until, taken.ElementAt(taken.Count - most) + within.TotalSeconds);
            return TimeSpan.FromSeconds(Math.Max(0, until - now));
        }

        public void Take(TimeProvider time, TimeSpan wait)
        {
            taken.Enqueue(Now(time) + wait.TotalSeconds);
            if (taken.Count > limits[^1].Most)
                taken.Dequeue();
        }
    }
}
