namespace SalesBot.Intents.Understanding;

/// <summary>How a message answers an offer.</summary>
enum OfferAnswer
{
    SomethingElse,
    Yes,
    No,
    Asking,
}
