using System.Text.Json.Nodes;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Platforms.Teams;

/// <summary>
/// Cards drawn by Microsoft's renderer in a real browser, and clicked through: what it sends goes to the bot, what the
/// bot answers is drawn again. With <c>SALESBOT_SCREENS=FOLDER</c> pictures are kept.
/// </summary>
public sealed class TeamsCardsInABrowserTests
{
    static string? Pictures => Environment.GetEnvironmentVariable("SALESBOT_SCREENS");

    [Fact]
    public async Task A_handoff_is_accepted_and_handed_back_with_a_reason()
    {
        using var page = new CardPage();
        await using var bot = await TeamsHost.StartAsync();
        await bot.SaysAsync("thanks", TeamsUser.Marketer);
        await bot.AsksAsync(
            "flag Jane Doe, CTO of Acme, jane@acme.example, to marketing: ** not ** ready [yet](https://evil.example) {{DATE(2026-01-01T00:00:00Z)}}"
        );
        var message = await bot.AsksAsync("show HO-1001", TeamsUser.Marketer);
        page.Show(TeamsHost.CardIn(message));
        page.Text.ShouldContain(
            "** not ** ready [yet](https://evil.example)",
            customMessage: "what people wrote is shown as they wrote it"
        );
        page.Text.Replace("\u2060", "").ShouldContain("{{DATE(2026-01-01T00:00:00Z)}}");

        page.Show(await SendsAsync(page.Press("Accept")));
        page.Text.ShouldContain("Accepted by");
        page.Show(await SendsAsync(page.Press("Send back to Rita")));
        page.Press("Send back").ShouldBeNull("a reason is needed");
        page.Text.ShouldContain("Choose one.");
        Keep("form");
        page.Choose("Reason", "Wrong region");
        page.Type("Note to Rita Rep", "they are in Peru");
        page.Show(await SendsAsync(page.Press("Send back")));
        page.Text.ShouldContain("↩ Sent back");
        page.Text.ShouldContain("they are in Peru");
        Keep("returned");
        page.Show(await SendsAsync(page.Press("Undo sending back (1 min)")));
        page.Text.ShouldContain("Accepted by");

        async Task<JsonObject> SendsAsync(JsonObject? pressed)
        {
            pressed.ShouldNotBeNull();
            var (_, body) = await bot.InvokeAsync(
                "adaptiveCard/action",
                new JsonObject { ["action"] = pressed.DeepClone(), ["trigger"] = "manual" },
                TeamsUser.Marketer,
                TeamsUser.Marketer.Chat,
                (string?)message["id"]
            );
            ((int?)body!["statusCode"]).ShouldBe(200, body.ToJsonString());
            return TeamsHost.CardIn(body);
        }

        void Keep(string name)
        {
            if (Pictures is { Length: > 0 } folder)
                page.Save(Path.Combine(folder, $"teams-{name}.png"));
        }
    }

    [Fact]
    public void Every_approved_card_is_drawn()
    {
        using var page = new CardPage();
        var cards = 0;
        foreach (
            var file in Directory
                .GetFiles(
                    Path.Combine(Repository.Root, "tests", "SalesBot.Tests", "Platforms", "Teams", "Approved"),
                    "*.json"
                )
                .Order()
        )
        {
            var screen = (JsonObject)JsonNode.Parse(File.ReadAllText(file))!;
            if (TeamsLimits.Within(screen).FirstOrDefault(one => (string?)one["type"] == "AdaptiveCard") is { } card)
            {
                page.Add(Path.GetFileNameWithoutExtension(file), card);
                cards++;
                // What stands behind double braces the client draws as the reader's clock has it.
                foreach (var text in TeamsHost.TextOf(card).Split('\n').Select(line => line.Split("{{")[0]))
                    page.Text.ShouldContain(
                        string.Join(' ', text.Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)),
                        Case.Sensitive,
                        file
                    );
            }
            else
                page.Say(Path.GetFileNameWithoutExtension(file), (string?)screen["text"] ?? "");
        }
        cards.ShouldBeGreaterThan(8);
        if (Pictures is { Length: > 0 } folder)
            page.Save(Path.Combine(folder, "teams.png"));
    }
}
