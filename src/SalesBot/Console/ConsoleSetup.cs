using SalesBot.People;

namespace SalesBot.Console;

/// <summary>Wires the web pages: rendered on the server, usable without scripts, nothing from elsewhere.</summary>
static class ConsoleSetup
{
    /// <summary>Nothing may load but the style sheet of this host; no script is sent at all.</summary>
    const string ContentPolicy = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Pages anybody may read.</summary>
    static readonly string[] Public = ["/privacy", "/terms", "/site.css"];

    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.AddRazorComponents();
        return services.AddHttpContextAccessor();
    }

    /// <summary>The pages and what they post to; to be mapped after everything else.</summary>
    public static void MapConsole(this WebApplication app, bool localPersonas)
    {
        app.MapStyle();
        app.MapRazorComponents<App>().DisableAntiforgery();
        // A form counts if this very site sent it, which browsers say with each; so no keys need to be kept.
        var posts = app.MapGroup("").RequireCaller(localPersonas).RequireOwnOrigin().DisableAntiforgery().ExcludeFromDescription();
        posts.MapPost("/as", PagePosts.ChoosePersona);
        posts.MapPost("/feedback", PagePosts.FeedbackAsync);
    }

    /// <summary>Keeps strangers from the pages and tells browsers what the pages may do.</summary>
    public static void UseConsole(this WebApplication app, bool localPersonas)
    {
        app.Use((http, next) =>
        {
            http.Response.Headers.ContentSecurityPolicy = ContentPolicy;
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers["Referrer-Policy"] = "same-origin";
            return IsPage(http.Request.Path) && !http.TryKnowVisitor(localPersonas) ? RefuseAsync(http) : next(http);
        });
    }

    /// <summary>Whether a person looks at a page, and not a program calls.</summary>
    public static bool IsPageView(HttpContext http) => HttpMethods.IsGet(http.Request.Method) && IsPage(http.Request.Path);

    static bool IsPage(PathString path) =>
        !Public.Contains(path.Value) && !path.StartsWithSegments("/api") && !path.StartsWithSegments("/health") && !path.StartsWithSegments("/openapi");

    static Task RefuseAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return http.Response.WriteAsync("Nobody is signed in. Open this page on the machine the bot runs on.");
    }
}
