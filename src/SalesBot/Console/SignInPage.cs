using Microsoft.AspNetCore.Http.Extensions;
using SalesBot.People;

namespace SalesBot.Console;

/// <summary>
/// Lets the person in who opens the link with the token of this machine, and tells everybody else how to get in.
/// </summary>
static class SignInPage
{
    /// <summary>Turns the token in the address into a cookie and takes it out of the address.</summary>
    public static Task TakeAsync(HttpContext http, string token)
    {
        if (!http.RequestServices.GetRequiredService<LocalToken>().IsRight(token))
            return http.RequestServices.GetRequiredService<WrongKeys>().IsOneTooMany(http.Connection.RemoteIpAddress)
                ? WriteAsync(
                    http,
                    StatusCodes.Status429TooManyRequests,
                    "<p>Too many wrong tokens. Wait a minute, then try again.</p>"
                )
                : WriteAsync(
                    http,
                    localPersonas: true,
                    "<p role=\"alert\">The token in that link doesn’t match this machine. Please check that you copied the whole link.</p>"
                );
        http.Response.Cookies.Append(
            LocalToken.CookieName,
            http.RequestServices.GetRequiredService<LocalToken>().CookieValue(),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                MaxAge = TimeSpan.FromDays(365),
                IsEssential = true,
            }
        );
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        var rest = http
            .Request.Query.Where(value => value.Key != LocalToken.QueryName)
            .SelectMany(value => value.Value.Select(one => KeyValuePair.Create(value.Key, one ?? "")));
        http.Response.Redirect($"{Path(http.Request)}{new QueryBuilder(rest).ToQueryString()}");
        return Task.CompletedTask;
    }

    /// <summary>Says how to get in.</summary>
    public static Task WriteAsync(HttpContext http, bool localPersonas, string before = "")
    {
        var how = localPersonas
            ? $"""
                <p>Open the link that SalesBot printed when it started, or run <code>salesbot link</code> on SalesBot’s machine to print the link again.</p>
                <p>The token in the link is stored in the file <code>{LocalToken.FileName}</code> in the data folder, which only the user who runs SalesBot can read.</p>
                """
            : """
                <p>This SalesBot’s web page is closed: it is on a public address, or its setting <code>Console:SignIn</code> is <code>off</code>.</p>
                <p>Please ask in Slack or Teams instead. Programs call the API with a key that an admin creates with <code>salesbot people keys add</code>.</p>
                """;
        // A page elsewhere that links here cannot use the cookie; the person who follows the link can.
        var again =
            localPersonas
            && HttpMethods.IsGet(http.Request.Method)
            && http.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site"
                ? $"""<p>You came from another page. If you have signed in before, <a href="{Attribute(http.Request)}">continue here</a>.</p>"""
                : "";
        return WriteAsync(http, StatusCodes.Status401Unauthorized, before + how + again);
    }

    static string Attribute(HttpRequest request) =>
        System.Net.WebUtility.HtmlEncode($"{Path(request)}{request.QueryString}");

    /// <summary>The path, on this site: two slashes at its beginning would lead to another one.</summary>
    static string Path(HttpRequest request) => "/" + new PathString(request.Path).ToUriComponent().TrimStart('/', '\\');

    static Task WriteAsync(HttpContext http, int status, string content)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <title>Sign in – SalesBot</title>
              <link rel="icon" href="{SiteStyle.Icon}">
              <link rel="stylesheet" href="{SiteStyle.Path}">
            </head>
            <body>
              <header class="top"><a class="brand" href="/">SalesBot</a></header>
              <main id="main">
                <h1>You are not signed in</h1>
                {content}
              </main>
              <footer class="bottom"><a href="/privacy">Privacy</a> <a href="/terms">Terms</a></footer>
            </body>
            </html>
            """
        );
    }
}
