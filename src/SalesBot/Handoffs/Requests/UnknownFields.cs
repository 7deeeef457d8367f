using System.Reflection;
using System.Text.Json;

namespace SalesBot.Handoffs.Requests;

/// <summary>
/// Finds fields of a JSON object that nobody reads, and says where what they hold belongs: a lead must not lose its
/// address by a slip in a name.
/// </summary>
static class UnknownFields
{
    /// <summary>So many are told at once.</summary>
    const int MaxTold = 20;

    /// <summary>A sentence for each unknown field, by its path.</summary>
    /// <param name="sent">The object.</param>
    /// <param name="type">The type that is read from it.</param>
    public static Dictionary<string, string[]> In(JsonElement sent, Type type)
    {
        var (found, known) = (new Dictionary<string, string[]>(), Paths(type, "").ToList());
        Look(sent, type, "", known, found);
        return found;
    }

    static void Look(JsonElement sent, Type type, string at, List<string> known, Dictionary<string, string[]> found)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in sent.EnumerateObject())
        {
            if (!seen.Add(field.Name) && found.Count < MaxTold)
                found[at + field.Name] = [$"'{FieldFaults.Shown(at + field.Name)}' appears twice; send it only once."];
            var path = at + field.Name;
            var property = Properties(type)
                .FirstOrDefault(one => one.Name.Equals(field.Name, StringComparison.OrdinalIgnoreCase));
            if (property is null && found.Count < MaxTold)
                found[path] = [$"There is no field '{FieldFaults.Shown(path)}'. {Hint(field.Name, at, known)}"];
            else if (
                property is not null
                && IsGroup(property.PropertyType)
                && field.Value.ValueKind == JsonValueKind.Object
            )
                Look(field.Value, property.PropertyType, path + ".", known, found);
        }
    }

    /// <summary>Where a field of that name is known, or which name beside it is the nearest.</summary>
    static string Hint(string name, string at, List<string> known)
    {
        var elsewhere = known.FirstOrDefault(path =>
            path.Split('.')[^1].Equals(name, StringComparison.OrdinalIgnoreCase)
        );
        if (elsewhere is not null)
            return $"It belongs in '{elsewhere}'.";
        var beside = known
            .Where(path => path.StartsWith(at, StringComparison.Ordinal) && !path[at.Length..].Contains('.'))
            .Select(path => path[at.Length..])
            .ToList();
        return $"The fields here are {string.Join(", ", beside)}.";
    }

    static IEnumerable<string> Paths(Type type, string at) =>
        Properties(type)
            .SelectMany(property =>
                IsGroup(property.PropertyType)
                    ? Paths(property.PropertyType, $"{at}{Camel(property.Name)}.").Prepend(at + Camel(property.Name))
                    : [at + Camel(property.Name)]
            );

    static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties().Where(property => property.CanWrite);

    /// <summary>Whether a field holds fields of ours.</summary>
    static bool IsGroup(Type type) => type.IsClass && type.Namespace == typeof(UnknownFields).Namespace;

    static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
