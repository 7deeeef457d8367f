using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SalesBot.Answering;
using SalesBot.People;

namespace SalesBot.Console;

/// <summary>What the pages post. Each post names the page to go back to, on this host.</summary>
static class PagePosts
{
    /// <summary>Whoever has the token of this machine may be any persona; a cookie of this site remembers which.</summary>
    public static IResult ChoosePersona(HttpContext http, [FromForm] string? persona, [FromForm] string? back)
    {
        if (persona is null || Personas.Find(persona) is not { } person)
            return Results.BadRequest();
        http.Response.Cookies.Append(Callers.PersonaCookie, person.Name, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict });
        return Results.LocalRedirect(Local(back));
    }

    public static async Task<IResult> FeedbackAsync(HttpContext http,
        FeedbackStore feedback, [FromForm] string? answer, [FromForm] bool? helpful, [FromForm] string? back)
    {
        if (answer is null || helpful is null || !await feedback.KeepAsync(answer, http.Caller(), helpful.Value))
            return Results.BadRequest();
        return Results.LocalRedirect($"{Local(back)}&thanks=1");
    }

    static string Local(string? back) => back is not null && RedirectHttpResult.IsLocalUrl(back) ? back : "/?";
}
