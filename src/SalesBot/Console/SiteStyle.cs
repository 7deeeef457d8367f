namespace SalesBot.Console;

/// <summary>The style sheet, out of the program itself, so that a published program is one folder with nothing to lose.</summary>
static class SiteStyle
{
    static readonly byte[] Css = Read();

    /// <summary>Changes with the content, so that browsers may keep it for good.</summary>
    public static readonly string Path = $"/site.css?v={Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Css))[..8]}";

    public static void MapStyle(this IEndpointRouteBuilder app) => app.MapGet("/site.css", (HttpContext http) =>
    {
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(Css, "text/css; charset=utf-8");
    }).ExcludeFromDescription();

    static byte[] Read()
    {
        using var resource = typeof(SiteStyle).Assembly.GetManifestResourceStream("site.css")
            ?? throw new InvalidOperationException("The style sheet is not in the program.");
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
