namespace SalesBot.Classifying.Statements;

/// <summary>A statement beside what is asked about.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Words">The share of what is asked about that it says in the same words, rare ones counting more, 0 to
/// 1.</param>
/// <param name="Meaning">How near it is in meaning, -1 to 1; 0 where nothing tells.</param>
sealed record StatementHit(Statement Statement, double Words, double Meaning)
{
    /// <summary>Words and meaning together, 0 to 1.</summary>
    public double Score => Math.Round(Words * WordShare + Math.Max(0, Meaning) * (1 - WordShare), 4);

    const double WordShare = 0.45;

    /// <summary>
    /// Whether it is near enough to be a reason: all in all, and in meaning, for one word may be about something else.
    /// </summary>
    public bool IsNear => Score >= LeastNear && (Meaning == 0 || Meaning >= LeastMeaning);

    const double LeastNear = 0.34,
        LeastMeaning = 0.3;
}
