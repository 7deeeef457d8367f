using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Platforms.Teams;

/// <summary>What Teams wants answered in the same breath, kind by kind, with what it gets.</summary>
public sealed class TeamsInvokeTests : IAsyncLifetime
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

    static JsonNode Json(string json) => JsonNode.Parse(json)!;

    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static string Same(JsonNode? json) => json?.ToJsonString(Readable) ?? "";

    [Theory]
    [InlineData("fileConsent/invoke", "{}", 501)]
    [InlineData("actionableMessage/executeAction", "{}", 501)]
    [InlineData("config/fetch", "{}", 501)]
    [InlineData("tab/fetch", "{}", 501)]
    [InlineData("message/fetchTask", """{"actionName":"feedback","actionValue":{"reaction":"like"}}""", 501)]
    [InlineData("composeExtension/querySettingUrl", "{}", 501)]
    [InlineData("composeExtension/queryLink", """{"url":"https://evil.example"}""", 501)]
    [InlineData("signin/verifyState", """{"state":"x"}""", 200)]
    [InlineData("signin/failure", "{}", 200)]
    [InlineData("adaptiveCard/action", "{}", 400)]
    [InlineData("adaptiveCard/action", """{"action":"x"}""", 400)]
    [InlineData("adaptiveCard/action", null, 400)]
    [InlineData("task/fetch", """{"data":5}""", 400)]
    [InlineData("task/submit", "{}", 400)]
    [InlineData("composeExtension/selectItem", "{}", 400)]
    [InlineData("composeExtension/fetchTask", """{"commandId":"another"}""", 400)]
    [InlineData("composeExtension/submitAction", """{"commandId":"new_handoff"}""", 400)]
    [InlineData("message/submitAction", """{"actionName":"feedback","actionValue":{"reaction":"meh"}}""", 400)]
    [InlineData("message/submitAction", """{"actionName":"another"}""", 400)]
    public async Task What_needs_no_thought_gets_a_status(string name, string? value, int status)
    {
        var (answered, body) = await bot.InvokeAsync(name, value is null ? null : Json(value));
        ((int)answered, Same(body)).ShouldBe((status, ""));
    }

    [Fact]
    public async Task A_sign_in_that_nobody_asked_for_fails_as_Teams_expects()
    {
        var (status, body) = await bot.InvokeAsync(
            "signin/tokenExchange",
            Json("""{"id":"1","connectionName":"c","token":"t"}""")
        );
        status.ShouldBe(HttpStatusCode.PreconditionFailed);
        Same(body)
            .ShouldBe("""{"id":"1","connectionName":"c","failureDetail":"The bot doesn't ask anyone to sign in."}""");
    }

    [Theory]
    [InlineData("""{"action":{"type":"Action.Submit","verb":"show","data":{}}}""", "NotSupported")]
    [InlineData("""{"action":{"type":"Action.Execute","data":{}}}""", "BadRequest")]
    [InlineData(
        """{"action":{"type":"Action.Execute","verb":"move","data":{"number":"HO-1001","move":"accept"}},"trigger":"automatic"}""",
        "BadRequest"
    )]
    [InlineData(
        """{"action":{"type":"Action.Execute","verb":"show","data":{"number":"HO-9999"}},"trigger":"automatic"}""",
        "BadRequest"
    )]
    public async Task A_card_that_asks_for_something_else_hears_so(string value, string code)
    {
        var (status, body) = await bot.InvokeAsync("adaptiveCard/action", Json(value), replyTo: "77");
        ((int)status, (int?)body!["statusCode"], (string?)body["type"], (string?)body["value"]!["code"]).ShouldBe(
            (200, 400, "application/vnd.microsoft.error", code)
        );
    }

    [Theory]
    [InlineData(
        "admin.reindex",
        "That button is from an older message and no longer works. Tell me in words what you want."
    )]
    [InlineData("show", "I can't find HO-7777. It doesn't exist, or you don't have access to it.")]
    public async Task A_button_that_leads_nowhere_says_so_below_the_card(string verb, string sentence)
    {
        var (_, body) = await bot.InvokeAsync(
            "adaptiveCard/action",
            Json(
                $$$"""{"action":{"type":"Action.Execute","verb":"{{{verb}}}","data":{"number":"HO-7777","role":"admin"} } }"""
            ),
            replyTo: "77"
        );
        Same(body)
            .ShouldBe(
                $$"""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"{{sentence}}"}"""
            );
        await bot.SettlesAsync();
        Teams.In(TeamsUser.Rep.Chat).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_invoke_again_gets_the_same_answer_and_has_no_second_effect()
    {
        await bot.SaysAsync("thanks", TeamsUser.Marketer);
        await bot.AsksAsync("flag Jane Doe, jane@acme.example, to marketing: not ready");
        var card = await bot.AsksAsync("show HO-1001", TeamsUser.Marketer);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(_ => bot.PressAsync(card, TeamsHost.CardIn(card), "Accept", TeamsUser.Marketer, id: "same"))
        );
        answers.Select(answer => Same(answer.Body)).Distinct().ShouldHaveSingleItem().ShouldContain("Accepted by");
        Same((await bot.PressAsync(card, TeamsHost.CardIn(card), "Accept", TeamsUser.Marketer, id: "same")).Body)
            .ShouldBe(Same(answers[0].Body));

        // Pressed twice in haste: the second one hears that it is theirs already.
        var again = await bot.PressesAsync(card, TeamsHost.CardIn(card), "Accept", TeamsUser.Marketer);
        TeamsHost.TextOf(again["value"]).ShouldContain("HO-1001 is already accepted");
    }

    [Fact]
    public async Task A_message_becomes_a_handoff_by_a_dialog()
    {
        var payload = new JsonObject
        {
            ["id"] = "1",
            ["linkToMessage"] = "https://teams.microsoft.com/l/message/19:x/1",
            ["from"] = new JsonObject { ["user"] = new JsonObject { ["displayName"] = "Bob" } },
            ["body"] = new JsonObject
            {
                ["contentType"] = "html",
                ["content"] =
                    "<p>Bob Miller of Initech, <b>bob@initech.example</b>,</p><p>is not ready before spring &amp; waits</p>",
            },
        };
        // In a chat in which the bot is not.
        var (status, opened) = await bot.InvokeAsync(
            "composeExtension/fetchTask",
            new JsonObject
            {
                ["commandId"] = "flag_to_marketing",
                ["commandContext"] = "message",
                ["messagePayload"] = payload,
            },
            conversation: "19:foreign@thread.v2"
        );
        (status, (string?)opened!["task"]!["type"], (string?)opened["task"]!["value"]!["title"]).ShouldBe(
            (HttpStatusCode.OK, "continue", "Hand over to Marketing")
        );
        var form = TeamsHost.CardIn(opened);
        TeamsHost
            .ActionsOn(form)
            .Select(action => (string?)action["type"])
            .ShouldAllBe(type => type == "Action.Submit");
        TeamsLimits.Within(form).Single(input => (string?)input["id"] == "email")["value"]!
            .GetValue<string>()
            .ShouldBe("bob@initech.example");

        // Something is missing: the dialog stays, and says what.
        var submit = (JsonObject)TeamsHost.ActionsOn(form).Single()["data"]!;
        JsonObject Data(params (string, string)[] filled) =>
            new() { ["commandId"] = "flag_to_marketing", ["data"] = TeamsHost.DataOf(form, submit, filled) };
        var (_, wrong) = await bot.InvokeAsync(
            "composeExtension/submitAction",
            Data(("email", "nobody"), ("kind", "nurture")),
            conversation: "19:foreign@thread.v2"
        );
        (
            (string?)wrong!["task"]!["type"],
            TeamsHost.TextOf(wrong).Contains("e-mail", StringComparison.OrdinalIgnoreCase)
        ).ShouldBe(("continue", true), TeamsHost.TextOf(wrong));

        // Sent twice in haste it is one handoff, and the dialog shows it.
        var sent = await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(_ =>
                    bot.InvokeAsync(
                        "composeExtension/submitAction",
                        Data(("kind", "nurture")),
                        conversation: "19:foreign@thread.v2"
                    )
                )
        );
        foreach (var (_, body) in sent)
            TeamsHost.TextOf(body).ShouldContain("Waiting for");
        await bot.SettlesAsync();
        Teams.In("19:foreign@thread.v2").ShouldBeEmpty("the bot is not there");
        TeamsHost.TextOf(await bot.AsksAsync("what did I send?")).ShouldContain("Sent by you: 1");
        TeamsHost
            .ActionsOn(TeamsHost.CardIn(sent[0].Body))
            .Select(action => (string?)action["title"])
            .ShouldContain("Undo sending (1 min)");

        // What is pressed in the dialog is answered in the dialog.
        var show = (JsonObject)
            TeamsHost
                .ActionsOn(TeamsHost.CardIn(sent[0].Body))
                .First(action => (string?)action["title"] == "Undo sending (1 min)")["data"]!;
        var (_, withdrawn) = await bot.InvokeAsync(
            "task/submit",
            new JsonObject { ["data"] = show.DeepClone() },
            conversation: "19:foreign@thread.v2"
        );
        TeamsHost.TextOf(withdrawn).ShouldContain("HO-1001");
    }

    [Fact]
    public async Task Asking_about_a_message_shows_the_answer_to_who_asked_alone()
    {
        var (_, body) = await bot.InvokeAsync(
            "composeExtension/fetchTask",
            Json(
                """
                {"commandId":"ask_about_this","commandContext":"message","messagePayload":{"body":{"contentType":"text","content":"Is cold calling a sales or marketing task?"}}}
                """
            ),
            TeamsUser.Employee,
            "19:foreign@thread.v2"
        );
        (
            (string?)body!["task"]!["type"],
            TeamsHost.TextOf(body).StartsWith("That is a sales task.", StringComparison.Ordinal)
        ).ShouldBe(("continue", true));
        await bot.SettlesAsync();
        Teams.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_documents_are_searched_from_the_compose_box()
    {
        var (_, first) = await bot.InvokeAsync(
            "composeExtension/query",
            Json("""{"commandId":"search","parameters":[{"name":"initialRun","value":"true"}]}""")
        );
        Same(first)
            .ShouldBe("""{"composeExtension":{"type":"message","text":"What should I look for in the documents?"}}""");

        var query = Json(
            """{"commandId":"search","parameters":[{"name":"words","value":"cold calls"}],"queryOptions":{"skip":0,"count":25}}"""
        );
        var (_, found) = await bot.InvokeAsync(
            "composeExtension/query",
            query,
            TeamsUser.Employee,
            "19:foreign@thread.v2"
        );
        var result = found!["composeExtension"]!;
        ((string?)result["type"], (string?)result["attachmentLayout"]).ShouldBe(("result", "list"));
        var best = result["attachments"]!.AsArray()[0]!;
        ((string?)best["contentType"], (string?)best["preview"]!["contentType"]).ShouldBe(
            ("application/vnd.microsoft.card.adaptive", "application/vnd.microsoft.card.thumbnail")
        );
        ((string?)best["preview"]!["content"]!["title"])!.ShouldContain("cold call", Case.Insensitive);
        TeamsHost.TextOf(best).ShouldStartWith("“");

        var (_, chosen) = await bot.InvokeAsync("composeExtension/selectItem", Json("""{"words":"cold calls"}"""));
        Same(chosen).ShouldBe(Same(found));
        var (_, none) = await bot.InvokeAsync(
            "composeExtension/query",
            Json("""{"commandId":"search","parameters":[{"name":"words","value":"qwertzuiop"}]}""")
        );
        Same(none)
            .ShouldBe(
                """{"composeExtension":{"type":"message","text":"I found nothing about that in the documents."}}"""
            );
    }

    [Theory]
    [InlineData("like", "{\"feedbackText\":\"to the point\"}", 1, "to the point")]
    [InlineData("dislike", "too long", 0, "too long")]
    [InlineData("dislike", "", 0, null)]
    [InlineData("dislike", "3 sources would be better", 0, "3 sources would be better")]
    [InlineData("like", "true, but old", 1, "true, but old")]
    [InlineData("like", "{not JSON", 1, "{not JSON")]
    public async Task A_thumb_below_an_answer_is_kept_with_what_was_said(
        string reaction,
        string text,
        long helpful,
        string? comment
    )
    {
        var first = await bot.AsksAsync("what is sales?", TeamsUser.Employee);
        await bot.AsksAsync("what is marketing?", TeamsUser.Employee);
        var (status, body) = await bot.InvokeAsync(
            "message/submitAction",
            new JsonObject
            {
                ["actionName"] = "feedback",
                ["actionValue"] = new JsonObject { ["reaction"] = reaction, ["feedback"] = text },
            },
            TeamsUser.Employee,
            replyTo: (string?)first["id"]
        );
        (status, Same(body)).ShouldBe((HttpStatusCode.OK, "{}"));
        await bot.SettlesAsync();
        Teams.In(TeamsUser.Employee.Chat).Count().ShouldBe(2, "nothing is said to that");
        var kept = bot
            .Bot.Get<SalesBot.Storage.Database>()
            .Read(session =>
                session.Query<(long Helpful, string? Comment, string Question)>(
                    "select feedback.helpful as Helpful, feedback.comment as Comment, receipts.question as Question from feedback join receipts on receipts.id = feedback.answer_id"
                )
            );
        kept.ShouldHaveSingleItem().ShouldBe((helpful, comment, "what is sales?"));
    }

    [Fact]
    public async Task A_reaction_to_an_answer_says_whether_it_helped_and_one_to_anything_else_says_nothing()
    {
        var answer = await bot.AsksAsync("what is sales?", TeamsUser.Employee);
        foreach (
            var (on, type) in new[]
            {
                ((string?)answer["id"], "heart"),
                ("999", "sad"),
                ((string?)answer["id"], "applause"),
            }
        )
        {
            var reaction = bot.Activity("messageReaction", TeamsUser.Employee);
            (reaction["replyToId"], reaction["reactionsAdded"]) = (
                on,
                new JsonArray(new JsonObject { ["type"] = type })
            );
            (await bot.PostAsync(reaction)).ShouldBe((HttpStatusCode.OK, ""));
        }
        await bot.SettlesAsync();
        bot.Bot.Get<SalesBot.Storage.Database>()
            .Read(session => session.Query<long>("select helpful from feedback"))
            .ShouldBe([1L]);
        Teams.In(TeamsUser.Employee.Chat).Count().ShouldBe(1);
    }

    [Fact]
    public async Task Replies_that_are_expected_stand_in_the_body_and_nowhere_else()
    {
        var activity = bot.Activity("message", TeamsUser.Employee);
        (activity["text"], activity["deliveryMode"]) = ("Is cold calling a sales or marketing task?", "expectReplies");
        var (status, body) = await bot.PostAsync(activity);
        status.ShouldBe(HttpStatusCode.OK);
        var replies = JsonNode.Parse(body)!["activities"]!.AsArray();
        (
            (string?)replies.ShouldHaveSingleItem()!["type"],
            ((string?)replies[0]!["text"])!.StartsWith("That is a sales task.", StringComparison.Ordinal)
        ).ShouldBe(("message", true));
        (await bot.PostAsync(activity)).Body.ShouldBe(body);

        var invoke = bot.Activity("invoke", TeamsUser.Employee);
        (invoke["name"], invoke["value"], invoke["deliveryMode"]) = (
            "signin/verifyState",
            new JsonObject(),
            "expectReplies"
        );
        (await bot.PostAsync(invoke)).Body.ShouldBe(
            """{"activities":[{"type":"invokeResponse","value":{"status":200}}]}"""
        );
        await bot.SettlesAsync();
        Teams.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_old_client_presses_by_a_message_with_a_value()
    {
        await bot.SaysAsync("thanks", TeamsUser.Marketer);
        await bot.AsksAsync("flag Jane Doe, jane@acme.example, to marketing: not ready");
        var card = await bot.AsksAsync("show HO-1001", TeamsUser.Marketer);
        var accept = TeamsHost.ActionsOn(card).First(action => (string?)action["title"] == "Accept");
        var pressed = bot.Activity("message", TeamsUser.Marketer);
        (pressed["value"], pressed["replyToId"]) = (accept["fallback"]!["data"]!.DeepClone(), (string?)card["id"]);
        (await bot.PostAsync(pressed)).ShouldBe((HttpStatusCode.OK, ""));
        await bot.SeesAsync(() =>
            TeamsHost.TextOf(Teams.Messages[$"{TeamsUser.Marketer.Chat}|{card["id"]}"]).Contains("Accepted by")
                ? card
                : null
        );
    }

    [Fact]
    public async Task A_button_that_begins_with_a_form_opens_a_dialog()
    {
        var (_, opened) = await bot.InvokeAsync(
            "task/fetch",
            Json("""{"data":{"verb":"draft","msteams":{"type":"task/fetch"}},"context":{"theme":"default"}}"""),
            TeamsUser.Boss
        );
        ((string?)opened!["task"]!["type"], (string?)opened["task"]!["value"]!["title"]).ShouldBe(
            ("continue", "New handoff")
        );
        ((string?)opened["task"]!["value"]!["card"]!["contentType"]).ShouldBe(
            "application/vnd.microsoft.card.adaptive"
        );
        var form = TeamsHost.CardIn(opened);
        var data = TeamsHost.DataOf(
            form,
            (JsonObject)TeamsHost.ActionsOn(form).Single()["data"]!,
            [("to", "marketing"), ("title", "A trade fair"), ("kind", "other")]
        );
        var (_, done) = await bot.InvokeAsync("task/submit", new JsonObject { ["data"] = data }, TeamsUser.Boss);
        TeamsHost.TextOf(done).ShouldContain("Waiting for");
    }

    [Fact]
    public async Task A_form_in_a_chat_becomes_what_was_made_with_it_and_counts_once()
    {
        // A client that opens no dialogs gets the form as a message.
        var wanted = bot.Activity("message");
        wanted["value"] = Json("""{"verb":"draft","to":"marketing","text":"Jane Doe wants a call"}""");
        (await bot.PostAsync(wanted)).ShouldBe((HttpStatusCode.OK, ""));
        var form = await bot.SeesAsync(() => Teams.In(TeamsUser.Rep.Chat).FirstOrDefault());
        var filled = new (string, string)[]
        {
            ("kind", "nurture"),
            ("title", "Jane Doe wants a call"),
            ("email", "jane@acme.example"),
        };
        var made = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => bot.PressesAsync(form, "Send to Marketing", null, filled))
        );
        foreach (var body in made)
            TeamsHost.TextOf(body["value"]).ShouldContain("Waiting for");
        await bot.SettlesAsync();
        TeamsHost.TextOf(Teams.In(TeamsUser.Rep.Chat).ShouldHaveSingleItem()).ShouldContain("Waiting for");
        await bot.SaysAsync("withdraw HO-1001");
        await bot.SettlesAsync();
        TeamsHost
            .TextOf(Teams.In(TeamsUser.Rep.Chat).First())
            .ShouldContain("✖ Withdrawn", customMessage: "it is kept in step");
    }

    [Fact]
    public async Task What_a_card_carries_permits_nothing()
    {
        await bot.AsksAsync("flag Jane Doe, jane@acme.example, to marketing: not ready");
        foreach (
            var (user, move) in new[]
            {
                (TeamsUser.Employee, "accept"),
                (TeamsUser.Guest, "accept"),
                (TeamsUser.Employee, "erase"),
                (TeamsUser.Marketer, "raise"),
            }
        )
        {
            var (_, body) = await bot.InvokeAsync(
                "adaptiveCard/action",
                Json(
                    $$$"""{"action":{"type":"Action.Execute","verb":"move","data":{"number":"HO-1001","move":"{{{move}}}","role":"admin","owner":"{{{user.Id}}}" } } }"""
                ),
                user,
                replyTo: "1"
            );
            ((string?)body!["type"]).ShouldBe("application/vnd.microsoft.activity.message", body.ToJsonString());
        }
        TeamsHost.TextOf(await bot.AsksAsync("show HO-1001")).ShouldContain("Waiting for");
    }

    [Fact]
    public async Task A_source_that_is_a_web_page_can_be_opened_from_the_answer_and_from_the_search()
    {
        using var knowledge = new TempFolder();
        knowledge.Write(
            "bonus.md",
            "---\ntitle: Bonus plan\nsource: https://wiki.example.com/bonus\n---\n\n# Bonus\n\nThe bonus is paid out in March, with the wages.\n"
        );
        await using var bot = await TeamsHost.StartAsync(("Knowledge:Folder", knowledge.Path));
        var answer = await bot.AsksAsync("When is the bonus paid out?", TeamsUser.Employee);
        ((string?)answer["entities"]![0]!["citation"]![0]!["appearance"]!["url"]).ShouldBe(
            "https://wiki.example.com/bonus"
        );
        var (_, body) = await bot.InvokeAsync(
            "composeExtension/query",
            JsonNode.Parse(
                """
                {"commandId":"search","parameters":[{"name":"words","value":"bonus"}],"queryOptions":{"skip":0,"count":5}}
                """
            ),
            TeamsUser.Employee
        );
        var result = body!["composeExtension"]!["attachments"]![0]!;
        ((string?)result["preview"]!["content"]!["tap"]!["value"]).ShouldBe("https://wiki.example.com/bonus");
        TeamsHost.CardIn(result["content"]).ToJsonString().ShouldContain("https://wiki.example.com/bonus");
    }
}
