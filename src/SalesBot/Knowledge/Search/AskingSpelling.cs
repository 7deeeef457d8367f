using System.Text;

namespace SalesBot.Knowledge.Search;

/// <summary>
/// Corrects the words that tell what kind of question it is: "whitch one is long term", "withuot marketing".
/// </summary>
static class AskingSpelling
{
    static readonly string[] Words =
    [
        "about",
        "answer",
        "belong",
        "belongs",
        "between",
        "brand",
        "broader",
        "compare",
        "compared",
        "comparison",
        "company",
        "department",
        "difference",
        "different",
        "example",
        "examples",
        "explain",
        "handles",
        "marketing",
        "marketer",
        "meaning",
        "necessary",
        "people",
        "please",
        "responsible",
        "sales",
        "separate",
        "salesperson",
        "salespeople",
        "selling",
        "should",
        "something",
        "table",
        "tasks",
        "their",
        "there",
        "these",
        "those",
        "together",
        "what",
        "which",
        "whose",
        "without",
        "work",
        "would",
    ];

    /// <summary>How people write short forms: no slips.</summary>
    static readonly string[] ShortForms =
    [
        "whos",
        "whats",
        "hows",
        "wheres",
        "thats",
        "dont",
        "isnt",
        "arent",
        "doesnt",
        "wont",
        "cant",
        "theres",
    ];

    /// <summary>Shorter words are right as often as not.</summary>
    const int Least = 4;

    /// <summary>From so many letters on two slips are one word's.</summary>
    const int Long = 8;

    /// <summary>The text with such words put right; what English knows, and what looks like a name, stays.</summary>
    public static string Mended(string text)
    {
        var mended = new StringBuilder(text.Length);
        for (var start = 0; start < text.Length; )
        {
            var end = start;
            while (end < text.Length && char.IsAsciiLetter(text[end]))
                end++;
            if (end == start)
                mended.Append(text[start++]);
            else
                mended.Append(
                    IsShortened(text, end) ? text[start..end] : Mended(text[start..end], isFirst: start == 0)
                );
            start = Math.Max(start, end);
        }
        return mended.ToString();
    }

    /// <summary>"Shouldn't" is no slip of "should".</summary>
    static bool IsShortened(string text, int end) =>
        end + 1 < text.Length && text[end] is '\'' or '’' && end + 1 < text.Length && text[end + 1] is 't' or 'T';

    static string Mended(string word, bool isFirst)
    {
        var small = word.ToLowerInvariant();
        var looksLikeName = !isFirst && char.IsAsciiLetterUpper(word[0]);
        if (
            word.Length < Least
            || looksLikeName
            || EnglishDictionary.Knows(small)
            || Words.Contains(small)
            || ShortForms.Contains(small)
        )
            return word;
        var near = Words
            .Select(meant => (Meant: meant, Edits: SpellingCorrection.EditDistance(small, meant)))
            .MinBy(one => one.Edits);
        var most = near.Meant.Length >= Long ? 2 : 1;
        // In a short word only two letters that changed places are surely a slip.
        return near.Edits <= most && (near.Meant.Length > Least || IsSwapped(small, near.Meant)) ? near.Meant : word;
    }

    static bool IsSwapped(string word, string meant) =>
        word.Length == meant.Length && word.Order().SequenceEqual(meant.Order());
}
