using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.Handoffs.Requests;
using SalesBot.Intents;

namespace SalesBot.Conversations;

/// <summary>
/// Takes the last step back: what was raised is withdrawn, a move is unmade, a role or an absence is what it was.
/// </summary>
sealed class UndoTalk(HandoffDesk desk, HandoffTalk cards, HandoffLists lists, PeopleTalk people)
{
    /// <summary>
    /// What was ordered last was not done: whoever wants to undo that may not mean the step before it.
    /// </summary>
    /// <param name="talk">Who wants it.</param>
    /// <param name="before">The last step that was done.</param>
    public static Reply Doubt(Talk talk, ChatAction? before) =>
        before is null || talk.IsTooLate(before.Values)
            ? Reply.Of("Your last message changed nothing, so there's nothing to undo.")
            : Reply.Of(
                "Your last message changed nothing. Do you want to undo the step before it?",
                new ChoicesBlock([
                    new Choice(
                        $"Undo {before.Values.GetValueOrDefault("number") ?? "that step"}",
                        before,
                        IsMain: true
                    ),
                ])
            );

    /// <param name="talk">Who wants it.</param>
    /// <param name="step">What is to be taken back, as the reply to it named it; none if there is nothing.</param>
    public async Task<Reply> UndoAsync(Talk talk, IReadOnlyDictionary<string, string>? step)
    {
        if (step is null)
            return Reply.Of("There's nothing to undo.");
        if (talk.IsTooLate(step))
            return TooLate(talk, step);
        talk.Memory = talk.Memory with { Undo = null };
        switch (step.GetValueOrDefault("kind"))
        {
            case "raise":
                return Said(talk, await WithdrawAsync(talk, step.GetValueOrDefault("number") ?? ""));
            case "step":
                return Said(
                    talk,
                    await desk.UndoAsync(
                        step.GetValueOrDefault("number") ?? "",
                        long.TryParse(step.GetValueOrDefault("sequence"), out var sequence) ? sequence : 0,
                        talk.Acting
                    )
                );
            case "person":
                return await people.UndoAsync(talk, step);
            case "channel":
                return RoomTalk.Undo(talk, step);
            default:
                return Reply.Of("That can't be undone.");
        }
    }

    /// <summary>What was handed over too long ago to be undone can be withdrawn, as long as nobody has taken it.</summary>
    Reply TooLate(Talk talk, IReadOnlyDictionary<string, string> step) =>
        step.GetValueOrDefault("kind") == "raise"
        && lists.Find(step.GetValueOrDefault("number") ?? "", talk.Person) is { } sent
        && sent.Moves.Contains(Words.Of(Move.Withdraw))
            ? HandoffTalk.Saying(
                "That was more than a minute ago, so I can't undo it. You can still withdraw it:",
                cards.Show(talk, new ShowHandoff(sent.Number))
            )
            : Reply.Of("That was more than a minute ago, so I can't undo it. Say what you want instead.");

    Task<DeskResult> WithdrawAsync(Talk talk, string number) =>
        desk.MoveAsync(
            number,
            Move.Withdraw,
            new MoveRequest { Version = lists.Find(number, talk.Person)?.Version },
            talk.Acting
        );

    Reply Said(Talk talk, DeskResult result) =>
        result switch
        {
            DeskResult.Done done => HandoffTalk.Saying("Undone.", cards.Card(talk, done.Handoff)),
            DeskResult.Conflict conflict => HandoffTalk.Saying(
                HandoffWording.NothingUndone(conflict.Handoff.Name),
                cards.Card(talk, conflict.Handoff)
            ),
            DeskResult.Missing missing => Reply.Of(missing.Sentence),
            DeskResult.Forbidden forbidden => Reply.Of(forbidden.Sentence),
            DeskResult.Invalid invalid => Reply.Of(invalid.Sentence),
            _ => throw new InvalidOperationException(
                $"The undo ended with an unexpected result, {result.GetType().Name}."
            ),
        };
}
