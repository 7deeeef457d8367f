namespace SalesBot.Messaging;

/// <summary>Numbers that grow: within a process in the order they are taken, between processes by the clock (milliseconds and a count).</summary>
sealed class MessageOrder(TimeProvider time)
{
    const long PerMillisecond = 1_000_000;

    long last;

    /// <summary>The next number.</summary>
    public long Next()
    {
        while (true)
        {
            var (before, now) = (Interlocked.Read(ref last), time.GetUtcNow().ToUnixTimeMilliseconds() * PerMillisecond);
            var next = Math.Max(before + 1, now);
            if (Interlocked.CompareExchange(ref last, next, before) == before)
                return next;
        }
    }
}
