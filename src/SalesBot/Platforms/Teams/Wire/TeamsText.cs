using System.Text;
using System.Text.RegularExpressions;

namespace SalesBot.Platforms.Teams.Wire;

/// <summary>Writes text as Teams shows it: Markdown, in which nothing of people's words is markup.</summary>
static partial class TeamsText
{
    /// <summary>Text as it stands, in Markdown: nothing in it is markup.</summary>
    public static string Markdown(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (escaped.Length > 0)
                escaped.Append("\n\n");
            // Four blanks would begin a piece of code, these signs a list, a heading or a rule.
            var begins = Begins().Match(line);
            if (begins.Success)
                escaped
                    .Append(Unbroken(begins.Groups["before"].Value))
                    .Append('\\')
                    .Append(begins.Groups["mark"].Value);
            var rest = line[begins.Length..];
            var blanks = begins.Success ? 0 : rest.Length - rest.TrimStart().Length;
            escaped.Append(Unbroken(rest[..blanks]));
            foreach (var c in rest.AsSpan(blanks))
                escaped.Append(Escaped(c));
        }
        return escaped.ToString();
    }

    static string Unbroken(string text) => text.Replace(' ', '\u00A0').Replace('\t', '\u00A0');

    static string Escaped(char c) =>
        c switch
        {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '\\' or '*' or '_' or '`' or '~' or '[' or ']' or '|' => $"\\{c}",
            _ => c.ToString(),
        };

    [GeneratedRegex(
        @"^(?<before>\s*)(?<mark>[-+#=])|^(?<before>\s*\d{1,9})(?<mark>[.)])",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Begins();
}
