using System.Net;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SalesBot.People;

/// <summary>
/// Who calls over HTTP: the person of an API key, within its scopes. Without a key only a caller on this very machine is somebody: the persona named in
/// <c>X-SalesBot-As</c>.
/// </summary>
static class Callers
{
    public const string PersonaHeader = "X-SalesBot-As", PersonaCookie = "salesbot-as";

    /// <summary>With these begin what a proxy or tunnel adds: it forwards strangers to loopback.</summary>
    static readonly string[] ForwardingHeaders =
        ["Forwarded", "X-Forwarded", "X-Real-", "X-Original-", "X-Client-", "X-Cluster-Client", "CF-", "CDN-", "True-Client-IP", "Fastly-", "Fly-",
            "Ngrok-", "X-Envoy-", "X-Amzn-",
            "X-Azure-", "X-Appengine-", "X-Tunnel-", "X-MS-Proxy", "Via"];

    /// <summary>Lets only known callers pass to the endpoints of the group, and puts the person at their disposal.</summary>
    public static TBuilder RequireCaller<TBuilder>(this TBuilder endpoints, bool localPersonas) where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            if (http.Request.Headers.Authorization is { Count: > 0 } authorization)
                return RefuseKey(http, authorization.ToString()) ?? await next(context);
            if (!localPersonas || !IsLocal(http))
                return Refused(StatusCodes.Status401Unauthorized, "Nobody is signed in", "Call with an API key, or from the machine the bot runs on.");
            var name = http.Request.Headers[PersonaHeader].ToString();
            if (Personas.Find(name.Length == 0 ? "employee" : name) is not { } person)
                return Refused(StatusCodes.Status400BadRequest, "There is no such persona", $"{PersonaHeader} is one of {string.Join(", ", Personas.Names)}.");
            if (name.Length > 0 || http.Features.Get<Person>() is null)
                http.Features.Set(person);
            return await next(context);
        });

    /// <summary>Names the scope that a key needs here.</summary>
    public static TBuilder NeedScope<TBuilder>(this TBuilder endpoints, string scope) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new NeededScope(scope));

    /// <summary>Takes the person of the key, or says why not.</summary>
    static ProblemHttpResult? RefuseKey(HttpContext http, string authorization)
    {
        if (!authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            || http.RequestServices.GetRequiredService<ApiKeys>().Find(authorization["Bearer ".Length..].Trim()) is not var (person, key))
        {
            if (http.RequestServices.GetRequiredService<WrongKeys>().IsOneTooMany(http.Connection.RemoteIpAddress))
            {
                http.Response.Headers.RetryAfter = "60";
                return Refused(StatusCodes.Status429TooManyRequests, "Too many wrong keys", "Wait a minute.");
            }
            return Refused(StatusCodes.Status401Unauthorized, "That key is not known", "Send 'Authorization: Bearer sb_…' with a key that an admin made.");
        }
        var needed = http.GetEndpoint()?.Metadata.GetMetadata<NeededScope>()
            ?? throw new InvalidOperationException($"{http.Request.Path} is mapped without NeedScope.");
        if (!key.Allows(needed.Scope))
            return Refused(StatusCodes.Status403Forbidden, "That key is not for this", $"It needs the scope '{needed.Scope}', and has {key.Scopes}.");
        http.Features.Set(person);
        return null;
    }

    /// <summary>Whether a caller may read what describes the API: anybody with a key, whatever its scopes, and anybody on this machine.</summary>
    public static bool MayRead(HttpContext http, bool localPersonas) =>
        http.Request.Headers.Authorization.ToString() is { Length: > 7 } authorization
            ? http.RequestServices.GetRequiredService<ApiKeys>().Find(authorization["Bearer ".Length..].Trim()) is not null : localPersonas && IsLocal(http);

    /// <summary>Lets only forms pass that a page of this very host has sent.</summary>
    public static TBuilder RequireOwnOrigin<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter(async (context, next) =>
            context.HttpContext.Request is var request && request.Headers.Origin == $"{request.Scheme}://{request.Host}"
                ? await next(context)
                : Refused(StatusCodes.Status403Forbidden, "That form is not from here", "Open the page on this host and send it from there."));

    /// <summary>Whether whoever opens a page is somebody: on this machine the persona of the cookie, at first an employee.</summary>
    public static bool TryKnowVisitor(this HttpContext http, bool localPersonas)
    {
        if (!localPersonas || !IsLocal(http))
            return false;
        http.Features.Set(Personas.Find(http.Request.Cookies[PersonaCookie] ?? "") ?? Personas.Find("employee"));
        return true;
    }

    /// <summary>Lets only those of that role pass, and admins.</summary>
    public static TBuilder RequireRole<TBuilder>(this TBuilder endpoint, Role role) where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddEndpointFilter(async (context, next) =>
            context.HttpContext.Caller().Role == role || context.HttpContext.Caller().Role == Role.Admin
                ? await next(context)
                : Refused(StatusCodes.Status403Forbidden, "That is not for you", role == Role.Admin ? "Only an admin may do this."
                    : $"Only a {role.ToString().ToLowerInvariant()} or an admin may do this."));

    /// <summary>The person who calls, behind <see cref="RequireCaller"/>.</summary>
    public static Person Caller(this HttpContext http) =>
        http.Features.Get<Person>() ?? throw new InvalidOperationException($"{http.Request.Path} is mapped without RequireCaller.");

    /// <summary>Whether the request was made on this machine, to this machine, by no page of another site.</summary>
    public static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } peer && IPAddress.IsLoopback(peer)
        && IsLoopbackName(http.Request.Host.Host)
        && !http.Request.Headers.Keys.Any(name => ForwardingHeaders.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
        && (http.Request.Headers.Origin.ToString() is not { Length: > 0 } origin || Uri.TryCreate(origin, UriKind.Absolute, out var site)
            && IsLoopbackName(site.Host));

    /// <summary>Whether a host name or address can only mean this machine.</summary>
    public static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host.Trim('[', ']'), out var address)
            && IPAddress.IsLoopback(address);

    static ProblemHttpResult Refused(int status, string title, string detail) => TypedResults.Problem(statusCode: status, title: title, detail: detail);
}
