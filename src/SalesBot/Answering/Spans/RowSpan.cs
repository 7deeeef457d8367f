using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Spans;

/// <summary>
/// Reads a row of a table for a question: the row's name, then each asked cell with the head of its column.
/// </summary>
static partial class RowSpan
{
    /// <summary>A row of so few cells is said whole.</summary>
    const int Few = 2;

    /// <summary>So much less than the best column another may be near in meaning and still be said.</summary>
    const double Behind = 0.05;

    /// <param name="row">The row.</param>
    /// <param name="query">The question as terms.</param>
    /// <param name="read">The row read beside the question; none if all of it is wanted.</param>
    public static List<SpanPart> Of(Passage row, SearchQuery query, ReadPassage? read)
    {
        var cells = row.Text.Split(Passage.Cell);
        var heads = row.Columns?.Split(Passage.Cell) ?? [];
        var name = cells[0].Trim('–', ' ');
        var said = name.Length > 0 ? new List<SpanPart> { new(name, Exact: true) } : [];
        // A row may be shorter than its heads: what is missing at its end is empty.
        var columns = Enumerable
            .Range(1, Math.Max(cells.Length, heads.Length) - 1)
            .Select(column => new Column(
                column < heads.Length ? heads[column] : "",
                column < cells.Length ? cells[column].Trim() : "",
                Start(cells, column)
            ))
            .ToList();
        if (columns.Count == 0)
            return said;
        var isFirst = true;
        foreach (
            var (head, cell, _) in columns.Count < Few || read is null
                ? columns.FindAll(column => column.Cell.Length > 0)
                : Asked(columns, name, query, read)
        )
        {
            said.Add(
                new SpanPart(
                    $"{(!isFirst ? "·" : name.Length > 0 ? "–" : "")} {(head.Length > 0 ? $"{head}:" : "")}".Trim(),
                    Exact: false
                )
            );
            said.Add(cell.Length > 0 ? new SpanPart(cell, Exact: true) : new SpanPart("(empty)", Exact: false));
            isFirst = false;
        }
        said.RemoveAll(part => part.Text.Length == 0);
        return said;
    }

    /// <summary>The head of a column, its cell in this row, and where that begins in the row.</summary>
    readonly record struct Column(string Head, string Cell, int Start);

    /// <summary>
    /// The columns that are asked for: those whose heads say a word of the question, and those whose cells do, which
    /// tell the row from others of its name. Where no head does, the row is said whole; of a wide one what the question
    /// says, which is what it gives and not what it wants, and the cells nearest in meaning.
    /// </summary>
    static List<Column> Asked(List<Column> columns, string name, SearchQuery query, ReadPassage read)
    {
        var inName = Terms.Set(name);
        var open = query.Own.Where(term => !inName.Contains(term.Stem)).ToList();
        var heads = columns.ConvertAll(column => open.Sum(term => Share(term, column.Head)));
        var given = columns.ConvertAll(column => open.Sum(term => Share(term, column.Cell)));
        if (heads.Max() is > 0 and var most)
            return
            [
                .. columns.Where(
                    (column, i) => heads[i] >= most * 0.99 || given[i] > Given * Terms.Of(column.Cell).Count
                ),
            ];
        var filled = columns.FindAll(column => column.Cell.Length > 0);
        if (columns.Count <= Wide)
            return filled;
        var near = filled.ConvertAll(column => read.Meaning(column.Start, column.Start + column.Cell.Length));
        return [.. filled.Where((column, i) => near[i] >= near.Max() - Behind || given[columns.IndexOf(column)] > 0)];
    }

    /// <summary>A row of more columns is too long to be said whole.</summary>
    const int Wide = 5;

    /// <summary>A cell most of whose words the question says is what the question gives.</summary>
    const double Given = 0.5;

    /// <summary>
    /// Whether a question asks for the name of the row: "which plan has phone support", of a table whose first column
    /// is headed "Plan", and the row says half of the rest at least.
    /// </summary>
    public static bool IsAskedByName(Passage row, string question, SearchQuery query)
    {
        if (row is not { Kind: PassageKind.Row, Columns: { } columns } || !AsksWhich().IsIn(question))
            return false;
        var head = Terms.Set(columns.Split(Passage.Cell)[0]);
        var cells = Terms.Set(row.Text);
        var rest = query.Own.Where(term => term.Topic > 0.1 && !head.Contains(term.Stem)).ToList();
        return head.Count > 0
            && query.Own.Any(term => head.Contains(term.Stem))
            && rest.Count > 0
            && rest.Count(term => cells.Contains(term.Stem)) * 2 >= rest.Count;
    }

    [GeneratedRegex(@"^\W*(?:which|what)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksWhich();

    /// <summary>
    /// Whether a row is of something else than what is asked about: the question has a name or a number that the row
    /// does not hold, and nothing of the row's name.
    /// </summary>
    public static bool IsOfAnother(Passage row, string question, SearchQuery query)
    {
        if (row.Kind != PassageKind.Row)
            return false;
        var said = Terms.Set($"{row.Title} {row.Section} {row.Columns} {row.Text}");
        var isNamed = query.Own.Any(term =>
            term.IsTopic && Terms.Set(row.Text.Split(Passage.Cell)[0]).Contains(term.Stem)
        );
        var strange = query.Own.Any(term =>
            term is { IsEnglish: false, CorrectedTo: null }
            && !said.Contains(term.Stem)
            && char.IsUpper(question, Math.Max(0, question.IndexOf(term.Word, StringComparison.OrdinalIgnoreCase)))
        );
        return !isNamed && strange;
    }

    /// <summary>Where a cell begins in the row.</summary>
    static int Start(string[] cells, int cell) => cells.Take(cell).Sum(before => before.Length + Passage.Cell.Length);

    static double Share(QueryTerm term, string text) =>
        Terms.Set(text).Contains(term.Stem) ? Math.Max(term.Topic, 0.3) : 0;
}
