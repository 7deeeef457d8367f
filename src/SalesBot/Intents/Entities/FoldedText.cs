using System.Collections.Frozen;
using System.Text;

namespace SalesBot.Intents.Entities;

/// <summary>
/// Letters without case, accents and blanks, for comparing a name with an e-mail address: "Szpital Północ" is
/// <c>szpitalpolnoc</c>.
/// </summary>
static class FoldedText
{
    /// <summary>Latin letters by the ASCII letters they are written with in addresses.</summary>
    static readonly FrozenDictionary<char, string> Letters = new (string Plain, string Accented)[]
    {
        ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"),
        ("c", "çćĉċč"),
        ("d", "ďđð"),
        ("e", "èéêëēĕėęěẹẻẽếềểễệ"),
        ("g", "ĝğġģ"),
        ("h", "ĥħ"),
        ("i", "ìíîïĩīĭįıǐịỉ"),
        ("j", "ĵ"),
        ("k", "ķ"),
        ("l", "ĺļľŀł"),
        ("n", "ñńņňŉŋ"),
        ("o", "òóôõöøōŏőǒọỏốồổỗộớờởỡợơ"),
        ("r", "ŕŗř"),
        ("s", "śŝşšș"),
        ("t", "ţťŧț"),
        ("u", "ùúûüũūŭůűųǔụủứừửữựư"),
        ("w", "ŵ"),
        ("y", "ýÿŷỳỵỷỹ"),
        ("z", "źżž"),
        ("ae", "æ"),
        ("oe", "œ"),
        ("ss", "ß"),
        ("th", "þ"),
    }
        .SelectMany(row => row.Accented.Select(letter => KeyValuePair.Create(letter, row.Plain)))
        .ToFrozenDictionary();

    /// <param name="text">Any text.</param>
    /// <param name="umlauts">Whether ä is folded to <c>ae</c>, as Germans write it, instead of <c>a</c>.</param>
    public static string Of(string text, bool umlauts = false)
    {
        var lower = text.ToLowerInvariant();
        if (umlauts)
            lower = lower
                .Replace("ä", "ae", StringComparison.Ordinal)
                .Replace("ö", "oe", StringComparison.Ordinal)
                .Replace("ü", "ue", StringComparison.Ordinal);
        var folded = new StringBuilder();
        foreach (var letter in lower.Where(char.IsLetterOrDigit))
            folded.Append(Letters.TryGetValue(letter, out var plain) ? plain : letter.ToString());
        return folded.ToString();
    }
}
