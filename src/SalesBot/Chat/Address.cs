namespace SalesBot.Chat;

/// <summary>
/// Where a conversation is: the platform, the platform's workspace (a Slack team, a Teams tenant), the room or direct
/// conversation, and the thread in it, if any. <c>For</c>: the only person of a room who sees what is said, by the
/// platform's id. Written <c>slack:T1/C1</c>, <c>slack:T1/C1/1795370000.000100</c> or <c>slack:T1/C1~U1</c>.
/// </summary>
sealed record Address(string Platform, string Workspace, string Conversation, string? Thread = null, string? For = null)
{
    /// <summary>
    /// What messages to one conversation share, whichever thread they belong to; they are sent in order.
    /// </summary>
    public string Line =>
        $"{Platform}:{Escaped(Workspace)}/{Escaped(Conversation)}{(For is null ? "" : "~" + Escaped(For))}";

    /// <summary>Whose limits apply: the platform's workspace.</summary>
    public string Destination => $"{Platform}:{Escaped(Workspace)}";

    public override string ToString() => Thread is null ? Line : $"{Line}/{Escaped(Thread)}";

    /// <summary>The address written so, or none.</summary>
    public static Address? Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var parts = colon > 0 ? text[(colon + 1)..].Split('/') : [];
        if (parts is not ([_, _] or [_, _, _]) || parts.Any(string.IsNullOrWhiteSpace))
            return null;
        var room = parts[1].Split('~');
        return new Address(
            text[..colon].ToLowerInvariant(),
            Uri.UnescapeDataString(parts[0]),
            Uri.UnescapeDataString(room[0]),
            parts is [_, _, var thread] ? Uri.UnescapeDataString(thread) : null,
            room is [_, var only] ? Uri.UnescapeDataString(only) : null
        );
    }

    static string Escaped(string part) => part.Replace("%", "%25").Replace("/", "%2F").Replace("~", "%7E");
}
