using System.Text.Json;
using SalesBot.Chat;
using SalesBot.Handoffs.Requests;
using SalesBot.Handoffs.Routing;
using SalesBot.People;

namespace SalesBot.Handoffs;

/// <summary>What is known of somebody before a handoff about them is raised.</summary>
sealed record TwinsRequest(string? Direction, string? Email, string? Phone, string? Domain);

/// <summary>The desk over HTTP.</summary>
static class HandoffEndpoints
{
    static readonly string[] Filters =
    [
        "state",
        "team",
        "owner",
        "direction",
        "overdue",
        "open",
        "q",
        "page",
        "size",
        "after",
    ];

    const string KeyHeader = "Idempotency-Key";

    public static void MapHandoffs(this IEndpointRouteBuilder api)
    {
        var read = api.MapGroup("/handoffs").NeedScope(AccessScopes.HandoffsRead);
        read.MapGet("", List)
            .Produces<HandoffPage>()
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Handoffs, newest first, a page at a time");
        read.MapPost("/twins", Twins)
            .Produces<IReadOnlyList<Twin>>()
            .WithSummary("Open handoffs about the same person or company, to look at before raising another");
        read.MapGet(
                "/{number}",
                (string number, HandoffLists lists, HttpContext http) =>
                    lists.Find(number, http.Caller()) is { } card ? Card(card) : Missing(HandoffReplies.Missing(number))
            )
            .Produces<HandoffCard>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("A handoff");
        var write = api.MapGroup("/handoffs").NeedScope(AccessScopes.HandoffsWrite);
        write
            .MapPost("", RaiseAsync)
            .Produces<HandoffCard>(StatusCodes.Status201Created)
            .Produces<HandoffCard>()
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Hands something over; repeating the Idempotency-Key creates no duplicate");
        write
            .MapPost("/{number}/{move}", MoveAsync)
            .Produces<HandoffCard>()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Makes a move, based on a version");
    }

    static IResult List(
        HandoffLists lists,
        HttpContext http,
        string? state,
        string? team,
        string? owner,
        string? direction,
        string? overdue,
        string? open,
        string? q,
        string? page,
        string? size,
        string? after
    )
    {
        var faults = new FieldFaults();
        foreach (
            var name in http.Request.Query.Keys.Where(name => !Filters.Contains(name, StringComparer.OrdinalIgnoreCase))
        )
            faults.Add(
                name,
                $"There is no filter '{FieldFaults.Shown(name)}'. Use one of {string.Join(", ", Filters)}."
            );
        var filter = new HandoffFilter(
            state,
            team,
            owner,
            direction,
            Flag("overdue", overdue, faults),
            q,
            Number("page", page, 1, faults),
            Number("size", size, 50, faults),
            Flag("open", open, faults),
            After: after
        );
        filter.Check(faults);
        return faults.Any
            ? Invalid(new DeskResult.Invalid(faults.ByField))
            : TypedResults.Text(
                JsonSerializer.Serialize(lists.Page(filter, http.Caller()), CardJson.Readable.HandoffPage),
                "application/json"
            );
    }

    static int Number(string field, string? text, int otherwise, FieldFaults faults)
    {
        if (string.IsNullOrWhiteSpace(text) || int.TryParse(text, out otherwise))
            return otherwise;
        faults.Add(field, $"'{FieldFaults.Shown(text)}' is not a whole number.");
        return 1;
    }

    static bool? Flag(string field, string? text, FieldFaults faults)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (!bool.TryParse(text, out var flag))
            faults.Add(field, $"'{FieldFaults.Shown(text)}' is neither true nor false.");
        return flag;
    }

    /// <summary>People's addresses come in the body, for addresses of pages stand in logs.</summary>
    static IResult Twins(JsonBody<TwinsRequest> body, HandoffLists lists, HttpContext http)
    {
        if (body.Value is not { } request)
            return Invalid(body.Fault);
        var faults = new FieldFaults();
        var team =
            faults.Choice<Direction>("direction", request.Direction) == Direction.MarketingToSales
                ? Team.Sales
                : Team.Marketing;
        return faults.Any
            ? Invalid(new DeskResult.Invalid(faults.ByField))
            : TypedResults.Ok(
                http.Caller().Role == Role.Employee
                    ? []
                    : lists.Twins(http.Caller(), team, request.Email, request.Phone, request.Domain)
            );
    }

    static async Task<IResult> RaiseAsync(
        JsonBody<RaiseRequest> body,
        HandoffDesk desk,
        HandoffLists lists,
        HttpContext http
    ) =>
        body.Value is { } request ? Answer(await desk.RaiseAsync(request, By(http)), lists, http) : Invalid(body.Fault);

    static async Task<IResult> MoveAsync(
        string number,
        string move,
        JsonBody<MoveRequest> body,
        HandoffDesk desk,
        HandoffLists lists,
        HttpContext http
    ) =>
        Words.Parse<Move>(move) is not { } known || known is Move.Raise or >= Move.Wake
            ? TypedResults.Problem(
                statusCode: StatusCodes.Status404NotFound,
                title: "There is no such move",
                detail: $"'{FieldFaults.Shown(move)}' is not a move."
            )
            : Answer(
                await desk.MoveAsync(number, known, body.Value ?? new MoveRequest(), By(http), body.Fault),
                lists,
                http
            );

    static Acting By(HttpContext http) =>
        new(
            http.Caller(),
            "api",
            http.Request.Headers[KeyHeader] is { Count: > 0 } key ? PersonText.Clean(key.ToString()) : null
        );

    static IResult Answer(DeskResult result, HandoffLists lists, HttpContext http) =>
        result switch
        {
            DeskResult.Done { Created: true, Handoff: var made } => Card(
                lists.Card(made, http.Caller()),
                StatusCodes.Status201Created,
                http,
                $"/api/v1/handoffs/{made.Name}"
            ),
            DeskResult.Done done => Card(lists.Card(done.Handoff, http.Caller())),
            DeskResult.Missing missing => Missing(missing),
            DeskResult.Forbidden forbidden => TypedResults.Problem(
                statusCode: StatusCodes.Status403Forbidden,
                title: "Not allowed",
                detail: forbidden.Sentence
            ),
            DeskResult.Invalid invalid => Invalid(invalid),
            DeskResult.Conflict conflict => TypedResults.Problem(
                statusCode: StatusCodes.Status409Conflict,
                title: "Not possible right now",
                detail: conflict.Sentence,
                extensions: new Dictionary<string, object?>
                {
                    ["handoff"] = JsonSerializer.SerializeToElement(
                        lists.Card(conflict.Handoff, http.Caller()),
                        CardJson.Readable.HandoffCard
                    ),
                }
            ),
            _ => throw new InvalidOperationException(
                $"Unexpected result: {result.GetType().Name}. Please report this fault."
            ),
        };

    static IResult Card(
        HandoffCard card,
        int status = StatusCodes.Status200OK,
        HttpContext? http = null,
        string? location = null
    )
    {
        if (http is not null && location is not null)
            http.Response.Headers.Location = location;
        return TypedResults.Text(
            JsonSerializer.Serialize(card, CardJson.Readable.HandoffCard),
            "application/json",
            statusCode: status
        );
    }

    static IResult Missing(DeskResult.Missing missing) =>
        TypedResults.Problem(
            statusCode: StatusCodes.Status404NotFound,
            title: "There is no such handoff",
            detail: missing.Sentence
        );

    public static IResult Invalid(DeskResult.Invalid? invalid) =>
        TypedResults.Problem(
            statusCode: StatusCodes.Status422UnprocessableEntity,
            title: "Something is missing or wrong",
            detail: invalid?.Sentence,
            extensions: new Dictionary<string, object?> { ["errors"] = invalid?.Faults }
        );
}
