using SalesBot.Storage;

namespace SalesBot.People;

/// <summary>
/// A slice that has to do something when somebody's role changes, within the transaction that changes it.
/// </summary>
interface IMemberObserver
{
    /// <summary>Does it.</summary>
    /// <returns>What was done, in a sentence; null if nothing.</returns>
    string? RoleChanged(Session session, Person actor, Member before, Member after);
}
