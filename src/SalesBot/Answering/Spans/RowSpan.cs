using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Spans;

/// <summary>Reads a row of a table for a question: the row's name, then each asked cell with the head of its column.</summary>
static class RowSpan
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
        string Head(int cell) => cell < heads.Length ? heads[cell] : "";
        var name = cells[0].Trim('–', ' ');
        var others = Enumerable.Range(1, cells.Length - 1).Where(cell => cells[cell].Trim().Length > 0).ToList();
        var said = name.Length > 0 ? new List<SpanPart> { new(name, Exact: true) } : [];
        if (others.Count == 0)
            return said;
        var asked = others.Count < Few || read is null ? others : Asked(others, name, cells, Head, query, read);
        for (var i = 0; i < asked.Count; i++)
        {
            var head = Head(asked[i]);
            said.Add(new SpanPart($"{(i == 0 && name.Length > 0 ? "– " : i > 0 ? "· " : "")}{(head.Length > 0 ? $"{head}: " : "")}".TrimEnd(), Exact: false));
            said.Add(new SpanPart(cells[asked[i]].Trim(), Exact: true));
        }
        said.RemoveAll(part => part.Text.Length == 0);
        return said;
    }

    /// <summary>
    /// The columns that are asked for: those whose heads say a word of the question. Where none does, a cell that says one is what the question gives, and not what it
    /// wants: then the row is said whole, or, where it is a wide one, the cells nearest in meaning with it.
    /// </summary>
    static List<int> Asked(List<int> others, string name, string[] cells, Func<int, string> head, SearchQuery query, ReadPassage read)
    {
        var inName = Terms.Set(name);
        var open = query.Own.Where(term => !inName.Contains(term.Stem)).ToList();
        var heads = others.ConvertAll(cell => open.Sum(term => Share(term, head(cell))));
        var given = others.ConvertAll(cell => open.Sum(term => Share(term, cells[cell])));
        if (heads.Max() is > 0 and var most)
        {
            var named = others.Where((_, i) => heads[i] >= most * 0.99).ToList();
            var said = named.Max(cell => given[others.IndexOf(cell)]);
            return named.FindAll(cell => given[others.IndexOf(cell)] >= said * 0.99);
        }
        if (given.Max() > 0 && others.Count <= Wide)
            return others;
        var near = others.ConvertAll(cell => read.Meaning(Start(cells, cell), Start(cells, cell) + cells[cell].Length));
        return [.. others.Where((_, i) => near[i] >= near.Max() - Behind || given[i] > 0)];
    }

    /// <summary>A row of more columns is too long to be said whole.</summary>
    const int Wide = 5;

    /// <summary>Where a cell begins in the row.</summary>
    static int Start(string[] cells, int cell) => cells.Take(cell).Sum(before => before.Length + Passage.Cell.Length);

    static double Share(QueryTerm term, string text) => Terms.Set(text).Contains(term.Stem) ? Math.Max(term.Topic, 0.3) : 0;
}
