namespace SalesBot.Messaging;

/// <summary>
/// Numbers that grow: within a process in the order they are taken, between processes by the clock. Milliseconds, a
/// count, and three digits of the process's own, so that two processes hardly ever draw the same.
/// </summary>
sealed class MessageOrder(TimeProvider time)
{
    const long PerMillisecond = 1_000_000,
        Step = 1000;

    readonly long own = Random.Shared.NextInt64(Step);

    long last;

    /// <summary>Goes on after that number, for the clock may have been set back.</summary>
    public void GoOnAfter(long number)
    {
        var next = (((number / Step) + 1) * Step) + own;
        for (long before; (before = Interlocked.Read(ref last)) < next; )
            Interlocked.CompareExchange(ref last, next, before);
    }

    /// <summary>The next number.</summary>
    public long Next()
    {
        while (true)
        {
            var (before, now) = (
                Interlocked.Read(ref last),
                (time.GetUtcNow().ToUnixTimeMilliseconds() * PerMillisecond) + own
            );
            var next = Math.Max(before + Step, now);
            if (Interlocked.CompareExchange(ref last, next, before) == before)
                return next;
        }
    }
}
