namespace SalesBot.Knowledge.Generations;

/// <summary>
/// How far a build has come: documents read, or passages encoded, of how many; and the document it is at.
/// </summary>
readonly record struct BuildProgress(BuildStage Stage, int Done, int Total, string Document);

/// <summary>What a build is doing.</summary>
enum BuildStage
{
    Reading,
    Encoding,
}
