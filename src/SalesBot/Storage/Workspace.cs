namespace SalesBot.Storage;

/// <summary>
/// Every row belongs to a workspace: a company with its people and handoffs. Nobody sees into another's.
/// </summary>
static class Workspace
{
    /// <summary>The one there is until others are connected.</summary>
    public const string Default = "default";
}
