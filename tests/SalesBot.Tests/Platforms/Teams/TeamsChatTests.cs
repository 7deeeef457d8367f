using System.Text.Json.Nodes;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Platforms.Teams;

/// <summary>What people do in Teams and see there.</summary>
public sealed class TeamsChatTests : IAsyncLifetime
{
    TeamsHost bot = null!;

    TeamsStandIn Teams => bot.Teams;

    public async ValueTask InitializeAsync() => bot = await TeamsHost.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await bot.SettlesAsync();
        Teams.Violations.ShouldBeEmpty();
        await bot.DisposeAsync();
    }

    static string Thread(string root) => $"{TeamsStandIn.Channel};messageid={root}";

    static string Text(JsonObject message) => (string?)message["text"] ?? "";

    [Fact]
    public async Task Questions_are_answered_where_they_are_asked_with_their_sources()
    {
        var answer = await bot.AsksAsync("Is cold calling a sales or marketing task?", TeamsUser.Employee);
        Text(answer).ShouldStartWith("That is a sales task.");
        Text(answer).ShouldContain(" [1]");
        answer["textFormat"]!.GetValue<string>().ShouldBe("markdown");
        var entity = answer["entities"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)entity["type"], (string?)entity["@type"], (string?)entity["citation"]![0]!["@type"]).ShouldBe(
            ("https://schema.org/Message", "Message", "Claim")
        );
        ((string?)entity["citation"]![0]!["appearance"]!["abstract"]).ShouldNotBeNullOrEmpty();
        ((string?)answer["channelData"]!["feedbackLoop"]!["type"]).ShouldBe("default");
        answer["suggestedActions"]!["actions"]!
            .AsArray()
            .Select(action => (string?)action!["title"])
            .ShouldContain("Draft a handoff to Sales");

        // In a channel, in the thread of the question; nobody can be offered what to say there.
        var asked = await bot.SaysAsync("what is marketing?", TeamsUser.Employee, Thread("77"));
        var inThread = await bot.SeesAsync(() => Teams.In(Thread("77")).FirstOrDefault());
        Text(inThread).ShouldStartWith("Marketing is");
        ((string?)inThread["replyToId"]).ShouldBe((string?)asked["id"]);
        inThread.ContainsKey("suggestedActions").ShouldBeFalse();

        // A suggestion says what one could have said.
        (await bot.AsksAsync("Draft a handoff to Sales", TeamsUser.Employee))
            .ToJsonString()
            .ShouldContain("Hand this to Sales?");
    }

    [Fact]
    public async Task A_mention_of_the_bot_is_no_part_of_what_is_said()
    {
        Text(await bot.AsksAsync("Is cold calling sales or marketing?", TeamsUser.Employee, TeamsStandIn.Group))
            .ShouldStartWith("That is a sales task.");
        // What one only types is no mention.
        await bot.SaysAsync(
            "x",
            TeamsUser.Employee,
            TeamsStandIn.Group,
            activity => (activity["text"], activity["entities"]) = ("<at>SalesBot</at> what is sales?", null)
        );
        // Who only calls it wants to know what it can do.
        await bot.SaysAsync("", TeamsUser.Employee, TeamsStandIn.Group);
        var help = await bot.SeesAsync(() => Teams.In(TeamsStandIn.Group).Skip(1).FirstOrDefault());
        await bot.SettlesAsync();
        TeamsHost.TextOf(help).ShouldContain("Is cold calling a sales or marketing task?");
        ((string?)help["onlyFor"]).ShouldBe(TeamsUser.Employee.Account);
        (Teams.In(TeamsStandIn.Group).Count(), Teams.In(TeamsUser.Employee.Chat).Count()).ShouldBe((2, 0));
    }

    [Fact]
    public async Task Work_passes_from_team_to_team()
    {
        await bot.SaysAsync("thanks", TeamsUser.Marketer);
        var card = await bot.AsksAsync(
            "flag Jane Doe, CTO of Acme, jane@acme.example, to marketing: not ready yet, no rush"
        );
        TeamsHost.TextOf(card).ShouldContain("Waiting for");

        // The team's channel hears of it in a thread of its own.
        var news = await bot.SeesAsync(() =>
            Teams.Messages.Values.FirstOrDefault(message =>
                ((string?)message["conversation"]!["id"])!.StartsWith("19:marketing", StringComparison.Ordinal)
            )
        );
        ((string?)news["conversation"]!["id"]).ShouldBe($"19:marketing@thread.tacv2;messageid={(string?)news["id"]}");
        TeamsHost.TextOf(news).ShouldContain("jane@acme.example");

        // Who raised it gets another view of it than the team.
        TeamsHost.CardIn(news)["refresh"]!["userIds"]!
            .AsArray()
            .Select(id => (string?)id)
            .ShouldContain(TeamsUser.Rep.Account);
        TeamsHost.CardIn(card).ContainsKey("refresh").ShouldBeFalse();
        var (_, own) = await bot.InvokeAsync(
            "adaptiveCard/action",
            new JsonObject
            {
                ["action"] = TeamsHost.CardIn(news)["refresh"]!["action"]!.DeepClone(),
                ["trigger"] = "automatic",
            },
            TeamsUser.Rep,
            (string?)news["conversation"]!["id"],
            (string?)news["id"]
        );
        ((int?)own!["statusCode"], (string?)own["type"]).ShouldBe((200, "application/vnd.microsoft.card.adaptive"));
        TeamsHost.ActionsOn(own["value"]).Select(action => (string?)action["title"]).ShouldContain("Withdraw");

        // Accepted there: who presses sees it at once, and the way back; everybody else sees the card.
        var accepted = await bot.PressesAsync(news, "Accept", TeamsUser.Marketer);
        ((int?)accepted["statusCode"], (string?)accepted["type"]).ShouldBe(
            (200, "application/vnd.microsoft.card.adaptive")
        );
        TeamsHost.TextOf(accepted["value"]).ShouldContain("Accepted by");
        TeamsHost
            .ActionsOn(accepted["value"])
            .Select(action => (string?)action["title"])
            .ShouldContain("Undo accepting (1 min)");
        await bot.SeesAsync(() =>
            TeamsHost.TextOf(Teams.Messages[$"{news["conversation"]!["id"]}|{news["id"]}"]).Contains("Accepted by")
                ? news
                : null
        );
        await bot.SeesAsync(() =>
            TeamsHost.TextOf(Teams.Messages[$"{card["conversation"]!["id"]}|{card["id"]}"]).Contains("Accepted by")
                ? news
                : null
        );

        // Pressed by another one a moment too late: they hear who was faster, and nothing happens.
        var late = await bot.PressesAsync(news, "Accept", TeamsUser.Boss);
        TeamsHost.TextOf(late["value"]).ShouldContain("Mark Eter");

        // Handed back with a reason: a form in the card's place, with what is wrong below its fields.
        var now = Teams.Messages[$"{news["conversation"]!["id"]}|{news["id"]}"];
        var form = await bot.PressesAsync(now, (JsonObject)accepted["value"]!, "Send back to Rita", TeamsUser.Marketer);
        var fields = TeamsLimits
            .Within(form["value"])
            .Where(one => ((string?)one["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true)
            .Select(one => (string?)one["id"]);
        fields.ShouldBe(["reason", "note"]);
        var back = await bot.PressesAsync(now, (JsonObject)form["value"]!, "Cancel", TeamsUser.Marketer);
        TeamsHost.TextOf(back["value"]).ShouldContain("Accepted by");
        var wrong = await bot.PressesAsync(
            now,
            (JsonObject)form["value"]!,
            "Send back",
            TeamsUser.Marketer,
            ("reason", "")
        );
        TeamsHost.TextOf(wrong["value"]).ShouldContain("Please choose a reason");
        var returned = await bot.PressesAsync(
            now,
            (JsonObject)form["value"]!,
            "Send back",
            TeamsUser.Marketer,
            ("reason", "wrong-region"),
            ("note", "they are in Peru")
        );
        TeamsHost.TextOf(returned["value"]).ShouldContain("↩ Sent back");
        var told = await bot.SeesAsync(() =>
            Teams.Of("POST activities").FirstOrDefault(call => TeamsHost.TextOf(call.Body).Contains("they are in Peru"))
        );
        told.Conversation.ShouldBe(TeamsUser.Rep.Chat);
        told.Body["channelData"]!["notification"]!["alert"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_card_on_which_somebody_presses_alone_changes_for_good()
    {
        await bot.SaysAsync("thanks", TeamsUser.Marketer);
        var card = await bot.AsksAsync("flag Jane Doe, jane@acme.example, to marketing: not ready");
        var mine = await bot.AsksAsync("show HO-1001", TeamsUser.Marketer);
        var accepted = await bot.PressesAsync(mine, "Accept", TeamsUser.Marketer);
        TeamsHost
            .ActionsOn(accepted["value"])
            .Select(action => (string?)action["title"])
            .ShouldContain("Undo accepting (1 min)");
        await bot.SettlesAsync();
        var now = Teams.Messages[$"{TeamsUser.Marketer.Chat}|{mine["id"]}"];
        TeamsHost.ActionsOn(now).Select(action => (string?)action["title"]).ShouldContain("Undo accepting (1 min)");
        TeamsHost
            .TextOf((await bot.PressesAsync(now, "Undo accepting (1 min)", TeamsUser.Marketer))["value"])
            .ShouldContain("Waiting for");
        await bot.SettlesAsync();
        TeamsHost.TextOf(Teams.Messages[$"{TeamsUser.Rep.Chat}|{card["id"]}"]).ShouldContain("Waiting for");
        Teams.In(TeamsUser.Marketer.Chat).Count().ShouldBe(3, "thanks, the card, the news");
    }

    [Fact]
    public async Task A_card_that_only_looks_leaves_no_trace()
    {
        await bot.AsksAsync("flag Jane Doe, jane@acme.example, to marketing: not ready", TeamsUser.Boss);
        await bot.AsksAsync("flag Tom Berg, tom@initech.example, to marketing: asks for prices", TeamsUser.Boss);
        await bot.AsksAsync("show HO-1002", TeamsUser.Boss);
        await bot.InvokeAsync(
            "adaptiveCard/action",
            JsonNode.Parse(
                """{"action":{"type":"Action.Execute","verb":"show","data":{"number":"HO-1001"}},"trigger":"automatic"}"""
            ),
            TeamsUser.Boss,
            replyTo: "77"
        );
        TeamsHost.TextOf(await bot.AsksAsync("withdraw it", TeamsUser.Boss)).ShouldContain("✖ Withdrawn");
        await bot.SettlesAsync();
        Teams.In(TeamsUser.Boss.Chat).Count().ShouldBe(4);
    }

    [Fact]
    public async Task Undo_takes_back_the_last_step_wherever_it_was_made_and_not_what_was_looked_at_since()
    {
        await bot.AsksAsync("flag Jane Doe, jane@acme.example, to marketing: not ready");
        await bot.AsksAsync("flag Tom Berg, tom@initech.example, to marketing: asks for prices");
        await bot.AsksAsync("accept HO-1001", TeamsUser.Marketer);
        var news = await bot.SeesAsync(() =>
            Teams.Messages.Values.FirstOrDefault(message =>
                TeamsHost.TextOf(message).Contains("HO-1002")
                && ((string?)message["conversation"]!["id"])!.StartsWith("19:marketing", StringComparison.Ordinal)
            )
        );
        await bot.PressesAsync(news, "Accept", TeamsUser.Marketer);
        await bot.AsksAsync("show HO-1001", TeamsUser.Marketer);
        await bot.SaysAsync("undo", TeamsUser.Marketer);
        await bot.SeesAsync(() =>
            Teams
                .In(TeamsUser.Marketer.Chat)
                .FirstOrDefault(message =>
                    TeamsHost.TextOf(message).StartsWith("Undone.", StringComparison.Ordinal)
                    && TeamsHost.TextOf(message).Contains("Waiting for")
                )
        );
        TeamsHost.TextOf(await bot.AsksAsync("show HO-1001", TeamsUser.Boss)).ShouldContain("Accepted by");
    }

    [Fact]
    public async Task A_dialog_between_two_people_is_no_chat_with_the_bot()
    {
        await bot.AsksAsync("flag Jane Doe, jane@acme.example, to marketing: not ready");
        // Teams calls the chat of two people personal, too.
        await bot.InvokeAsync(
            "composeExtension/fetchTask",
            JsonNode.Parse("""{"commandId":"new_handoff","commandContext":"compose"}"""),
            conversation: "a:RitaAndBob"
        );
        await bot.InvokeAsync(
            "task/fetch",
            JsonNode.Parse("""{"data":{"verb":"draft"}}"""),
            conversation: "a:RitaAndBob"
        );
        await bot.SaysAsync("accept HO-1001", TeamsUser.Marketer);
        await bot.SeesAsync(() =>
            Teams
                .In(TeamsUser.Rep.Chat)
                .FirstOrDefault(message => TeamsHost.TextOf(message).Contains("Mark Eter accepted this"))
        );
        await bot.SettlesAsync();
        Teams.Calls.ShouldAllBe(call => call.Conversation != "a:RitaAndBob");
    }

    [Fact]
    public async Task Who_never_wrote_to_the_bot_may_flag_a_message_at_once()
    {
        var (_, form) = await bot.InvokeAsync(
            "composeExtension/fetchTask",
            JsonNode.Parse(
                """{"commandId":"flag_to_marketing","messagePayload":{"body":{"contentType":"text","content":"Bob, bob@initech.example"}}}"""
            ),
            TeamsUser.Employee,
            "19:foreign@thread.v2"
        );
        TeamsLimits.Within(form).Any(input => (string?)input["id"] == "email").ShouldBeTrue(form?.ToJsonString());
        var (_, refused) = await bot.InvokeAsync(
            "composeExtension/fetchTask",
            JsonNode.Parse("""{"commandId":"new_handoff"}"""),
            TeamsUser.Guest,
            "19:foreign@thread.v2"
        );
        ((string?)refused!["task"]!["value"]).ShouldBe(
            "Handoffs and settings are only for people in the company, but you can ask me questions."
        );
    }

    [Fact]
    public async Task Only_links_of_Teams_own_stand_on_a_card()
    {
        foreach (
            var (link, stands) in new[]
            {
                ("https://evil.example/login", false),
                ("https://teams.microsoft.com/l/message/19:x/1", true),
            }
        )
        {
            var (_, card) = await bot.InvokeAsync(
                "task/submit",
                new JsonObject
                {
                    ["data"] = new JsonObject
                    {
                        ["verb"] = "raise",
                        ["to"] = "marketing",
                        ["title"] = "A fair",
                        ["kind"] = "other",
                        ["link"] = link,
                    },
                }
            );
            TeamsLimits.Within(card).Any(one => (string?)one["url"] == link).ShouldBe(stands, card?.ToJsonString());
        }
    }

    [Fact]
    public async Task Nobody_gets_a_role_who_cannot_be_told_or_is_a_guest()
    {
        TeamsHost
            .TextOf(await MakesAsync("Gus Guest", TeamsUser.Guest.Account))
            .ShouldBe("Gus Guest is a guest; only people in the company can have a role.");
        TeamsHost
            .TextOf(await MakesAsync("Somebody Else", "29:unknown"))
            .ShouldStartWith("I can't tell who @Somebody Else");
        bot.Bot.Get<SalesBot.People.Roster>()
            .All(SalesBot.Storage.Workspace.Default)
            .ShouldAllBe(member => !member.Id.Contains("29:"));

        async Task<JsonObject> MakesAsync(string name, string account)
        {
            var before = Teams.In(TeamsUser.Admin.Chat).Count();
            await bot.SaysAsync(
                "x",
                TeamsUser.Admin,
                change: activity =>
                {
                    activity["text"] = $"make <at>{name}</at> marketing";
                    activity["entities"] = new JsonArray(
                        new JsonObject
                        {
                            ["type"] = "mention",
                            ["text"] = $"<at>{name}</at>",
                            ["mentioned"] = new JsonObject { ["id"] = account, ["name"] = name },
                        }
                    );
                }
            );
            return await bot.SeesAsync(() => Teams.In(TeamsUser.Admin.Chat).Skip(before).FirstOrDefault());
        }
    }

    [Theory]
    [InlineData("note HO-1001 one more call is needed", "one more call is needed")]
    [InlineData("note HO-1001: [urgent] he said: no", "[urgent] he said: no")]
    [InlineData("HO-1001: (important) call him", "(important) call him")]
    public async Task Notes_are_kept_word_for_word(string said, string note)
    {
        await bot.AsksAsync("flag Jane Doe, jane@acme.example, to marketing: not ready");
        TeamsHost.TextOf(await bot.AsksAsync(said)).ShouldContain($"“{note}”");
        var words = string.Concat(Enumerable.Repeat("word ", 600)).Trim();
        await bot.SaysAsync($"note HO-1001: {words}");
        await bot.SettlesAsync();
        TeamsHost.TextOf(await bot.AsksAsync("show HO-1001")).ShouldContain(words[..1500]);
    }
}
