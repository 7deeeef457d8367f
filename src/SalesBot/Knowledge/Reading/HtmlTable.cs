using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SalesBot.Knowledge.Reading;

/// <summary>Reads an HTML table: a cell that spans rows or columns stands in each of them.</summary>
static class HtmlTable
{
    /// <summary>What a hand-made page may claim to span.</summary>
    const int MostSpanned = 200;

    /// <summary>So many cells of a row, and of a table, are read.</summary>
    const int MostColumns = 200,
        MostCells = 50_000;

    public static void Write(IHtmlTableElement table, PlainPage page)
    {
        if (table.Caption is { } caption)
            page.Add(BlockKind.Heading, HtmlBlocks.Text(caption.ChildNodes), TextBlock.StandsOut);
        var rows = Grid(table);
        var heads = 0;
        while (heads < rows.Count - 1 && IsHead(table, heads))
            heads++;
        if (heads == 0 && LooksLikeHeads(rows))
            heads = 1;
        page.AddTable(heads == 0 ? null : Joined(rows.Take(heads)), rows.Skip(heads));
    }

    static bool IsHead(IHtmlTableElement table, int row) =>
        table.Rows[row] is { Cells.Length: > 0 } cells
        && (
            cells.Cells.All(cell => cell is IHtmlTableHeaderCellElement || IsBold(cell))
            || cells.ParentElement is { TagName: "THEAD" }
        );

    /// <summary>Of several rows of heads each column has those above it: "Cap per night, Weekend".</summary>
    static List<string> Joined(IEnumerable<List<string>> heads)
    {
        var rows = heads.ToList();
        return
        [
            .. Enumerable
                .Range(0, rows.Max(row => row.Count))
                .Select(column =>
                    string.Join(
                        ", ",
                        rows.Select(row => row.ElementAtOrDefault(column) ?? "")
                            .Where(head => head.Length > 0)
                            .Distinct()
                    )
                ),
        ];
    }

    /// <summary>
    /// Exported tables often do not mark their heads: a first row of a few words each, none with a digit, above rows of
    /// which some have one.
    /// </summary>
    static bool LooksLikeHeads(List<List<string>> rows) =>
        rows.Count > 2
        && rows[0].Count > 1
        && rows[0].TrueForAll(cell => cell.Length is > 0 and <= 40 && !cell.Any(char.IsDigit))
        && rows.Skip(1).All(row => row.Exists(cell => cell.Any(char.IsDigit)));

    static bool IsBold(IElement cell) =>
        cell.TextContent.Trim() is { Length: > 0 } said
        && string.Concat(cell.QuerySelectorAll("b, strong").Select(bold => bold.TextContent)).Trim() == said;

    static List<List<string>> Grid(IHtmlTableElement table)
    {
        var rows = new List<List<string>>();
        var filled = 0;
        var spanning = new Dictionary<int, (string Text, int Left)>();
        foreach (var row in table.Rows)
        {
            var cells = new List<string>();
            foreach (var cell in row.Cells.TakeWhile(_ => cells.Count < MostColumns && filled < MostCells))
            {
                Fill(cells, spanning);
                var text = HtmlBlocks.Text(cell.ChildNodes);
                for (var column = 0; column < Math.Clamp(cell.ColumnSpan, 1, MostSpanned); column++)
                {
                    if (cell.RowSpan > 1)
                        spanning[cells.Count] = (text, Math.Min(cell.RowSpan, MostSpanned) - 1);
                    filled++;
                    cells.Add(column == 0 || cell is IHtmlTableHeaderCellElement ? text : "");
                }
            }
            Fill(cells, spanning);
            filled += cells.Count;
            if (filled > 2 * MostCells)
                break;
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
