using CsCheck;
using Microsoft.Extensions.Time.Testing;
using SalesBot.Messaging;

namespace SalesBot.Tests.Messaging;

public sealed class MessageOrderTests
{
    [Fact]
    public void Numbers_grow_whatever_the_clock_does_and_whatever_was_there_before() =>
        Gen.Select(Gen.Long[0, 4_000_000_000_000_000_000], Gen.Int[-100_000, 100_000].Array[1, 50])
            .Sample(
                (before, steps) =>
                {
                    var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56))
                    {
                        AutoAdvanceAmount = TimeSpan.Zero,
                    };
                    var order = new MessageOrder(time);
                    order.GoOnAfter(before);
                    var last = before;
                    foreach (var step in steps)
                    {
                        if (step > 0)
                            time.Advance(TimeSpan.FromMilliseconds(step));
                        var next = order.Next();
                        next.ShouldBeGreaterThan(last);
                        last = next;
                    }
                }
            );
}
