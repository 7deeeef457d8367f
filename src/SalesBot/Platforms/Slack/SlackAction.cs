using SalesBot.Chat;

namespace SalesBot.Platforms.Slack;

/// <summary>Actions as the text that a button carries: <c>move?number=HO-1001&amp;move=accept</c>.</summary>
static class SlackAction
{
    /// <summary>With this begins the key of an action that is too long to stand in a button.</summary>
    public const char Kept = '#';

    public static string Write(ChatAction action) =>
        $"{action.Name}?{string.Join('&', action.Values.Select(value => $"{Uri.EscapeDataString(value.Key)}={Uri.EscapeDataString(value.Value)}"))}";

    /// <summary>The action written so, or none.</summary>
    public static ChatAction? Read(string text)
    {
        if (text.Length == 0 || text[0] == Kept || text.IndexOf('?', StringComparison.Ordinal) is not (> 0 and var end))
            return null;
        var values = new Dictionary<string, string>();
        foreach (var pair in text[(end + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries))
            if (pair.Split('=') is [var key, var value])
                values[Uri.UnescapeDataString(key)] = Uri.UnescapeDataString(value);
        return new ChatAction(text[..end], values);
    }
}
