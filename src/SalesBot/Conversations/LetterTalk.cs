using SalesBot.Chat;
using SalesBot.Intents;
using SalesBot.Messaging;
using SalesBot.People;

namespace SalesBot.Conversations;

/// <summary>Dead letters in a chat.</summary>
sealed class LetterTalk(DeadLetters dead)
{
    const int Most = 10;

    public async Task<Reply> ShowAsync(Talk talk, ShowDeadLetters wanted)
    {
        if (talk.Person.Role != Role.Admin)
            return talk.Refuse("to see undelivered messages", "Only an admin can see undelivered messages.");
        if (wanted.SendAgain)
            return Reply.Of(
                await dead.SendAgainAsync() is var count and > 0
                    ? $"{count:N0} {(count == 1 ? "message is" : "messages are")} being sent again."
                    : "There are no undelivered messages."
            );
        var (all, found) = (dead.Count(), dead.List(Most));
        if (found.Count == 0)
            return Reply.Of("Every message was delivered.");
        var head =
            $"{all:N0} {(all == 1 ? "message" : "messages")} could not be delivered{(all > found.Count ? $"; the oldest {found.Count}" : "")}:";
        var rows = found
            .Select(letter =>
                (IReadOnlyList<string>)[letter.To, letter.Reason, $"{letter.Attempts}", letter.Text.Split('\n')[0]]
            )
            .ToList();
        return new Reply(
            $"{head}\n{string.Join("\n", rows.Select(row => $"{row[0]}: {row[1]}"))}",
            [
                new TextBlock(head),
                new TableBlock(["To", "Why", "Tries", "Message"], rows),
                new ChoicesBlock([new Choice("Send all again", ChatAction.Of("send-again"))]),
            ]
        );
    }
}
