using SalesBot.Knowledge.Embeddings;

namespace SalesBot.Answering.Honesty;

/// <summary>What is known of a question and of what would be said to it.</summary>
/// <param name="Said">The words that would be said of the best passage.</param>
/// <param name="SpanMeaning">Their cosine to the question; 0 where there is no encoder.</param>
/// <param name="Told">How much of the question the best passage tells, piece by piece (<see
/// cref="TextPieces.Told"/>).</param>
/// <param name="SubjectTold">The same of the words that say after what is asked.</param>
/// <param name="ToldBySpan">The same of what would be said.</param>
/// <param name="WordTold">How much of a word of the question the best passage tells, 0 to 1.</param>
/// <param name="Kinds">How likely each sort of thing is asked for (<see cref="RequestKind"/>).</param>
/// <param name="Neither">How likely the question is about neither team's work.</param>
/// <param name="Follows">Whether it leans on what was said before.</param>
/// <param name="Compares">Whether it compares.</param>
sealed record AskedAndSaid(
    string Said,
    double SpanMeaning,
    PieceShare Told,
    PieceShare SubjectTold,
    PieceShare ToldBySpan,
    Func<string, double> WordTold,
    double[] Kinds,
    double Neither,
    bool Follows,
    bool Compares
);
