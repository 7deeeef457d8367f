namespace SalesBot.Handoffs.Requests;

/// <summary>The person a handoff is about, as sent.</summary>
sealed record PersonFields(string? Name = null, string? Email = null, string? Phone = null, string? Role = null);

/// <summary>The company a handoff is about, as sent.</summary>
sealed record CompanyFields(
    string? Name = null,
    string? Domain = null,
    string? Size = null,
    string? Industry = null,
    string? Region = null
);

/// <summary>The words from which budget, authority, need and timeline are known, as sent.</summary>
sealed record QualificationFields(
    string? Budget = null,
    string? Authority = null,
    string? Need = null,
    string? Timeline = null
);

/// <summary>Where a handoff comes from, as sent.</summary>
sealed record OriginFields(
    string? Conversation = null,
    string? Link = null,
    string? Question = null,
    string? Answer = null,
    string? AnswerId = null,
    string? Knowledge = null
);

/// <summary>
/// What a handoff says, as sent: everything is text or missing, so that every fault can be told by its field. In an
/// edit what is missing stays and an empty text clears.
/// </summary>
record HandoffFields
{
    public string? Kind { get; init; }
    public string? Title { get; init; }
    public string? Details { get; init; }
    public string? Urgency { get; init; }
    public PersonFields? Person { get; init; }
    public CompanyFields? Company { get; init; }
    public string? Source { get; init; }
    public string? Campaign { get; init; }
    public string? NextStep { get; init; }
    public IReadOnlyList<string>? Links { get; init; }
    public QualificationFields? Qualification { get; init; }
    public string? LawfulBasis { get; init; }
    public IReadOnlyList<string>? OptOuts { get; init; }
    public DateOnly? RetainUntil { get; init; }
}

/// <summary>A handoff to be raised.</summary>
sealed record RaiseRequest : HandoffFields
{
    public string? Direction { get; init; }
    public OriginFields? Origin { get; init; }
}

/// <summary>A move to be made, based on a version; which of the others are needed depends on the move.</summary>
sealed record MoveRequest : HandoffFields
{
    public long? Version { get; init; }
    public string? Reason { get; init; }
    public string? Note { get; init; }
    public string? WakeUp { get; init; }
    public string? Owner { get; init; }
    public string? Outcome { get; init; }
    public string? Into { get; init; }
    public int? Rating { get; init; }
}
