namespace SalesBot.Handoffs.Clocks;

/// <summary>The promises of service: how soon a handoff is taken, the person contacted, a return answered.</summary>
enum Clock
{
    Accept,
    FirstContact,
    AnswerReturn,
}
