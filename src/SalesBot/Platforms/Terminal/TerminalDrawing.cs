using SalesBot.Chat;

namespace SalesBot.Platforms.Terminal;

/// <summary>
/// Draws replies as lines of text: fields under one another, tables in columns, choices with numbers.
/// </summary>
sealed class TerminalDrawing(TextWriter screen)
{
    const int Widest = 44,
        MostCitations = 3;

    /// <summary>Draws a reply.</summary>
    /// <param name="reply">What is said.</param>
    /// <param name="choices">What can be chosen, in the order of their numbers, from 1.</param>
    public void Draw(Reply reply, IReadOnlyList<Choice> choices)
    {
        if (reply.Lead is { } lead)
            Line(lead);
        foreach (var block in reply.Blocks)
            Draw(block);
        if (choices.Count > 0)
            Line($"  {string.Join("  ", choices.Select((choice, i) => $"[{i + 1}] {choice.Label}"))}");
        screen.Flush();
    }

    void Draw(ReplyBlock block)
    {
        switch (block)
        {
            case TextBlock text:
                Line(text.IsNote ? $"  {text.Text}" : text.Text);
                break;
            case MomentBlock moment:
                Line(moment.Text);
                break;
            case CitationsBlock cited:
                foreach (var citation in cited.Citations.Take(MostCitations))
                    Line(
                        $"  {(cited.NamesOnly ? $"Source: {citation.Name}" : $"“{citation.Quote}” ({citation.Name})")}{(citation.Address is { } address ? $" {address}" : "")}"
                    );
                break;
            case FieldsBlock fields:
                if (fields.Title is { } title)
                    Line($"  {title}:");
                var width = fields.Fields.Select(field => field.Label.Length).DefaultIfEmpty().Max();
                foreach (var field in fields.Fields)
                    Line(
                        $"  {field.Label.PadRight(width)}  {field.Link ?? field.Value}{(field.From is { } from && from != field.Value ? $"   (“{from}”)" : "")}"
                    );
                break;
            case TableBlock table:
                Rows(table);
                break;
            case ProgressBlock { Total: > 0 } progress:
                Line($"  {progress.Label} {progress.Done} of {progress.Total}");
                break;
            case ProgressBlock progress:
                Line($"  {progress.Label}");
                break;
            case ChoicesBlock or FormBlock:
                // Choices are drawn at the end, forms are asked field by field.
                break;
            default:
                throw new InvalidOperationException($"A terminal cannot display {block.GetType().Name}.");
        }
    }

    void Rows(TableBlock table)
    {
        // Long cells are read one below the other.
        if (table.Choices.Count == 0 && table.Rows.Any(row => row.Any(cell => cell.Length > Widest)))
        {
            foreach (var row in table.Rows)
                Line("  " + string.Join("\n    ", table.InLines(row)));
            return;
        }
        var widths = table
            .Heads.Select(
                (head, column) =>
                    Math.Min(Widest, table.Rows.Select(row => row[column].Length).Append(head.Length).Max())
            )
            .ToList();
        foreach (var row in table.Rows.Prepend(table.Heads))
            screen.WriteLine(
                "  "
                    + string.Join("  ", row.Select((cell, column) => Fitted(PersonText.Clean(cell), widths[column])))
                        .TrimEnd()
            );
    }

    static string Fitted(string cell, int width) =>
        (cell.Length <= width ? cell : cell[..(width - 1)] + "…").PadRight(width);

    /// <summary>A line; control characters of documents and people never reach the terminal.</summary>
    public void Line(string text)
    {
        foreach (var line in text.Split('\n'))
            screen.WriteLine(line[..^line.TrimStart(' ').Length] + PersonText.Clean(line));
    }

    /// <summary>Words that wait for an answer on the same line.</summary>
    public void Ask(string text)
    {
        screen.Write(text);
        screen.Flush();
    }
}
