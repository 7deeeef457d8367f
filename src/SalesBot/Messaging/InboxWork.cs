using System.Text.Json;
using SalesBot.Chat;
using SalesBot.Storage;

namespace SalesBot.Messaging;

/// <summary>
/// Answers the messages of a conversation, in order. The replies and the end of the message are committed together, so
/// that a crash at any point repeats the thinking and nothing else.
/// </summary>
sealed partial class InboxWork(
    Inbox inbox,
    Outbox outbox,
    Writer writer,
    Converse converse,
    TimeProvider time,
    ILogger<InboxWork> log
)
{
    /// <summary>With this begin the slots of words that something takes time.</summary>
    public const string Waiting = "wait:";

    /// <summary>A message that ended the program, or its worker, so often is given up.</summary>
    const int MostAttempts = 20;

    const int LongestSentence = 250;

    /// <summary>Who waits longer is told that it takes time.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);

    /// <summary>The bot's own time for one message.</summary>
    static readonly TimeSpan Budget = TimeSpan.FromSeconds(60);

    /// <summary>Works through a conversation; after a stop no further message is begun.</summary>
    public async Task RunAsync(ClaimedLine line, CancellationToken stoppingToken)
    {
        var attempts = line.Attempts;
        while (!stoppingToken.IsCancellationRequested && inbox.Next(line.Line) is { } row)
        {
            var message = Read(row);
            var turn =
                message is null ? Turn.Silent
                : attempts > MostAttempts ? GivenUp(message)
                : await AnswerAsync(message);
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

    /// <summary>The message; none if another program has written it in a way that this one does not know.</summary>
    IncomingMessage? Read(InboxRow row)
    {
        try
        {
            return JsonSerializer.Deserialize(row.Message, ChatJson.Kept.IncomingMessage);
        }
        catch (JsonException)
        {
            Unreadable(log, row.Id);
            return null;
        }
    }

    async Task<Turn> AnswerAsync(IncomingMessage message)
    {
        using var budget = new CancellationTokenSource(Budget, time);
        var answering = Task.Run(() => converse(message, budget.Token), CancellationToken.None);
        try
        {
            return await answering.WaitAsync(Patience, time);
        }
        catch (TimeoutException) when (!answering.IsCompleted)
        {
            if (!message.IsUnasked && message.Awaits is Awaited.Nothing or Awaited.Forms)
                await SayItTakesTimeAsync(message);
        }
        try
        {
            return await answering.WaitAsync(Budget, time);
        }
        catch (TimeoutException) when (!answering.IsCompleted)
        {
            TookTooLong(log, message.Id);
            return new Turn([
                Reply.Of("Sorry, that took too long, so I stopped. Please try again, or put it another way."),
            ]);
        }
    }

    async Task SayItTakesTimeAsync(IncomingMessage message)
    {
        try
        {
            await outbox.SendAsync(
                message.Address,
                Reply.Of("One moment …") with
                {
                    Slot = WaitSlot(message),
                    Via = message.Via,
                }
            );
        }
        catch (StorageFault)
        {
            // The answer matters, not this.
        }
    }

    /// <summary>The slot of the word that something takes time; the answer takes its place.</summary>
    static string WaitSlot(IncomingMessage message) => $"{Waiting}{message.Id}";

    async Task<bool> CommitAsync(InboxRow row, IncomingMessage? message, Turn turn)
    {
        var done = false;
        await writer.WriteAsync(session =>
        {
            if (!inbox.Claims.IsMine(session, row.Line))
                return;
            var answer =
                message is null || !inbox.IsAwaited(session, row)
                    ? null
                    : turn.Replies.FirstOrDefault(reply => IsWaitedFor(session, message, reply));
            if (!inbox.Finish(session, row, answer))
                return;
            if (message is { IsSilent: false })
                Say(session, message, [.. turn.Replies.Where(reply => reply != answer)]);
            // Whoever waits sees it at once; so does whoever looks at the card later.
            if (message is not null && answer is not null && PressedCard(session, message, answer) is { } pressed)
                outbox.Enqueue(session, pressed.At, answer, replaces: pressed.Card);
            turn.Keep?.Invoke(session);
            inbox.Claims.Succeeded(session, row.Line);
            done = true;
        });
        if (!done)
            return false;
        inbox.Answered(row);
        turn.Afterwards?.Invoke();
        return true;
    }

    static bool IsWaitedFor(Session session, IncomingMessage message, Reply reply) =>
        message.Awaits switch
        {
            Awaited.All => true,
            Awaited.Forms => reply.Form is not null,
            Awaited.Brief => reply.Form is not null
                || IsSentence(reply)
                || (
                    reply.Slot is { } slot
                    && message.Pressed is { } pressed
                    && (message.Once is not null || Posts.AddressOf(session, slot, pressed) is not null)
                ),
            _ => false,
        };

    static bool IsSentence(Reply reply) =>
        reply is { Slot: null, Text.Length: <= LongestSentence } && reply.Blocks.All(block => block is TextBlock);

    void Say(Session session, IncomingMessage message, IReadOnlyList<Reply> replies)
    {
        var waiting =
            replies.Count == 0 && message.Awaits == Awaited.Nothing
                ? null
                : Outbox.TakeBack(session, WaitSlot(message), message.Address);
        foreach (var reply in replies)
        {
            var pressed = PressedCard(session, message, reply);
            var to = pressed?.At ?? message.PlaceOf(reply);
            var replaces = pressed?.Card ?? (to == message.Address ? waiting : null);
            outbox.Enqueue(
                session,
                to,
                reply with
                {
                    Via = message.Via,
                    ReplacesSource = IsPressedAlone(message, reply),
                },
                replaces: replaces
            );
            if (replaces == waiting)
                waiting = null;
        }
        if (waiting is not null)
            outbox.Enqueue(session, message.Address, Reply.Of("I've answered you privately."), replaces: waiting);
    }

    /// <summary>
    /// Whether it is a card whose button was pressed where only the person sees it: that message has no id.
    /// </summary>
    static bool IsPressedAlone(IncomingMessage message, Reply reply) =>
        message
            is { Pressed: null, Via: not null, Address.For: not null, Action.Name: not ("command" or "ask" or "raise") }
        && reply.Slot is not null;

    /// <summary>The card on which somebody has pressed shows what came of it.</summary>
    static (Address At, string Card)? PressedCard(Session session, IncomingMessage message, Reply reply)
    {
        // Among others a card is drawn for all of them, and follows by itself.
        if (
            message.Pressed is not { } pressed
            || message.IsPressedAmongOthers
            || reply is not { IsNew: true, Slot: { } slot }
        )
            return null;
        // The form of what is new goes when that is there.
        var address =
            Posts.AddressOf(session, slot, pressed) ?? (message.Once is null ? null : message.Address.ToString());
        if (address is null || Address.Parse(address) is not { } at)
            return null;
        Outbox.DropUpdates(session, slot, address, pressed);
        return (at, pressed);
    }

    Turn GivenUp(IncomingMessage message)
    {
        Abandoned(log, message.Id, MostAttempts);
        return new Turn([
            Reply.Of($"Sorry, I couldn't process that message. An admin can find it in the log as {message.Id}."),
        ]);
    }

    [LoggerMessage(42, LogLevel.Error, "The message {Id} was given up after {Attempts} attempts")]
    static partial void Abandoned(ILogger log, string id, int attempts);

    [LoggerMessage(45, LogLevel.Error, "The message {Id} took longer than it may and was given up")]
    static partial void TookTooLong(ILogger log, string id);

    [LoggerMessage(
        46,
        LogLevel.Error,
        "The message {Id} in the inbox is of a program that this one does not know, and was given up"
    )]
    static partial void Unreadable(ILogger log, string id);
}
