using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace SalesBot.People;

/// <summary>
/// How many calls a key, or the visitor of a page, may make: <c>Console:CallsPerMinute</c> each, refilled steadily.
/// </summary>
sealed class KeyLimits(IOptions<SignInOptions> options) : IDisposable
{
    const int RefillsPerMinute = 60;

    readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetTokenBucketLimiter(
            key,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = options.Value.CallsPerMinute,
                TokensPerPeriod = Math.Max(1, options.Value.CallsPerMinute / RefillsPerMinute),
                ReplenishmentPeriod = TimeSpan.FromMinutes(1) / RefillsPerMinute,
            }
        )
    );

    /// <summary>Counts a call; null if it may be made, else how long to wait.</summary>
    public TimeSpan? WaitFor(string caller)
    {
        using var lease = limiter.AttemptAcquire(caller);
        if (lease.IsAcquired)
            return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1);
    }

    public void Dispose() => limiter.Dispose();
}
