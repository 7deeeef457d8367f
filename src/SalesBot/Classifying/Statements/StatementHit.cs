namespace SalesBot.Classifying.Statements;

/// <summary>A statement beside what is asked about.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Words">The share of what is asked about that it says in the same words, rare ones counting more, 0 to 1.</param>
/// <param name="Meaning">How near it is in meaning, -1 to 1; 0 where nothing tells.</param>
sealed record StatementHit(Statement Statement, double Words, double Meaning)
{
    /// <summary>Words and meaning together, 0 to 1.</summary>
    public double Score => Math.Round(Words * WordShare + Math.Max(0, Meaning) * (1 - WordShare), 4);

    const double WordShare = 0.45;
}
