using SalesBot.Classifying;
using SalesBot.Classifying.Statements;

namespace SalesBot.Answering.Sides;

/// <summary>The side that a "which one" question asks for, and the statement that says so.</summary>
readonly record struct ChosenSide(Verdict Side, StatementHit Hit)
{
    /// <summary>Whether sentences on how the two stand to each other say so.</summary>
    public bool IsTold { get; init; }

    /// <summary>Whether it is also what is commonly said of that side.</summary>
    public bool IsCommon { get; init; }
}
