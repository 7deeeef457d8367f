using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SalesBot.Chat;
using SalesBot.People;

namespace SalesBot.Answering;

/// <summary>A question with earlier turns, oldest first.</summary>
sealed record AskRequest(string? Question, IReadOnlyList<string>? History);

/// <summary>The receipt as the API shows it; <c>answer</c> is the answer object as it was given.</summary>
sealed record ReceiptView(
    string Id,
    DateTimeOffset AskedAt,
    string Person,
    string Knowledge,
    string Question,
    IReadOnlyList<string> History,
    JsonElement Answer
);

/// <summary>Questions over HTTP.</summary>
static class AnsweringEndpoints
{
    public static void MapAnswering(this IEndpointRouteBuilder api)
    {
        api.MapPost("/ask", AskAsync)
            .Produces<Answer>()
            .WithSummary("Answers a question, or says what the documents don't cover");
        api.MapGet("/knowledge/gaps", (GapStore gaps) => TypedResults.Ok(gaps.List(200)))
            .RequireRole(Role.Admin)
            .WithSummary("Questions the documents don't answer, most asked first");
        api.MapGet("/answers/{id}", Show).WithSummary("The receipt of an answer");
        api.MapPost("/answers/{id}/replay", Replay)
            .Produces<Answer>()
            .WithSummary("Asks a question again using the index that gave the first answer");
    }

    static async Task<Results<ContentHttpResult, ValidationProblem>> AskAsync(
        AskRequest request,
        Answerer answerer,
        HttpContext http
    )
    {
        if (PersonText.Fault(request.Question) is { } fault)
            return TypedResults.ValidationProblem(
                new Dictionary<string, string[]> { ["question"] = [fault] },
                detail: fault
            );
        if (PersonText.Fault(request.History) is { } wrong)
            return TypedResults.ValidationProblem(
                new Dictionary<string, string[]> { ["history"] = [wrong] },
                detail: wrong
            );
        var answer = await answerer.AskAsync(request.Question ?? "", request.History ?? [], http.Caller());
        return Json(JsonSerializer.Serialize(answer, AnswerJson.Readable.Answer));
    }

    static Results<Ok<ReceiptView>, ProblemHttpResult> Show(string id, Answerer answerer, HttpContext http)
    {
        if (Readable(id, answerer, http) is not { } receipt)
            return NoReceipt(id);
        using var answer = JsonDocument.Parse(receipt.Answer);
        return TypedResults.Ok(
            new ReceiptView(
                receipt.Id,
                receipt.AskedAt,
                receipt.Person,
                receipt.Knowledge,
                receipt.Question,
                receipt.History,
                answer.RootElement.Clone()
            )
        );
    }

    static Results<ContentHttpResult, ProblemHttpResult> Replay(string id, Answerer answerer, HttpContext http)
    {
        if (Readable(id, answerer, http) is not { } receipt)
            return NoReceipt(id);
        var kept =
            JsonSerializer.Deserialize(receipt.Answer, AnswerJson.Readable.Answer)
            ?? throw new JsonException($"The receipt {id} contains no answer.");
        if (answerer.Replay(receipt) is not { } again)
            return Differs(
                StatusCodes.Status410Gone,
                "That index is no longer kept",
                $"Index {receipt.Knowledge} is no longer kept; 'answer' contains the original answer.",
                receipt.Answer
            );
        var json = JsonSerializer.Serialize(again with { ElapsedMs = kept.ElapsedMs }, AnswerJson.Readable.Answer);
        return json == receipt.Answer
            ? Json(json)
            : Differs(
                StatusCodes.Status409Conflict,
                "Today's answer is different",
                "The index is the same but the program is newer; 'answer' contains the original answer.",
                receipt.Answer
            );
    }

    /// <summary>People see their own receipts, admins all.</summary>
    static AnswerReceipt? Readable(string id, Answerer answerer, HttpContext http) =>
        answerer.Receipt(id) is { } receipt && (receipt.Person == http.Caller().Id || http.Caller().Role == Role.Admin)
            ? receipt
            : null;

    static ContentHttpResult Json(string json) => TypedResults.Text(json, "application/json");

    static ProblemHttpResult NoReceipt(string id) =>
        TypedResults.Problem(
            statusCode: StatusCodes.Status404NotFound,
            title: "There is no such answer",
            detail: $"None of your answers has the id '{PersonText.Clean(id)}'."
        );

    static ProblemHttpResult Differs(int status, string title, string detail, string kept)
    {
        using var answer = JsonDocument.Parse(kept);
        return TypedResults.Problem(
            statusCode: status,
            title: title,
            detail: detail,
            extensions: new Dictionary<string, object?> { ["answer"] = answer.RootElement.Clone() }
        );
    }
}
