namespace SalesBot.People;

/// <summary>The people one can be on one's own machine without signing in.</summary>
static class Personas
{
    static readonly Dictionary<string, Role> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["employee"] = Role.Employee,
        ["rep"] = Role.Sales,
        ["marketer"] = Role.Marketing,
        ["manager"] = Role.Manager,
        ["admin"] = Role.Admin,
    };

    /// <summary>Their names, as given with <c>--as</c> and in the header <c>X-SalesBot-As</c>.</summary>
    public static IReadOnlyCollection<string> Names => Roles.Keys;

    /// <summary>All of them.</summary>
    public static IEnumerable<Person> All => Names.Select(Find).OfType<Person>();

    /// <summary>The persona of that name, or none.</summary>
    public static Person? Find(string name) =>
        Roles.TryGetValue(name, out var role)
            ? new Person($"local:{name.ToLowerInvariant()}", name.ToLowerInvariant(), role)
            : null;
}
