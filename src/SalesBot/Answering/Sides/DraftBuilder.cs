using SalesBot.Classifying;
using SalesBot.Classifying.Statements;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Sides;

/// <summary>
/// Collects what is said and what is cited: what is quoted comes first among the citations, in order of use, then what
/// else was found.
/// </summary>
sealed class DraftBuilder(IEnumerable<PassageHit> found, PassageSearcher searcher)
{
    const int MostCitations = 10;

    readonly List<PassageHit> cited = [];
    readonly List<AnswerSentence> sentences = [];

    /// <summary>Says something in the bot's own words.</summary>
    public DraftBuilder Say(string text)
    {
        sentences.Add(new AnswerSentence(text, Exact: false, Citation: null));
        return this;
    }

    /// <summary>Quotes a statement, once.</summary>
    /// <param name="hit">The statement.</param>
    /// <param name="mark">What its line begins with, where it is an item of a list.</param>
    public DraftBuilder Quote(StatementHit hit, string? mark = null)
    {
        var quoted = StatementQuote.Of(
            hit.Statement,
            Place(hit.Statement.Passage, hit.Score),
            isItem: mark is not null
        );
        if (!quoted.All(sentences.Contains))
            sentences.AddRange(quoted.Select((sentence, i) => i == 0 ? sentence with { Mark = mark } : sentence));
        return this;
    }

    /// <summary>Quotes words of a passage.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="words">Its words.</param>
    /// <param name="mark">What the line begins with, where it is an item of a list.</param>
    public DraftBuilder Quote(Passage passage, string words, string? mark = null)
    {
        sentences.Add(new AnswerSentence(words, Exact: true, Place(passage, 1)) { Mark = mark });
        return this;
    }

    int Place(Passage passage, double score)
    {
        var place = cited.FindIndex(one =>
            one.Passage.Document == passage.Document && one.Passage.Start == passage.Start
        );
        if (place >= 0)
            return place;
        cited.Add(searcher.Hit(passage, score));
        return cited.Count - 1;
    }

    /// <summary>The answer that was put together.</summary>
    /// <param name="kind">What sort of answer it is.</param>
    /// <param name="verdict">The team it names, if it names one.</param>
    /// <param name="classification">The verdict on a task, for that kind.</param>
    /// <param name="confidence">How sure it is, 0 to 1.</param>
    /// <param name="contrasts">What is to stand side by side below it.</param>
    /// <param name="mostRows">So many rows of that at most.</param>
    public AnswerDraft Draft(
        AnswerKind kind,
        Verdict? verdict,
        Classification? classification,
        double confidence,
        IReadOnlyList<ContrastTable.Row>? contrasts = null,
        int mostRows = 0
    )
    {
        var rows = (contrasts ?? [])
            .Take(Math.Min(mostRows, MostCitations - cited.Count))
            .Select(row => (Row: row, Place: Place(row.Passage, 1)))
            .ToList();
        var citations = cited
            .Concat(
                found.Where(hit =>
                    !cited.Exists(one =>
                        one.Passage.Document == hit.Passage.Document && one.Passage.Start == hit.Passage.Start
                    )
                )
            )
            .Take(MostCitations)
            .Select(PassageCitation.Of)
            .ToList();
        var text = AnswerWording.Quoted(sentences, citations);
        // Where nothing else is said the rows are the text as well.
        if (sentences.TrueForAll(sentence => sentence.Citation is null))
            text = string.Join('\n', [text, .. rows.Select(row => row.Row.InWords)]);
        return new AnswerDraft(kind, text, sentences, verdict, classification, citations, [], confidence)
        {
            Table = TableOf(rows),
        };
    }

    static AnswerTable? TableOf(List<(ContrastTable.Row Row, int Place)> rows)
    {
        if (rows.Count == 0)
            return null;
        var isThemed = rows.Exists(row => row.Row.Theme.Length > 0);
        string[] heads = isThemed ? ["Theme", "Marketing", "Sales"] : ["Marketing", "Sales"];
        return new AnswerTable(
            heads,
            [
                .. rows.Select(row => new AnswerRow(
                    isThemed ? [row.Row.Theme, row.Row.Marketing, row.Row.Sales] : [row.Row.Marketing, row.Row.Sales],
                    row.Place
                )),
            ]
        );
    }
}
