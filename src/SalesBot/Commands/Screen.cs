using SalesBot.Chat;
using Spectre.Console;

namespace SalesBot.Commands;

/// <summary>Where verbs write: results to standard output, all else to standard error; colour and tables for a terminal, plain text for a pipe.</summary>
static class Screen
{
    static readonly IAnsiConsole Output = AnsiConsole.Console;

    /// <summary>Whether a person reads the results.</summary>
    public static bool IsTerminal => !System.Console.IsOutputRedirected;

    /// <summary>A line of results, indented as given. Control characters of documents and people never reach the terminal.</summary>
    public static void Line(string text) => System.Console.Out.WriteLine(text[..^text.TrimStart(' ').Length] + PersonText.Clean(text));

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
                System.Console.Out.WriteLine(string.Join('\t', row.Select(cell => PersonText.Clean(cell).Replace('\t', ' ').Replace('\n', ' '))));
            return;
        }
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var head in heads)
            table.AddColumn(Markup.Escape(head));
        foreach (var row in rows)
            table.AddRow([.. row.Select(cell => Markup.Escape(PersonText.Clean(cell)))]);
        Output.Write(table);
    }
}
