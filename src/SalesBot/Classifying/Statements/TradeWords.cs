using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Classifying.Statements;

/// <summary>Says things by one word each, so that "our home page" and "the website" are compared as the same.</summary>
static partial class TradeWords
{
    static readonly Lazy<Dictionary<string, string>> Common = new(Read);

    /// <summary>The longest name of a thing, in words.</summary>
    const int MostWords = 3;

    /// <summary>
    /// A text in which each thing that has several names goes by the first of them; all other words stay as they are.
    /// </summary>
    public static string In(string text)
    {
        var words = Word().FindAllIn(text).Select(word => word.Value).ToList();
        var said = new List<string>();
        for (var i = 0; i < words.Count; )
        {
            var length = Math.Min(MostWords, words.Count - i);
            while (length > 0 && !Common.Value.ContainsKey(Key(words, i, length)))
                length--;
            said.Add(length == 0 ? words[i] : Common.Value[Key(words, i, length)]);
            i += Math.Max(1, length);
        }
        return string.Join(' ', said);
    }

    /// <summary>Whether a word is one of the trade's: then it is no slip of the pen.</summary>
    public static bool Has(string word) => Common.Value.ContainsKey(word.ToLowerInvariant());

    static string Key(List<string> words, int start, int length) =>
        string.Join(' ', words.Skip(start).Take(length)).ToLowerInvariant();

    static Dictionary<string, string> Read()
    {
        var common = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var line in ShippedText
                .Of("trade-words.tsv")
                .Split('\n')
                .Where(line => !line.StartsWith('#') && line.Contains('\t'))
        )
        {
            var names = line.Trim().Split('\t');
            foreach (var name in names)
                common[name] = common[Plural(name)] = names[0];
            foreach (var form in names.SelectMany(Forms))
                common.TryAdd(form, names[0]);
        }
        return common;
    }

    static string Plural(string name) =>
        name switch
        {
            [.., 's' or 'x'] => name + "es",
            [.., not ('a' or 'e' or 'o' or 'u'), 'y'] => name[..^1] + "ies",
            _ => name + "s",
        };

    /// <summary>What a verb becomes: "haggle", "haggling", "haggled".</summary>
    static IEnumerable<string> Forms(string verb)
    {
        var (first, rest) = verb.Split(' ', 2) is [var one, var more] ? (one, " " + more) : (verb, "");
        var stem = first is [.., 'e'] ? first[..^1] : first;
        return [$"{stem}ing{rest}", $"{stem}ed{rest}"];
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*")]
    private static partial Regex Word();
}
