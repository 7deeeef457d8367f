using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SalesBot.Answering;
using SalesBot.Chat;
using SalesBot.Knowledge;
using SalesBot.People;

namespace SalesBot.Console;

/// <summary>What the pages post. Each post leads to a page of this host.</summary>
static class PagePosts
{
    /// <summary>Answers a question, and leads to the page of the conversation, in whose address no word of it stands.</summary>
    public static async Task<IResult> AskAsync(HttpContext http, Answerer answerer, KeyLimits limits, IFormCollection form)
    {
        var (q, ids) = (form["q"].FirstOrDefault(), form["a"].OfType<string>().ToArray());
        if (PersonText.Fault(q) is not null)
            return Problem(ids, string.IsNullOrWhiteSpace(q) ? AskProblem.Empty : AskProblem.Long);
        if (limits.WaitFor("page") is not null)
            return Problem(ids, AskProblem.TooMany);
        try
        {
            var before = Conversation.Of(ids, answerer, http.Caller());
            var answer = await answerer.AskAsync(q ?? "", before.Questions, http.Caller());
            return Results.LocalRedirect(Conversation.PathOf([.. ids, answer.Id]));
        }
        catch (KnowledgeFault)
        {
            return Problem(ids, AskProblem.NotReady);
        }
    }

    static IResult Problem(string[] ids, string problem) => Results.LocalRedirect($"/?{string.Concat(ids.Select(id => $"a={Uri.EscapeDataString(id)}&"))}problem={problem}");

    /// <summary>Whoever has the token of this machine may be any persona; a cookie of this site remembers which.</summary>
    public static IResult ChoosePersona(HttpContext http, [FromForm] string? persona, [FromForm] string? back)
    {
        if (persona is null || Personas.Find(persona) is not { } person)
            return Results.BadRequest();
        http.Response.Cookies.Append(Callers.PersonaCookie, person.Name, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict });
        return Results.LocalRedirect(Local(back));
    }

    /// <summary>Keeps whether an answer helped; who says no is asked what was wrong with it.</summary>
    public static async Task<IResult> FeedbackAsync(HttpContext http,
        FeedbackStore feedback, [FromForm] string? answer, [FromForm] bool? helpful, [FromForm] string? comment, [FromForm] string? back)
    {
        if (answer is null || helpful is null || !await feedback.KeepAsync(answer, http.Caller(), helpful.Value, comment))
            return Results.BadRequest();
        var thanks = helpful.Value || !string.IsNullOrWhiteSpace(comment) ? "1" : "why";
        var page = Local(back).Split('#')[0];
        return Results.LocalRedirect($"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}thanks={thanks}#feedback");
    }

    static string Local(string? back) => back is not null && RedirectHttpResult.IsLocalUrl(back) ? back : "/";
}
