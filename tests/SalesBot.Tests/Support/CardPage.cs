using System.Text.Json.Nodes;
using OpenQA.Selenium;

namespace SalesBot.Tests.Support;

/// <summary>
/// Cards in a real browser, drawn by Microsoft's renderer in something like the looks of Teams; what is pressed there
/// is what a client would send.
/// </summary>
sealed class CardPage : IDisposable
{
    readonly TempFolder folder = new();
    readonly Browser browser = new(width: 700);

    public CardPage()
    {
        var file = Path.Combine(folder.Path, "cards.html");
        File.WriteAllText(
            file,
            $$"""
            <!doctype html><meta charset="utf-8"><title>Cards</title>
            <style>
              body { font-family: "Segoe UI", system-ui, sans-serif; background: #f5f5f5; margin: 16px }
              h2 { font-size: 12px; color: #616161; margin: 16px 0 4px }
              .card, .said { background: #fff; border-radius: 6px; padding: 4px; max-width: 620px; box-shadow: 0 1px 3px #0003 }
              .said { padding: 10px 14px; font-size: 14px; white-space: pre-wrap }
              .ac-pushButton { background: #fff; border: 1px solid #d1d1d1; border-radius: 4px; padding: 6px 12px; font: inherit; cursor: pointer }
              .ac-input { border: 1px solid #bbb; border-radius: 4px; padding: 6px; font: inherit; width: 100%; box-sizing: border-box }
              .ac-popup, .ac-ctrl-popup-container { background: #fff; border: 1px solid #ccc; padding: 4px }
              .ac-ctrl-dropdown-item, .ac-ctrl { padding: 4px }
            </style>
            <script src="{{new Uri(Needs.Peer("adaptivecards/dist/adaptivecards.min.js"))}}"></script>
            <main id="cards"></main>
            <script>
              window.draw = (title, json) => {
                const card = new AdaptiveCards.AdaptiveCard();
                card.hostConfig =
                    new AdaptiveCards.HostConfig({ fontFamily: 'Segoe UI, system-ui, sans-serif',
                        actions: { maxActions: 6, actionsOrientation: 'horizontal' } });
                card.onExecuteAction = (action) => { window.pressed = JSON.stringify({ type: action.getJsonTypeName(), verb: action.verb,
                    data: action.data }); };
                const { msteams, ...rest } = json;
                card.parse(rest, new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5));
                const drawn = card.render();
                drawn.className += ' card';
                document.getElementById('cards').append(Object.assign(document.createElement('h2'), { textContent: title }), drawn);
              };
              window.say = (title, text) => document.getElementById('cards').append(
                Object.assign(document.createElement('h2'), { textContent: title }),
                    Object.assign(document.createElement('div'), { className: 'said', textContent: text }));
              window.clear = () => document.getElementById('cards').replaceChildren();
            </script>
            """
        );
        browser.Driver.Navigate().GoToUrl(new Uri(file));
    }

    /// <summary>Everything that can be read.</summary>
    public string Text => browser.Driver.FindElement(By.Id("cards")).Text;

    /// <summary>Shows one card in the place of all before.</summary>
    public void Show(JsonObject card)
    {
        Run("window.clear()");
        Add("", card);
    }

    public void Add(string title, JsonObject card) =>
        Run($"window.draw({JsonValue.Create(title).ToJsonString()}, {card.ToJsonString()})");

    public void Say(string title, string text) =>
        Run($"window.say({JsonValue.Create(title).ToJsonString()}, {JsonValue.Create(text).ToJsonString()})");

    void Run(string script) => ((IJavaScriptExecutor)browser.Driver).ExecuteScript(script);

    /// <summary>Presses what is called so, in front or behind the menu.</summary>
    /// <returns>What the client sends; none if it keeps the fields for being wrong.</returns>
    public JsonObject? Press(string title)
    {
        Run("window.pressed = null");
        browser.Driver.Manage().Timeouts().ImplicitWait = TimeSpan.Zero;
        var (buttons, menu) = (
            By.XPath($"//button[normalize-space()='{title}']"),
            By.CssSelector("button[aria-haspopup], .ac-overflow-action, [aria-label='...'], [title='...']")
        );
        if (browser.Driver.FindElements(buttons) is [var button, ..])
            button.Click();
        else
        {
            browser.Driver.FindElements(By.TagName("button")).Last(one => one.Text.Trim() is "..." or "…").Click();
            browser
                .Driver.FindElement(
                    By.XPath($"//*[(@role='menuitem' or @role='menuitemcheckbox') and normalize-space()='{title}']")
                )
                .Click();
        }
        return ((IJavaScriptExecutor)browser.Driver).ExecuteScript("return window.pressed") is string pressed
            ? (JsonObject)JsonNode.Parse(pressed)!
            : null;
    }

    /// <summary>Chooses from a list.</summary>
    public void Choose(string label, string option) =>
        Field(label).FindElement(By.XPath($"option[normalize-space()='{option}']")).Click();

    /// <summary>Types into a field.</summary>
    public void Type(string label, string text) => Field(label).SendKeys(text);

    IWebElement Field(string label) =>
        browser.Driver.FindElement(
            By.XPath(
                $"//*[(self::select or self::input or self::textarea) and @id=//label[starts-with(normalize-space(), '{label}')]/@for]"
            )
        );

    public void Save(string file)
    {
        var height = Convert.ToInt32(
            ((IJavaScriptExecutor)browser.Driver).ExecuteScript("return document.body.scrollHeight + 120")
        );
        browser.Driver.Manage().Window.Size = new System.Drawing.Size(720, Math.Min(height, 8000));
        ((ITakesScreenshot)browser.Driver).GetScreenshot().SaveAsFile(file);
    }

    public void Dispose()
    {
        browser.Dispose();
        folder.Dispose();
    }
}
