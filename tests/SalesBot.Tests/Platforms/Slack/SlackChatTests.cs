using System.Text.Json.Nodes;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Platforms.Slack;

/// <summary>What people do in Slack and see there, over HTTP.</summary>
public sealed class SlackOverHttpTests : SlackChatTests
{
    protected override string Mode => "http";
}

/// <summary>The same through Socket Mode.</summary>
public sealed class SlackOverSocketsTests : SlackChatTests
{
    protected override string Mode => "socket";
}

public abstract class SlackChatTests : IAsyncLifetime
{
    SlackBot bot = null!;

    protected abstract string Mode { get; }

    SlackStandIn Slack => bot.Slack;

    public async ValueTask InitializeAsync() => bot = await SlackBot.StartAsync(Mode);

    public async ValueTask DisposeAsync()
    {
        await bot.SettlesAsync();
        Slack.Violations.ShouldBeEmpty();
        foreach (var call in Slack.Calls)
            BlockLimits.Faults(call.Args).ShouldBeEmpty($"{call.Method} {call.Args.ToJsonString()}");
        await bot.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    static string Said(JsonObject message) => SlackStandIn.Text(message, "text") ?? "";

    [Fact]
    public async Task Questions_are_answered_where_they_are_asked()
    {
        // A mention, in its thread; it arrives a second time as a message.
        var ts = Slack.Ts();
        foreach (var type in new[] { "message", "app_mention" })
            await bot.EventAsync(
                bot.Envelope(
                    new JsonObject
                    {
                        ["type"] = type,
                        ["channel"] = "C1",
                        ["user"] = "UEMP",
                        ["text"] = "<@UBOT> Is cold calling a sales or marketing task?",
                        ["ts"] = ts,
                        ["event_ts"] = ts,
                    }
                )
            );
        var answer = await bot.SeesAsync(() => Slack.In("C1").FirstOrDefault());
        (Said(answer), SlackStandIn.Text(answer, "thread_ts")).ShouldBe((Said(answer), ts));
        Said(answer).ShouldStartWith("That is a sales task.");
        SlackBot.Labels(answer).ShouldContain("Draft a handoff to Sales");

        // A follow-up in the thread needs no mention; where somebody else answers, the bot keeps out, until it is
        // named.
        await bot.SaysAsync("and a newsletter?", "UEMP", "C1", ts);
        await bot.SeesAsync(() => Slack.In("C1").FirstOrDefault(message => Said(message).Contains("marketing task")));
        await bot.SaysAsync("I would ask marketing", "UMARK", "C1", ts);
        await bot.SaysAsync("what is a flyer?", "UEMP", "C1", ts);
        await bot.SaysAsync("<@UBOT> what is marketing?", "UEMP", "C1", ts);
        Said(await bot.SeesAsync(() => Slack.In("C1").Skip(2).FirstOrDefault())).ShouldStartWith("Marketing is");
        Slack.In("C1").Count().ShouldBe(3);

        // Alone with somebody, flat; commands, for them alone.
        await bot.SaysAsync("what is sales?", "UEMP");
        SlackStandIn.Text(await bot.SeesAsync(() => Slack.In("DUEMP").FirstOrDefault()), "thread_ts").ShouldBeNull();
        var asked = await bot.CommandAsync("/ask", "Is a newsletter sales or marketing?", "UEMP");
        Said(asked).ShouldContain("marketing task");
        SlackStandIn.Text(asked, "response_type").ShouldBe("ephemeral");
        Said(await bot.CommandAsync("/salesbot", "help", "UEMP"))
            .ShouldContain("Is cold calling a sales or marketing task?");
        Said(await bot.CommandAsync("/ask", "", "UEMP")).ShouldContain("Is cold calling a sales or marketing task?");

        // Whether it helped.
        await bot.PressesAsync(answer, "Helpful", "UEMP");
        await bot.SeesAsync(() =>
            Slack
                .Of("response_url")
                .FirstOrDefault(call => Said(call.Args).StartsWith("Thanks", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Work_passes_from_team_to_team()
    {
        // By a command with words: raised at once.
        var raised = await bot.CommandAsync(
            "/handoff",
            "marketing Jane Doe, jane@acme.example, not ready until spring"
        );
        Said(raised)
            .ShouldStartWith(
                "Sent to Marketing. I’ll tell you when somebody accepts it.\nJane Doe: not ready until spring · Waiting for"
            );
        SlackBot.Labels(raised).ShouldContain("Undo sending (1 min)");
        var card = await bot.SeesAsync(() => Slack.In("CMARKETING").FirstOrDefault());
        Said(card).ShouldStartWith("New for Marketing");

        // A button changes the card where it stands; everybody sees it, drawn for all of them; who has pressed hears of
        // it alone, with the way back.
        await bot.PressesAsync(card, "Accept", "UMARK");
        card = await bot.SeesAsync(() =>
            Slack.In("CMARKETING").FirstOrDefault(message => Said(message).Contains("Accepted by"))
        );
        var heard = (
            await bot.SeesAsync(() =>
                Slack
                    .Of("response_url")
                    .FirstOrDefault(call => Said(call.Args).Contains("Accepted by", StringComparison.Ordinal))
            )
        ).Args;
        SlackBot.Labels(heard).ShouldBe(["Undo accepting (1 min)"]);
        SlackBot.Labels(card).ShouldNotContain("Undo accepting (1 min)");
        Slack.In("CMARKETING").Count().ShouldBe(1);
        SlackStandIn.Text(heard, "thread_ts").ShouldBeNull();
        var told = await bot.SeesAsync(() =>
            Slack.In("DUREP").FirstOrDefault(message => Said(message).Contains("accepted this"))
        );
        Said(told).ShouldStartWith("Mark Eter accepted this.");

        // Not for everybody.
        await bot.PressesAsync(card, "Send back to Rita", "UEMP");
        await bot.SeesAsync(() =>
            Slack.Of("response_url").FirstOrDefault(call => Said(call.Args).Contains("you don't have access to it"))
        );

        // What asks for a reason opens a dialog, which stays open with what is wrong.
        await bot.PressesAsync(card, "Send back to Rita", "UMARK");
        var dialog = await bot.SeesAsync(() => Slack.Views.Values.FirstOrDefault());
        SlackStandIn.Text(dialog["title"], "text").ShouldBe("Send HO-1001 back");
        var errors = await bot.SubmitsAsync(dialog, "UMARK", ("note", "which newsletter?"));
        SlackStandIn.Text(errors, "response_action").ShouldBe("errors");
        SlackStandIn.Text(errors!["errors"], "reason").ShouldBe("Choose one.");
        (await bot.SubmitsAsync(dialog, "UMARK", ("reason", "missing-information"), ("note", "which newsletter?")))![
            "response_action"
        ]!
            .ToString()
            .ShouldBe("clear");
        await bot.SeesAsync(() =>
            Slack.In("CMARKETING").FirstOrDefault(message => Said(message).Contains("↩ Sent back"))
        );
        Slack.In("CMARKETING").Count().ShouldBe(1);

        // The same once more has no second effect, and the same answer.
        (await bot.SubmitsAsync(dialog, "UMARK", ("reason", "missing-information"), ("note", "which newsletter?")))![
            "response_action"
        ]!
            .ToString()
            .ShouldBe("clear");
        await bot.SettlesAsync();
        Slack.In("DUREP").Count(message => Said(message).Contains("sent this back")).ShouldBe(1);

        Said(await bot.CommandAsync("/handoffs", "sent")).ShouldContain("HO-1001");
        Said(await bot.CommandAsync("/handoffs", "HO-1001")).ShouldContain("↩ Sent back");
        Said(await bot.CommandAsync("/handoffs", "nobody knows this")).ShouldContain("I found no handoff about");
    }

    [Fact]
    public async Task Forms_open_where_they_are_wanted()
    {
        // A command without words.
        await bot.SendCommandAsync("/handoff", "", "UEMP");
        var form = await bot.SeesAsync(() => Slack.Views.Values.FirstOrDefault());
        SlackStandIn.Text(form["title"], "text").ShouldBe("New handoff");
        SlackStandIn
            .Text(
                await bot.SubmitsAsync(
                    form,
                    "UEMP",
                    ("to", "marketing"),
                    ("title", "A flyer for the fair"),
                    ("kind", "lead")
                ),
                "response_action"
            )
            .ShouldBe("errors");
        SlackStandIn
            .Text(
                await bot.SubmitsAsync(
                    form,
                    "UEMP",
                    ("to", "marketing"),
                    ("title", "A flyer for the fair"),
                    ("kind", "content-request")
                ),
                "response_action"
            )
            .ShouldBe("clear");
        await bot.SeesAsync(() =>
            Slack.In("CMARKETING").FirstOrDefault(message => Said(message).Contains("A flyer for the fair"))
        );

        // A shortcut on a message: prefilled, with a link back to it.
        var payload = bot.Payload("message_action", "UREP");
        payload["callback_id"] = "flag_to_marketing";
        payload["channel"] = new JsonObject { ["id"] = "C5" };
        payload["response_url"] = Slack.ResponseUrl();
        payload["message"] = new JsonObject
        {
            ["ts"] = "1795370000.000700",
            ["user"] = "UX",
            ["text"] =
                "Bob Miller of Initech, <mailto:bob@initech.example|bob@initech.example>, is not ready before spring",
        };
        await bot.InteractAsync(payload);
        form = await bot.SeesAsync(() =>
            Slack.Views.Values.FirstOrDefault(view => view.ToJsonString().Contains("initech"))
        );
        Initial(form, "email").ShouldBe("bob@initech.example");
        Initial(form, "name").ShouldBe("Bob Miller");
        SlackStandIn.Text(await bot.SubmitsAsync(form), "response_action").ShouldBe("clear");
        var card = await bot.SeesAsync(() =>
            Slack.In("CMARKETING").FirstOrDefault(message => Said(message).Contains("Initech"))
        );
        card.ToJsonString().ShouldContain("https://stand-in.slack.com/archives/C5/p1795370000000700");

        // A shortcut from anywhere.
        payload = bot.Payload("shortcut", "UREP");
        payload["callback_id"] = "new_handoff";
        await bot.InteractAsync(payload);
        await bot.SeesAsync(() => Slack.Views.Count == 3 ? "three" : null);
    }

    static string? Initial(JsonObject view, string field) =>
        ((JsonArray)view["blocks"]!)
            .OfType<JsonObject>()
            .Where(block => SlackStandIn.Text(block, "block_id") == field)
            .Select(block => SlackStandIn.Text(block["element"], "initial_value"))
            .FirstOrDefault();

    [Fact]
    public async Task A_message_can_be_asked_about_for_oneself()
    {
        var payload = bot.Payload("message_action", "UEMP");
        payload["callback_id"] = "ask_about_this";
        payload["channel"] = new JsonObject { ["id"] = "C5" };
        payload["response_url"] = Slack.ResponseUrl();
        payload["message"] = new JsonObject
        {
            ["ts"] = "1795370000.000700",
            ["user"] = "UX",
            ["text"] = "Is cold calling a sales or marketing task?",
        };
        await bot.InteractAsync(payload);
        await bot.SeesAsync(() =>
            Slack
                .Of("response_url")
                .FirstOrDefault(call => Said(call.Args).StartsWith("That is a sales task", StringComparison.Ordinal))
        );
        Slack.In("C5").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_home_tab_shows_what_is_ones_own_and_can_be_worked_with()
    {
        await OpenHomeAsync("UREP");
        (await bot.SeesAsync(() => Slack.Homes.GetValueOrDefault("UREP")))
            .ToJsonString()
            .ShouldContain("To hand something over, press New handoff");
        await bot.SaysAsync("flag Jane Doe, jane@acme.example, to marketing: not ready until spring");
        await bot.SeesAsync(() => Slack.In("DUREP").FirstOrDefault(message => Said(message).Contains("HO-1001")));
        await OpenHomeAsync("UREP");
        var home = await bot.SeesAsync(() =>
            Slack.Homes.GetValueOrDefault("UREP") is { } shown && shown.ToJsonString().Contains("HO-1001")
                ? shown
                : null
        );

        // What is pressed there opens in a dialog, and can be gone on with in it.
        await bot.PressesInViewAsync(home, "View");
        var dialog = await bot.SeesAsync(() => Slack.Views.Values.FirstOrDefault());
        dialog.ToJsonString().ShouldContain("Waiting for");
        await bot.PressesInViewAsync(dialog, "Withdraw");
        await bot.SeesAsync(() => Slack.Views.Values.FirstOrDefault(view => view.ToJsonString().Contains("Withdrawn")));
        await bot.SeesAsync(() => Slack.Homes["UREP"].ToJsonString().Contains("Waiting for M") ? null : "done");

        // The box to ask in.
        var box = ((JsonArray)home["blocks"]!)
            .OfType<JsonObject>()
            .First(block => SlackStandIn.Text(block, "type") == "input");
        var payload = bot.Payload("block_actions", "UREP");
        payload["container"] = new JsonObject { ["type"] = "view" };
        payload["view"] = home.DeepClone();
        payload["actions"] = new JsonArray(
            new JsonObject
            {
                ["type"] = "plain_text_input",
                ["block_id"] = SlackStandIn.Text(box, "block_id"),
                ["action_id"] = SlackStandIn.Text(box["element"], "action_id"),
                ["value"] = "what is sales?",
            }
        );
        await bot.InteractAsync(payload);
        await bot.SeesAsync(() =>
            Slack.Views.Values.FirstOrDefault(view => view.ToJsonString().Contains("Sales is the "))
        );
    }

    [Fact]
    public async Task Pressed_twice_an_answer_is_handed_over_once()
    {
        await bot.SaysAsync("<@UBOT> Is cold calling a sales or marketing task?", "UEMP", "C1");
        var answer = await bot.SeesAsync(() => Slack.In("C1").FirstOrDefault());
        await bot.PressesAsync(answer, "Draft a handoff to Sales", "UMARK");
        var draft = (
            await bot.SeesAsync(() =>
                Slack
                    .Of("response_url")
                    .FirstOrDefault(call => Said(call.Args).StartsWith("Hand this to Sales?", StringComparison.Ordinal))
            )
        ).Args;
        for (var i = 0; i < 2; i++)
            await bot.PressesAsync(draft, "Send to Sales", "UMARK");
        await bot.SettlesAsync();
        Slack
            .Of("response_url")
            .Count(call => Said(call.Args).Contains("Waiting for", StringComparison.Ordinal))
            .ShouldBe(2);
        Slack.Calls.ShouldNotContain(call => call.Args.ToJsonString().Contains("HO-1002"));
        Slack.In("C1").Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("help", null)]
    [InlineData("sales", "Hand over to Sales")]
    [InlineData("to nobody", "New handoff")]
    public async Task A_command_that_says_too_little_raises_nothing(string text, string? form)
    {
        var url = await bot.SendCommandAsync("/handoff", text, "UEMP");
        if (form is null)
            await bot.SeesAsync(() =>
                Slack.Of("response_url").FirstOrDefault(call => SlackStandIn.Text(call.Args, "url") == url)
            );
        else
            SlackStandIn
                .Text((await bot.SeesAsync(() => Slack.Views.Values.FirstOrDefault()))["title"], "text")
                .ShouldBe(form);
        await bot.SettlesAsync();
        Slack.In("CMARKETING").ShouldBeEmpty();
    }

    Task OpenHomeAsync(string user) =>
        bot.EventAsync(
            bot.Envelope(
                new JsonObject
                {
                    ["type"] = "app_home_opened",
                    ["user"] = user,
                    ["channel"] = $"D{user}",
                    ["tab"] = "home",
                    ["event_ts"] = Slack.Ts(),
                }
            )
        );

    [Fact]
    public async Task What_is_not_for_the_bot_is_left_alone()
    {
        JsonObject Message(string ts, params (string Name, JsonNode? Value)[] more)
        {
            var message = new JsonObject
            {
                ["type"] = "message",
                ["channel"] = "C1",
                ["channel_type"] = "channel",
                ["user"] = "UEMP",
                ["text"] = "<@UBOT> what is sales?",
                ["ts"] = ts,
                ["event_ts"] = ts,
            };
            foreach (var (name, value) in more)
                message[name] = value;
            return message;
        }

        foreach (
            var envelope in new[]
            {
                bot.Envelope(Message(Slack.Ts(), ("user", "UBOT"))),
                bot.Envelope(Message(Slack.Ts(), ("bot_id", "BOTHER"))),
                bot.Envelope(Message(Slack.Ts(), ("subtype", "bot_message"))),
                bot.Envelope(
                    Message(
                        Slack.Ts(),
                        ("subtype", "message_changed"),
                        ("hidden", true),
                        ("user", null),
                        ("message", Message("1.1"))
                    )
                ),
                bot.Envelope(Message(Slack.Ts(), ("subtype", "message_deleted"), ("hidden", true))),
                bot.Envelope(Message(Slack.Ts(), ("subtype", "channel_join"))),
                bot.Envelope(Message(Slack.Ts(), ("text", "what is sales?"))),
                bot.Envelope(
                    new JsonObject
                    {
                        ["type"] = "member_joined_channel",
                        ["user"] = "UEMP",
                        ["channel"] = "C1",
                    }
                ),
                bot.Envelope(
                    new JsonObject
                    {
                        ["type"] = "reaction_added",
                        ["user"] = "UEMP",
                        ["item"] = new JsonObject { ["channel"] = "C1" },
                    }
                ),
            }
        )
            await bot.EventAsync(envelope);
        var other = bot.Envelope(Message(Slack.Ts()));
        (other["team_id"], other["authorizations"]) = ("T2", new JsonArray());
        await bot.EventAsync(other);
        await bot.SettlesAsync();
        Slack.In("C1").ShouldBeEmpty();
    }

    [Fact]
    public async Task It_greets_once_where_it_comes_in_and_offers_what_one_may_say()
    {
        var joined = bot.Envelope(
            new JsonObject
            {
                ["type"] = "member_joined_channel",
                ["user"] = "UBOT",
                ["channel"] = "C7",
                ["inviter"] = "UREP",
                ["event_ts"] = "1.1",
            }
        );
        await bot.EventAsync(joined);
        await bot.EventAsync(joined);
        await bot.SeesAsync(() => Slack.In("C7").FirstOrDefault());
        await bot.EventAsync(
            bot.Envelope(
                new JsonObject
                {
                    ["type"] = "app_home_opened",
                    ["user"] = "UREP",
                    ["channel"] = "DUREP",
                    ["tab"] = "messages",
                }
            )
        );
        await bot.SeesAsync(() => Slack.Of("assistant.threads.setSuggestedPrompts").FirstOrDefault());
        Said(Slack.In("C7").ToList().ShouldHaveSingleItem()).ShouldStartWith("Sales or marketing? Ask me:");
    }

    [Fact]
    public async Task Guests_and_strangers_ask_and_nothing_more()
    {
        Slack.AddUser("UGUEST", "Gus Guest", guest: true);
        Said(await bot.CommandAsync("/ask", "what is sales?", "UGUEST")).ShouldContain("Sales is");
        foreach (
            var (command, text) in new[]
            {
                ("/handoffs", ""),
                ("/handoff", "marketing Jane Doe, jane@acme.example"),
                ("/salesbot", "status"),
                ("/salesbot", "reindex"),
            }
        )
            Said(await bot.CommandAsync(command, text, "UGUEST"))
                .ShouldStartWith("Handoffs and settings are only for people in the company");

        // In a channel shared with another company: a stranger with the id of somebody who leads, and cards for members
        // only.
        var shared = bot.Envelope(
            new JsonObject
            {
                ["type"] = "message",
                ["channel"] = "CSHARED",
                ["channel_type"] = "channel",
                ["user"] = "UADMIN",
                ["user_team"] = "T2",
                ["text"] = "<@UBOT> status",
                ["ts"] = Slack.Ts(),
            }
        );
        shared["is_ext_shared_channel"] = true;
        await bot.EventAsync(shared);
        await bot.SeesAsync(() =>
            Slack
                .Of("chat.postEphemeral")
                .FirstOrDefault(call => Said(call.Args).StartsWith("Handoffs and settings", StringComparison.Ordinal))
        );
        var member = bot.Envelope(
            new JsonObject
            {
                ["type"] = "message",
                ["channel"] = "CSHARED",
                ["channel_type"] = "channel",
                ["user"] = "UREP",
                ["user_team"] = "T1",
                ["ts"] = Slack.Ts(),
                ["text"] =
                    "<@UBOT> flag Jane Doe, <mailto:jane@acme.example|jane@acme.example>, to marketing: not ready until spring",
            }
        );
        member["is_ext_shared_channel"] = true;
        await bot.EventAsync(member);
        await bot.SeesAsync(() =>
            Slack.Of("chat.postEphemeral").FirstOrDefault(call => Said(call.Args).Contains("HO-1001"))
        );
        Slack.In("CSHARED").ShouldBeEmpty();
    }

    [Fact]
    public async Task Admins_see_progress_where_they_asked_for_it()
    {
        Said(await bot.CommandAsync("/salesbot", "reindex", "UADMIN")).ShouldContain("direct messages");
        await bot.SeesAsync(() =>
            Slack
                .In("DUADMIN")
                .FirstOrDefault(message =>
                    Said(message).StartsWith("The index is up to date", StringComparison.Ordinal)
                )
        );
        Slack.In("DUADMIN").Count().ShouldBe(1);
        Said(await bot.CommandAsync("/salesbot", "reindex", "UREP")).ShouldContain("Only an admin");
        Said(await bot.CommandAsync("/salesbot", "status", "UADMIN")).ShouldContain("Everything works");
        Said(await bot.CommandAsync("/salesbot", "gaps", "UADMIN"))
            .ShouldContain("Every question so far has had an answer");
    }
}
