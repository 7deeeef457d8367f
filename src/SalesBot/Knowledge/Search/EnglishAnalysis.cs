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
/// How text becomes terms, the same for passages and questions: Unicode words, folded, letters apart from digits, numbers as digits, function and question
/// words left out, Porter stems.
/// </summary>
sealed partial class EnglishAnalysis : Analyzer
{
    /// <summary>Changes whenever the same text would become other terms, so that older generations are built anew.</summary>
    public const string Version = "en-5";

    readonly bool stems;

    EnglishAnalysis(bool stems) => this.stems = stems;

    /// <summary>Terms to search by.</summary>
    public static readonly EnglishAnalysis Stemmed = new(stems: true);

    /// <summary>The same words as they are written, for spelling correction.</summary>
    public static readonly EnglishAnalysis Words = new(stems: false);

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var source = new StandardTokenizer(LuceneVersion.LUCENE_48, reader) { MaxTokenLength = 100 };
        TokenStream stream = new EnglishPossessiveFilter(LuceneVersion.LUCENE_48, source);
        stream = new LowerCaseFilter(LuceneVersion.LUCENE_48, stream);
        stream = new ASCIIFoldingFilter(stream);
        stream =
            new WordDelimiterFilter(LuceneVersion.LUCENE_48, stream,
                WordDelimiterFlags.GENERATE_WORD_PARTS | WordDelimiterFlags.GENERATE_NUMBER_PARTS | WordDelimiterFlags.SPLIT_ON_NUMERICS, null);
        stream = new NumberWordFilter(stream);
        stream = new StopFilter(LuceneVersion.LUCENE_48, stream, FunctionWords);
        return new TokenStreamComponents(source, stems ? new PorterStemFilter(stream) : stream);
    }

    /// <summary>"One on one", "one-to-one" and "1:1" are one term: taken apart, nothing but function words would be left.</summary>
    protected override TextReader InitReader(string fieldName, TextReader reader) => new PatternReplaceCharFilter(OneOnOne(), "oneonone", reader);

    [GeneratedRegex(@"\bone[- ](?:on|to)[- ]one\b|\b1(?: ?: ?|[- ](?:on|to)[- ])1\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex OneOnOne();

    static readonly CharArraySet FunctionWords = new(LuceneVersion.LUCENE_48, Search.FunctionWords.All, ignoreCase: false);
}
