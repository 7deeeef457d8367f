using System.Collections.Concurrent;
using SalesBot.Knowledge.Generations;

namespace SalesBot.Knowledge;

/// <summary>
/// A reindexing: <c>State</c> is <c>running</c>, <c>done</c> or <c>failed</c>; <c>Knowledge</c> is the generation in
/// use afterwards.
/// </summary>
sealed record ReindexOperation(
    string Id,
    string State,
    int Done,
    int Total,
    string? Knowledge = null,
    string? Error = null
);

/// <summary>Reindexings that somebody asked for and polls; the last hundred are remembered.</summary>
sealed class ReindexOperations(KnowledgeIndex index, TimeProvider time, IHostApplicationLifetime host)
{
    const int Remembered = 100;

    readonly ConcurrentDictionary<string, ReindexOperation> operations = new(StringComparer.Ordinal);

    public ReindexOperation? Find(string id) => operations.GetValueOrDefault(id);

    /// <summary>Begins, and answers at once.</summary>
    public ReindexOperation Start(bool rebuild)
    {
        var operation = new ReindexOperation($"op-{Guid.CreateVersion7(time.GetUtcNow())}", "running", 0, 0);
        operations[operation.Id] = operation;
        foreach (var old in operations.Keys.Order(StringComparer.Ordinal).SkipLast(Remembered))
            operations.TryRemove(old, out _);
        _ = RunAsync(operation, rebuild);
        return operation;
    }

    async Task RunAsync(ReindexOperation operation, bool rebuild)
    {
        var progress = new Steps(step =>
            operations[operation.Id] = operation with { Done = step.Done, Total = step.Total }
        );
        try
        {
            await index.RefreshAsync(rebuild, progress, onDemand: true, host.ApplicationStopping);
            using var lease = index.Lease();
            var documents = lease.Generation.Manifest.Documents.Count;
            operations[operation.Id] = operation with
            {
                State = "done",
                Done = documents,
                Total = documents,
                Knowledge = lease.Generation.Id,
            };
        }
        catch (Exception fault) when (fault is KnowledgeFault or OperationCanceledException)
        {
            operations[operation.Id] = operation with
            {
                State = "failed",
                Error = fault is KnowledgeFault known ? known.Outside : "The program was stopped.",
            };
        }
    }

    /// <summary>Unlike <see cref="Progress{T}"/> it reports in order, on the thread that builds.</summary>
    sealed class Steps(Action<BuildProgress> told) : IProgress<BuildProgress>
    {
        public void Report(BuildProgress value) => told(value);
    }
}
