using Microsoft.AspNetCore.Http.HttpResults;
using SalesBot.Chat;

namespace SalesBot.Classifying;

/// <summary>A task to give a verdict on.</summary>
sealed record ClassifyRequest(string? Task);

/// <summary>Verdicts over HTTP.</summary>
static class ClassifyingEndpoints
{
    public static void MapClassifying(this IEndpointRouteBuilder api) =>
        api.MapPost("/classify", Classify).WithSummary("Says whose task something is, with evidence");

    static Results<Ok<Classification>, ValidationProblem> Classify(
        ClassifyRequest request,
        TaskClassifier classifier
    ) =>
        PersonText.Fault(request.Task) is { } fault
            ? TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["task"] = [fault] }, detail: fault)
            : TypedResults.Ok(classifier.Classify(PersonText.Clean(request.Task ?? "")));
}
