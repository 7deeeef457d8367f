using System.Text.Json;
using SalesBot.Storage;

namespace SalesBot.People;

/// <summary>
/// Everything about a person, across all slices: to be handed out, or erased (GDPR, articles 15 and 17).
/// </summary>
sealed class PersonalData(IEnumerable<IPersonalData> slices, Database database)
{
    /// <summary>All that is kept, by kind.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<JsonElement>> Export(Person admin, string email) =>
        slices.ToDictionary(slice => slice.Kind, slice => slice.Export(admin, email));

    /// <summary>Erases it, and rewrites the file, so that nothing is left in its free pages.</summary>
    /// <returns>How many things were touched, by kind.</returns>
    public async Task<IReadOnlyDictionary<string, int>> ForgetAsync(Person admin, string email)
    {
        var done = new Dictionary<string, int>();
        foreach (var slice in slices)
            done[slice.Kind] = await slice.EraseAsync(admin, email);
        database.Compact();
        return done;
    }
}
