using SalesBot.Chat;
using SalesBot.Conversations;
using SalesBot.Intents;
using SalesBot.Messaging;
using SalesBot.People;

namespace SalesBot;

/// <summary>What happens with one message: who speaks, what they want, which slice does it, what is said.</summary>
sealed partial class Bot(
    Listener listener,
    MessageIntents intents,
    OfferReplies offers,
    TeamReplies team,
    NewsReplies news,
    AnswerTalk answers,
    LastAnswerTalk lastAnswer,
    HandoffTalk handoffs,
    RaiseTalk raising,
    RedirectTalk redirecting,
    PeopleTalk people,
    RoomTalk rooms,
    KnowledgeTalk knowledge,
    DocumentTalk documents,
    LetterTalk letters,
    UndoTalk undo,
    DigestTalk digest,
    HomeTalk home,
    GuestRule guests,
    Memories memories,
    Audit audit,
    ILogger<Bot> log
)
{
    /// <summary>Answers a message. Whatever goes wrong, its sender hears of it, once, with a reference.</summary>
    public async Task<Turn> AnswerAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        if (message.IsFromBot)
            return Turn.Silent;
        try
        {
            if (!listener.IsMeant(message, out var room))
                return new Turn([], session => listener.RememberRoom(session, message, room));
            var talk = await listener.HearAsync(message, cancellationToken);
            var reply = await ReplyAsync(talk).WaitAsync(cancellationToken);
            if (talk.Refused is { } deed)
                await audit.RefusedAsync(talk.Person, deed);
            Reply[] replies = reply is null ? [] : [reply];
            if (message.IsSilent)
                return new Turn(replies);
            return new Turn(
                replies,
                session =>
                {
                    listener.Remember(session, talk, room with { IsQuiet = talk.Quiet ?? room.IsQuiet });
                    talk.Keep?.Invoke(session);
                },
                talk.Afterwards
            );
        }
        catch (Exception fault)
        {
            var reference = Guid.CreateVersion7().ToString()[^12..];
            Failed(log, reference, message.Id, fault);
            return new Turn([Apology(fault, reference)]);
        }
    }

    /// <summary>What is said; null if nothing needs to be.</summary>
    async Task<Reply?> ReplyAsync(Talk talk)
    {
        var intent = IntentNames.Draw(intents.Read(talk), talk.Message.Mentions);
        if (intent is SayNothing)
            return null;
        if (guests.Refusal(talk.Message, talk.Person, intent) is { } refusal)
            return intent is ShowHome ? guests.Page(refusal) : Reply.Of(refusal) with { IsPrivate = true };
        var reply = await ReplyAsync(talk, intent);
        talk.Memory = talk.Memory with { WasRefused = talk.WasRefused, JustSent = talk.JustSent };
        if (IsAboutSomethingElse(intent))
            talk.Memory = talk.Memory with { AnswerId = null };
        if (
            talk.Message is { IsPressedAmongOthers: true, Awaits: not Awaited.Brief }
            && reply.Slot is not null
            && intent is MoveHandoff or UndoStep
        )
            reply = InShort(reply);
        if (talk.Message.HasFiles && intent is not (AddDocuments or SendFile))
            reply = reply.And(new TextBlock(DocumentTalk.FileNotRead, IsNote: true)) with
            {
                Text = $"{reply.Text}\n{DocumentTalk.FileNotRead}",
            };
        return reply with { IsPrivate = reply.IsPrivate || IsForOne(talk.Message, intent, reply) };
    }

    /// <summary>After this "why?" and "no, that is sales" are not about the last answer any more.</summary>
    static bool IsAboutSomethingElse(Intent? intent) =>
        intent
            is RaiseHandoff
                or OfferHandoff
                or OfferMoves
                or OfferMember
                or EditHandoff
                or RedirectHandoff
                or ShowPeople
                or ShowNews
                or PassOn
                or MoveHandoff
                or ShowHandoff
                or ListHandoffs
                or SetAway
                or SetRole
                or UndoLast
                or UndoStep
                or ShowStatus
                or ShowGaps
                or ShowDeadLetters
                or ShowDigest
                or AddDocuments
                or ReindexKnowledge;

    /// <summary>
    /// The card that somebody has pressed shows the others what came of it; to whom pressed, a line and the way back is
    /// enough.
    /// </summary>
    static Reply InShort(Reply card)
    {
        var line = card.Text.Split('\n')[0];
        return Reply.Of(
            line,
            card.Choices.Where(choice => choice.Action.Name == "undo").ToList() is { Count: > 0 } undo
                ? [new ChoicesBlock(undo)]
                : []
        );
    }

    /// <summary>
    /// Whether a reply is nobody's business but its asker's: cards with people's data, lists, forms, refusals, and what
    /// came of a button. Answers are everybody's.
    /// </summary>
    static bool IsForOne(IncomingMessage message, Intent? intent, Reply reply) =>
        intent
            is not (
                null
                or AskAboutAnswer
                or AskInstead
                or ChallengeVerdict
                or ShareAnswer
                or SayThanks
                or SendFile
                or KeepQuiet
                or GreetRoom
                or NotifyHere
                or ShowHome
                or ReindexKnowledge
            )
        || (message.Action is not null && !reply.IsForAll && intent is not (GreetRoom or ShowHome))
        || (intent is ReindexKnowledge && reply.Slot is null);

    async Task<Reply> ReplyAsync(Talk talk, Intent? intent)
    {
        return intent switch
        {
            RaiseHandoff raise => await raising.RaiseAsync(talk, raise),
            DraftHandoff draft => raising.Draft(talk, draft),
            PassOn pass when talk.Message.Action is null && RaiseTalk.OfDraft(talk, pass) is { } sent =>
                await ReplyAsync(talk, sent),
            PassOn pass when talk.Message.Action is null && raising.DraftOf(talk, pass) is { } draft => offers.Draft(
                talk,
                draft
            ),
            PassOn { IsDraft: true } pass => raising.DraftOf(talk, pass) is { } draft
                ? offers.Draft(talk, draft)
                : raising.Draft(talk, new DraftHandoff(pass.To, "", null)),
            PassOn pass => await raising.PassOnAsync(talk, pass),
            OfferHandoff offer => offers.Draft(talk, offer),
            OfferMoves offer => offers.Moves(talk, offer),
            OfferDesk offer => offers.Desk(talk, offer),
            OfferMember offer => OfferReplies.Member(talk, offer),
            DropOffer => Reply.Of(OfferWording.Dropped),
            EditHandoff edit => await handoffs.EditAsync(talk, edit),
            RedirectHandoff redirect => await redirecting.RedirectAsync(talk, redirect),
            ShowPeople whom => team.Show(talk, whom),
            ShowNews => news.Show(talk),
            MoveHandoff move => await handoffs.MoveAsync(talk, move),
            ShowHandoff show => handoffs.Show(talk, show),
            TooManyAtOnce => Reply.Of("One handoff at a time, please. Send me a separate message for each."),
            ListHandoffs list => handoffs.List(talk, list),
            SetAway away => await people.SetAwayAsync(talk, away),
            SetRole role => await people.SetRoleAsync(talk, role),
            NotifyHere notify => rooms.Notify(talk, notify),
            KeepQuiet quiet => RoomTalk.KeepQuiet(talk, quiet),
            ReindexKnowledge => knowledge.Reindex(talk),
            AddDocuments add => await documents.AddAsync(talk, add),
            ShowStatus => await knowledge.StatusAsync(),
            ShowGaps => knowledge.Gaps(talk),
            ShowDeadLetters dead => await letters.ShowAsync(talk, dead),
            ShowDigest => digest.Show(talk),
            UndoLast when talk.Memory.WasRefused => UndoTalk.Doubt(talk, memories.LastUndo(talk.Person.Id)),
            UndoLast => await undo.UndoAsync(talk, memories.LastUndo(talk.Person.Id)?.Values),
            UndoStep step => await undo.UndoAsync(talk, step.Step),
            GiveFeedback feedback => await answers.FeedbackAsync(talk, feedback),
            AskAboutAnswer => await answers.AskAsync(talk, PersonText.Clean(talk.Message.Text)),
            ChallengeVerdict challenge => await lastAnswer.ChallengeAsync(talk, challenge),
            ShareAnswer share => answers.Share(talk, share),
            AskInstead instead => await answers.AskAsync(talk, instead.Text),
            SayThanks => Reply.Of(
                IsYesOrNo(talk.Message.Text) ? "There's nothing waiting for a yes or no."
                : Cancels(talk.Message.Text)
                    ? "There's nothing to cancel. To take back your last step, say \"undo\" within a minute."
                : "You're welcome."
            ),
            SendFile => Reply.Of(DocumentTalk.OnlyFile),
            AskHelp => AnswerTalk.Help(talk.Person, talk.Message.Standing == Standing.Guest),
            ShowHome => home.Of(talk),
            GreetRoom => AnswerTalk.Greeting(talk.Message.IsDirect),
            SearchKnowledge search => answers.Search(talk, search),
            null when talk.Message.Action is { Name: not ("ask" or "command") } => Reply.Of(
                "That button is from an older message and no longer works. Tell me in words what you want."
            ),
            _ => await answers.AskAsync(
                talk,
                MentionToken.Draw(
                    talk.Message.Action?.Values.GetValueOrDefault("text") ?? talk.Message.Text,
                    talk.Message.Mentions
                )
            ),
        };
    }

    static bool IsYesOrNo(string text) =>
        text.Trim(' ', '.', '!').ToLowerInvariant()
            is "yes"
                or "no"
                or "yep"
                or "nope"
                or "yeah"
                or "yes please"
                or "go ahead"
                or "do it"
                or "go on"
                or "no thanks";

    static bool Cancels(string text) =>
        text.Trim(' ', '.', '!').ToLowerInvariant() is "cancel" or "never mind" or "nevermind" or "oops" or "stop";

    static Reply Apology(Exception fault, string reference) =>
        fault is Storage.StorageFault storage
            ? Reply.Of($"Sorry, I couldn't do that: {storage.Outside} Nothing was changed. (Reference: {reference})")
        : fault is Knowledge.KnowledgeFault missing ? Reply.Of($"I can't answer right now: {missing.Message}")
        : fault is OperationCanceledException
            ? Reply.Of($"Sorry, that took too long, so I stopped. Please try again. (Reference: {reference})")
        : Reply.Of(
            $"Sorry, something went wrong and I couldn't do that. Please try again. If it keeps happening, give an admin this reference from the log: {reference}."
        );

    [LoggerMessage(50, LogLevel.Error, "{Reference}: the message {Id} could not be answered")]
    static partial void Failed(ILogger log, string reference, string id, Exception fault);
}
