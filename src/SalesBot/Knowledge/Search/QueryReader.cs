using System.Text;
using Lucene.Net.Index;
using SalesBot.Knowledge.Embeddings;
using IndexTerm = Lucene.Net.Index.Term;

namespace SalesBot.Knowledge.Search;

/// <summary>
/// Reads what a person typed into a query: the text is analysed, never parsed, so no character in it has a meaning of
/// its own.
/// </summary>
sealed class QueryReader(IndexReader reader, Func<string, SentenceVector?>? vectorOf)
{
    /// <summary>A long pasted text is searched by its rarest terms.</summary>
    public const int MaxTerms = 48;

    /// <summary>
    /// So many different slips of a text are corrected: more are another language, or no language, and each costs a
    /// look through the corpus.
    /// </summary>
    const int MaxSlips = 6;

    /// <summary>
    /// Of a long text so many words at the beginning and at the end are read: there people say what they want.
    /// </summary>
    const int FirstWords = 300,
        LastWords = 100;

    /// <summary>
    /// The weight of what was said before, for a question that leans on it; one term in full counts 1.
    /// </summary>
    const double EarlierTurn = 0.4;

    /// <summary>The share of the question's own meaning where it leans on what was said before.</summary>
    const double OwnShare = 0.6;

    /// <summary>The same for a question of few terms: "and in sales?" says nearly nothing by itself.</summary>
    const double FewShare = 0.1;

    const int FewTerms = 1;

    /// <summary>Whether questions get a meaning.</summary>
    public bool HasMeaning => vectorOf is not null;

    readonly SpellingCorrection spelling = new(reader);

    /// <param name="text">The question, at most some ten thousand characters.</param>
    /// <param name="earlier">What was said before it, if the question leans on that; latest last.</param>
    public SearchQuery Read(string text, IReadOnlyList<string>? earlier = null)
    {
        var terms = new Dictionary<string, QueryTerm>(StringComparer.Ordinal);
        Add(text, 1, isEarlier: false, terms);
        var weight = EarlierTurn;
        foreach (var turn in (earlier ?? []).Reverse().Take(2))
        {
            Add(turn, weight, isEarlier: true, terms);
            weight /= 2;
        }
        var own = terms.Values.Where(term => !term.IsEarlier).ToList();
        // Letters that are no word of anybody's mean nothing, but would be near to something.
        var means =
            own.Count == 0 || own.Exists(term => term.IsEnglish || term.Passages > 0 || term.CorrectedTo is not null);
        return new SearchQuery(Rarest(terms.Values))
        {
            Vector = means ? Meaning(Corrected(text, own), own.Count, earlier) : null,
        };
    }

    /// <summary>What the question means; one that leans on what was said before leans to the two together.</summary>
    SentenceVector? Meaning(string text, int own, IReadOnlyList<string>? earlier) =>
        vectorOf?.Invoke(text) is not { } alone ? null
        : earlier is not [.., var last] || vectorOf($"{last} {text}") is not { } both ? alone
        : alone.Mixed(both, own > FewTerms ? OwnShare : FewShare);

    /// <summary>The text with the words that were meant instead of misspelt ones.</summary>
    public static string Corrected(string text, IEnumerable<QueryTerm> terms)
    {
        var meant = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var term in terms)
            if (term.CorrectedTo is { } word)
                meant.TryAdd(term.Word, word);
        if (meant.Count == 0)
            return text;
        var corrected = new StringBuilder(text.Length);
        for (var start = 0; start < text.Length; )
        {
            var end = start;
            while (end < text.Length && IsOfWord(text[end]))
                end++;
            if (end == start)
                corrected.Append(text[end++]);
            else if (meant.TryGetValue(text[start..end], out var word))
                corrected.Append(word);
            else
                corrected.Append(text, start, end - start);
            start = end;
        }
        return corrected.ToString();
    }

    static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    void Add(string text, double weight, bool isEarlier, Dictionary<string, QueryTerm> terms)
    {
        var slips = new HashSet<string>(StringComparer.Ordinal);
        var asking = AskingWords.Of(text.Length > MostAsking ? text[..MostAsking] : text);
        var words = Terms.Read(EnglishAnalysis.Asked, AsWritten(text));
        if (words.Count > FirstWords + LastWords)
            words.RemoveRange(FirstWords, words.Count - FirstWords - LastWords);
        foreach (var word in words)
        {
            var isSlip = spelling.MaySlip(word.Text);
            var corrected =
                !isSlip || slips.Contains(word.Text) || slips.Count < MaxSlips ? spelling.Correct(word.Text) : null;
            if (isSlip && slips.Count < MaxSlips)
                slips.Add(word.Text);
            foreach (var stem in Terms.Of(corrected ?? word.Text))
                terms[stem.Text] = terms.TryGetValue(stem.Text, out var said)
                    ? said with
                    {
                        Weight = said.Weight + weight,
                    }
                    : new QueryTerm(word.Text, stem.Text, weight, corrected)
                    {
                        IsEarlier = isEarlier,
                        Topic = asking.GetValueOrDefault(stem.Text, 1),
                        Passages = Passages(stem.Text),
                        IsEnglish = EnglishDictionary.Knows(word.Text),
                    };
        }
    }

    /// <summary>In how many passages a stem stands, in the text, above it, or in the title.</summary>
    int Passages(string stem) =>
        reader.DocFreq(new IndexTerm(PassageFields.Body, stem))
        + reader.DocFreq(new IndexTerm(PassageFields.Heading, stem))
        + reader.DocFreq(new IndexTerm(PassageFields.Title, stem));

    /// <summary>
    /// A word with a hyphen is written in one where the material knows it so, and knows it better than its parts.
    /// </summary>
    string AsWritten(string text)
    {
        foreach (var (written, joined) in EnglishAnalysis.Hyphenated(text).Distinct().Take(MaxSlips))
            if (
                Terms.Of(joined) is [var whole]
                && Passages(whole.Text) is > 0 and var known
                && Terms
                    .Read(EnglishAnalysis.Asked, written)
                    .SelectMany(part => Terms.Of(part.Text))
                    .All(part => Passages(part.Text) <= known)
            )
                text = text.Replace(written, joined, StringComparison.Ordinal);
        return text;
    }

    /// <summary>So much of a text is looked at for how it asks, in UTF-16 units.</summary>
    const int MostAsking = 1000;

    static IReadOnlyList<QueryTerm> Rarest(IReadOnlyCollection<QueryTerm> terms)
    {
        if (terms.Count <= MaxTerms)
            return [.. terms];
        // What stands nowhere finds nothing, but tells that the text is about something else: it keeps its share.
        var unsaid = terms.Where(term => term.Passages == 0).ToList();
        var unsaidKept = unsaid.Count * MaxTerms / terms.Count;
        var kept = terms
            .Where(term => term.Passages > 0)
            .OrderByDescending(term => term.Weight)
            .ThenBy(term => term.Passages)
            .Take(MaxTerms - unsaidKept)
            .Concat(unsaid.Take(unsaidKept))
            .ToHashSet();
        return [.. terms.Where(kept.Contains)];
    }
}
