namespace SalesBot.Intents.Entities;

/// <summary>
/// The people and things a message names, read before anything is decided. <c>Text</c>: the message without greetings
/// and smileys, each handoff written as <c>HO-1001</c>. <c>Numbers</c>: handoffs, in order. <c>Days</c>: dates, in
/// order.
/// </summary>
sealed record MessageEntities
{
    public required string Text { get; init; }
    public required IReadOnlyList<Entity> Numbers { get; init; }
    public required IReadOnlyList<Entity> Emails { get; init; }
    public required IReadOnlyList<Entity> Phones { get; init; }
    public required IReadOnlyList<NamedDay> Days { get; init; }
    public Entity? Role { get; init; }
    public Entity? Company { get; init; }
    public Entity? Person { get; init; }

    /// <summary>Whether somebody is named whom one can write to, call or look for.</summary>
    public bool NamesContact => Emails.Count > 0 || Phones.Count > 0 || Person is not null;
}
