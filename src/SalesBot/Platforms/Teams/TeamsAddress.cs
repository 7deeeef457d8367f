using SalesBot.Chat;
using SalesBot.Platforms.Teams.Wire;
using Activity = Microsoft.Bot.Schema.Activity;

namespace SalesBot.Platforms.Teams;

/// <summary>
/// Places and people of Teams as addresses: <c>teams:TENANT/CONVERSATION</c>, in a channel with the thread behind it; a
/// person is <c>teams:TENANT/OBJECT</c>, by their id in the directory.
/// </summary>
static class TeamsAddress
{
    public const string Platform = "teams";

    const string ThreadMark = ";messageid=";

    /// <summary>The id of a person.</summary>
    public static string PersonOf(string tenant, string person) =>
        new Address(Platform, tenant, IsPerson(person) ? person.ToLowerInvariant() : person).ToString();

    /// <summary>Whether an id is somebody's in the directory.</summary>
    public static bool IsPerson(string conversation) => Guid.TryParseExact(conversation, "D", out _);

    /// <summary>A conversation and the thread in it, from Teams' id of both.</summary>
    public static (string Conversation, string? Thread) Split(string id) =>
        id.IndexOf(ThreadMark, StringComparison.Ordinal) is > 0 and var at
            ? (id[..at], id[(at + ThreadMark.Length)..])
            : (id, null);

    /// <summary>Teams' id of a conversation, or of a thread in it.</summary>
    public static string IdOf(string conversation, string? thread) =>
        thread is null ? conversation : $"{conversation}{ThreadMark}{thread}";

    /// <summary>The id under which the bot knows a message: where it is, and which one.</summary>
    public static string MessageOf(string conversation, string activity) => $"{conversation}|{activity}";

    /// <summary>Where a message is, and which one; none if it is one that cannot be replaced.</summary>
    public static (string Conversation, string Activity)? Message(string? id) =>
        id?.LastIndexOf('|') is > 0 and var at && at < id.Length - 1 ? (id[..at], id[(at + 1)..]) : null;

    /// <summary>Whether a link is one of Teams' own to a message.</summary>
    public static bool IsLink(string link) => Links.Any(start => link.StartsWith(start, StringComparison.Ordinal));

    static readonly string[] Links =
    [
        "https://teams.microsoft.com/l/message/",
        "https://teams.cloud.microsoft/l/message/",
    ];

    /// <summary>A link that opens a message of a channel; others have none.</summary>
    public static string? LinkTo(Activity activity, string tenant)
    {
        if (activity is not { Channel: { } channel, Id: { } id })
            return null;
        var (_, root) = Split(activity.Conversation?.Id ?? "");
        var team = activity.Data.Text("team", "aadGroupId") is { } group
            ? $"&groupId={Uri.EscapeDataString(group)}"
            : "";
        return $"https://teams.microsoft.com/l/message/{Uri.EscapeDataString(channel)}/{Uri.EscapeDataString(id)}?tenantId={Uri.EscapeDataString(tenant)}"
            + $"{team}&parentMessageId={Uri.EscapeDataString(root ?? id)}";
    }
}
