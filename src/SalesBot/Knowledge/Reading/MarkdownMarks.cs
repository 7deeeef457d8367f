using System.Text.RegularExpressions;

namespace SalesBot.Knowledge.Reading;

/// <summary>
/// Takes out of Markdown what only the programs that publish it read: shortcodes of Hugo, tags of Jekyll, attributes of
/// kramdown, marks for tables of contents; and keeps the lines of an HTML table or list together, which Markdown would
/// take apart at the first blank one.
/// </summary>
static partial class MarkdownMarks
{
    static readonly string[] KeptTogether = ["table", "ul", "ol", "dl"];

    public static string Without(string markdown)
    {
        var lines = markdown.Split('\n');
        var kept = new List<string>(lines.Length);
        var neverClosed = new HashSet<string>();
        var isCode = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimStart();
            isCode ^=
                line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal);
            var element = isCode
                ? null
                : KeptTogether.FirstOrDefault(name => !neverClosed.Contains(name) && Opens(line, name));
            if (element is null)
            {
                kept.Add(isCode ? lines[i] : Marks().Replace(lines[i], ""));
                continue;
            }
            var end = EndOf(element, lines, i);
            if (end < 0)
            {
                neverClosed.Add(element);
                kept.Add(lines[i]);
                continue;
            }
            kept.AddRange(
                lines[i..(end + 1)]
                    .Select(inside => Marks().Replace(inside.Trim(), ""))
                    .Where(inside => inside.Length > 0)
            );
            // What follows on the next line is Markdown again.
            kept.Add("");
            i = end;
        }
        return string.Join('\n', kept);
    }

    static bool Opens(string line, string name) =>
        line.Length > name.Length + 1
        && line[0] == '<'
        && line.AsSpan(1).StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && line[name.Length + 1] is '>' or ' ' or '\t';

    /// <summary>
    /// The line on which an element that opens on line <paramref name="from"/> is closed; -1 if it never is.
    /// </summary>
    static int EndOf(string name, string[] lines, int from)
    {
        var open = 0;
        for (var i = from; i < lines.Length; i++)
        {
            open += Count(lines[i], $"<{name}") - Count(lines[i], $"</{name}");
            if (open <= 0)
                return i;
        }
        return -1;
    }

    static int Count(string line, string tag)
    {
        var count = 0;
        for (var at = 0; (at = line.IndexOf(tag, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += tag.Length)
            count++;
        return count;
    }

    [GeneratedRegex(
        @"\{\{[<%][^{}\n]*[%>]\}\}|\{%[^%\n]*%\}|\{\{ ?(?:site|page)\.[^{}\n]*\}\}|\{:[^{}\n]*\}"
            + @"|^[ \t]*(?:[-*] TOC|\[\[_?TOC_?\]\]|\[TOC\])[ \t]*$|^[ \t]*:::.*$|^[ \t]*(?:!!!|\?\?\?\+?) \w+",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex Marks();
}
