using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Knowledge.Passages;

namespace SalesBot.Classifying.Statements;

/// <summary>
/// What a row of a table says of each side: by the heads of its columns, by their order in the rows around it, or by a
/// cell that names an owner.
/// </summary>
static partial class RowStatements
{
    public static IEnumerable<Statement> Of(Passage row, IReadOnlyList<Passage> passages, int place)
    {
        var cells = Cells(row.Text);
        if (cells.Count == 0)
            return [];
        var heads = row.Columns?.Split('|', StringSplitOptions.TrimEntries) ?? [];
        return Owned(row, cells, heads) ?? Sided(row, cells, heads, passages, place);
    }

    /// <summary>A cell names a team and nothing else: "Price lists | Sales".</summary>
    static IEnumerable<Statement>? Owned(Passage row, List<TextSpan> cells, string[] heads)
    {
        var owners = new List<(int Cell, Verdict Side, string? Team)>();
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = row.Text[cells[i].Start..cells[i].End];
            if (SideCell(cell) is { } side)
                owners.Add((i, side, null));
            else if (
                i < heads.Length
                && Owner().IsIn(heads[i])
                && cell.Length is > 0 and < 40
                && TeamNames.SideOf(cell, onlyOne: false) is null
            )
                owners.Add((i, Verdict.Neither, cell));
            else if (OtherCell().IsIn(cell))
                owners.Add((i, Verdict.Neither, cell));
        }
        // A first cell that names a team names the row: "Sales | Jane Doe | 5 people".
        if (owners is not [var owner] || cells.Count < 2 || owner.Cell == 0)
            return null;
        var said = string.Join(
            ' ',
            cells.Where((_, i) => i != owner.Cell).Select(cell => row.Text[cell.Start..cell.End])
        );
        return [new Statement(row, owner.Side, owner.Team, new TextSpan(0, row.Text.Length), said, "", IsOwner: true)];
    }

    static IEnumerable<Statement> Sided(
        Passage row,
        List<TextSpan> cells,
        string[] heads,
        IReadOnlyList<Passage> passages,
        int at
    )
    {
        var name = row.Text[cells[0].Start..cells[0].End];
        var above = row
            .Section.Split(Passage.Below)
            .Reverse()
            .Select(heading => TeamNames.SideOf(heading, onlyOne: true))
            .FirstOrDefault(side => side is not null);
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = row.Text[cells[i].Start..cells[i].End];
            var column =
                i < heads.Length ? TeamNames.SideOf(heads[i], onlyOne: true) : Around(passages, at, i, cells.Count);
            if (i == 0 && column is null || cell.Length == 0)
                continue;
            foreach (var (start, end) in SentenceSplitter.Split(cell).Where(sentence => cell[sentence.End - 1] != '?'))
            {
                var quote = new TextSpan(cells[i].Start + start, cells[i].Start + end);
                foreach (var clause in Clauses.In(cell, start, end))
                {
                    // What a cell leaves to the other team is that team's; all else is of its column.
                    var readings = StatementReader
                        .OfClause(cell[clause.Start..clause.End].Trim(' ', ',', ';'), column ?? above)
                        .Where(read => read.Side is not null);
                    foreach (
                        var (place, read) in readings
                            .Index()
                            .Where(reading => reading.Item.Said.Length >= StatementReader.Least)
                    )
                        yield return new Statement(
                            row,
                            (place == 0 ? column : null) ?? read.Side ?? Verdict.Both,
                            read.Team,
                            quote,
                            read.Said,
                            name
                        );
                }
            }
        }
    }

    /// <summary>The side of a column without a head: the one that most rows beside this one name in it.</summary>
    static Verdict? Around(IReadOnlyList<Passage> passages, int place, int column, int columns)
    {
        var (from, to) = (place, place);
        while (from > 0 && IsOfTable(passages[from - 1], passages[place]))
            from--;
        while (to + 1 < passages.Count && IsOfTable(passages[to + 1], passages[place]))
            to++;
        var named = Enumerable
            .Range(from, to - from + 1)
            .Select(i => (Row: passages[i], Cells: Cells(passages[i].Text)))
            .Where(row => row.Cells.Count == columns)
            .Select(row =>
                TeamNames.SideOf(row.Row.Text[row.Cells[column].Start..row.Cells[column].End], onlyOne: false)
            )
            .OfType<Verdict>()
            .CountBy(side => side)
            .OrderByDescending(side => side.Value)
            .ToList();
        return named switch
        {
            [var only] => only.Key,
            [var most, var next, ..] when most.Value >= 2 * next.Value => most.Key,
            _ => null,
        };
    }

    static bool IsOfTable(Passage other, Passage row) =>
        other.Kind == PassageKind.Row
        && other.Document == row.Document
        && other.Section == row.Section
        && other.Columns == row.Columns;

    /// <summary>Where the cells of a row stand, without their blanks.</summary>
    static List<TextSpan> Cells(string row)
    {
        var cells = new List<TextSpan>();
        var start = 0;
        foreach (var cell in row.Split(Passage.Cell))
        {
            var inner = cell.Trim();
            var at = start + (inner.Length == 0 ? 0 : cell.IndexOf(inner, StringComparison.Ordinal));
            cells.Add(new TextSpan(at, at + inner.Length));
            start += cell.Length + Passage.Cell.Length;
        }
        return cells;
    }

    /// <summary>The team that a cell names and nothing else.</summary>
    static Verdict? SideCell(string cell) =>
        cell.ToLowerInvariant()
            .Replace(" team", "", StringComparison.Ordinal)
            .Replace("the ", "", StringComparison.Ordinal)
            .Trim(' ', '.') switch
        {
            "sales" or "salespeople" or "reps" or "sales reps" => Verdict.Sales,
            "marketing" or "marketers" => Verdict.Marketing,
            "both"
            or "sales and marketing"
            or "marketing and sales"
            or "sales, marketing"
            or "sales & marketing"
            or "marketing & sales"
            or "sales/marketing"
            or "both teams" => Verdict.Both,
            var joint when Joint().IsIn(joint) => Verdict.Both,
            _ => null,
        };

    [GeneratedRegex(
        @"^(?:both )?(?:sales|marketing)(?: and |, | & |/| \+ | with )(?:sales|marketing)(?:,? (?:together|jointly|both|share it|in turn))?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Joint();

    [GeneratedRegex(
        @"\b(?:owners?|owned|responsible|responsibility|team|department|who|lead|in charge|accountable)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Owner();

    [GeneratedRegex(@"^(?:the )?(?:" + TeamNames.Others + @")(?: team| department)?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex OtherCell();
}
