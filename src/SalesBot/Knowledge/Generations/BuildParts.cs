namespace SalesBot.Knowledge.Generations;

/// <summary>
/// What a build does. <c>MostEncoded</c>: if more passages than that would have to be encoded, it leaves meaning out,
/// so that answers can begin; another build brings it. <c>ByContent</c>: a file counts as unchanged only if its bytes
/// are the same, not if just its length and time are.
/// </summary>
readonly record struct BuildParts(int MostEncoded, bool ByContent)
{
    /// <summary>So many are encoded in a second or two.</summary>
    public const int Soon = 400;
}
