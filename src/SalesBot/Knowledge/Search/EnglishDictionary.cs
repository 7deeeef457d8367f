using System.Collections.Frozen;
using System.IO.Compression;

namespace SalesBot.Knowledge.Search;

/// <summary>
/// 63,000 common English words (SCOWL, sizes 10 to 50; see NOTICE), lower case: what stands here is no misspelling.
/// </summary>
static class EnglishDictionary
{
    static readonly Lazy<FrozenSet<string>> Words = new(Load);

    public static bool Knows(string word) => Words.Value.Contains(word);

    static FrozenSet<string> Load()
    {
        using var resource =
            typeof(EnglishDictionary).Assembly.GetManifestResourceStream("english.txt.gz")
            ?? throw new InvalidOperationException("The word list is missing from the program; reinstall SalesBot.");
        using var reader = new StreamReader(new GZipStream(resource, CompressionMode.Decompress));
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
