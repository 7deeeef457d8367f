using Lucene.Net.Analysis.Miscellaneous;

namespace SalesBot.Intents.Entities;

/// <summary>Letters without case, accents and blanks, for comparing a name with an e-mail address: "Szpital Północ" is <c>szpitalpolnoc</c>.</summary>
static class FoldedText
{
    /// <summary>The most ASCII letters that one letter is folded to.</summary>
    const int MaxLetters = 4;

    /// <param name="text">Any text.</param>
    /// <param name="umlauts">Whether ä is folded to <c>ae</c>, as Germans write it, instead of <c>a</c>.</param>
    public static string Of(string text, bool umlauts = false)
    {
        var lower = text.ToLowerInvariant();
        if (umlauts)
            lower = lower.Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal);
        var folded = new char[lower.Length * MaxLetters];
        var length = ASCIIFoldingFilter.FoldToASCII(lower.ToCharArray(), 0, folded, 0, lower.Length);
        return string.Concat(folded.Take(length).Where(char.IsLetterOrDigit));
    }
}
