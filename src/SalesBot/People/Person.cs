using SalesBot.Storage;

namespace SalesBot.People;

/// <summary>
/// Who asks or acts: an id that stays the same, a name for others to read, what they may do, and the company they
/// belong to.
/// </summary>
sealed record Person(string Id, string Name, Role Role, string Workspace = Workspace.Default)
{
    /// <summary>Whether they work in that team; managers belong to both, admins may act for both.</summary>
    public bool Serves(Team team) =>
        Role is Role.Manager or Role.Admin || Role == (team == Team.Sales ? Role.Sales : Role.Marketing);

    /// <summary>Whether they lead the teams.</summary>
    public bool Leads => Role is Role.Manager or Role.Admin;
}

/// <summary>The two teams that hand work to each other.</summary>
enum Team
{
    Sales,
    Marketing,
}

/// <summary>What somebody is in the company; manager means manager of both teams.</summary>
enum Role
{
    Employee,
    Sales,
    Marketing,
    Manager,
    Admin,
}
