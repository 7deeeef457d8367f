using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Platforms.Teams;

/// <summary>Who the bot is in Teams, and how it is there.</summary>
sealed class TeamsIdentity(IOptions<TeamsOptions> options, SigningKeys? keys = null)
{
    volatile string? problem;

    /// <summary>The bot's account, by its app id.</summary>
    public ChannelAccount Account { get; } = new($"28:{options.Value.Audience()}");

    /// <summary>The directory whose people it serves; none, where anybody on this machine may speak.</summary>
    public string? Tenant => options.Value.TenantId.Length > 0 ? options.Value.TenantId.ToLowerInvariant() : null;

    /// <summary>What does not work, in a sentence, or none.</summary>
    public string? Problem =>
        problem ?? (keys is { Problem: { } why, Age: null } ? $"Teams' signing keys can't be fetched: {why}" : null);

    /// <summary>Whether somebody of that directory is served.</summary>
    public bool Serves(string? tenant) =>
        tenant is not null && (Tenant is null || Tenant.Equals(tenant, StringComparison.OrdinalIgnoreCase));

    /// <summary>Sending works, whatever was before.</summary>
    public void Works() => problem = null;

    /// <summary>Sending does not work, and why.</summary>
    public void Fails(string reason) => problem = reason;
}
