namespace SalesBot.Messaging;

/// <summary>
/// When something is tried again: after a second, then after twice as long each time up to five minutes, less up to a
/// half by chance, so that what failed together does not come back together; never before the other side said.
/// </summary>
static class RetrySchedule
{
    static readonly TimeSpan First = TimeSpan.FromSeconds(1),
        Longest = TimeSpan.FromMinutes(5),
        LongestAsked = TimeSpan.FromHours(1);

    /// <param name="attempts">How often it failed in a row, from 1.</param>
    /// <param name="chance">From 0 to 1.</param>
    /// <param name="asked">What the other side asked for; more than an hour is not believed.</param>
    public static TimeSpan After(long attempts, double chance, TimeSpan? asked = null)
    {
        var doubled = First * Math.Pow(2, Math.Min(attempts - 1, 20));
        var own = (doubled < Longest ? doubled : Longest) * (1 - (chance / 2));
        return asked is { } wanted && wanted > own
            ? wanted < LongestAsked
                ? wanted
                : LongestAsked
            : own;
    }
}
