namespace SalesBot.Platforms.Slack.Wire;

/// <summary>
/// When a connection is tried again: at once after one that lived for a while, else after a pause that doubles each
/// time, from a second to a minute, less up to a half by chance; never before Slack said. It knows times and no
/// sockets.
/// </summary>
sealed class SocketBackOff(TimeProvider time)
{
    static readonly TimeSpan First = TimeSpan.FromSeconds(1),
        Longest = TimeSpan.FromSeconds(60),
        Lived = TimeSpan.FromSeconds(30);

    int failures;
    long opened;

    /// <summary>A connection works.</summary>
    public void Opened() => opened = time.GetTimestamp();

    /// <summary>It is over; what lived only for a moment counts as a failure.</summary>
    public void Ended() => failures = time.GetElapsedTime(opened) >= Lived ? 0 : failures + 1;

    /// <summary>None could be opened.</summary>
    public void Failed() => failures++;

    /// <summary>How long to wait before the next try.</summary>
    /// <param name="chance">From 0 to 1.</param>
    /// <param name="asked">What Slack asked for; no more than a minute of it.</param>
    public TimeSpan Pause(double chance, TimeSpan? asked = null)
    {
        if (failures == 0 && asked is null)
            return TimeSpan.Zero;
        var doubled = First * Math.Pow(2, Math.Min(Math.Max(failures - 1, 0), 10));
        var own = (doubled < Longest ? doubled : Longest) * (1 - (chance / 2));
        return asked is { } wanted && wanted > own
            ? wanted < Longest
                ? wanted
                : Longest
            : own;
    }
}
