namespace SalesBot.Classifying.Statements;

/// <summary>Whose something is, and what says so.</summary>
/// <param name="Classification">The verdict with its scores.</param>
/// <param name="Said">The statements of the verdict's side, best first: those that are near enough to be quoted. For
/// both teams, the best of each.</param>
/// <param name="IsStated">Whether a statement decided, and not what is like it.</param>
/// <param name="Team">The other team that it is, where a statement names one.</param>
sealed record Judgement(Classification Classification, IReadOnlyList<StatementHit> Said, bool IsStated, string? Team)
{
    /// <summary>Whether the first statement is only the nearest of its side, and no reason.</summary>
    public bool HasNearest { get; init; }

    /// <summary>
    /// The activity that it is like, where the first statement speaks of that one and not of the very thing.
    /// </summary>
    public string? Activity { get; init; }

    public Verdict Verdict => Classification.Verdict;
}
