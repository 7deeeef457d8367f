using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.Handoffs.Requests;
using SalesBot.Intents;

namespace SalesBot.Conversations;

/// <summary>
/// "No, to sales" behind a handoff that went to marketing: takes it back, and hands it to the other team, once its
/// sender has agreed.
/// </summary>
sealed class RedirectTalk(HandoffDesk desk, HandoffLists lists, RaiseTalk raising)
{
    public async Task<Reply> RedirectAsync(Talk talk, RedirectHandoff wanted)
    {
        if (lists.Find(wanted.Number, talk.Person) is not { } card)
            return Reply.Of(HandoffReplies.Missing(wanted.Number).Sentence);
        if (card.Team == wanted.To)
            return Reply.Of(OfferWording.IsThere(card.Number, wanted.To));
        if (!wanted.IsAgreed)
            return Offer(talk, card, wanted.To);
        var withdrawn = await desk.MoveAsync(
            card.Number,
            Move.Withdraw,
            new MoveRequest { Version = card.Version },
            talk.Acting
        );
        if (withdrawn is not DeskResult.Done)
            return Reply.Of(OfferWording.NotTakenBack(card.Number));
        var reply = await raising.RaiseAsync(talk, Again(card, wanted.To));
        return HandoffTalk.Saying(OfferWording.TakenBack(card.Number), reply);
    }

    static Reply Offer(Talk talk, HandoffCard card, string to)
    {
        var agreed = ChatAction.Of("redirect", ("number", card.Number), ("to", to));
        talk.Memory = talk.Memory with { Offer = agreed, OfferedOf = null, OfferAge = 0 };
        return Reply.Of(
            OfferWording.Redirect(card.Number, card.Team, to),
            new ChoicesBlock([
                new Choice(OfferWording.RedirectYes(to), agreed, IsMain: true),
                new Choice(OfferWording.LeaveIt, ChatAction.Of("drop-offer")),
            ])
        );
    }

    /// <summary>The same for the other team; what kind of handoff it is there is read anew.</summary>
    static RaiseHandoff Again(HandoffCard card, string to)
    {
        var known = new (string Name, string? Value)[]
        {
            ("details", card.Details),
            ("name", card.Person?.Name),
            ("email", card.Person?.Email),
            ("phone", card.Person?.Phone),
            ("role", card.Person?.Role),
            ("company", card.Company?.Name),
            ("domain", card.Company?.Domain),
            ("urgency", card.Urgency),
            ("source", card.Source),
            ("nextStep", card.NextStep),
            ("budget", card.Qualification?.Budget),
            ("authority", card.Qualification?.Authority),
            ("need", card.Qualification?.Need),
            ("timeline", card.Qualification?.Timeline),
            ("draft", $"redirect/{card.Number}"),
        };
        return new RaiseHandoff(
            to,
            card.Title,
            [
                .. known
                    .Where(field => field.Value is not null)
                    .Select(field => new ReadField(field.Name, field.Value!, "")),
            ]
        );
    }
}
