using System.Text.RegularExpressions;
using SalesBot.Knowledge.Reading;

namespace SalesBot.Knowledge.Passages;

/// <summary>
/// Names the columns of tables that have lost their heads: by the word that a column says far more often than the
/// others do.
/// </summary>
static partial class ColumnHeads
{
    const int LeastRows = 3;

    /// <summary>
    /// For each block the heads of its columns, an empty one above the rows' names; none where nothing tells.
    /// </summary>
    public static string?[] Guess(ExtractedDocument document)
    {
        var heads = new string?[document.Blocks.Count];
        for (var i = 0; i < heads.Length; i++)
        {
            var last = i;
            while (last + 1 < heads.Length && IsHeadless(document.Blocks[i]) && IsHeadless(document.Blocks[last + 1]))
                last++;
            if (
                last - i + 1 >= LeastRows
                && Guess([
                    .. document
                        .Blocks.Skip(i)
                        .Take(last - i + 1)
                        .Select(row => document.Text[row.Start..row.End].Split(Passage.Cell)),
                ])
                    is { } guessed
            )
                Array.Fill(heads, guessed, i, last - i + 1);
            i = last;
        }
        return heads;
    }

    static bool IsHeadless(TextBlock block) => block is { Kind: BlockKind.Row, Columns: null };

    static string? Guess(List<string[]> rows)
    {
        var width = rows[0].Length;
        if (width < 3 || rows.Any(row => row.Length != width))
            return null;
        var columns = Enumerable
            .Range(1, width - 1)
            .Select(column => rows.Select(row => FirstWord(row[column])).ToList())
            .ToList();
        var heads = columns
            .Select(
                (words, column) =>
                    words
                        .Where(word =>
                            word.Length > 3
                            && words.Count(said => said == word) * 3 >= words.Count
                            && columns
                                .Where((_, other) => other != column)
                                .All(other => other.Count(said => said == word) * 2 < words.Count(said => said == word))
                        )
                        .GroupBy(word => word)
                        .OrderByDescending(group => group.Count())
                        .FirstOrDefault()
                        ?.Key
            )
            .ToList();
        return heads.All(head => head is not null) ? string.Join(Passage.Cell, heads.Prepend("")) : null;
    }

    static string FirstWord(string cell) => Word().Match(cell).Value.ToLowerInvariant();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
