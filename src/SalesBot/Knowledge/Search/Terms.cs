using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace SalesBot.Knowledge.Search;

/// <summary>A term and the stretch <c>[Start, End)</c> of the text it came from, in UTF-16 units.</summary>
readonly record struct Term(string Text, int Start, int End);

/// <summary>Text to terms, outside of an index.</summary>
static class Terms
{
    /// <summary>The stemmed terms of a text, in order, repeats included.</summary>
    public static List<Term> Of(string text) => Read(EnglishAnalysis.Stemmed, text);

    /// <summary>The stem of each term of a text, once each.</summary>
    public static HashSet<string> Set(string text) =>
        Of(text).Select(term => term.Text).ToHashSet(StringComparer.Ordinal);

    /// <summary>The terms of a text as any analyzer gives them.</summary>
    public static List<Term> Read(Analyzer analyzer, string text)
    {
        var terms = new List<Term>();
        using var stream = analyzer.GetTokenStream("text", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
            terms.Add(new Term(term.ToString(), offset.StartOffset, offset.EndOffset));
        stream.End();
        return terms;
    }
}
