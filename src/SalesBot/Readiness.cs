using SalesBot.Chat;
using SalesBot.Knowledge;
using SalesBot.Storage;

namespace SalesBot;

/// <summary>
/// A part of the program and whether it can work; the reason is a sentence, also where all is well but something is
/// worth knowing.
/// </summary>
sealed record PartState(string Name, bool Ok, string? Reason);

/// <summary>Whether questions can be answered and handoffs kept.</summary>
sealed class Readiness(KnowledgeIndex index, Database database, Writer writer, IEnumerable<IChatPlatform> platforms)
{
    /// <summary>With less than this a handful of handoffs and an index no longer fit.</summary>
    const long LeastFreeBytes = 50_000_000;

    /// <summary>The parts; a platform only where it does not work, which leaves the others ready.</summary>
    public async Task<IReadOnlyList<PartState>> PartsAsync() =>
        [
            Knowledge(),
            await StorageAsync(),
            .. platforms
                .Where(platform => platform.Problem is not null)
                .Select(platform => new PartState(platform.Name, true, platform.Problem)),
        ];

    /// <summary>
    /// What is left out is told where all else is well; files by name, which callers from outside see, too.
    /// </summary>
    PartState Knowledge() =>
        new(
            "knowledge",
            index.IsReady,
            index.Problem
                ?? (
                    !index.IsReady ? "The index is being built."
                    : index.Notices is { Count: > 0 } notices ? string.Join(' ', notices.Take(MostNotices))
                    : null
                )
        );

    const int MostNotices = 5;

    /// <summary>A warning before the disk is full, and while it is.</summary>
    string? FewSpace()
    {
        try
        {
            var free = new DriveInfo(Path.GetDirectoryName(database.FilePath) ?? ".").AvailableFreeSpace;
            return free >= LeastFreeBytes
                ? null
                : $"Only {free / 1_000_000.0:0.0} MB are free on the data disk. Handoffs can't be saved once it's full.";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>
    /// Where nothing can be written but all can be read, questions are still answered: ready, with a reason.
    /// </summary>
    async Task<PartState> StorageAsync()
    {
        try
        {
            database.Open().Dispose();
            if (writer.Problem is not null)
                await writer.ProbeAsync();
            return new PartState("storage", true, FewSpace());
        }
        catch (StorageFault fault) when (writer.Problem is not null)
        {
            return new PartState("storage", true, fault.Outside);
        }
        catch (StorageFault fault)
        {
            return new PartState("storage", false, fault.Outside);
        }
    }
}

/// <summary>Health over HTTP.</summary>
static class HealthEndpoints
{
    sealed record ReadyView(string Status, IReadOnlyList<PartState> Parts);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Ok(new { status = "live" })).ExcludeFromDescription();
        app.MapGet(
                "/health/ready",
                async (Readiness readiness) =>
                {
                    var parts = await readiness.PartsAsync();
                    var ready = parts.All(part => part.Ok);
                    var degraded = parts.Any(part => part.Reason is not null);
                    return TypedResults.Json(
                        new ReadyView(
                            !ready ? "not-ready"
                                : degraded ? "degraded"
                                : "ready",
                            parts
                        ),
                        statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
                    );
                }
            )
            .ExcludeFromDescription();
    }
}
