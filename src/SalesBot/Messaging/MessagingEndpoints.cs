using SalesBot.People;

namespace SalesBot.Messaging;

/// <summary>Dead letters over HTTP, for admins.</summary>
static class MessagingEndpoints
{
    sealed record Sent(int Count);

    /// <summary>
    /// A dead letter as the API shows it: its id has more digits than a number has in JavaScript, so it is a text.
    /// </summary>
    sealed record DeadLetterView(
        string Id,
        string To,
        string Text,
        string Reason,
        long Attempts,
        DateTimeOffset MadeAt,
        DateTimeOffset DeadAt
    )
    {
        public static DeadLetterView Of(DeadLetter letter) =>
            new($"{letter.Id}", letter.To, letter.Text, letter.Reason, letter.Attempts, letter.MadeAt, letter.DeadAt);
    }

    public static void MapMessaging(this IEndpointRouteBuilder api)
    {
        var letters = api.MapGroup("/outbox").NeedScope(AccessScopes.People).RequireRole(Role.Admin);
        letters
            .MapGet("/dead", (DeadLetters dead) => TypedResults.Ok(dead.List().Select(DeadLetterView.Of)))
            .WithSummary("Messages that could not be sent, oldest first");
        letters
            .MapPost(
                "/dead/send-again",
                async (DeadLetters dead) => TypedResults.Ok(new Sent(await dead.SendAgainAsync()))
            )
            .WithSummary("Sends all of them again");
        letters
            .MapPost(
                "/dead/{id:long}/send-again",
                async (long id, DeadLetters dead) => Found(await dead.SendAgainAsync(id))
            )
            .WithSummary("Sends one again");
        letters
            .MapDelete("/dead/{id:long}", async (long id, DeadLetters dead) => Found(await dead.DropAsync(id)))
            .WithSummary("Deletes one for good");
    }

    static IResult Found(int count) =>
        count > 0
            ? TypedResults.Ok(new Sent(count))
            : TypedResults.Problem(
                statusCode: StatusCodes.Status404NotFound,
                title: "There is no such undelivered message"
            );
}
