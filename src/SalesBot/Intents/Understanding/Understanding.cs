namespace SalesBot.Intents.Understanding;

/// <summary>What kind of thing a message wants done.</summary>
enum Deed
{
    Ask,
    Raise,
    Move,
    Edit,
    Look,
    People,
}

/// <summary>
/// What a message means, read from its words alone. <c>Confirm</c>: the sender is asked first. Names and reasons are
/// codes of <c>contracts.md</c>; numbers are <c>HO-n</c>; <c>Until</c> is the first day after.
/// </summary>
sealed record Understanding
{
    public required Deed Do { get; init; }
    public bool Confirm { get; init; }
    public string? Team { get; init; }
    public string? Kind { get; init; }
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? Role { get; init; }
    public string? Company { get; init; }
    public string? Urgency { get; init; }
    public DateOnly? Until { get; init; }
    public DateOnly? From { get; init; }
    public string? Number { get; init; }
    public string? Move { get; init; }
    public IReadOnlyList<string> Readings { get; init; } = [];
    public string? Reason { get; init; }
    public string? Into { get; init; }
    public string? Owner { get; init; }
    public string? Outcome { get; init; }
    public int? Rating { get; init; }
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
    public string? Look { get; init; }
    public string? Query { get; init; }
    public string? Admin { get; init; }
    public string? Title { get; init; }

    /// <summary>What was said besides the move, for its note.</summary>
    public string? Note { get; init; }

    /// <summary>From 0 to 1.</summary>
    public double Sure { get; init; } = 0.6;

    /// <summary>The words that decided.</summary>
    public string? Because { get; init; }
}
