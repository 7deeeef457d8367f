using SalesBot.Chat;
using SalesBot.Storage;

namespace SalesBot.Messaging;

/// <summary>Messages that are kept in step with what they show, wherever they are.</summary>
sealed class Posts(Outbox outbox, TimeProvider time)
{
    /// <summary>So many of the same thing are kept in step in one conversation; older ones stay as they are.</summary>
    const int PerConversation = 3;

    static readonly TimeSpan KeptFor = TimeSpan.FromDays(60);

    sealed record Row(string Address, string Message, string Viewer, string? Lead);

    /// <summary>The newest message that shows it there, or none.</summary>
    public static string? Find(Session session, string slot, string address) =>
        session.Find<string>("select message from posts where slot = @slot and address = @address order by posted_at desc limit 1", new { slot, address });

    /// <summary>Remembers a message that was sent.</summary>
    public void Keep(Session session, string address, string message, Reply reply)
    {
        session.Execute(
            """
            insert into posts (slot, address, message, viewer, lead, posted_at) values (@Slot, @address, @message, @viewer, @Lead, @now)
            on conflict (slot, address, message) do nothing
            """,
            new { reply.Slot, address, message, viewer = reply.Viewer ?? "", reply.Lead, now = time.GetUtcNow().ToUnixTimeMilliseconds() });
        session.Execute(
            """
            delete from posts where slot = @Slot and address = @address and message in
                (select message from posts where slot = @Slot and address = @address order by posted_at desc limit 100 offset @most)
            """,
            new { reply.Slot, address, most = PerConversation });
    }

    /// <summary>Forgets a message that is gone.</summary>
    public static void Forget(Session session, string slot, string address, string message) =>
        session.Execute("delete from posts where slot = @slot and address = @address and message = @message", new { slot, address, message });

    /// <summary>Shows what it is now wherever it is shown, and where it will be shown once what waits is sent.</summary>
    /// <param name="session">Within the transaction of the change.</param>
    /// <param name="slot">What is shown.</param>
    /// <param name="subject">The id of what it is about.</param>
    /// <param name="draw">Draws it for a viewer, or not if they may not see it any more.</param>
    public void Renew(Session session, string slot, string subject, Func<string, Reply?> draw)
    {
        var waiting = Outbox.WaitingIn(session, slot).ConvertAll(row => (Row: row, Reply: Outbox.Read(row)));
        // A card on its way arrives as it was, with its news; what it shows by then follows it, once.
        var updates = waiting.Where(one => !one.Reply.IsNew).ToList();
        foreach (var (row, old) in updates)
            if (draw(old.Viewer ?? "") is { } drawn)
                Outbox.Rewrite(session, row, drawn with { Slot = slot, Viewer = old.Viewer, Lead = old.Lead });
        foreach (var (row, old) in waiting
            .Where(one => one.Reply.IsNew && updates.All(update => update.Row.Address != one.Row.Address || update.Row.Replaces is not null))
            .GroupBy(one => one.Row.Address).Select(group => group.Last()))
            if (Address.Parse(row.Address) is { } to && draw(old.Viewer ?? "") is { } drawn)
                outbox.Enqueue(session, to, drawn with { Slot = slot, Viewer = old.Viewer, Lead = old.Lead, IsNew = false }, subject);
        foreach (var post in session.Query<Row>(
            "select address as Address, message as Message, viewer as Viewer, lead as Lead from posts where slot = @slot", new { slot }))
            if (!updates.Any(update => update.Row.Replaces == post.Message && update.Row.Address == post.Address) && Address.Parse(post.Address) is { } to
                && draw(post.Viewer) is { } drawn)
                outbox.Enqueue(session, to, drawn with { Slot = slot, Viewer = post.Viewer, Lead = post.Lead }, subject, replaces: post.Message);
    }

    /// <summary>Forgets messages so old that nobody looks at them.</summary>
    public void Prune(Session session) =>
        session.Execute("delete from posts where posted_at < @before", new { before = (time.GetUtcNow() - KeptFor).ToUnixTimeMilliseconds() });
}
