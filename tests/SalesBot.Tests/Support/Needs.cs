namespace SalesBot.Tests.Support;

/// <summary>
/// What some tests need beyond the SDK. Where it is missing they are skipped with a word on how to get it; named in
/// <c>SALESBOT_REQUIRE</c> they fail instead.
/// </summary>
static class Needs
{
    /// <summary>The paths of Chromium and its driver.</summary>
    public static (string Browser, string Driver) Chromium()
    {
        if (Find("chromium", "chromium-browser", "google-chrome") is { } browser && Find("chromedriver") is { } driver)
            return (browser, driver);
        Lack(
            "chromium",
            "Chromium and its driver are not installed; on Debian: apt-get install chromium chromium-driver"
        );
        return default;
    }

    /// <summary>A file of an npm package in <c>tests/peers</c>.</summary>
    public static string Peer(string file)
    {
        var path = Path.Combine(Repository.Root, "tests", "peers", "node_modules", file);
        if (!File.Exists(path))
            Lack("node", "The npm packages are not installed; run: npm ci --prefix tests/peers");
        return path;
    }

    /// <summary>The path of a reverse proxy.</summary>
    public static string Proxy(string name)
    {
        if (
            Find(name) is { } path
            || (
                path = new[] { "/usr/sbin", "/usr/local/sbin" }
                    .Select(folder => Path.Combine(folder, name))
                    .FirstOrDefault(File.Exists)
            )
                is not null
        )
            return path;
        Lack("proxies", $"{name} is not installed; on Debian: apt-get install {name}");
        return "";
    }

    static void Lack(string what, string how)
    {
        if ((Environment.GetEnvironmentVariable("SALESBOT_REQUIRE") ?? "").Split(',').Contains(what))
            Assert.Fail(how);
        Assert.Skip(how);
    }

    static string? Find(params string[] names) =>
        names
            .SelectMany(name =>
                (Environment.GetEnvironmentVariable("PATH") ?? "")
                    .Split(Path.PathSeparator)
                    .Select(folder => Path.Combine(folder, name))
            )
            .FirstOrDefault(File.Exists);
}
