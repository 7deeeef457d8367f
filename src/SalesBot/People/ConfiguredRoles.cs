using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace SalesBot.People;

/// <summary>
/// The roles that the configuration gives, to people and to groups of a platform; who belongs to a group is kept up by
/// the platform. The highest one counts.
/// </summary>
sealed class ConfiguredRoles(IOptions<PeopleOptions> options)
{
    readonly (Role Role, IReadOnlyList<string> Ids)[] given =
    [
        (Role.Admin, options.Value.Admins),
        (Role.Manager, options.Value.Managers),
        (Role.Sales, options.Value.Sales),
        (Role.Marketing, options.Value.Marketing),
    ];

    readonly ConcurrentDictionary<string, IReadOnlySet<string>> members = [];

    /// <summary>The groups among the ids: user groups of Slack, whose ids begin with S, and groups of Entra.</summary>
    public IEnumerable<string> Groups => given.SelectMany(role => role.Ids).Where(IsGroup).Distinct();

    /// <summary>Everybody who has a role here, groups opened.</summary>
    public IEnumerable<string> All => given.SelectMany(role => role.Ids.SelectMany(Opened)).Distinct();

    /// <summary>Whether it is known who belongs to every group; before that nobody may be taken for a leaver.</summary>
    public bool IsComplete => Groups.All(members.ContainsKey);

    /// <summary>Says who belongs to a group now.</summary>
    public void SetMembers(string group, IEnumerable<string> people) => members[group] = people.ToHashSet();

    /// <summary>The role that the configuration gives, or none.</summary>
    public Role? RoleOf(string id)
    {
        foreach (var (role, ids) in given)
            if (
                ids.Any(one => IsGroup(one) ? members.TryGetValue(one, out var group) && group.Contains(id) : one == id)
            )
                return role;
        return null;
    }

    /// <summary>Whom the configuration gives that role.</summary>
    public IEnumerable<string> With(Role role) => All.Where(id => RoleOf(id) == role);

    IEnumerable<string> Opened(string id) =>
        !IsGroup(id) ? [id]
        : members.TryGetValue(id, out var group) ? group
        : [];

    static bool IsGroup(string id) =>
        id.StartsWith("entra:", StringComparison.Ordinal)
        || (id.StartsWith("slack:", StringComparison.Ordinal) && id.Split('/') is [_, ['S', ..]]);
}
