using System.Collections.Concurrent;
using SalesBot.Chat;

namespace SalesBot.Tests.Support;

/// <summary>Something that was sent: a new message, or one in the place of another.</summary>
sealed record SentReply(Address To, Reply Reply, string Id, string? Replaced, bool MaybeSent = false);

/// <summary>A platform that remembers what was sent, and fails as a test wants.</summary>
sealed class RecordingPlatform(string name = "test") : IChatPlatform
{
    readonly ConcurrentQueue<SentReply> sent = [];

    public string Name => name;

    public IReadOnlyList<SentReply> Sent => [.. sent];

    /// <summary>What becomes of a delivery; none for one that succeeds.</summary>
    public Func<Address, Reply, Task<Delivery?>>? Ends { get; set; }

    /// <summary>Messages that somebody has deleted.</summary>
    public HashSet<string> Deleted { get; } = [];

    public async Task<Delivery> SendAsync(Outgoing message, CancellationToken cancellationToken)
    {
        var (to, reply, replaced) = (message.To, message.Reply, message.Replaced);
        if (Ends is { } ends && await ends(to, reply) is { } end)
            return end;
        if (replaced is not null && Deleted.Contains(replaced))
            return new Delivery.Gone();
        var id = replaced ?? $"m{Guid.CreateVersion7()}";
        sent.Enqueue(new SentReply(to, reply, id, replaced, message.MaybeSent));
        return new Delivery.Sent(id);
    }
}
