using System.Net;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SalesBot.People;

/// <summary>
/// Who calls over HTTP: the person of an API key, within its scopes; or, with the token of this machine, the persona
/// named in <c>X-SalesBot-As</c>. Where a request comes from proves nothing: a proxy on this machine forwards strangers
/// to loopback.
/// </summary>
static class Callers
{
    public const string PersonaHeader = "X-SalesBot-As",
        PersonaCookie = "salesbot-as";

    const string Bearer = "Bearer ";

    /// <summary>
    /// Lets only known callers pass to the endpoints of the group, and puts the person at their disposal.
    /// </summary>
    public static TBuilder RequireCaller<TBuilder>(this TBuilder endpoints, bool localPersonas)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter(
            async (context, next) =>
            {
                var http = context.HttpContext;
                if (localPersonas && HasLocalToken(http))
                    return TakePersona(http) ?? await next(context);
                if (http.Request.Headers.Authorization is { Count: > 0 } authorization)
                    return await TakeKeyAsync(http, authorization.ToString()) ?? await next(context);
                return Refused(
                    StatusCodes.Status401Unauthorized,
                    "You are not signed in",
                    localPersonas
                        ? $"Send 'Authorization: Bearer …' with an API key, or with the token in the file '{LocalToken.FileName}' of the data folder."
                        : "Send 'Authorization: Bearer sb_…' with a key that an admin created."
                );
            }
        );

    /// <summary>Names the scope that a key needs here.</summary>
    public static TBuilder NeedScope<TBuilder>(this TBuilder endpoints, string scope)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new NeededScope(scope));

    /// <summary>
    /// Whether a request carries the token of this machine: in its <c>Authorization</c>, or in the cookie that this
    /// very site has set. Pages of other sites, other ports of this machine included, cannot use that cookie.
    /// </summary>
    public static bool HasLocalToken(HttpContext http)
    {
        var token = http.RequestServices.GetRequiredService<LocalToken>();
        var authorization = http.Request.Headers.Authorization.ToString();
        return authorization.Length > 0
            ? authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
                && token.IsRight(authorization[Bearer.Length..].Trim())
            : IsFromOwnPage(http.Request) && token.IsRightCookie(http.Request.Cookies[LocalToken.CookieName]);
    }

    /// <summary>
    /// Whether a browser says that a page of this site, or the person at the keyboard, made the request. Other programs
    /// say nothing.
    /// </summary>
    static bool IsFromOwnPage(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        && request.Headers.Origin.ToString() is var origin
        && (origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}");

    /// <summary>Takes the persona that the header names; null if there is such a one.</summary>
    static ProblemHttpResult? TakePersona(HttpContext http)
    {
        var name = http.Request.Headers[PersonaHeader].ToString();
        if (Personas.Find(name.Length == 0 ? "employee" : name) is not { } person)
            return Refused(
                StatusCodes.Status400BadRequest,
                "There is no such persona",
                $"{PersonaHeader} must be one of {string.Join(", ", Personas.Names)}."
            );
        // A page has its own choice, made before this.
        if (name.Length > 0 || http.Features.Get<Person>() is null)
            http.Features.Set(person);
        return null;
    }

    /// <summary>Takes the person of the key; null if it may be used here.</summary>
    static async Task<ProblemHttpResult?> TakeKeyAsync(HttpContext http, string authorization)
    {
        if (
            !authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            || http.RequestServices.GetRequiredService<ApiKeys>().Find(authorization[Bearer.Length..].Trim())
                is not var (person, key)
        )
            return WrongKey(http);
        if (http.RequestServices.GetRequiredService<KeyLimits>().WaitFor(key.Id) is { } wait)
        {
            http.Response.Headers.RetryAfter = $"{Math.Ceiling(wait.TotalSeconds)}";
            return Refused(
                StatusCodes.Status429TooManyRequests,
                "Too many calls",
                "This key has made too many calls this minute. Wait a moment, then try again."
            );
        }
        var needed = http.GetEndpoint()?.Metadata.GetMetadata<NeededScope>();
        if (needed is not null && !key.Allows(needed.Scope))
        {
            await http
                .RequestServices.GetRequiredService<Audit>()
                .RefusedAsync(
                    person,
                    $"{http.Request.Method} {http.Request.Path} with key {key.Id}, which lacks the scope {needed.Scope}"
                );
            return Refused(
                StatusCodes.Status403Forbidden,
                "This key lacks a scope",
                $"This needs the scope '{needed.Scope}', but the key has {key.Scopes}."
            );
        }
        http.Features.Set(person);
        http.Features.Set(key);
        return null;
    }

    static ProblemHttpResult WrongKey(HttpContext http)
    {
        if (!http.RequestServices.GetRequiredService<WrongKeys>().IsOneTooMany(http.Connection.RemoteIpAddress))
            return Refused(
                StatusCodes.Status401Unauthorized,
                "Unknown key",
                "Send 'Authorization: Bearer sb_…' with a key that an admin created."
            );
        http.Response.Headers.RetryAfter = "60";
        return Refused(StatusCodes.Status429TooManyRequests, "Too many wrong keys", "Wait a minute, then try again.");
    }

    /// <summary>
    /// Why a caller may not read what describes the API; null if they may: with any key, whatever its scopes, or with
    /// the token of this machine.
    /// </summary>
    public static async Task<ProblemHttpResult?> RefuseReaderAsync(HttpContext http, bool localPersonas)
    {
        if (localPersonas && HasLocalToken(http))
            return null;
        return http.Request.Headers.Authorization is { Count: > 0 } authorization
            ? await TakeKeyAsync(http, authorization.ToString())
            : Refused(StatusCodes.Status401Unauthorized, "You are not signed in", "Send an API key.");
    }

    /// <summary>Lets only forms pass that a page of this very host has sent.</summary>
    public static TBuilder RequireOwnOrigin<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter(
            async (context, next) =>
                context.HttpContext.Request is var request
                && request.Headers.Origin == $"{request.Scheme}://{request.Host}"
                    ? await next(context)
                    : Refused(
                        StatusCodes.Status403Forbidden,
                        "That form came from another site",
                        "Open the page on this host and send it from there."
                    )
        );

    /// <summary>
    /// Whether whoever opens a page is somebody: with the token of this machine the persona of the cookie, at first an
    /// employee.
    /// </summary>
    public static bool TryKnowVisitor(this HttpContext http, bool localPersonas)
    {
        if (!localPersonas || !HasLocalToken(http))
            return false;
        http.Features.Set(Personas.Find(http.Request.Cookies[PersonaCookie] ?? "") ?? Personas.Find("employee"));
        return true;
    }

    /// <summary>Lets only those of that role pass, and admins. Others leave a line in the audit.</summary>
    public static TBuilder RequireRole<TBuilder>(this TBuilder endpoint, Role role)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddEndpointFilter(
            async (context, next) =>
            {
                var (http, caller) = (context.HttpContext, context.HttpContext.Caller());
                if (caller.Role == role || caller.Role == Role.Admin)
                    return await next(context);
                await http
                    .RequestServices.GetRequiredService<Audit>()
                    .RefusedAsync(caller, $"{http.Request.Method} {http.Request.Path}");
                return Refused(
                    StatusCodes.Status403Forbidden,
                    "Not allowed",
                    role == Role.Admin
                        ? "Only an admin may do this."
                        : $"Only a {role.ToString().ToLowerInvariant()} or an admin may do this."
                );
            }
        );

    /// <summary>The person who calls, behind <see cref="RequireCaller"/>.</summary>
    public static Person Caller(this HttpContext http) =>
        http.Features.Get<Person>()
        ?? throw new InvalidOperationException($"{http.Request.Path} is mapped without RequireCaller.");

    /// <summary>The key that the caller came with; null for a persona.</summary>
    public static ApiKey? CallerKey(this HttpContext http) => http.Features.Get<ApiKey>();

    /// <summary>
    /// Whether a request arrived on a loopback address for a loopback host. That proves nothing about who sent it; see
    /// the class.
    /// </summary>
    public static bool IsOnLoopback(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } peer
        && IPAddress.IsLoopback(peer)
        && IsLoopbackName(http.Request.Host.Host);

    /// <summary>Whether a host name or address can only mean this machine.</summary>
    public static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);

    static ProblemHttpResult Refused(int status, string title, string detail) =>
        TypedResults.Problem(statusCode: status, title: title, detail: detail);
}
