using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SalesBot.Knowledge.Reading;

/// <summary>Reads an HTML table: a cell that spans rows or columns stands in each of them.</summary>
static class HtmlTable
{
    /// <summary>What a hand-made page may claim to span.</summary>
    const int MostSpanned = 200;

    public static void Write(IHtmlTableElement table, PlainPage page)
    {
        if (table.Caption is { } caption)
            page.Add(BlockKind.Heading, HtmlBlocks.Text(caption.ChildNodes), TextBlock.StandsOut);
        var rows = Grid(table);
        var isHead = table.Rows.Length > 0 && table.Rows[0] is { Cells.Length: > 0 } first
            && (first.Cells.All(cell => cell is IHtmlTableHeaderCellElement || IsBold(cell)) || first.ParentElement is { TagName: "THEAD" });
        page.AddTable(isHead ? rows[0] : null, isHead ? rows.Skip(1) : rows);
    }

    static bool IsBold(IElement cell) =>
        cell.TextContent.Trim() is { Length: > 0 } said && string.Concat(cell.QuerySelectorAll("b, strong").Select(bold => bold.TextContent)).Trim() == said;

    static List<List<string>> Grid(IHtmlTableElement table)
    {
        var rows = new List<List<string>>();
        var spanning = new Dictionary<int, (string Text, int Left)>();
        foreach (var row in table.Rows)
        {
            var cells = new List<string>();
            foreach (var cell in row.Cells)
            {
                Fill(cells, spanning);
                var text = HtmlBlocks.Text(cell.ChildNodes);
                for (var column = 0; column < Math.Clamp(cell.ColumnSpan, 1, MostSpanned); column++)
                {
                    if (cell.RowSpan > 1)
                        spanning[cells.Count] = (text, Math.Min(cell.RowSpan, MostSpanned) - 1);
                    cells.Add(column == 0 ? text : "");
                }
            }
            Fill(cells, spanning);
            rows.Add(cells);
        }
        return rows;
    }

    /// <summary>The cells of rows above that reach down to where this row has come.</summary>
    static void Fill(List<string> cells, Dictionary<int, (string Text, int Left)> spanning)
    {
        while (spanning.Remove(cells.Count, out var above))
        {
            if (above.Left > 1)
                spanning[cells.Count] = (above.Text, above.Left - 1);
            cells.Add(above.Text);
        }
    }
}
