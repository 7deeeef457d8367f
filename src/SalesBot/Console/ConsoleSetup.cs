using SalesBot.People;

namespace SalesBot.Console;

/// <summary>Wires the web pages: rendered on the server, usable without scripts, nothing from elsewhere.</summary>
static class ConsoleSetup
{
    /// <summary>Nothing may load but the style sheet of this host; no script is sent at all.</summary>
    const string ContentPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Pages anybody may read.</summary>
    static readonly string[] Public = ["/privacy", "/terms", "/site.css"];

    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton<PageDrafts>();
        return services.AddHttpContextAccessor();
    }

    /// <summary>The pages and what they post to; to be mapped after everything else.</summary>
    public static void MapConsole(this WebApplication app, bool localPersonas)
    {
        app.MapStyle();
        app.MapRazorComponents<App>().DisableAntiforgery();
        // A form counts if this very site sent it, which browsers say with each; so no keys need to be kept.
        var posts = app.MapGroup("")
            .RequireCaller(localPersonas)
            .RequireOwnOrigin()
            .DisableAntiforgery()
            .ExcludeFromDescription();
        posts.MapPost("/ask", PagePosts.AskAsync);
        posts.MapPost("/handoff", PagePosts.RaiseAsync);
        posts.MapPost("/pass-on", PagePosts.PassOn);
        posts.MapPost("/as", PagePosts.ChoosePersona);
        posts.MapPost("/feedback", PagePosts.FeedbackAsync);
    }

    /// <summary>Keeps strangers from the pages and tells browsers what the pages may do.</summary>
    public static void UseConsole(this WebApplication app, bool localPersonas)
    {
        app.Use(
            (http, next) =>
            {
                var headers = http.Response.Headers;
                headers.ContentSecurityPolicy = ContentPolicy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin";
                if (http.Request.Path != SiteStyle.Path)
                    headers.CacheControl = "no-store";
                if (
                    localPersonas
                    && HttpMethods.IsGet(http.Request.Method)
                    && http.Request.Query[LocalToken.QueryName] is [{ } token]
                )
                    return SignInPage.TakeAsync(http, token);
                if (
                    !IsProgram(http.Request.Path)
                    && !Posts.Contains(http.Request.Path.Value)
                    && !HttpMethods.IsGet(http.Request.Method)
                    && !HttpMethods.IsHead(http.Request.Method)
                )
                {
                    // A page is looked at; only its forms are sent.
                    (http.Response.StatusCode, headers.Allow) = (StatusCodes.Status405MethodNotAllowed, "GET, HEAD");
                    return Task.CompletedTask;
                }
                return IsPage(http.Request.Path) && !http.TryKnowVisitor(localPersonas)
                    ? SignInPage.WriteAsync(http, localPersonas)
                    : next(http);
            }
        );
    }

    /// <summary>Whether a person looks at a page, and not a program calls.</summary>
    public static bool IsPageView(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) && IsPage(http.Request.Path);

    static bool IsPage(PathString path) => !Public.Contains(path.Value) && !IsProgram(path);

    static bool IsProgram(PathString path) =>
        path.StartsWithSegments("/api")
        || path.StartsWithSegments("/health")
        || path.StartsWithSegments("/openapi")
        || path.StartsWithSegments("/slack");

    /// <summary>Where the forms of the pages go.</summary>
    static readonly string[] Posts = ["/ask", "/handoff", "/pass-on", "/as", "/feedback"];
}
