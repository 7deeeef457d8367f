using ICU4N.Text;

namespace SalesBot.People;

/// <summary>
/// Unicode's compatibility form (NFKC), in which a letter with a combining mark is the composed letter and a full-width
/// sign the plain one. The program runs without ICU, where .NET leaves texts as they are, so the managed port of ICU
/// does it.
/// </summary>
static class Compatibility
{
    static readonly Lazy<Normalizer2> Nfkc = new(() => Normalizer2.NFKCInstance);

    /// <summary>The text in that form.</summary>
    public static string Form(string text) =>
        text.All(char.IsAscii) ? text : string.Concat(Nfkc.Value.Normalize(text).Where(c => !IsUnseen(c)));

    /// <summary>Soft hyphens and zero-width signs, which come along when somebody copies a text.</summary>
    static bool IsUnseen(char c) => c is '\u00AD' or (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF';
}
