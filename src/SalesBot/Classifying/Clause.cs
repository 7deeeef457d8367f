using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Knowledge.Passages;

namespace SalesBot.Classifying;

/// <summary>A clause <c>[Start, End)</c> of a passage, and the team it speaks of, if it speaks of one.</summary>
readonly record struct Clause(int Start, int End, Verdict? Side);

/// <summary>Takes a passage apart into what it says of marketing and what it says of sales.</summary>
static partial class Clauses
{
    /// <summary>
    /// The clauses in order. A clause that names neither team speaks of the one its table column, the clause before it,
    /// or its heading names.
    /// </summary>
    public static List<Clause> Of(Passage passage)
    {
        var clauses = new List<Clause>();
        var heading = SideOf(passage.Section, 0, passage.Section.Length, onlyOne: true);
        var columns = passage.Columns?.Split('|') ?? [];
        Verdict? before = null;
        foreach (
            var (start, end) in SentenceSplitter
                .Split(passage.Text)
                .SelectMany(sentence => Parts(passage.Text, sentence.Start, sentence.End))
        )
        {
            var column = passage.Kind == PassageKind.Row ? ColumnSide(passage.Text, start, columns) : null;
            before = column ?? SideOf(passage.Text, start, end, onlyOne: false) ?? before ?? heading;
            clauses.Add(new Clause(start, end, before));
        }
        return clauses;
    }

    /// <summary>The clauses of a stretch of text, in order, each without a look at what it says.</summary>
    public static IEnumerable<(int Start, int End)> In(string text, int start, int end) => Parts(text, start, end);

    /// <summary>
    /// The team a text names first, or the only one it names where <paramref name="onlyOne"/> is asked for.
    /// </summary>
    public static Verdict? SideOf(string text, int start, int end, bool onlyOne)
    {
        Verdict? first = null;
        foreach (var match in SideWord().EnumerateMatches(text.AsSpan(start, end - start)))
        {
            var side =
                TeamPattern.Of(text.Substring(start + match.Index, match.Length)) == "marketing"
                    ? Verdict.Marketing
                    : Verdict.Sales;
            if (!onlyOne)
                return side;
            if (first is { } other && other != side)
                return null;
            first = side;
        }
        return first;
    }

    /// <summary>Whether a clause names its team in its first words, as what it speaks of.</summary>
    public static bool Opens(string clause)
    {
        foreach (var match in SideWord().EnumerateMatches(clause))
            return match.Index <= 14;
        return false;
    }

    /// <summary>Whether a clause says that both teams have something in common.</summary>
    public static bool IsShared(string clause) =>
        Shared().IsMatch(clause) && SideOf(clause, 0, clause.Length, onlyOne: true) is null;

    [GeneratedRegex(
        @"\b(?:both|shared?|together|same|jointly|each other|one another)\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex Shared();

    static IEnumerable<(int Start, int End)> Parts(string text, int start, int end)
    {
        var from = start;
        foreach (var cut in Turn().EnumerateMatches(text.AsSpan(start, end - start)).ToOffsets(start))
        {
            if (cut - from < 12)
                continue;
            yield return (from, cut);
            from = cut;
        }
        if (from < end)
            yield return (from, end);
    }

    static List<int> ToOffsets(this Regex.ValueMatchEnumerator matches, int start)
    {
        var offsets = new List<int>();
        foreach (var match in matches)
            offsets.Add(start + match.Index);
        return offsets;
    }

    static Verdict? ColumnSide(string row, int at, string[] columns)
    {
        var cell = row.AsSpan(0, at).Count('|');
        return cell < columns.Length ? SideOf(columns[cell], 0, columns[cell].Length, onlyOne: true) : null;
    }

    [GeneratedRegex(
        @"\b(?:sells?|" + TeamPattern.Text + @")\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex SideWord();

    [GeneratedRegex(
        @";|,?\s+(?:while|whereas|however|but|on the other hand)\b|,\s+(?:in (?:sales|marketing)|(?:and|then) (?:the )?(?:sales|marketing)"
            + @"|(?:the )?(?:sales|marketing|selling)\b)|\s+and in (?:sales|marketing)\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex Turn();
}
