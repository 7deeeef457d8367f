using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SalesBot.Handoffs.Reports;

/// <summary>
/// Tables as RFC 4180 has them: commas, quotes where needed, CR LF. A text that a spreadsheet would take for a formula
/// gets an apostrophe in front (OWASP, CSV injection).
/// </summary>
static partial class Csv
{
    /// <summary>The byte order mark, without which Excel takes UTF-8 for another encoding.</summary>
    public const string Mark = "\uFEFF";

    public static string Write(IEnumerable<string> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        var text = new StringBuilder(Mark + Line([.. columns]));
        foreach (var row in rows)
            text.Append(Line(row));
        return text.ToString();
    }

    /// <summary>A line with its end.</summary>
    public static string Line(IReadOnlyList<object?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create(",;\t\"\r\n");

    static string Cell(object? cell)
    {
        var text = cell is string typed ? Plain(typed) : Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "";
        // A semicolon or a tab ends a cell too, where a spreadsheet's list separator is one.
        return text.AsSpan().IndexOfAny(Special) < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";
    }

    /// <summary>
    /// Also behind blanks, which some spreadsheets take off, and in the wide forms that some take for the same.
    /// </summary>
    static string Plain(string text) =>
        Inner()
            .Replace(
                text.AsSpan().TrimStart() is [var first, ..] && "=+-@|%＝＋－＠".Contains(first)
                || text is ['\t' or '\r' or '\n', ..]
                    ? $"'{text}"
                    : text,
                "$1'$2"
            );

    /// <summary>
    /// What would begin a cell where the separator is a semicolon or a tab, whatever quotes stand around it.
    /// </summary>
    [GeneratedRegex("([;\t][ \"]*)([=+@|%-])", RegexOptions.NonBacktracking)]
    private static partial Regex Inner();
}
