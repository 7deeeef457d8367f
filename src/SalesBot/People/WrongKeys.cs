using System.Net;
using System.Threading.RateLimiting;

namespace SalesBot.People;

/// <summary>Slows down who guesses keys: ten wrong ones a minute from an address, then none is looked at for the rest of it.</summary>
sealed class WrongKeys : IDisposable
{
    const int MostPerMinute = 10;

    readonly PartitionedRateLimiter<IPAddress> limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = MostPerMinute, Window = TimeSpan.FromMinutes(1) }));

    public bool TooMany(IPAddress? from) => limiter.GetStatistics(from ?? IPAddress.None) is { CurrentAvailablePermits: 0 };

    public void Count(IPAddress? from) => limiter.AttemptAcquire(from ?? IPAddress.None).Dispose();

    public void Dispose() => limiter.Dispose();
}
