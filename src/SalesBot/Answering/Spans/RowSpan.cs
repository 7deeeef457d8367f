using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Spans;

/// <summary>Reads a row of a table for a question: the row's name, then each asked cell with the head of its column.</summary>
static class RowSpan
{
    /// <summary>A row of so few cells is said whole.</summary>
    const int Few = 2;

    /// <summary>How much a word of the question in the head of a column counts beside one in the cell: the head says what is asked for.</summary>
    const double InHead = 1.5;

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

    /// <summary>The columns that are asked for: whose head or cell says a word of the question, else the ones nearest in meaning; all if nothing tells.</summary>
    static List<int> Asked(List<int> others, string name, string[] cells, Func<int, string> head, SearchQuery query, ReadPassage read)
    {
        var inName = Terms.Set(name);
        var open = query.Own.Where(term => !inName.Contains(term.Stem)).ToList();
        var shares = others.ConvertAll(cell => open.Sum(term => Share(term, head(cell), InHead) + Share(term, cells[cell], 1)));
        if (shares.Max() is > 0 and var most)
            return [.. others.Where((_, i) => shares[i] >= most * 0.99)];
        var near = others.ConvertAll(cell => read.Meaning(Start(cells, cell), Start(cells, cell) + cells[cell].Length));
        return [.. others.Where((_, i) => near[i] >= near.Max() - Behind)];
    }

    /// <summary>Where a cell begins in the row.</summary>
    static int Start(string[] cells, int cell) => cells.Take(cell).Sum(before => before.Length + Passage.Cell.Length);

    static double Share(QueryTerm term, string text, double weight) => Terms.Set(text).Contains(term.Stem) ? weight * Math.Max(term.Topic, 0.3) : 0;
}
