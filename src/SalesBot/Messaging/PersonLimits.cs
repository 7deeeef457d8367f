using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace SalesBot.Messaging;

/// <summary>How much one person may say: so many messages in each minute of the clock.</summary>
sealed class PersonLimits(IOptions<MessagingOptions> options, TimeProvider time)
{
    readonly ConcurrentDictionary<string, int> said = [];
    long minute;

    /// <summary>Whether one more message is read.</summary>
    /// <param name="person">Who says it.</param>
    /// <param name="tell">If not: whether to tell them so, which is once a minute.</param>
    public bool MayPass(string person, out bool tell)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds() / 60;
        if (Interlocked.Exchange(ref minute, now) != now)
            said.Clear();
        var count = said.AddOrUpdate(person, 1, (_, before) => before + 1);
        tell = count == options.Value.PerPersonPerMinute + 1;
        return count <= options.Value.PerPersonPerMinute;
    }
}
