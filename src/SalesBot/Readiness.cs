using SalesBot.Knowledge;
using SalesBot.Storage;

namespace SalesBot;

/// <summary>A part of the program and whether it can work; the reason is a sentence, also where all is well but something is worth knowing.</summary>
sealed record PartState(string Name, bool Ok, string? Reason);

/// <summary>Whether questions can be answered and kept.</summary>
sealed class Readiness(KnowledgeIndex index, Database database)
{
    public IReadOnlyList<PartState> Parts() => [Knowledge(), Storage()];

    PartState Knowledge() => new("knowledge", index.IsReady, index.Problem ?? (index.IsReady ? null : "The index is being built."));

    PartState Storage()
    {
        try
        {
            database.Open().Dispose();
            return new PartState("storage", true, null);
        }
        catch (StorageFault fault)
        {
            return new PartState("storage", false, fault.Message);
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
        app.MapGet("/health/ready", (Readiness readiness) =>
        {
            var parts = readiness.Parts();
            var ready = parts.All(part => part.Ok);
            return TypedResults.Json(new ReadyView(ready ? "ready" : "not-ready", parts), statusCode: ready ? StatusCodes.Status200OK
                : StatusCodes.Status503ServiceUnavailable);
        }).ExcludeFromDescription();
    }
}
