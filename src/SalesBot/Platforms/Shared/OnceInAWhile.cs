namespace SalesBot.Platforms.Shared;

/// <summary>
/// Lets something be told once in a while, however often it happens; measured by a clock that nobody sets back.
/// </summary>
sealed class OnceInAWhile(TimeSpan pause, TimeProvider time)
{
    readonly Lock telling = new();
    long? last;

    /// <summary>Whether it may be told now; then not for a while.</summary>
    public bool IsDue()
    {
        lock (telling)
        {
            if (last is { } told && time.GetElapsedTime(told) < pause)
                return false;
            last = time.GetTimestamp();
            return true;
        }
    }
}
