using System.Text.RegularExpressions;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Pattern;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace SalesBot.Knowledge.Search;

/// <summary>
/// How text becomes terms: Unicode words, folded, letters apart from digits, numbers as digits, function and question
/// words left out, Porter stems. Of a word that is written with a hyphen the material has the parts and the whole
/// ("check-in" is found by "check" and by "checkin"), a question only the parts.
/// </summary>
sealed partial class EnglishAnalysis : Analyzer
{
    /// <summary>
    /// Changes whenever the same text would become other terms, so that older generations are built anew.
    /// </summary>
    public const string Version = "en-5";

    readonly bool stems,
        joins;

    EnglishAnalysis(bool stems, bool joins) => (this.stems, this.joins) = (stems, joins);

    /// <summary>Terms to search by.</summary>
    public static readonly EnglishAnalysis Stemmed = new(stems: true, joins: true);

    /// <summary>The same words as they are written, for spelling correction.</summary>
    public static readonly EnglishAnalysis Words = new(stems: false, joins: true);

    /// <summary>The words of a question.</summary>
    public static readonly EnglishAnalysis Asked = new(stems: false, joins: false);

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var source = new StandardTokenizer(LuceneVersion.LUCENE_48, reader) { MaxTokenLength = 100 };
        TokenStream stream = new EnglishPossessiveFilter(LuceneVersion.LUCENE_48, source);
        stream = new LowerCaseFilter(LuceneVersion.LUCENE_48, stream);
        stream = new ASCIIFoldingFilter(stream);
        stream = new WordDelimiterFilter(
            LuceneVersion.LUCENE_48,
            stream,
            WordDelimiterFlags.GENERATE_WORD_PARTS
                | WordDelimiterFlags.GENERATE_NUMBER_PARTS
                | WordDelimiterFlags.SPLIT_ON_NUMERICS,
            null
        );
        stream = new NumberWordFilter(stream);
        stream = new StopFilter(LuceneVersion.LUCENE_48, stream, FunctionWords);
        return new TokenStreamComponents(source, stems ? new PorterStemFilter(stream) : stream);
    }

    /// <summary>
    /// What would fall apart is written as one word: "one on one", "one-to-one" and "1:1"; "e-mail"; "A/B"; "1,000".
    /// Accents that stand as characters of their own go.
    /// </summary>
    protected override TextReader InitReader(string fieldName, TextReader reader)
    {
        reader = new PatternReplaceCharFilter(OneOnOne(), "oneonone", reader);
        reader = new PatternReplaceCharFilter(Accents(), "", reader);
        reader = new PatternReplaceCharFilter(Mail(), "${1}mail", reader);
        reader = new PatternReplaceCharFilter(Letters(), "$1$2", reader);
        reader = new PatternReplaceCharFilter(Thousands(), "$1$2", reader);
        return joins ? new PatternReplaceCharFilter(Hyphen(), "$1-$2 $1$2", reader) : reader;
    }

    [GeneratedRegex(
        @"one[- ](?:on|to)[- ]one|1(?: ?: ?|[- ](?:on|to)[- ])1",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex OneOnOne();

    [GeneratedRegex(@"[\u0300-\u036f]", RegexOptions.NonBacktracking)]
    private static partial Regex Accents();

    [GeneratedRegex(@"\b(e)[-‐‑]mail", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Mail();

    [GeneratedRegex(@"\b(\p{L})/(\p{L})\b", RegexOptions.NonBacktracking)]
    private static partial Regex Letters();

    [GeneratedRegex(@"\b(\d{1,3}),(\d{3})\b", RegexOptions.NonBacktracking)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"\b(\p{L}{1,20})[-‐‑](\p{L}{2,20})\b", RegexOptions.NonBacktracking)]
    private static partial Regex Hyphen();

    /// <summary>The words of a text that are written with a hyphen.</summary>
    public static IEnumerable<(string Written, string Joined)> Hyphenated(string text) =>
        Hyphen().Matches(text).Select(word => (word.Value, word.Groups[1].Value + word.Groups[2].Value));

    static readonly CharArraySet FunctionWords = new(
        LuceneVersion.LUCENE_48,
        Search.FunctionWords.All,
        ignoreCase: false
    );
}
