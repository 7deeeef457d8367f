namespace SalesBot.Console;

/// <summary>
/// The style sheet, out of the program itself, so that a published program is one folder with nothing to lose.
/// </summary>
static class SiteStyle
{
    static readonly byte[] Css = Read();

    /// <summary>Changes with the content, so that browsers may keep it for good.</summary>
    public static readonly string Path =
        $"/site.css?v={Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Css))[..8]}";

    /// <summary>The icon of the pages: two speech bubbles, one of each team's colour.</summary>
    public const string Icon =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Cpath fill='%23c2410c' d='M3 4h18v12H10l-5 5v-5H3z'/%3E%3Cpath fill='%231d4ed8' d='M13 18h10v-8h6v13h-2v5l-5-5h-9z'/%3E%3C/svg%3E";

    public static void MapStyle(this IEndpointRouteBuilder app) =>
        app.MapGet(
                "/site.css",
                (HttpContext http) =>
                {
                    http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                    return TypedResults.Bytes(Css, "text/css; charset=utf-8");
                }
            )
            .ExcludeFromDescription();

    static byte[] Read()
    {
        using var resource =
            typeof(SiteStyle).Assembly.GetManifestResourceStream("site.css")
            ?? throw new InvalidOperationException("The style sheet is missing from the program; reinstall SalesBot.");
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
