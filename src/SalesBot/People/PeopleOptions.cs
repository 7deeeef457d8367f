namespace SalesBot.People;

/// <summary>
/// The <c>People</c> section of the configuration: roles that hold without anybody giving them, by platform id (<c>slack:T1/U1</c>,
/// <c>teams:TENANT/OBJECT</c>). The highest one counts; the roster cannot take them away.
/// </summary>
sealed class PeopleOptions
{
    /// <summary>Who runs the bot.</summary>
    public List<string> Admins { get; set; } = [];

    /// <summary>Who leads both teams.</summary>
    public List<string> Managers { get; set; } = [];

    /// <summary>Who works in sales.</summary>
    public List<string> Sales { get; set; } = [];

    /// <summary>Who works in marketing.</summary>
    public List<string> Marketing { get; set; } = [];

    /// <summary>Whom the configuration gives that role.</summary>
    public IEnumerable<string> With(Role role) => Admins.Concat(Managers).Concat(Sales).Concat(Marketing).Distinct().Where(id => RoleOf(id) == role);

    /// <summary>The role the configuration gives, or none.</summary>
    public Role? RoleOf(string id) =>
        Admins.Contains(id) ? Role.Admin : Managers.Contains(id) ? Role.Manager : Sales.Contains(id) ? Role.Sales
        : Marketing.Contains(id) ? Role.Marketing : null;
}
