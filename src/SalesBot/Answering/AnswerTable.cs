namespace SalesBot.Answering;

/// <summary>The two teams side by side, for places that can show a table.</summary>
/// <param name="Heads">The heads of the columns: the theme, where the rows have one, then marketing and sales.</param>
/// <param name="Rows">The rows, in the order of the document.</param>
public sealed record AnswerTable(IReadOnlyList<string> Heads, IReadOnlyList<AnswerRow> Rows);

/// <summary>A row of a table: one cell under each head, and the place of its source among the citations.</summary>
public sealed record AnswerRow(IReadOnlyList<string> Cells, int Citation);
