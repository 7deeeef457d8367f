using SalesBot.Chat;
using SalesBot.Storage;

namespace SalesBot.Messaging;

/// <summary>Messages that are kept in step with what they show, wherever they are.</summary>
sealed class Posts(Outbox outbox, TimeProvider time)
{
    /// <summary>
    /// So many of the same thing are kept in step in one conversation; an older one says that it stands further down.
    /// </summary>
    const int PerConversation = 3;

    /// <summary>
    /// Longer than anything is worked on; what shows people's words is renewed when these are erased.
    /// </summary>
    static readonly TimeSpan KeptFor = TimeSpan.FromDays(800);

    sealed record Row(string Address, string Message, string Viewer, string? Lead);

    /// <summary>The newest message that shows it there, or none.</summary>
    public static string? Find(Session session, string slot, string address) =>
        session.Find<string>(
            "select message from posts where slot = @slot and address = @address order by posted_at desc, message desc limit 1",
            new { slot, address }
        );

    /// <summary>What a message shows; null if it is not kept in step with anything.</summary>
    public static string? SlotOf(Session session, string message) =>
        session.Find<string>("select slot from posts where message = @message limit 1", new { message });

    /// <summary>Where the message stands that shows it, or none if that one shows something else.</summary>
    public static string? AddressOf(Session session, string slot, string message) =>
        session.Find<string>(
            "select address from posts where slot = @slot and message = @message",
            new { slot, message }
        );

    /// <summary>Remembers a message that was sent.</summary>
    public void Keep(Session session, string address, string message, Reply reply)
    {
        session.Execute(
            """
            insert into posts (slot, address, message, viewer, lead, posted_at) values (@Slot, @address, @message, @viewer, @Lead, @now)
            on conflict (slot, address, message) do update set lead = excluded.lead
            """,
            new
            {
                reply.Slot,
                address,
                message,
                viewer = reply.Viewer ?? "",
                reply.Lead,
                now = time.GetUtcNow().ToUnixTimeMilliseconds(),
            }
        );
        if (reply.Viewer is null || reply.Slot is null || Address.Parse(address) is not { } to)
            return;
        foreach (
            var old in session.Query<string>(
                "select message from posts where slot = @Slot and address = @address order by posted_at desc, message desc limit 100 offset @most",
                new
                {
                    reply.Slot,
                    address,
                    most = PerConversation,
                }
            )
        )
        {
            Forget(session, reply.Slot, address, old);
            Outbox.DropUpdates(session, reply.Slot, address, old);
            outbox.Enqueue(
                session,
                to,
                Reply.Of("There's a newer version of this further down.") with
                {
                    Viewer = reply.Viewer,
                },
                replaces: old
            );
        }
    }

    /// <summary>Forgets a message that is gone.</summary>
    public static void Forget(Session session, string slot, string address, string message) =>
        session.Execute(
            "delete from posts where slot = @slot and address = @address and message = @message",
            new
            {
                slot,
                address,
                message,
            }
        );

    /// <summary>
    /// Shows what it is now wherever it is shown, and where it will be shown once what waits is sent.
    /// </summary>
    /// <param name="session">Within the transaction of the change.</param>
    /// <param name="slot">What is shown.</param>
    /// <param name="subject">The id of what it is about.</param>
    /// <param name="isErased">Whether what was said before must not be said any more.</param>
    /// <param name="draw">Draws it for a viewer, or not if they may not see it any more.</param>
    public void Renew(Session session, string slot, string subject, bool isErased, Func<string, Reply?> draw)
    {
        if (isErased)
            Outbox.ForgetDead(session, slot, subject);
        var waiting = Outbox.WaitingIn(session, slot).ConvertAll(row => (Row: row, Reply: Outbox.Read(row)));
        var updates = waiting.FindAll(one => !one.Reply.IsNew);
        foreach (var (row, old) in updates)
            Outbox.Rewrite(session, row, Drawn(old.Viewer, isErased ? null : old.Lead, isNew: false));
        foreach (var cards in waiting.Where(one => one.Reply.IsNew).GroupBy(one => one.Row.Address))
            RenewWaiting(
                session,
                [.. cards],
                updates.Exists(update => update.Row.Address == cards.Key && update.Row.Replaces is null)
            );
        foreach (
            var post in session.Query<Row>(
                "select address as Address, message as Message, viewer as Viewer, lead as Lead from posts where slot = @slot",
                new { slot }
            )
        )
            if (
                !updates.Exists(update => update.Row.Replaces == post.Message && update.Row.Address == post.Address)
                && Address.Parse(post.Address) is { } to
            )
                outbox.Enqueue(
                    session,
                    to,
                    Drawn(post.Viewer, isErased ? null : post.Lead, isNew: false),
                    subject,
                    replaces: post.Message
                );

        Reply Drawn(string? viewer, string? lead, bool isNew) =>
            draw(viewer ?? "") is { } drawn
                ? drawn with
                {
                    Slot = slot,
                    Viewer = viewer,
                    Lead = lead,
                    IsNew = isNew,
                }
                : Reply.Of("You can no longer see this.") with
                {
                    Slot = slot,
                    Viewer = viewer,
                    IsNew = isNew,
                };

        // News on their way arrive as they were; only the last of them brings the card, and what that shows by then
        // follows it.
        void RenewWaiting(Session session, List<(OutboxRow Row, Reply Reply)> cards, bool isFollowed)
        {
            foreach (var (row, old) in cards)
                if (isErased)
                    Outbox.Rewrite(session, row, Drawn(old.Viewer, null, isNew: true));
                else if (row != cards[^1].Row && old.Lead is not null)
                    Outbox.Rewrite(session, row, new Reply(old.Text, [new TextBlock(old.Text)]) { Lead = old.Lead });
            var (last, reply) = cards[^1];
            if (!isErased && !isFollowed && Address.Parse(last.Address) is { } to)
                outbox.Enqueue(session, to, Drawn(reply.Viewer, reply.Lead, isNew: false), subject);
        }
    }

    /// <summary>Forgets messages so old that nobody looks at them.</summary>
    public void Prune(Session session) =>
        session.Execute(
            "delete from posts where posted_at < @before or (viewer = '' and posted_at < @soon)",
            new
            {
                before = (time.GetUtcNow() - KeptFor).ToUnixTimeMilliseconds(),
                soon = time.GetUtcNow().AddDays(-1).ToUnixTimeMilliseconds(),
            }
        );
}
