using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace SalesBot.Knowledge.Search;

/// <summary>Writes number words as digits, so that "four Ps" finds "4Ps".</summary>
sealed class NumberWordFilter : TokenFilter
{
    static readonly string[] Small =
    [
        "",
        "",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];

    static readonly string[] Tens =
    [
        "",
        "",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
    ];

    static readonly Dictionary<string, string> Digits = Known();

    /// <summary>Two to ninety-nine, also as one word, and the large ones.</summary>
    static Dictionary<string, string> Known()
    {
        var digits = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["hundred"] = "100",
            ["thousand"] = "1000",
            ["million"] = "1000000",
        };
        for (var i = 2; i < Small.Length; i++)
            digits[Small[i]] = $"{i}";
        for (var ten = 2; ten < Tens.Length; ten++)
        {
            digits[Tens[ten]] = $"{ten * 10}";
            digits[$"{Tens[ten]}one"] = $"{ten * 10 + 1}";
            for (var i = 2; i < 10; i++)
                digits[Tens[ten] + Small[i]] = $"{ten * 10 + i}";
        }
        return digits;
    }

    readonly ICharTermAttribute term;

    public NumberWordFilter(TokenStream input)
        : base(input) => term = AddAttribute<ICharTermAttribute>();

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
            return false;
        if (term.Length >= 3 && Digits.TryGetValue(term.ToString(), out var digits))
            term.SetEmpty().Append(digits);
        return true;
    }
}
