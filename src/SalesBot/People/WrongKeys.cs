using System.Net;
using System.Threading.RateLimiting;

namespace SalesBot.People;

/// <summary>
/// Tells who guesses keys to stop: more than ten wrong ones a minute from an address. Right ones are let in all the
/// same, so that nobody is locked out by somebody behind the same proxy; guessing 256 bits is hopeless at any speed.
/// </summary>
sealed class WrongKeys : IDisposable
{
    const int MostPerMinute = 10;

    readonly PartitionedRateLimiter<IPAddress> limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetFixedWindowLimiter(
            address,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = MostPerMinute, Window = TimeSpan.FromMinutes(1) }
        )
    );

    /// <summary>Counts a wrong key.</summary>
    public bool IsOneTooMany(IPAddress? from)
    {
        using var permit = limiter.AttemptAcquire(from ?? IPAddress.None);
        return !permit.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
