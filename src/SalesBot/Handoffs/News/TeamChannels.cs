using Microsoft.Extensions.Options;
using SalesBot.Chat;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Handoffs.News;

/// <summary>Where each team hears of its handoffs: as said in a chat, else as configured, else nowhere.</summary>
sealed class TeamChannels(IOptions<HandoffOptions> options)
{
    /// <summary>The channel of a team, or none.</summary>
    public Address? Find(Session session, string workspace, Team team) =>
        Said(session, workspace, team) is { } said && Address.Parse(said) is { } there
            ? there
            : Address.Parse(team == Team.Sales ? options.Value.Notify.Sales : options.Value.Notify.Marketing);

    /// <summary>The channel that was said in a chat, or none.</summary>
    public static string? Said(Session session, string workspace, Team team) =>
        session.Find<string>(
            "select address from team_channels where workspace = @workspace and team = @team",
            new { workspace, team = Words.Of(team) }
        );

    /// <summary>Takes a channel for a team; none goes back to what is configured.</summary>
    public static void Set(Session session, string workspace, Team team, string? address, string by)
    {
        var key = new
        {
            workspace,
            team = Words.Of(team),
            address,
            by,
            before = Said(session, workspace, team),
        };
        session.Execute(
            """
            insert into team_channels (workspace, team, address, set_by, before) values (@workspace, @team, @address, @by, @before)
            on conflict (workspace, team) do update set address = excluded.address, set_by = excluded.set_by, before = excluded.before
            """,
            key
        );
    }

    /// <summary>Goes back to the channel before the last one, if that person has set the last one.</summary>
    public static void GoBack(Session session, string workspace, Team team, string by)
    {
        session.Execute(
            "update team_channels set address = before, before = null where workspace = @workspace and team = @team and set_by = @by",
            new
            {
                workspace,
                team = Words.Of(team),
                by,
            }
        );
    }
}
