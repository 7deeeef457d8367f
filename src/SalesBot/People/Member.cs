namespace SalesBot.People;

/// <summary>
/// Somebody in the roster. Away from (inclusive) until (exclusive), both or neither; <c>Capacity</c> is how many open
/// handoffs they take by rotation, none for the default; <c>Configured</c> if the configuration gives the role.
/// </summary>
sealed record Member(
    string Id,
    string Name,
    Role Role,
    DateTimeOffset? AwayFrom,
    DateTimeOffset? AwayUntil,
    long? Capacity,
    bool Configured
)
{
    /// <summary>Whether they are at work then, as far as they said.</summary>
    public bool IsPresent(DateTimeOffset at) => AwayFrom is not { } from || at < from || at >= AwayUntil;
}

/// <summary>What to change of somebody; what is none stays. <c>Back</c> ends an absence.</summary>
sealed record MemberChange(
    string? Name,
    Role? Role,
    DateTimeOffset? AwayFrom,
    DateTimeOffset? AwayUntil,
    bool Back,
    long? Capacity
);
