using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SalesBot.Answering;
using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.Handoffs.Requests;
using SalesBot.Intents;
using SalesBot.Intents.Understanding;
using SalesBot.Knowledge;
using SalesBot.People;

namespace SalesBot.Console;

/// <summary>What the pages post. Each post leads to a page of this host.</summary>
static class PagePosts
{
    /// <summary>
    /// Answers a question, and leads to the page of the conversation, in whose address no word of it stands.
    /// </summary>
    public static async Task<IResult> AskAsync(
        HttpContext http,
        Answerer answerer,
        MessageUnderstander understander,
        PageDrafts drafts,
        KeyLimits limits,
        TimeProvider time,
        IFormCollection form
    )
    {
        var (q, ids) = (form["q"].FirstOrDefault(), form["a"].OfType<string>().ToArray());
        if (PersonText.Fault(q) is not null)
            return Problem(ids, string.IsNullOrWhiteSpace(q) ? AskProblem.Empty : AskProblem.Long);
        if (limits.WaitFor("page") is not null)
            return Problem(ids, AskProblem.TooMany);
        // What is meant for the desk is no question: it gets its draft or its list, and stands in no gap.
        if (
            form["is"].FirstOrDefault() != "question"
            && Desk(
                understander,
                drafts,
                http.Caller(),
                PersonText.Clean(q ?? ""),
                DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)
            )
                is { } page
        )
            return Results.LocalRedirect(page);
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

    /// <summary>The page that serves a message to the desk; null for a question.</summary>
    static string? Desk(MessageUnderstander understander, PageDrafts drafts, Person person, string said, DateOnly today)
    {
        var read = understander.Read(
            said,
            null,
            person.Role switch
            {
                Role.Sales => "sales",
                Role.Marketing => "marketing",
                _ => null,
            },
            today
        );
        return read.Do switch
        {
            Deed.Raise => $"/draft?id={drafts.Keep(person, UnderstoodIntent.Draft(read, said, today), said)}",
            Deed.Look when read is { Look: "show", Number: { } number } => $"/handoffs/{number}",
            Deed.Look when read.Look is "mine" or "queue" or "overdue" or "due-today" or "show" or "news" =>
                "/handoffs",
            Deed.Move or Deed.Edit => read.Number is { } meant
                ? $"/handoffs/{meant}?unchanged=true"
                : "/handoffs?unchanged=true",
            _ => null,
        };
    }

    /// <summary>Opens a draft of what an answer was about, for the team that it named.</summary>
    public static IResult PassOn(HttpContext http, Answerer answerer, PageDrafts drafts, [FromForm] string? answer)
    {
        if (answer is null || answerer.Receipt(answer) is not { } receipt || receipt.Person != http.Caller().Id)
            return Results.LocalRedirect("/draft");
        var told = AnswerOf(receipt);
        var asked =
            AnswerWords.Read(receipt.Question) is AskAboutAnswer
            && IntentReader.LastAsked(receipt.History) is { } before
                ? before
                : receipt.Question;
        var to = told?.Verdict == Classifying.Verdict.Sales ? "sales" : "marketing";
        return Results.LocalRedirect(
            $"/draft?id={drafts.Keep(http.Caller(), new RaiseHandoff(to, PersonText.Cut(HandOver.TitleOf(asked, told), MaxTitle), [new ReadField("kind", "other", "")]), asked, answer)}"
        );
    }

    /// <summary>A title of a draft has so many characters at most.</summary>
    const int MaxTitle = 120;

    static Answer? AnswerOf(AnswerReceipt receipt) =>
        System.Text.Json.JsonSerializer.Deserialize(receipt.Answer, AnswerJson.Readable.Answer);

    static OriginFields? OriginOf(Answerer answerer, string? id) =>
        id is not null && answerer.Receipt(id) is { } receipt
            ? new OriginFields(null, null, receipt.Question, AnswerOf(receipt)?.Text, id, receipt.Knowledge)
            : null;

    /// <summary>Hands over what stands in the form of a draft; sent twice, it is one handoff.</summary>
    public static async Task<IResult> RaiseAsync(
        HttpContext http,
        HandoffDesk desk,
        Answerer answerer,
        PageDrafts drafts,
        IFormCollection form
    )
    {
        if (drafts.Find(form["draft"].FirstOrDefault(), http.Caller()) is not { } draft)
            return Results.LocalRedirect("/draft");
        var request = new RaiseRequest
        {
            Direction = Words.Of(Value("to") == "sales" ? Direction.MarketingToSales : Direction.SalesToMarketing),
            Title = Value("title"),
            Kind = Value("kind"),
            Urgency = Value("urgency"),
            Details = draft.Said.Length > (Value("title")?.Length ?? 0) ? draft.Said : null,
            Person = new PersonFields(Value("name"), Value("email"), Value("phone"), Value("role")),
            Company = Value("company") is { } company ? new CompanyFields(company) : null,
            Origin = OriginOf(answerer, draft.Answer),
        };
        var result = await desk.RaiseAsync(request, new Acting(http.Caller(), "console", $"page-draft/{draft.Id}"));
        if (result is DeskResult.Done done)
            return Results.LocalRedirect($"/handoffs?sent={done.Handoff.Name}");
        // What was filled in stays, and no word of it stands in an address.
        drafts.Change(
            draft with
            {
                Draft = new RaiseHandoff(
                    Value("to"),
                    Value("title") ?? "",
                    [.. PageDraft.Fields.Select(field => new ReadField(field, Value(field) ?? "", ""))]
                ),
                Fault = result is DeskResult.Invalid invalid
                    ? string.Join(' ', invalid.Faults.Values.SelectMany(fault => fault))
                    : "That was not sent. Please try again.",
            }
        );
        return Results.LocalRedirect($"/draft?id={draft.Id}");

        string? Value(string name) =>
            form[name].FirstOrDefault() is { } value && value.Trim().Length > 0 ? value : null;
    }

    static IResult Problem(string[] ids, string problem) =>
        Results.LocalRedirect(
            $"/?{string.Concat(ids.Select(id => $"a={Uri.EscapeDataString(id)}&"))}problem={problem}"
        );

    /// <summary>
    /// Whoever has the token of this machine may be any persona; a cookie of this site remembers which.
    /// </summary>
    public static IResult ChoosePersona(HttpContext http, [FromForm] string? persona, [FromForm] string? back)
    {
        if (persona is null || Personas.Find(persona) is not { } person)
            return Results.BadRequest();
        http.Response.Cookies.Append(
            Callers.PersonaCookie,
            person.Name,
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict }
        );
        return Results.LocalRedirect(Local(back));
    }

    /// <summary>Keeps whether an answer helped; who says no is asked what was wrong with it.</summary>
    public static async Task<IResult> FeedbackAsync(
        HttpContext http,
        FeedbackStore feedback,
        [FromForm] string? answer,
        [FromForm] bool? helpful,
        [FromForm] string? comment,
        [FromForm] string? back
    )
    {
        if (
            answer is null
            || helpful is null
            || !await feedback.KeepAsync(answer, http.Caller(), helpful.Value, comment)
        )
            return Results.BadRequest();
        var thanks = helpful.Value || !string.IsNullOrWhiteSpace(comment) ? "1" : "why";
        var page = Local(back).Split('#')[0];
        return Results.LocalRedirect(
            $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}thanks={thanks}#feedback"
        );
    }

    static string Local(string? back) => back is not null && RedirectHttpResult.IsLocalUrl(back) ? back : "/";
}
