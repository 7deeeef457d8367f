using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SalesBot.Messaging;
using SalesBot.People;
using SalesBot.Platforms.Slack;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Platforms.Slack;

/// <summary>What becomes of messages where Slack is busy, slow, lying or gone.</summary>
public sealed class SlackDeliveryTests : IAsyncDisposable
{
    readonly TempFolder knowledge = new();
    SlackBot? started;

    public async ValueTask DisposeAsync()
    {
        if (started is not null)
        {
            started.Slack.Violations.ShouldBeEmpty();
            await started.DisposeAsync();
        }
        knowledge.Dispose();
    }

    Task<SlackBot> StartAsync(params (string Key, string Value)[] settings) => StartAsync(_ => { }, settings);

    async Task<SlackBot> StartAsync(Action<SlackStandIn> prepare, params (string Key, string Value)[] settings)
    {
        File.WriteAllText(Path.Combine(knowledge.Path, "a.md"), "# Sales\n\nSales closes deals with customers.\n");
        var slack = await SlackStandIn.StartAsync();
        prepare(slack);
        return started = await SlackBot.StartAsync(slack, "http", [("Knowledge:Folder", knowledge.Path), .. settings]);
    }

    static string Said(JsonObject message) => SlackStandIn.Text(message, "text") ?? "";

    [Fact]
    public async Task A_channel_that_asks_for_time_gets_it_and_others_do_not_wait()
    {
        var bot = await StartAsync();
        bot.Slack.Make(new SlackTrouble("chat.postMessage", Status: 429, RetryAfter: 2));
        await bot.SaysAsync("thanks", "UREP");
        var refused = await bot.SeesAsync(() => bot.Slack.Of("chat.postMessage").FirstOrDefault());
        await bot.SaysAsync("thanks", "UMARK");
        await bot.SeesAsync(() => bot.Slack.In("DUMARK").FirstOrDefault());
        bot.Slack.In("DUREP").ShouldBeEmpty();
        await bot.SeesAsync(() => bot.Slack.In("DUREP").FirstOrDefault());
        bot.Slack.Of("chat.postMessage")
            .Where(call => SlackStandIn.Text(call.Args, "channel") == "DUREP" && call != refused)
            .ShouldAllBe(call => call.At - refused.At >= TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData(500, null)]
    [InlineData(200, "internal_error")]
    [InlineData(200, "ratelimited")]
    public async Task What_fails_is_tried_again(int status, string? error)
    {
        var bot = await StartAsync();
        bot.Slack.Make(new SlackTrouble("chat.postMessage", status, error));
        await bot.SaysAsync("thanks");
        await bot.SeesAsync(() => bot.Slack.In("DUREP").FirstOrDefault());
        bot.Slack.Of("chat.postMessage").Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_message_whose_answer_was_lost_is_found_and_not_sent_twice()
    {
        var bot = await StartAsync();
        bot.Slack.Make(new SlackTrouble("chat.postMessage", LosesAnswer: true, Times: 2));
        await bot.SaysAsync("thanks", "UREP");
        await bot.SaysAsync("<@UBOT> thanks", "UREP", "C1");
        await bot.SettlesAsync();
        bot.Slack.In("DUREP").Count().ShouldBe(1);
        bot.Slack.In("C1").Count().ShouldBe(1);
        bot.Slack.Of("conversations.history").ShouldNotBeEmpty();
        bot.Slack.Of("conversations.replies").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("channel_not_found")]
    [InlineData("not_in_channel")]
    [InlineData("is_archived")]
    public async Task What_can_never_be_sent_is_put_aside_at_once(string error)
    {
        var bot = await StartAsync();
        bot.Slack.Make(new SlackTrouble("chat.postMessage", 200, error));
        await bot.SaysAsync("thanks");
        await bot.SeesAsync(() =>
            bot.Bot.Get<DeadLetters>().List().FirstOrDefault(letter => letter.Reason.Contains(error))
        );
        bot.Slack.Of("chat.postMessage").Count().ShouldBe(1);
    }

    [Fact]
    public async Task Where_Slack_does_not_take_the_blocks_the_text_goes_alone()
    {
        var bot = await StartAsync();
        bot.Slack.Make(new SlackTrouble("chat.postMessage", 200, "invalid_blocks"));
        await bot.SaysAsync("help");
        (await bot.SeesAsync(() => bot.Slack.In("DUREP").FirstOrDefault())).ContainsKey("blocks").ShouldBeFalse();
    }

    [Fact]
    public async Task A_table_is_drawn_as_one_and_as_lines_where_Slack_takes_none()
    {
        var bot = await StartAsync();
        await bot.SaysAsync("how long is parental leave?", "UADMIN");
        await bot.SaysAsync("gaps", "UADMIN");
        var table = await bot.SeesAsync(() =>
            bot.Slack.In("DUADMIN").FirstOrDefault(message => Types(message).Contains("table"))
        );
        bot.Slack.Make(new SlackTrouble("chat.postMessage", 200, "invalid_blocks"));
        await bot.SaysAsync("gaps", "UADMIN");
        var lines = await bot.SeesAsync(() =>
            bot.Slack.In("DUADMIN").LastOrDefault(message => message != table && Said(message) == Said(table))
        );
        Types(lines).ShouldNotContain("table");
        Types(lines).ShouldContain("section");

        static IEnumerable<string?> Types(JsonObject message) =>
            ((JsonArray?)message["blocks"] ?? []).Select(block => (string?)block!["type"]);
    }

    [Fact]
    public async Task A_token_that_is_dead_is_not_used_again_and_health_says_so()
    {
        var bot = await StartAsync();
        bot.Slack.Make(new SlackTrouble("chat.postMessage", 200, "token_revoked"));
        await bot.SaysAsync("thanks", "UREP");
        await bot.SeesAsync(() => bot.Bot.Get<DeadLetters>().List().SingleOrDefault());
        var before = bot.Slack.Calls.Count;
        await bot.SaysAsync("thanks", "UMARK");
        await bot.SeesAsync(() => bot.Bot.Get<DeadLetters>().Count() == 2 ? "both" : null);
        bot.Slack.Calls.Count.ShouldBe(before);
        (await bot.Bot.Client.GetStringAsync("/health/ready")).ShouldContain("token_revoked");
    }

    [Fact]
    public async Task An_app_that_was_removed_says_nothing_more()
    {
        var bot = await StartAsync();
        await bot.EventAsync(
            bot.Envelope(
                new JsonObject
                {
                    ["type"] = "tokens_revoked",
                    ["tokens"] = new JsonObject { ["bot"] = new JsonArray("UBOT") },
                }
            )
        );
        await bot.EventAsync(bot.Envelope(new JsonObject { ["type"] = "app_uninstalled" }));
        await bot.EventAsync(
            new JsonObject
            {
                ["type"] = "app_rate_limited",
                ["team_id"] = "T1",
                ["minute_rate_limited"] = 1,
            }
        );
        (await bot.Bot.Client.GetStringAsync("/health/ready")).ShouldContain("removed from Slack");
    }

    [Fact]
    public async Task A_channel_gets_no_more_than_its_share_of_messages()
    {
        var time = new FakeTimeProvider();
        var pace = new ChannelPace(Options.Create(new SlackOptions { MessagesPerSecondPerChannel = 2 }), time);
        var turns = Enumerable.Range(0, 4).Select(_ => pace.WaitAsync("C1", CancellationToken.None)).ToList();
        pace.WaitAsync("C2", CancellationToken.None).IsCompleted.ShouldBeTrue();
        for (var passed = 1; passed <= 4; passed++)
        {
            turns.Count(turn => turn.IsCompleted).ShouldBe(passed);
            time.Advance(TimeSpan.FromMilliseconds(500));
        }
        await pace.WaitAsync("C1", CancellationToken.None);
    }

    [Fact]
    public async Task An_answer_to_a_command_reaches_its_asker_also_when_its_address_is_used_up()
    {
        var bot = await StartAsync();
        var url = await bot.SendCommandAsync("/salesbot", "thanks");
        await bot.SeesAsync(() => bot.Slack.Of("response_url").FirstOrDefault());
        // The address answers five times; the sixth goes to the person in the channel, or where the bot is no member to
        // them alone.
        bot.Slack.ForeignChannels.Add("CFOREIGN");
        foreach (var (channel, seen) in new[] { ("C1", "chat.postEphemeral"), ("CFOREIGN", "chat.postMessage") })
        {
            await bot
                .Bot.Get<Outbox>()
                .SendAsync(
                    Chat.Address.Parse($"slack:T1/{channel}~UREP")!,
                    Chat.Reply.Of("only for you") with
                    {
                        Via = "https://elsewhere.example/x",
                    }
                );
            await bot.SeesAsync(() => bot.Slack.Of(seen).FirstOrDefault(call => Said(call.Args) == "only for you"));
        }
        for (var i = 0; i < 5; i++)
            await bot
                .Bot.Get<Outbox>()
                .SendAsync(Chat.Address.Parse("slack:T1/C2~UREP")!, Chat.Reply.Of($"number {i}") with { Via = url });
        await bot.SeesAsync(() =>
            bot.Slack.Of("chat.postEphemeral").FirstOrDefault(call => SlackStandIn.Text(call.Args, "channel") == "C2")
        );
        bot.Slack.Of("response_url").Count().ShouldBe(5);
        bot.Slack.In("DUREP").ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("https://hooks.slack.com.evil.example/x")]
    [InlineData("https://user@hooks.slack.com/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//hooks.slack.com/x")]
    public async Task Nothing_is_sent_to_addresses_that_are_not_Slacks(string url)
    {
        var bot = await StartAsync();
        await bot
            .Bot.Get<Outbox>()
            .SendAsync(Chat.Address.Parse("slack:T1/C1~UREP")!, Chat.Reply.Of("only for you") with { Via = url });
        await bot.SeesAsync(() => bot.Slack.Of("chat.postEphemeral").FirstOrDefault());
    }

    [Fact]
    public async Task A_dialog_that_opens_too_late_becomes_a_button()
    {
        var bot = await StartAsync();
        bot.Slack.Make(new SlackTrouble("views.open", 200, "expired_trigger_id"));
        var offered = await bot.CommandAsync("/handoff");
        SlackBot.Labels(offered).ShouldContain("Hand over to Marketing…");
        await bot.PressesAsync(offered, "Hand over to Marketing…", isEphemeral: true);
        await bot.SeesAsync(() => bot.Slack.Views.Values.FirstOrDefault());
    }

    [Fact]
    public async Task Roles_follow_user_groups()
    {
        var bot = await StartAsync(
            slack => slack.UserGroups["SSALES"] = ["UEMP"],
            ("People:Sales:0", "slack:T1/SSALES"),
            ("People:Managers:0", "slack:T1/SNONE")
        );
        var roster = bot.Bot.Get<Roster>();
        await bot.SeesAsync(() =>
            roster.PersonOf("default", "slack:T1/UEMP") is { Role: Role.Sales, Name: "Emil Ploy" } seen ? seen : null
        );
        roster.PersonOf("default", "slack:T1/SSALES").Role.ShouldBe(Role.Employee);
        roster.All("default").ShouldContain(member => member.Id == "slack:T1/UEMP" && member.Configured);
        // Who is taken out has lost the role as soon as the list is read again.
        bot.Bot.Get<ConfiguredRoles>().SetMembers("slack:T1/SSALES", []);
        roster.PersonOf("default", "slack:T1/UEMP").Role.ShouldBe(Role.Employee);
    }

    [Fact]
    public async Task A_dialog_that_Slack_does_not_open_is_offered_to_who_wanted_it_and_holds_up_nobody()
    {
        var bot = await StartAsync();
        await bot.SaysAsync("flag Jane Doe, jane@acme.example, to marketing: not ready until spring");
        var card = await bot.SeesAsync(() => bot.Slack.In("CMARKETING").FirstOrDefault());
        bot.Slack.Make(new SlackTrouble("views.open") { Hangs = true });
        await bot.PressesAsync(card, "Send back to Rita", "UMARK");
        // The next request of the same connection is answered meanwhile.
        await bot.SaysAsync("thanks", "UBOSS");
        await bot.SeesAsync(() => bot.Slack.In("DUBOSS").FirstOrDefault());
        var offered = await bot.SeesAsync(() =>
            bot.Slack.Of("response_url").FirstOrDefault(call => SlackBot.Labels(call.Args).Contains("Choose a reason…"))
        );
        SlackStandIn.Text(offered.Args, "response_type").ShouldBe("ephemeral");
        bot.Slack.In("CMARKETING").Count().ShouldBe(1);
    }

    [Fact]
    public async Task Where_Slack_does_not_say_who_somebody_is_they_are_answered_all_the_same()
    {
        var bot = await StartAsync();
        bot.Slack.Make(new SlackTrouble("users.info") { Hangs = true, Times = 20 });
        await bot.SaysAsync("thanks", "UEMP");
        await bot.SeesAsync(() => bot.Slack.In("DUEMP").FirstOrDefault());
        await bot.SaysAsync("flag Jane Doe, jane@acme.example, to marketing: not ready", "UEMP");
        await bot.SeesAsync(() =>
            bot
                .Slack.In("DUEMP")
                .FirstOrDefault(message =>
                    Said(message).StartsWith("I can't check right now", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public async Task A_dialog_that_was_sent_too_fast_keeps_what_was_typed()
    {
        var bot = await StartAsync(("Messaging:PerPersonPerMinute", "2"));
        await bot.SendCommandAsync("/handoff");
        var form = await bot.SeesAsync(() => bot.Slack.Views.Values.FirstOrDefault());
        await bot.SaysAsync("thanks");
        SlackStandIn
            .Text(await bot.SubmitsAsync(form, "UREP", ("title", "A flyer")), "response_action")
            .ShouldBe("errors");
    }

    [Fact]
    public async Task A_guests_home_tab_has_a_box_to_ask_in_and_no_handoff()
    {
        var bot = await StartAsync(slack => slack.AddUser("UMARK", "Mark Eter", guest: true));
        await bot.SaysAsync("flag Jane Doe, jane@acme.example, to marketing: not ready until spring");
        await bot.SeesAsync(() => bot.Slack.In("CMARKETING").FirstOrDefault());
        await bot.EventAsync(
            bot.Envelope(
                new JsonObject
                {
                    ["type"] = "app_home_opened",
                    ["user"] = "UMARK",
                    ["tab"] = "home",
                    ["event_ts"] = bot.Slack.Ts(),
                }
            )
        );
        var home = (await bot.SeesAsync(() => bot.Slack.Homes.GetValueOrDefault("UMARK"))).ToJsonString();
        home.ShouldContain("plain_text_input");
        home.ShouldNotContain("HO-1001");
    }

    [Fact]
    public async Task A_mention_counts_once_against_its_senders_limit()
    {
        var bot = await StartAsync(("Messaging:PerPersonPerMinute", "2"));
        for (var i = 0; i < 2; i++)
        {
            var ts = bot.Slack.Ts();
            foreach (var type in new[] { "app_mention", "message" })
                await bot.EventAsync(
                    bot.Envelope(
                        new JsonObject
                        {
                            ["type"] = type,
                            ["channel"] = "C1",
                            ["user"] = "UREP",
                            ["text"] = "<@UBOT> thanks",
                            ["ts"] = ts,
                        }
                    )
                );
        }
        await bot.SeesAsync(() => bot.Slack.In("C1").Count() == 2 ? "both" : null);
        bot.Slack.Of("chat.postEphemeral").ShouldBeEmpty();
    }

    [Fact]
    public async Task People_are_called_what_Slack_calls_them_also_when_they_are_named()
    {
        var bot = await StartAsync();
        await bot.SaysAsync("make <@UEMP> marketing", "UADMIN");
        Said(await bot.SeesAsync(() => bot.Slack.In("DUADMIN").FirstOrDefault()))
            .ShouldStartWith("Emil Ploy's role is now marketing");
    }
}
