using SalesBot.Knowledge.Generations;

namespace SalesBot.Knowledge;

/// <summary>A generation held open; dispose it when the answer is made.</summary>
sealed class GenerationLease(IndexGeneration generation) : IDisposable
{
    public IndexGeneration Generation => generation;

    public void Dispose() => generation.Release();
}
