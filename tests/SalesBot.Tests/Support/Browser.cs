using OpenQA.Selenium.Chrome;

namespace SalesBot.Tests.Support;

/// <summary>A real browser without a window, that reaches nothing but this machine.</summary>
sealed class Browser : IDisposable
{
    readonly TempFolder profile = new();

    public Browser(bool scripts = true, bool dark = false, int width = 1000)
    {
        var (browser, driver) = Needs.Chromium();
        var options = new ChromeOptions { BinaryLocation = browser };
        options.AddArguments(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            $"--user-data-dir={profile.Path}",
            $"--window-size={width},900"
        );
        if (!scripts)
            options.AddUserProfilePreference("profile.managed_default_content_settings.javascript", 2);
        if (dark)
            options.AddArgument("--force-dark-mode");
        Driver = new ChromeDriver(
            ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(driver), Path.GetFileName(driver)),
            options
        );
        Driver.Manage().Timeouts().ImplicitWait = TimeSpan.FromSeconds(10);
    }

    public ChromeDriver Driver { get; }

    /// <summary>What axe finds wrong with the page for people who cannot see it or use a mouse.</summary>
    public IReadOnlyList<string> Barriers()
    {
        Driver.ExecuteScript(File.ReadAllText(Needs.Peer("axe-core/axe.min.js")));
        var found =
            (IReadOnlyCollection<object>)
                Driver.ExecuteAsyncScript(
                    "const done = arguments[0]; axe.run().then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' '))));"
                )!;
        return [.. found.Cast<string>()];
    }

    /// <summary>The addresses of all that the page has loaded.</summary>
    public IReadOnlyList<string> Loaded() =>
        [
            .. (
                (IReadOnlyCollection<object>)
                    Driver.ExecuteScript("return performance.getEntriesByType('resource').map(entry => entry.name)")!
            ).Cast<string>(),
        ];

    /// <summary>Presses keys in whatever has the focus.</summary>
    public void Press(params string[] keys)
    {
        foreach (var key in keys)
            Driver.SwitchTo().ActiveElement().SendKeys(key);
    }

    public void Dispose()
    {
        Driver.Quit();
        Driver.Dispose();
        profile.Dispose();
    }
}
