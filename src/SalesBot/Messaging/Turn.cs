using SalesBot.Chat;
using SalesBot.Storage;

namespace SalesBot.Messaging;

/// <summary>
/// The bot's turn in a conversation: what it says, and what it writes together with that. Work that has to wait for the
/// commit is in <c>Afterwards</c>.
/// </summary>
sealed record Turn(IReadOnlyList<Reply> Replies, Action<Session>? Keep = null, Action? Afterwards = null)
{
    /// <summary>Nothing is said.</summary>
    public static readonly Turn Silent = new([]);
}

/// <summary>Answers a message. Running it again for the same message must have no second effect.</summary>
delegate Task<Turn> Converse(IncomingMessage message, CancellationToken cancellationToken);
