namespace SalesBot.Chat;

/// <summary>What became of an attempt to send something.</summary>
abstract record Delivery
{
    /// <summary>It is there, under the platform's id for it; an empty one, if nothing can take its place.</summary>
    public sealed record Sent(string MessageId) : Delivery;

    /// <summary>Not now, or nobody knows; <c>After</c> is when the platform wants to be asked again.</summary>
    public sealed record Failed(string Reason, TimeSpan? After = null) : Delivery;

    /// <summary>Not now, for anything of this workspace, or of this conversation only.</summary>
    public sealed record Throttled(TimeSpan After, bool ConversationOnly = false) : Delivery;

    /// <summary>The message that it was to replace is gone.</summary>
    public sealed record Gone : Delivery;

    /// <summary>Never: trying again is of no use.</summary>
    public sealed record Refused(string Reason) : Delivery;
}

/// <summary>
/// A reply on its way: in place of the message <c>Replaced</c>, if that is given. <c>Key</c> stays the same when it is
/// tried again; <c>MaybeSent</c>: an earlier attempt, since <c>Since</c>, may have reached the platform although nobody
/// heard of it.
/// </summary>
sealed record Outgoing(
    Address To,
    Reply Reply,
    string? Replaced,
    string Key,
    DateTimeOffset Since,
    bool MaybeSent = false
);

/// <summary>A file that was fetched, or why it was not, in a sentence.</summary>
sealed record FetchedFile(byte[]? Content, string? Fault = null);

/// <summary>
/// A place where people chat. What goes wrong there is a <see cref="Delivery"/>; an exception counts as failed.
/// </summary>
interface IChatPlatform
{
    /// <summary>The first part of its addresses.</summary>
    string Name { get; }

    /// <summary>What does not work there, in a sentence, or none.</summary>
    string? Problem => null;

    /// <summary>Sends a reply. Must end when the token says so.</summary>
    Task<Delivery> SendAsync(Outgoing message, CancellationToken cancellationToken);

    /// <summary>Adds to a message what its platform tells only when asked: names, who is a guest.</summary>
    Task<IncomingMessage> CompleteAsync(IncomingMessage message, CancellationToken cancellationToken) =>
        Task.FromResult(message);

    /// <summary>Fetches a file that somebody sent there, up to so many bytes.</summary>
    Task<FetchedFile> FetchAsync(SharedFile file, long most, CancellationToken cancellationToken) =>
        Task.FromResult(
            new FetchedFile(null, "I can't fetch files from this chat. Put them in the knowledge folder instead.")
        );
}
