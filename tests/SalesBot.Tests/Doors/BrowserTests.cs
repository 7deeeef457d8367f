using OpenQA.Selenium;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Doors;

public class BrowserTests
{
    [Fact]
    public async Task By_keyboard_alone_a_question_is_asked_and_its_source_opened_at_the_passage()
    {
        using var browser = new Browser();
        await using var bot = await RunningBot.StartAsync();
        browser.Driver.Navigate().GoToUrl(bot.Link);
        browser.Press("which four Ps are there?", Keys.Enter);
        browser.Driver.FindElement(By.TagName("blockquote")).Text.ShouldContain("product, price, place and promotion");
        for (
            var presses = 0;
            presses < 20
                && !(browser.Driver.SwitchTo().ActiveElement().GetDomAttribute("href") ?? "").StartsWith(
                    "/document",
                    StringComparison.Ordinal
                );
            presses++
        )
            browser.Press(Keys.Tab);
        browser.Press(Keys.Enter);
        var passage = browser.Driver.FindElement(By.Id("passage"));
        passage.Text.ShouldContain("product, price, place and promotion");
        (
            (bool)
                browser.Driver.ExecuteScript(
                    "const box = document.getElementById('passage').getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight;"
                )!
        ).ShouldBeTrue();
        browser
            .Loaded()
            .ShouldAllBe(address =>
                address.StartsWith(bot.Client.BaseAddress!.ToString(), StringComparison.Ordinal)
                || address.StartsWith("data:", StringComparison.Ordinal)
            );
    }

    [Theory]
    [InlineData(1000, false)]
    [InlineData(360, true)]
    public async Task No_page_has_barriers(int width, bool dark)
    {
        using var browser = new Browser(dark: dark, width: width);
        await using var bot = await RunningBot.StartAsync();
        browser.Driver.Navigate().GoToUrl(new Uri(bot.Client.BaseAddress!, "/"));
        browser.Barriers().ShouldBeEmpty("nobody is signed in");
        browser.Driver.Navigate().GoToUrl(bot.Link);
        foreach (
            var path in new[]
            {
                "/",
                "/?q=Is+cold+calling+a+sales+or+marketing+task%3F",
                "/?q=which+one+is+long+term",
                "/?q=rivers+of+Mongolia%3F",
                "/?q=+",
                "/document?path=glossary.md&start=20&end=80",
                "/privacy",
                "/terms",
                "/nothing",
            }
        )
        {
            browser.Driver.Navigate().GoToUrl(new Uri(bot.Client.BaseAddress!, path));
            browser.Barriers().ShouldBeEmpty(path);
            (
                (bool)browser.Driver.ExecuteScript("return document.documentElement.scrollWidth <= innerWidth;")!
            ).ShouldBeTrue($"{path} is wider than the screen");
        }
    }

    [Fact]
    public async Task Without_scripts_everything_works()
    {
        using var browser = new Browser(scripts: false);
        await using var bot = await RunningBot.StartAsync();
        browser.Driver.Navigate().GoToUrl(bot.Link);
        browser.Driver.FindElement(By.Id("q")).SendKeys("who negotiates the deals?" + Keys.Enter);
        browser.Driver.FindElement(By.CssSelector(".lead")).Text.ShouldBe("That is a sales task.");
        browser.Driver.FindElement(By.CssSelector("button[name=helpful][value=true]")).Click();
        browser.Driver.FindElement(By.CssSelector("[role=status]")).Text.ShouldContain("for your feedback");
        browser.Driver.FindElement(By.CssSelector("#persona option[value=manager]")).Click();
        browser.Driver.FindElement(By.CssSelector(".persona button")).Click();
        // Only the page that comes back has it.
        browser.Driver.FindElement(By.CssSelector("#persona option[value=manager][selected]")).ShouldNotBeNull();
    }
}
