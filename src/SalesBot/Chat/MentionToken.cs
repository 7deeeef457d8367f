using System.Text;

namespace SalesBot.Chat;

/// <summary>
/// A mention in a text, bound to an id, before anybody's name is drawn: <c>@</c> and one character of Unicode's private
/// range, which says the place in <see cref="IncomingMessage.Mentions"/>. Nothing that people type can be one:
/// platforms' readers take the range out of what they read.
/// </summary>
static class MentionToken
{
    /// <summary>So many mentions of a message are bound; further ones are text.</summary>
    public const int Max = 200;

    /// <summary>One token, as a pattern.</summary>
    public const string Pattern = @"@[\uE000-\uE0C7]";

    const char First = '\uE000',
        LastReserved = '\uE0FF';

    /// <summary>The token of the mention at that place.</summary>
    public static string Of(int place) => $"@{(char)(First + place)}";

    /// <summary>The place that a word which is a token means; null for any other word.</summary>
    public static int? PlaceOf(string word) => word is ['@', >= First and var c] && c < First + Max ? c - First : null;

    /// <summary>The mention that a word means; null if it is no token.</summary>
    public static Mention? Find(string word, IReadOnlyList<Mention> mentions) =>
        PlaceOf(word.Trim()) is { } place && place < mentions.Count ? mentions[place] : null;

    /// <summary>Whether a text names anybody.</summary>
    public static bool IsIn(string text) => text.Any(IsReserved);

    /// <summary>The text with names in the place of tokens.</summary>
    public static string Draw(string text, IReadOnlyList<Mention> mentions)
    {
        if (!IsIn(text))
            return text;
        var drawn = new StringBuilder(text.Length + 32);
        foreach (var c in text)
            if (!IsReserved(c))
                drawn.Append(c);
            else if (c - First < mentions.Count)
                drawn.Append(mentions[c - First].Called);
        return drawn.ToString();
    }

    /// <summary>Whether a character belongs to the range that readers keep for themselves.</summary>
    public static bool IsReserved(char c) => c is >= First and <= LastReserved;
}
