namespace SalesBot.Answering;

/// <summary>
/// What stands on a line of an answer, for places that draw line by line: a sentence with what it stands under, a row
/// of a table with the heads of its columns, an item of a list. <c>Mark</c>: what the line of an item begins with.
/// <c>Citation</c>: the place of its source among the citations.
/// </summary>
sealed record AnswerLine(string? Mark, string Text, int? Citation)
{
    /// <summary>The lines that sentences make, in order.</summary>
    public static IReadOnlyList<AnswerLine> Of(IReadOnlyList<AnswerSentence> sentences)
    {
        var lines = new List<AnswerLine>();
        for (var i = 0; i < sentences.Count; i++)
            if (i == 0 || Begins(sentences[i - 1], sentences[i]))
                lines.Add(new AnswerLine(sentences[i].Mark, sentences[i].Text, sentences[i].Citation));
            else
                lines[^1] = lines[^1] with { Text = $"{lines[^1].Text} {sentences[i].Text}" };
        return lines;
    }

    /// <summary>
    /// A line begins with an item, with another source, and after a whole sentence; headings and heads of columns go on
    /// to what they stand above.
    /// </summary>
    static bool Begins(AnswerSentence before, AnswerSentence sentence) =>
        sentence.Mark is not null
        || sentence.Citation != before.Citation
        || before.Exact && sentence.Exact && before.Text.TrimEnd() is [.., '.' or '!' or '?' or '”' or '。'];
}
