using System.Text.RegularExpressions;

namespace SalesBot.Chat;

/// <summary>
/// How patterns look at people's words: at the first <see cref="MaxLength"/> characters only, and what takes too long
/// is no match. A pattern that backtracks costs the square or the cube of a text's length, so nobody else calls one
/// (held by a test); runs of blanks, the dearest of all, are folded by <see cref="PersonText.Clean"/> before.
/// </summary>
static class BoundedPatterns
{
    /// <summary>Nobody commands or asks in more characters; what follows goes along as it is.</summary>
    public const int MaxLength = 2000;

    /// <summary>Whether the pattern stands in the text.</summary>
    public static bool IsIn(this Regex pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text.AsSpan(0, Math.Min(text.Length, MaxLength)));
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>The first place where the pattern stands; an unsuccessful match if it does not.</summary>
    public static Match FindIn(this Regex pattern, string text)
    {
        try
        {
            return pattern.Match(Head(text));
        }
        catch (RegexMatchTimeoutException)
        {
            return Match.Empty;
        }
    }

    /// <summary>All places where the pattern stands, in order.</summary>
    public static IReadOnlyList<Match> FindAllIn(this Regex pattern, string text)
    {
        try
        {
            return pattern.Matches(Head(text)).ToList();
        }
        catch (RegexMatchTimeoutException)
        {
            return [];
        }
    }

    /// <summary>The text with something in the place of every match.</summary>
    /// <param name="pattern">What is looked for.</param>
    /// <param name="text">Where.</param>
    /// <param name="replacement">What takes its place; <c>$1</c> and the like are groups.</param>
    /// <param name="times">How often at most; every time by default.</param>
    public static string ReplaceIn(this Regex pattern, string text, string replacement, int times = -1)
    {
        try
        {
            var head = Head(text);
            var replaced = pattern.Replace(head, replacement, times);
            return head.Length == text.Length ? replaced : replaced + text[head.Length..];
        }
        catch (RegexMatchTimeoutException)
        {
            return text;
        }
    }

    /// <summary>What stands between the matches.</summary>
    public static string[] SplitBy(this Regex pattern, string text)
    {
        try
        {
            var head = Head(text);
            var parts = pattern.Split(head);
            if (head.Length < text.Length)
                parts[^1] += text[head.Length..];
            return parts;
        }
        catch (RegexMatchTimeoutException)
        {
            return [text];
        }
    }

    static string Head(string text) => text.Length <= MaxLength ? text : text[..MaxLength];
}
