using System.Text.Json;
using SalesBot.Chat;
using SalesBot.Storage;

namespace SalesBot.Messaging;

/// <summary>
/// Answers the messages of a conversation, in order. The replies and the end of the message are committed together, so that a crash at any point repeats the
/// thinking and nothing else.
/// </summary>
sealed partial class InboxWork(Inbox inbox, Outbox outbox, Writer writer, Converse converse, TimeProvider time, ILogger<InboxWork> log)
{
    /// <summary>A message that ended the program, or its worker, so often is given up.</summary>
    const int MostAttempts = 20;

    /// <summary>Who waits longer is told that it takes time.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);

    /// <summary>The bot's own time for one message.</summary>
    static readonly TimeSpan Budget = TimeSpan.FromSeconds(60);

    /// <summary>Works through a conversation.</summary>
    public async Task RunAsync(ClaimedLine line, CancellationToken cancellationToken)
    {
        var attempts = line.Attempts;
        while (inbox.Next(line.Line) is { } row)
        {
            var message = JsonSerializer.Deserialize(row.Message, ChatJson.Kept.IncomingMessage)
                ?? throw new StorageFault($"The inbox holds something unreadable, {row.Id}.");
            var turn = attempts > MostAttempts ? GivenUp(message) : await AnswerAsync(message, cancellationToken);
            if (!await CommitAsync(row, message, turn))
                return;
            attempts = 1;
        }
        await writer.WriteAsync(session =>
        {
            if (!Inbox.HasMore(session, line.Line))
                inbox.Claims.Close(session, line.Line);
            else
                inbox.Claims.Release(session, line.Line, time.GetUtcNow());
        });
    }

    async Task<Turn> AnswerAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        budget.CancelAfter(Budget);
        var answering = Task.Run(() => converse(message, budget.Token), CancellationToken.None);
        using var waited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (await Task.WhenAny(answering, Task.Delay(Patience, time, waited.Token)) == answering)
        {
            await waited.CancelAsync();
            return await answering;
        }
        await outbox.SendAsync(message.Address, Reply.Of("One moment …") with { Slot = WaitSlot(message) });
        return await answering;
    }

    /// <summary>The slot of the word that something takes time; the answer takes its place.</summary>
    public static string WaitSlot(IncomingMessage message) => $"{Waiting}{message.Id}";

    /// <summary>With this begin the slots of words that something takes time.</summary>
    public const string Waiting = "wait:";

    async Task<bool> CommitAsync(InboxRow row, IncomingMessage message, Turn turn)
    {
        var done = false;
        await writer.WriteAsync(session =>
        {
            if (!inbox.Claims.IsMine(session, row.Line) || !inbox.Finish(session, row))
                return;
            var replaced = Outbox.TakeBack(session, WaitSlot(message), message.Address);
            foreach (var reply in turn.Replies)
                outbox.Enqueue(session, message.Address, reply, replaces: reply == turn.Replies[0] ? replaced : null);
            turn.Keep?.Invoke(session);
            inbox.Claims.Succeeded(session, row.Line);
            done = true;
        });
        if (!done)
            return false;
        inbox.Answered();
        turn.Afterwards?.Invoke();
        return true;
    }

    Turn GivenUp(IncomingMessage message)
    {
        Abandoned(log, message.Id, MostAttempts);
        return new Turn([Reply.Of($"I am sorry, I cannot work with that message. An administrator finds it in the log as {message.Id}.")]);
    }

    [LoggerMessage(42, LogLevel.Error, "The message {Id} was given up after {Attempts} attempts")]
    static partial void Abandoned(ILogger log, string id, int attempts);
}
