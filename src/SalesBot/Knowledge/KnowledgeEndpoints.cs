using Microsoft.AspNetCore.Http.HttpResults;
using SalesBot.Knowledge.Generations;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;
using SalesBot.People;

namespace SalesBot.Knowledge;

/// <summary>A search and what it found, best first.</summary>
sealed record SearchView(string Query, string Knowledge, IReadOnlyList<FoundPassage> Hits)
{
    public static SearchView Of(string query, IndexGeneration generation, IEnumerable<PassageHit> hits, bool explain) =>
        new(
            query,
            generation.Id,
            [.. hits.Select(hit => new FoundPassage(hit.Passage, hit.Score, explain ? hit.Parts : null))]
        );
}

/// <summary>A passage as the API shows it, with what its score consists of where that is asked for.</summary>
sealed record FoundPassage(Passage Passage, double Score, ScoreParts? Parts);

/// <summary>Search and upkeep of the knowledge over HTTP.</summary>
static class KnowledgeEndpoints
{
    public static void MapKnowledge(this IEndpointRouteBuilder api)
    {
        api = api.MapGroup("").NeedScope(AccessScopes.Knowledge);
        api.MapGet("/search", Search)
            .NeedScope(AccessScopes.Ask)
            .WithSummary("The passages that best match some words, with scores");
        api.MapPost("/knowledge/reindex", Reindex)
            .RequireRole(Role.Admin)
            .WithSummary("Reads the knowledge folder now; answers with an operation to poll");
        api.MapGet("/knowledge/operations/{id}", Operation)
            .RequireRole(Role.Admin)
            .WithSummary("The progress of a reindexing");
    }

    static Results<Ok<SearchView>, ValidationProblem> Search(
        string? q,
        KnowledgeIndex index,
        int top = 10,
        bool explain = false
    )
    {
        if (Fault(q, top) is { } fault)
            return TypedResults.ValidationProblem(
                new Dictionary<string, string[]> { [fault.Key] = [fault.Value] },
                detail: fault.Value
            );
        using var lease = index.Lease();
        var searcher = lease.Generation.Searcher;
        return TypedResults.Ok(
            SearchView.Of(q ?? "", lease.Generation, searcher.Search(searcher.Queries.Read(q ?? ""), top), explain)
        );
    }

    static KeyValuePair<string, string>? Fault(string? q, int top) =>
        string.IsNullOrWhiteSpace(q) || q.Length > 40_000
            ? new("q", "The words to search for are missing, or longer than 40,000 characters.")
        : top is < 1 or > 100 ? new("top", "From 1 to 100 passages can be asked for.")
        : null;

    static Accepted<ReindexOperation> Reindex(ReindexOperations operations, bool rebuild = false)
    {
        var operation = operations.Start(rebuild);
        return TypedResults.Accepted($"/api/v1/knowledge/operations/{operation.Id}", operation);
    }

    static Results<Ok<ReindexOperation>, ProblemHttpResult> Operation(string id, ReindexOperations operations) =>
        operations.Find(id) is { } operation
            ? TypedResults.Ok(operation)
            : TypedResults.Problem(
                statusCode: StatusCodes.Status404NotFound,
                title: "There is no such operation",
                detail: "Only the last 100 operations since SalesBot started are kept."
            );
}
