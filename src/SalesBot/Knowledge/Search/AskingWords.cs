using System.Text.RegularExpressions;

namespace SalesBot.Knowledge.Search;

/// <summary>
/// Tells the words of a question that say how it asks ("how many", "the name of", "do I need") from those that say
/// after what. What answers seldom says the former, so they are never what the material lacks.
/// </summary>
static partial class AskingWords
{
    /// <summary>
    /// What a word counts that only says how is asked, and one that says what sort of thing, beside a word of the
    /// subject.
    /// </summary>
    const double Manner = 0.1,
        Sort = 0.35;

    static readonly HashSet<string> Manners = Terms.Set(
        """
        difference different differ differs distinction compare comparison kind sort type example examples definition define meaning way thing stuff everyday nutshell
        short name named call called term maximum minimum max min number amount percentage percent use used using get gets need needs needed happen happens allow allowed
        specific particular according following list give given tell make makes take takes want wants like possible actually usually typically exactly
        more most less least much many better best
        """
    );

    static readonly HashSet<string> Sorts = Terms.Set(
        """
        tool tools software app application system program platform channel team group person people department role title day date time month year week hour price cost
        costs fee rate address email mail phone place location link page document form file value limit length size age reason purpose process procedure step steps rule
        rules policy word phrase letter prefix format method level status
        """
    );

    /// <summary>
    /// How much of the subject each term carries, 0 to 1, by its stem; what is not among them carries all it can.
    /// </summary>
    public static Dictionary<string, double> Of(string question)
    {
        var carried = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var stem in Manners)
            carried[stem] = Manner;
        foreach (Match degree in Degree().Matches(question))
        foreach (var stem in Terms.Set(degree.Groups[1].Value))
            carried[stem] = Manner;
        foreach (Match sort in SortAskedFor().Matches(question))
        foreach (var stem in Terms.Set(sort.Value).Where(Sorts.Contains))
            carried.TryAdd(stem, Sort);
        return carried;
    }

    [GeneratedRegex(
        @"\bhow (many|much|long|often|far|fast|quick|quickly|early|late|soon|old|big|large|high|low|frequently|regularly|deep|wide|close)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Degree();

    /// <summary>The words behind "what", "which" or "what is the", up to the sort of thing.</summary>
    [GeneratedRegex(
        @"\b(?:what|which|whose)(?:'s| is| are| was| were)?(?: (?:the|a|an|our|my|your))?(?: \w+){1,3}",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex SortAskedFor();
}
