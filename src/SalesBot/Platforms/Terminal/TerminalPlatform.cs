using SalesBot.Chat;
using SalesBot.Messaging;

namespace SalesBot.Platforms.Terminal;

/// <summary>
/// A chat in a terminal: replies are drawn as text. Cards that change are not drawn again, for what stands above cannot
/// be changed and the news tell it; the choices of the last reply count. Through a pipe nobody waits, and words that
/// something takes time are left out.
/// </summary>
sealed class TerminalPlatform(TerminalDrawing drawing, bool isPiped) : IChatPlatform
{
    /// <summary>The first part of its addresses.</summary>
    public const string PlatformName = "terminal";

    public string Name => PlatformName;

    /// <summary>Where somebody chats in a terminal of this machine.</summary>
    public static Address AddressOf(string person) => new(PlatformName, "default", person);

    /// <summary>What can be chosen by number now.</summary>
    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    /// <summary>What is to be filled in now, or none.</summary>
    public FormBlock? Form { get; private set; }

    /// <summary>The form is filled in, or left.</summary>
    public void Close() => Form = null;

    public Task<Delivery> SendAsync(Outgoing message, CancellationToken cancellationToken)
    {
        var (reply, replaced) = (message.Reply, message.Replaced);
        var isWaiting =
            reply.Blocks.OfType<ProgressBlock>().Any()
            || reply.Slot?.StartsWith(InboxWork.Waiting, StringComparison.Ordinal) == true;
        if (isPiped && isWaiting)
            return Task.FromResult<Delivery>(new Delivery.Sent(replaced ?? $"{Guid.CreateVersion7()}"));
        if (replaced is null || reply.Viewer is null || reply.IsNew)
        {
            if (!isWaiting)
                (Choices, Form) = ([.. reply.Choices], reply.Form);
            drawing.Draw(reply, Choices);
        }
        return Task.FromResult<Delivery>(new Delivery.Sent(replaced ?? $"{Guid.CreateVersion7()}"));
    }
}
