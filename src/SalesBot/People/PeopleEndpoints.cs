using Microsoft.AspNetCore.Http.HttpResults;
using SalesBot.Chat;

namespace SalesBot.People;

/// <summary>A member as the API shows one.</summary>
sealed record MemberView(
    string Id,
    string Name,
    string Role,
    DateTimeOffset? AwayFrom,
    DateTimeOffset? AwayUntil,
    long? Capacity
);

/// <summary>What to change of a member; what is missing stays. <c>back</c> ends an absence.</summary>
sealed record MemberRequest(
    string? Name,
    string? Role,
    DateTimeOffset? AwayFrom,
    DateTimeOffset? AwayUntil,
    bool Back,
    long? Capacity
);

/// <summary>The code that the bot printed at its start.</summary>
sealed record ClaimRequest(string? Code);

/// <summary>Whom a new key acts as, what it is for, and its scopes.</summary>
sealed record KeyRequest(string? Person, string? Label, IReadOnlyList<string>? Scopes);

/// <summary>A key; the token stands in the answer to its making only.</summary>
sealed record KeyView(
    string Id,
    string Person,
    string Label,
    string Scopes,
    DateTimeOffset MadeAt,
    bool Revoked,
    string? Token
);

/// <summary>Roster and keys over HTTP.</summary>
static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        var people = api.MapGroup("/people").NeedScope(AccessScopes.People);
        people
            .MapGet(
                "",
                (Roster roster, HttpContext http) => TypedResults.Ok(roster.All(http.Caller().Workspace).Select(View))
            )
            .RequireRole(Role.Manager)
            .WithSummary("Everybody in the roster");
        people
            .MapPut("/{**id}", SetAsync)
            .Produces<MemberView>()
            .WithSummary("Changes a person's name, role, absence or capacity; adds the person if new");
        people
            .MapPost("/claim", ClaimAsync)
            .Produces<MemberView>()
            .WithSummary("Makes the caller the first admin, with the code printed at startup");
        var keys = api.MapGroup("/keys").NeedScope(AccessScopes.People).RequireRole(Role.Admin);
        keys.MapGet(
                "",
                (ApiKeys all, HttpContext http) =>
                    TypedResults.Ok(all.All(http.Caller().Workspace).Select(key => View(key)))
            )
            .WithSummary("The API keys, without their secrets");
        keys.MapPost("", MakeKeyAsync).WithSummary("Creates an API key; its token is shown only once");
        keys.MapDelete(
                "/{id}",
                async Task<Results<NoContent, ProblemHttpResult>> (string id, ApiKeys all, HttpContext http) =>
                    await all.RevokeAsync(http.Caller(), id)
                        ? TypedResults.NoContent()
                        : TypedResults.Problem(
                            statusCode: StatusCodes.Status404NotFound,
                            title: "There is no such key",
                            detail: "There is no active key with that id."
                        )
            )
            .WithSummary("Revokes an API key");
    }

    static async Task<IResult> SetAsync(string id, MemberRequest request, Roster roster, HttpContext http)
    {
        if (request.Role is not null && Words.Parse<Role>(request.Role) is null)
            return Faulty("role", $"The role must be one of {Words.List<Role>()}.");
        // An id has a slash in it, which clients send as %2F; the route leaves that as it is.
        return Answer(
            await roster.SetAsync(
                http.Caller(),
                Uri.UnescapeDataString(id),
                new MemberChange(
                    request.Name,
                    Words.Parse<Role>(request.Role),
                    request.AwayFrom,
                    request.AwayUntil,
                    request.Back,
                    request.Capacity
                )
            )
        );
    }

    static async Task<IResult> ClaimAsync(ClaimRequest request, AdminClaim claim, HttpContext http) =>
        string.IsNullOrWhiteSpace(request.Code)
            ? Faulty("code", "Give the code the bot printed at startup.")
            : Answer(await claim.ClaimAsync(http.Caller(), request.Code));

    static async Task<Results<Created<KeyView>, ProblemHttpResult>> MakeKeyAsync(
        KeyRequest request,
        ApiKeys keys,
        HttpContext http
    )
    {
        if (ApiKeyRequests.Fault(request.Person, request.Scopes) is var (field, fault))
            return Faulty(field, fault);
        // A key never makes a stronger one.
        if (
            http.CallerKey() is { } own
            && request.Scopes?.Where(scope => !own.Allows(scope)).ToList() is { Count: > 0 } more
        )
            return TypedResults.Problem(
                statusCode: StatusCodes.Status403Forbidden,
                title: "This key lacks a scope",
                detail: $"A key can't create another with scopes it doesn't have: {string.Join(", ", more)}."
            );
        var (token, key) = await keys.MakeAsync(
            http.Caller(),
            PersonText.Clean(request.Person ?? ""),
            PersonText.Clean(request.Label ?? ""),
            request.Scopes ?? []
        );
        return TypedResults.Created($"/api/v1/keys/{key.Id}", View(key, token));
    }

    static IResult Answer(RosterResult result) =>
        result switch
        {
            { Ended: RosterResult.Outcome.Done, Member: { } member } => TypedResults.Ok(View(member)),
            { Ended: RosterResult.Outcome.Refused } => TypedResults.Problem(
                statusCode: StatusCodes.Status403Forbidden,
                title: "Not allowed",
                detail: result.Sentence
            ),
            _ => TypedResults.Problem(
                statusCode: StatusCodes.Status422UnprocessableEntity,
                title: "Not possible",
                detail: result.Sentence
            ),
        };

    static ProblemHttpResult Faulty(string field, string fault) =>
        TypedResults.Problem(
            statusCode: StatusCodes.Status422UnprocessableEntity,
            title: "Something is missing or wrong",
            detail: fault,
            extensions: new Dictionary<string, object?>
            {
                ["errors"] = new Dictionary<string, string[]> { [field] = [fault] },
            }
        );

    static MemberView View(Member member) =>
        new(member.Id, member.Name, Words.Of(member.Role), member.AwayFrom, member.AwayUntil, member.Capacity);

    static KeyView View(ApiKey key, string? token = null) =>
        new(key.Id, key.Person, key.Label, key.Scopes, key.MadeAt, key.Revoked, token);
}
