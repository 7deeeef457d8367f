using System.Text;

namespace SalesBot.Knowledge.Reading;

/// <summary>A page being written block by block as plain text, one blank line between blocks.</summary>
sealed class PlainPage
{
    readonly StringBuilder text = new();
    readonly List<TextBlock> blocks = [];

    public string Text => text.ToString();

    public IReadOnlyList<TextBlock> Blocks => blocks;

    public void Add(BlockKind kind, string content, int level = 0, string? columns = null)
    {
        content = content.Trim();
        if (content.Length == 0)
            return;
        if (text.Length > 0)
            text.Append("\n\n");
        blocks.Add(new TextBlock(kind, text.Length, text.Length + content.Length, level, columns));
        text.Append(content);
    }

    /// <summary>Adds a table, row by row; the first row may be the heads. Rows without a word are left out.</summary>
    public void AddTable(IReadOnlyList<string>? heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        var columns = heads?.Any(head => head.Length > 0) == true ? string.Join(" | ", heads.Select(Cell)) : null;
        if (columns?.Length > LongestHeads)
            columns = null;
        foreach (
            var row in rows.Select(row => row.Take(MostColumns).Select(Cell).ToList())
                .Where(row => row.Any(cell => cell.Length > 0))
        )
            Add(BlockKind.Row, Joined(row), columns: columns);
    }

    /// <summary>
    /// A table beyond that is no table that anybody reads: columns of a row, and UTF-16 units of its heads, which stand
    /// with each of its rows.
    /// </summary>
    const int MostColumns = 200,
        LongestHeads = 2000;

    /// <summary>What separates cells stands in none.</summary>
    static string Cell(string cell) => cell.Replace(" | ", " ¦ ", StringComparison.Ordinal).Trim();

    /// <summary>
    /// Cells at the end that say nothing are left out; one at the beginning stays, so that the others keep their
    /// columns.
    /// </summary>
    static string Joined(IReadOnlyList<string> cells)
    {
        var last = cells.Count;
        while (last > 0 && cells[last - 1].Length == 0)
            last--;
        var row = string.Join(" | ", cells.Take(last));
        // A block begins with a letter; a blank first cell is written as a dash.
        return cells[0].Length == 0 ? $"–{row}" : row;
    }
}
