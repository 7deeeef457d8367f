using SalesBot.Chat;
using Spectre.Console;

namespace SalesBot.Commands;

/// <summary>
/// Where verbs write: results to standard output, all else to standard error; colour and tables for a terminal, plain
/// text for a pipe.
/// </summary>
static class Screen
{
    /// <summary>A cell that is no longer is not broken on a narrow terminal.</summary>
    const int LongestWord = 14;

    static readonly IAnsiConsole Output = AnsiConsole.Console;

    /// <summary>Whether a person reads the results.</summary>
    public static bool IsTerminal => !System.Console.IsOutputRedirected;

    /// <summary>
    /// A line of results, indented as given. Control characters of documents and people never reach the terminal.
    /// </summary>
    public static void Line(string text) =>
        System.Console.Out.WriteLine(text[..^text.TrimStart(' ').Length] + PersonText.Clean(text));

    /// <summary>A line of JSON, as it is.</summary>
    public static void Json(string json) => System.Console.Out.WriteLine(json);

    public static void Error(string text) => System.Console.Error.WriteLine(PersonText.Clean(text));

    /// <summary>Rows under heads: a table on a terminal, values between tabs in a pipe.</summary>
    public static void Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        if (!IsTerminal)
        {
            System.Console.Out.WriteLine(string.Join('\t', heads));
            foreach (var row in rows)
                System.Console.Out.WriteLine(
                    string.Join('\t', row.Select(cell => PersonText.Clean(cell).Replace('\t', ' ').Replace('\n', ' ')))
                );
            return;
        }
        var table = new Table().Border(TableBorder.Rounded);
        var cells = rows.ToList();
        for (var i = 0; i < heads.Count; i++)
        {
            var column = new TableColumn(Markup.Escape(heads[i]));
            table.AddColumn(cells.Max(row => row[i].Length) <= LongestWord ? column.NoWrap() : column);
        }
        foreach (var row in cells)
            table.AddRow([.. row.Select(cell => Markup.Escape(PersonText.Clean(cell)))]);
        Output.Write(table);
    }
}
