namespace SalesBot.Chat;

/// <summary>What became of an attempt to send something.</summary>
abstract record Delivery
{
    /// <summary>It is there, under the platform's id for it.</summary>
    public sealed record Sent(string MessageId) : Delivery;

    /// <summary>Not now, or nobody knows; <c>After</c> is when the platform wants to be asked again.</summary>
    public sealed record Failed(string Reason, TimeSpan? After = null) : Delivery;

    /// <summary>Not now, for anything of this workspace.</summary>
    public sealed record Throttled(TimeSpan After) : Delivery;

    /// <summary>The message that it was to replace is gone.</summary>
    public sealed record Gone : Delivery;

    /// <summary>Never: trying again is of no use.</summary>
    public sealed record Refused(string Reason) : Delivery;
}

/// <summary>A place where people chat. What goes wrong there is a <see cref="Delivery"/>; an exception counts as failed.</summary>
interface IChatPlatform
{
    /// <summary>The first part of its addresses.</summary>
    string Name { get; }

    /// <summary>Sends a reply, in place of the message <paramref name="replaced"/> if that is given. Must end when the token says so.</summary>
    Task<Delivery> SendAsync(Address to, Reply reply, string? replaced, CancellationToken cancellationToken);
}
