namespace SalesBot.Handoffs;

/// <summary>The person a handoff is about.</summary>
sealed record ContactPerson(string? Name, string? Email, string? Phone, string? Role);

/// <summary>The company a handoff is about; <c>Domain</c> in lower case.</summary>
sealed record Company(string? Name, string? Domain, string? Size, string? Industry, string? Region);

/// <summary>
/// Budget, authority, need and timeline (BANT): the words each is known from, or none where it is not known.
/// </summary>
sealed record Qualification(string? Budget, string? Authority, string? Need, string? Timeline);

/// <summary>Where a handoff comes from: the conversation, and the question and answer it was raised from.</summary>
sealed record HandoffOrigin(
    string? Conversation,
    string? Link,
    string? Question,
    string? Answer,
    string? AnswerId,
    string? Knowledge
);

/// <summary>What a handoff says that is nobody's personal data; reports count it, and it outlives an erasure.</summary>
sealed record HandoffBrief(
    HandoffKind Kind,
    Urgency Urgency,
    string? Source,
    string? Campaign,
    LawfulBasis LawfulBasis,
    DateOnly? RetainUntil
);

/// <summary>What a handoff says in people's words and about people; an erasure takes it away.</summary>
sealed record HandoffWords(
    string Title,
    string? Details,
    ContactPerson? Person,
    Company? Company,
    IReadOnlyList<string> Links,
    Qualification? Qualification,
    string? NextStep,
    IReadOnlyList<string> OptOuts,
    HandoffOrigin? Origin
)
{
    /// <summary>What stands in their place after an erasure.</summary>
    public static readonly HandoffWords Erased = new("(erased)", null, null, null, [], null, null, [], null);
}
