using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.Handoffs.News;
using SalesBot.Messaging;
using SalesBot.Storage;

namespace SalesBot.Conversations;

/// <summary>Finds the handoff whose card a message answers or quotes.</summary>
sealed class CardAbove(Database database, HandoffStore handoffs)
{
    /// <summary>The handoff's name; null if the message answers no card of the bot's.</summary>
    public string? Find(IncomingMessage message) =>
        message.About.Count == 0
            ? null
            : database.Read(session =>
                message
                    .About.Select(id => Posts.SlotOf(session, id))
                    .Select(slot => HandoffNews.HandoffIn(slot))
                    .OfType<string>()
                    .Select(id => handoffs.FindById(session, Workspace.Default, id)?.Name)
                    .FirstOrDefault(name => name is not null)
            );
}
