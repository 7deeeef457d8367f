namespace SalesBot.Chat;

/// <summary>
/// Where a conversation is: the platform, the platform's workspace (a Slack team, a Teams tenant), the room or direct conversation, and the thread in it, if
/// any. Written <c>slack:T1/C1</c> or <c>slack:T1/C1/1795370000.000100</c>.
/// </summary>
sealed record Address(string Platform, string Workspace, string Conversation, string? Thread = null)
{
    /// <summary>What messages to one conversation share, whichever thread they belong to; they are sent in order.</summary>
    public string Line => $"{Platform}:{Escaped(Workspace)}/{Escaped(Conversation)}";

    /// <summary>Whose limits apply: the platform's workspace.</summary>
    public string Destination => $"{Platform}:{Escaped(Workspace)}";

    public override string ToString() => Thread is null ? Line : $"{Line}/{Escaped(Thread)}";

    /// <summary>The address written so, or none.</summary>
    public static Address? Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var parts = colon > 0 ? text[(colon + 1)..].Split('/') : [];
        return parts is not ([_, _] or [_, _, _]) || parts.Any(string.IsNullOrWhiteSpace) ? null
            : new Address(text[..colon].ToLowerInvariant(), Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1]),
                parts is [_, _, var thread] ? Uri.UnescapeDataString(thread) : null);
    }

    static string Escaped(string part) => part.Replace("%", "%25").Replace("/", "%2F");
}
