using System.Text.Json;

namespace SalesBot.People;

/// <summary>
/// A slice that keeps what is said about people from outside, and can hand it out or let it go. An e-mail address says
/// whom.
/// </summary>
interface IPersonalData
{
    /// <summary>What it keeps, in a word.</summary>
    string Kind { get; }

    /// <summary>All that is kept about the address.</summary>
    IReadOnlyList<JsonElement> Export(Person admin, string email);

    /// <summary>Erases it.</summary>
    /// <returns>How many things were touched.</returns>
    Task<int> EraseAsync(Person admin, string email);
}
