using SalesBot.Knowledge.Embeddings;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Spans;

/// <summary>
/// A passage read beside a question, piece by piece, with its title and all it stands under; once for all that is
/// looked at.
/// </summary>
sealed class ReadPassage
{
    readonly TextPieces? question,
        text;
    readonly SentenceVector? asked;
    readonly int at;
    readonly string said;

    public ReadPassage(Passage passage, string question, SentenceVector? asked, TextVectors encoder)
    {
        said = question;
        this.asked = asked;
        var above = $"{passage.Title} {passage.Section} {passage.Columns} ";
        at = above.Length;
        if (asked is null)
            return;
        this.question = encoder.PiecesOfQuestion(question);
        text = this.question is null ? null : encoder.PiecesOf(above + passage.Text);
    }

    /// <summary>How much of the question the passage tells.</summary>
    public PieceShare Told => question is null || text is null ? default : TextPieces.Told(question, text);

    /// <summary>How much of the question's subject the passage tells, words that only ask left out.</summary>
    public PieceShare SubjectTold =>
        question is null || text is null ? default : TextPieces.Told(question, text, of: Subject(said));

    /// <summary>How much of a word of the question the passage tells, 0 to 1; 0 where nothing tells.</summary>
    public double WordTold(string word) =>
        question is null
        || text is null
        || said.IndexOf(word, StringComparison.OrdinalIgnoreCase) is var from && from < 0
            ? 0
            : Math.Max(0, TextPieces.Told(question, text, of: [(from, from + word.Length)]).Mean);

    /// <summary>Where the words of a question stand that say after what is asked.</summary>
    static List<(int Start, int End)> Subject(string question)
    {
        var asking = AskingWords.Of(question);
        return
        [
            .. Terms
                .Read(EnglishAnalysis.Asked, question)
                .Where(word => Terms.Of(word.Text).Exists(stem => !asking.ContainsKey(stem.Text)))
                .Select(word => (word.Start, word.End)),
        ];
    }

    /// <summary>How much of it a stretch of the passage tells, by itself.</summary>
    public PieceShare ToldBy(int start, int end) =>
        question is null || text is null ? default : TextPieces.Told(question, text, at + start, at + end);

    /// <summary>
    /// How near a stretch of the passage is to the question in meaning, -1 to 1; 0 where nothing tells.
    /// </summary>
    public double Meaning(int start, int end) =>
        asked is not null && text?.Meaning(at + start, at + end) is { } here ? asked.Cosine(here) : 0;
}
