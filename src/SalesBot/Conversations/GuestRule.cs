using Microsoft.Extensions.Options;
using SalesBot.Chat;
using SalesBot.Intents;
using SalesBot.People;

namespace SalesBot.Conversations;

/// <summary>
/// What is for people of the company only. Guests, and people of other companies in a shared channel, may ask questions
/// if the configuration lets them; handoffs and whatever admins do is never theirs. Of whom nobody can say whether they
/// belong to the company, only those with a role count as such.
/// </summary>
sealed class GuestRule(IOptions<PeopleOptions> options)
{
    /// <summary>Why somebody may not have that here, in a sentence, or none.</summary>
    public string? Refusal(IncomingMessage message, Person person, Intent? intent)
    {
        if (
            message.Standing == Standing.Member
            || (message.Standing == Standing.Unknown && person.Role != Role.Employee)
        )
            return null;
        if (IsQuestion(intent) && options.Value.GuestsMayAsk)
            return null;
        return message.Standing == Standing.Unknown
                ? "I can't check right now whether you work here. Please try again in a minute."
            : options.Value.GuestsMayAsk
                ? "Handoffs and settings are only for people in the company, but you can ask me questions."
            : "Sorry, I'm only here for people in the company.";
    }

    /// <summary>What a guest sees as their own page.</summary>
    public Reply Page(string refusal) =>
        new(
            "Ask",
            [new TextBlock(refusal), .. options.Value.GuestsMayAsk ? [HomeTalk.AskBox] : Array.Empty<ReplyBlock>()]
        );

    static bool IsQuestion(Intent? intent) =>
        intent
            is null
                or AskHelp
                or SayThanks
                or SayNothing
                or SendFile
                or GiveFeedback
                or ShareAnswer
                or KeepQuiet
                or GreetRoom
                or SearchKnowledge;
}
