namespace SalesBot.Chat;

/// <summary>Puts words in the place of others, where these stand as whole words.</summary>
static class WholeWords
{
    /// <summary>The text with every occurrence replaced, whatever its case.</summary>
    public static string Replace(string text, string old, string now)
    {
        var at = Find(text, old, 0);
        while (at >= 0)
        {
            text = string.Concat(text.AsSpan(0, at), now, text.AsSpan(at + old.Length));
            at = Find(text, old, at + now.Length);
        }
        return text;
    }

    static int Find(string text, string word, int from)
    {
        if (word.Length == 0)
            return -1;
        for (
            var at = text.IndexOf(word, from, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            var end = at + word.Length;
            if (
                (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                && (end == text.Length || !char.IsLetterOrDigit(text[end]))
            )
                return at;
        }
        return -1;
    }
}
