using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace SalesBot.Knowledge.Search;

/// <summary>Writes small number words as digits, so that "four Ps" finds "4Ps".</summary>
sealed class NumberWordFilter : TokenFilter
{
    static readonly Dictionary<string, string> Digits = new(StringComparer.Ordinal)
    {
        ["two"] = "2", ["three"] = "3", ["four"] = "4", ["five"] = "5", ["six"] = "6", ["seven"] = "7", ["eight"] = "8", ["nine"] = "9", ["ten"] =
            "10", ["eleven"] = "11", ["twelve"] = "12",
    };

    readonly ICharTermAttribute term;

    public NumberWordFilter(TokenStream input) : base(input) => term = AddAttribute<ICharTermAttribute>();

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
            return false;
        if (term.Length is >= 3 and <= 6 && Digits.TryGetValue(term.ToString(), out var digits))
            term.SetEmpty().Append(digits);
        return true;
    }
}
