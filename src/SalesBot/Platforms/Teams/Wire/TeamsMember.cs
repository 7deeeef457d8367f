using Microsoft.Bot.Schema;

namespace SalesBot.Platforms.Teams.Wire;

/// <summary>Somebody of a conversation, as the connector tells of them.</summary>
/// <param name="Account">Their id towards the bot.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Person">Their id in the directory.</param>
/// <param name="Tenant">Their directory.</param>
/// <param name="Role"><c>user</c>, <c>guest</c>, <c>anonymous</c> …</param>
sealed record TeamsMember(string? Account, string? Name, string? Person, string? Tenant, string? Role)
{
    /// <summary>
    /// The member that an account of the SDK's tells of; what is Teams' own stands among its properties.
    /// </summary>
    public static TeamsMember Of(ChannelAccount account) =>
        new(
            account.Id,
            account.Name,
            account.AadObjectId ?? account.Properties.Text("objectId"),
            account.Properties.Text("tenantId"),
            account.Properties.Text("userRole")
        );
}
