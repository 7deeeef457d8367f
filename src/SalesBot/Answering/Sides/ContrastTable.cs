using SalesBot.Classifying;
using SalesBot.Classifying.Statements;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Passages;

namespace SalesBot.Answering.Sides;

/// <summary>
/// What the documents say of both teams on one theme, side by side: the rows of a table that has both, else sentences
/// that set them against each other.
/// </summary>
sealed class ContrastTable(TaskClassifier classifier)
{
    /// <summary>A theme, what each team does about it, and where that stands.</summary>
    public sealed record Row(Passage Passage, string Theme, string Marketing, string Sales)
    {
        /// <summary>The row as a line of text.</summary>
        public string InWords => $"• {(Theme.Length > 0 ? $"{Theme}. " : "")}Marketing: {Marketing} Sales: {Sales}";
    }

    /// <summary>
    /// The rows, in document order: of the document that has most with a theme; of all documents, where none has.
    /// </summary>
    public IReadOnlyList<Row> Of(GenerationLease lease)
    {
        var rows = classifier
            .Statements(lease.Generation)
            .All.Where(statement => statement.Side is Verdict.Sales or Verdict.Marketing && !statement.IsDenied)
            .GroupBy(statement => statement.Passage)
            .Select(Read)
            .OfType<Row>()
            .ToList();
        var themed = rows.Where(row => row.Theme.Length > 0)
            .GroupBy(row => (row.Passage.Document, row.Passage.Section))
            .MaxBy(table => table.Count());
        return themed is not null ? [.. themed] : rows;
    }

    /// <summary>What a row says of each team first, marketing before sales.</summary>
    public IEnumerable<StatementHit> Statements(Row row, GenerationLease lease) =>
        classifier
            .Statements(lease.Generation)
            .All.Where(statement =>
                statement.Passage == row.Passage
                && statement.Side is Verdict.Sales or Verdict.Marketing
                && !statement.IsDenied
            )
            .DistinctBy(statement => statement.Side)
            .OrderByDescending(statement => statement.Side == Verdict.Marketing)
            .Select(statement => new StatementHit(statement, 1, 1));

    static Row? Read(IGrouping<Passage, Statement> passage)
    {
        var isRow = passage.Key.Kind == PassageKind.Row;
        var (marketing, sales) = (Said(passage, Verdict.Marketing, isRow), Said(passage, Verdict.Sales, isRow));
        if (marketing.Length == 0 || sales.Length == 0 || passage.Any(statement => statement.IsOwner) && isRow)
            return null;
        return new Row(passage.Key, isRow ? passage.Key.Text.Split(Passage.Cell)[0].Trim() : "", marketing, sales);
    }

    static string Said(IGrouping<Passage, Statement> passage, Verdict side, bool isRow) =>
        isRow
            ? InColumn(passage.Key, side) ?? Cell(passage, side)
            : string.Join(
                ' ',
                passage
                    .Where(statement => statement.Side == side)
                    .Select(statement => $"{Capital(statement.Said)}.")
                    .Distinct()
            );

    /// <summary>The cell in the column of a side; none where no head names it.</summary>
    static string? InColumn(Passage row, Verdict side)
    {
        var (heads, cells) = (
            row.Columns?.Split('|', StringSplitOptions.TrimEntries) ?? [],
            row.Text.Split(Passage.Cell, StringSplitOptions.TrimEntries)
        );
        var column = Array.FindIndex(heads, head => TeamNames.SideOf(head, onlyOne: true) == side);
        return column >= 0 && column < cells.Length ? cells[column] : null;
    }

    /// <summary>
    /// The cell that is about a side: it begins with what is said of that side, whatever it leaves to the other.
    /// </summary>
    static string Cell(IEnumerable<Statement> row, Verdict side) =>
        row.GroupBy(CellOf)
            .Where(cell => cell.First().Side == side)
            .Select(cell => string.Join(' ', cell.Select(statement => statement.Sentence).Distinct()))
            .FirstOrDefault()
        ?? "";

    static int CellOf(Statement statement) => statement.Passage.Text.AsSpan(0, statement.Quote.Start).Count('|');

    static string Capital(string text) => text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];
}
