using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using IndexTerm = Lucene.Net.Index.Term;

namespace SalesBot.Knowledge.Search;

/// <summary>
/// Corrects a misspelt word into the corpus's own words: one edit in short words, two in longer ones, swapped
/// neighbours counting as one; and spells out what chat has clipped ("promo", "demos").
/// </summary>
sealed class SpellingCorrection(IndexReader reader)
{
    /// <summary>The longest word that may be a slip: longer than nearly all of the dictionary's.</summary>
    const int MaxLength = 20;

    /// <summary>So many words are remembered; then all are forgotten at once.</summary>
    const int MaxRemembered = 20_000;

    readonly ConcurrentDictionary<string, string> remembered = new(StringComparer.Ordinal);

    readonly Lucene.Net.Index.Terms? words = MultiFields.GetTerms(reader, PassageFields.Word);

    /// <summary>Whether a word may be a slip, which costs a look through the corpus to correct.</summary>
    public bool MaySlip(string word) =>
        word.Length is >= 4 and <= MaxLength
        && words is not null
        && word.All(char.IsAsciiLetter)
        && !IsInCorpus(word)
        && !EnglishDictionary.Knows(word);

    /// <summary>The corpus word that was probably meant; null: the word may be right, or nothing be near.</summary>
    public string? Correct(string word)
    {
        if (word.Length is < 4 or > MaxLength || words is null || !word.All(char.IsAsciiLetter) || IsInCorpus(word))
            return null;
        if (SpelledOut(word, words) is { } whole)
            return whole;
        if (EnglishDictionary.Knows(word))
            return null;
        if (remembered.Count >= MaxRemembered)
            remembered.Clear();
        return remembered.GetOrAdd(word, Nearest) is { Length: > 0 } nearest ? nearest : null;
    }

    /// <summary>The nearest word of the corpus; empty if none is near.</summary>
    string Nearest(string word)
    {
        return Candidates(word, word.Length <= 5 ? 1 : 2)
                .Concat(OtherForms(word))
                .OrderBy(candidate => candidate.Edits)
                .ThenBy(candidate => candidate.Word[0] == word[0] ? 0 : 1)
                .ThenByDescending(candidate => candidate.Passages)
                .ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
                .FirstOrDefault()
                .Word
            ?? "";
    }

    /// <summary>
    /// English clips long words to their beginning and an o; the corpus's most frequent word that begins so was meant.
    /// </summary>
    static string? SpelledOut(string word, Lucene.Net.Index.Terms words)
    {
        var clipped = word.EndsWith('s') ? word[..^1] : word;
        if (clipped.Length is < 4 or > 6 || !clipped.EndsWith('o'))
            return null;
        (string? Word, int Passages) best = (null, 0);
        var all = words.GetEnumerator();
        for (
            var more = all.SeekCeil(new BytesRef(clipped)) != TermsEnum.SeekStatus.END;
            more && all.Term.Utf8ToString() is var candidate && candidate.StartsWith(clipped, StringComparison.Ordinal);
            more = all.MoveNext()
        )
            if (candidate.Length >= clipped.Length + 3 && all.DocFreq > best.Passages)
                best = (candidate, all.DocFreq);
        return best.Word;
    }

    bool IsInCorpus(string word) => reader.DocFreq(new IndexTerm(PassageFields.Word, word)) > 0;

    IEnumerable<(string Word, int Edits, int Passages)> Candidates(string word, int edits)
    {
        var near = new FuzzyTermsEnum(
            words,
            new AttributeSource(),
            new IndexTerm(PassageFields.Word, word),
            edits,
            0,
            transpositions: true
        );
        var found = new List<(string, int, int)>();
        while (near.MoveNext())
        {
            var candidate = near.Term.Utf8ToString();
            // Half a word changed is another word.
            if (
                candidate.Length >= 4
                && EditDistance(word, candidate) is var distance
                && distance * 3 <= candidate.Length
            )
                found.Add((candidate, distance, near.DocFreq));
        }
        return found;
    }

    /// <summary>
    /// English words one edit away of which the corpus holds another form: "caling" is calling, the corpus says calls.
    /// </summary>
    IEnumerable<(string Word, int Edits, int Passages)> OtherForms(string word)
    {
        foreach (var near in OneEditAway(word).Distinct().Where(EnglishDictionary.Knows))
        foreach (var stem in Terms.Of(near))
            if (reader.DocFreq(new IndexTerm(PassageFields.Body, stem.Text)) is > 0 and var passages)
                yield return (near, 1, passages);
    }

    static IEnumerable<string> OneEditAway(string word)
    {
        for (var i = 0; i <= word.Length; i++)
        {
            for (var letter = 'a'; letter <= 'z'; letter++)
            {
                yield return word.Insert(i, letter.ToString());
                if (i < word.Length)
                    yield return string.Concat(word.AsSpan(0, i), [letter], word.AsSpan(i + 1));
            }
            if (i < word.Length)
                yield return word.Remove(i, 1);
            if (i + 1 < word.Length)
                yield return string.Concat(word.AsSpan(0, i), [word[i + 1], word[i]], word.AsSpan(i + 2));
        }
    }

    /// <summary>Optimal string alignment: insert, delete, replace, swap neighbours.</summary>
    public static int EditDistance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        for (var j = 1; j <= b.Length; j++)
        {
            var change = a[i - 1] == b[j - 1] ? 0 : 1;
            d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + change);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
        }
        return d[a.Length, b.Length];
    }
}
