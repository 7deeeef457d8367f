using System.Text.Json.Nodes;
using SalesBot.Handoffs;
using SalesBot.People;
using SalesBot.Storage;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Platforms.Slack;

/// <summary>
/// Messages as Slack really sends them: mentions, markup, blocks, forwarded ones, files, edits, colleagues from
/// elsewhere.
/// </summary>
public sealed class SlackMessagesTests : IAsyncLifetime
{
    SlackBot bot = null!;

    SlackStandIn Slack => bot.Slack;

    public async ValueTask InitializeAsync() => bot = await SlackBot.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await bot.SettlesAsync();
        Slack.Violations.ShouldBeEmpty();
        await bot.DisposeAsync();
    }

    static string Said(JsonObject message) => SlackStandIn.Text(message, "text") ?? "";

    Handoff? Handoff(long number) =>
        bot.Bot.Get<Database>().Read(session => bot.Bot.Get<HandoffStore>().Find(session, Workspace.Default, number));

    async Task<Handoff> RaisedAsync(string title = "Jane Doe, jane@acme.example", string by = "UREP")
    {
        await bot.SaysAsync($"flag {title}, to marketing: not ready until spring", by);
        await bot.SettlesAsync();
        return Handoff(1001).ShouldNotBeNull();
    }

    /// <summary>Somebody is known under a name and role.</summary>
    async Task KnownAsync(string id, string name, Role role)
    {
        Slack.AddUser(id, name);
        await bot
            .Bot.Get<Roster>()
            .SetAsync(Personas.Find("admin")!, $"slack:T1/{id}", new MemberChange(name, role, null, null, false, null));
    }

    [Theory]
    [InlineData("Zed Kay (US)")]
    [InlineData("Mark van der Eter")]
    [InlineData("Dr. Mark Eter")]
    [InlineData("Mary Jane Watson")]
    [InlineData("Mark Eter | Contoso")]
    [InlineData("Eter, Mark (Marketing)")]
    public async Task The_id_of_a_mention_decides_whose_a_handoff_is(string name)
    {
        await KnownAsync("UZ1", "Zed Kay", Role.Marketing);
        await KnownAsync("UZ2", name, Role.Marketing);
        await RaisedAsync();
        await bot.SaysAsync("assign HO-1001 to <@UZ2>", "UBOSS");
        await bot.SettlesAsync();
        Handoff(1001)!.Owner.ShouldBe("slack:T1/UZ2");
        await bot.SaysAsync("<@UZ2> is away until Monday", "UBOSS");
        await bot.SaysAsync("make <@UZ2> marketing", "UADMIN");
        await bot.SettlesAsync();
        Said(Slack.In("DUBOSS").Last()).ShouldStartWith($"{name} is away until");
        Said(Slack.In("DUADMIN").Last()).ShouldContain($"{name}'s role is already marketing");
    }

    [Theory]
    [InlineData("marketing Bob Orr, bob@maxcorp.example, not ready, <@UC1|max> met him", "bob@maxcorp.example")]
    [InlineData("marketing Bob Orr, bob@ann.example, not ready, <@UC1|ann> met him", "bob@ann.example")]
    [InlineData(
        "marketing Bob Orr, <mailto:bob@max.example|bob@max.example>, not ready, <@UC1> met him",
        "bob@max.example"
    )]
    [InlineData("marketing <mailto:bob@acme.example|Bob Orr>, CTO of Acme, not ready", "bob@acme.example")]
    public async Task A_mention_changes_nothing_but_itself(string text, string email)
    {
        Slack.AddUser("UC1", "Max Miller");
        await bot.CommandAsync("/handoff", text);
        await bot.SettlesAsync();
        var handoff = Handoff(1001).ShouldNotBeNull();
        handoff.Words.Person?.Email.ShouldBe(email);
        handoff.Words.Title.ShouldNotContain("<");
        if (text.Contains("UC1", StringComparison.Ordinal))
            handoff.Words.Title.ShouldContain("Max Miller met him");
    }

    [Theory]
    [InlineData("accept HO-1001 <@UEMP>")]
    [InlineData("<@UEMP> what do you think?")]
    [InlineData("<!here> accept it")]
    [InlineData("<!subteam^S1|@sales-team> accept HO-1001")]
    public async Task Words_to_a_colleague_are_theirs(string text)
    {
        await RaisedAsync();
        var ts = await bot.SaysAsync("<@UBOT> what is a lead?", "UMARK", "C1");
        await bot.SeesAsync(() => Slack.In("C1").FirstOrDefault());
        var before = Slack.In("C1").Count();
        await bot.SaysAsync(text, "UMARK", "C1", ts);
        await bot.SettlesAsync();
        Handoff(1001)!.State.ShouldBe(HandoffState.Submitted);
        Slack.In("C1").Count().ShouldBe(before);
    }

    [Theory]
    [InlineData("<@UMARK> away until Monday")]
    [InlineData("<@UMARK>: on holiday until Monday")]
    [InlineData("<@UMARK> sick today")]
    public async Task Who_is_said_to_be_away_is_who_is_named(string text)
    {
        await KnownAsync("UMARK", "Mark", Role.Marketing);
        await bot.SaysAsync(text, "UBOSS");
        await bot.SettlesAsync();
        Said(Slack.In("DUBOSS").Last()).ShouldStartWith("Mark is away");
    }

    [Theory]
    [InlineData("<@UZ2> accept HO-1001")]
    [InlineData("<@UZ2> can you accept HO-1001?")]
    [InlineData("<@UZ2> give HO-1001 back, wrong region")]
    public async Task What_a_colleague_is_asked_to_do_is_not_done_by_who_asks(string text)
    {
        await KnownAsync("UZ2", "Zed Kay", Role.Marketing);
        await RaisedAsync();
        await bot.SaysAsync(text, "UMARK");
        await bot.SettlesAsync();
        Handoff(1001)!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_only_forwarded_commands_nothing()
    {
        await RaisedAsync();
        var ts = Slack.Ts();
        await bot.EventAsync(
            bot.Envelope(
                new JsonObject
                {
                    ["type"] = "message",
                    ["channel"] = "DUREP",
                    ["channel_type"] = "im",
                    ["user"] = "UREP",
                    ["text"] = "",
                    ["ts"] = ts,
                    ["event_ts"] = ts,
                    ["attachments"] = new JsonArray(
                        new JsonObject
                        {
                            ["is_msg_unfurl"] = true,
                            ["is_share"] = true,
                            ["text"] = "withdraw HO-1001",
                        }
                    ),
                }
            )
        );
        await bot.SettlesAsync();
        Handoff(1001)!.State.ShouldBe(HandoffState.Submitted);
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("accept it :tada:")]
    [InlineData("I'll take it")]
    public async Task Below_a_card_a_move_needs_no_number(string text)
    {
        await RaisedAsync();
        var card = Slack.In("CMARKETING").First(message => Said(message).Contains("HO-1001", StringComparison.Ordinal));
        await bot.SaysAsync($"<@UBOT> {text}", "UMARK", "CMARKETING", SlackStandIn.Text(card, "ts"));
        await bot.SettlesAsync();
        Handoff(1001)!.Owner.ShouldBe("slack:T1/UMARK");
    }

    [Fact]
    public async Task What_an_app_says_beside_its_notification_fills_the_form_line_by_line()
    {
        var payload = bot.Payload("message_action", "UREP");
        (payload["callback_id"], payload["channel"], payload["response_url"]) = (
            "flag_to_marketing",
            new JsonObject { ["id"] = "C1" },
            Slack.ResponseUrl()
        );
        payload["message"] = new JsonObject
        {
            ["ts"] = "1.1",
            ["bot_id"] = "B1",
            ["text"] = "HubSpot: new lead",
            ["blocks"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "rich_text",
                    ["elements"] = new JsonArray(
                        new JsonObject
                        {
                            ["type"] = "rich_text_list",
                            ["elements"] = new JsonArray(
                                new JsonObject
                                {
                                    ["type"] = "rich_text_section",
                                    ["elements"] = new JsonArray(
                                        new JsonObject { ["type"] = "text", ["text"] = "jane@acme.example" }
                                    ),
                                }
                            ),
                        },
                        new JsonObject
                        {
                            ["type"] = "rich_text_section",
                            ["elements"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = "call her" }),
                        }
                    ),
                }
            ),
        };
        await bot.InteractAsync(payload);
        var form = (await bot.SeesAsync(() => Slack.Of("views.open").FirstOrDefault())).Args.ToJsonString();
        form.ShouldContain("\"jane@acme.example\"");
    }

    [Theory]
    [InlineData("<!here> <@UBOT> my handoffs")]
    [InlineData("<@UBOT> my handoffs <!here>")]
    [InlineData("<!subteam^S1|@sales> <@UBOT> my handoffs")]
    [InlineData("<@UBOT>, my handoffs")]
    [InlineData("<@UBOT>: my handoffs")]
    [InlineData("<@UBOT> - my handoffs")]
    [InlineData("<@UEMP> <@UBOT> my handoffs")]
    [InlineData("<@UBOT> *my handoffs*")]
    [InlineData("<@UBOT> `my handoffs`")]
    [InlineData("<@UBOT> my handoffs please")]
    [InlineData("my handoffs, <@UBOT>!")]
    public async Task Signs_beside_the_mention_change_nothing_and_nothing_is_public(string text)
    {
        await bot.SaysAsync(text, "UREP", "C1");
        await bot.SettlesAsync();
        Slack.In("C1").ShouldBeEmpty();
        Slack
            .Of("chat.postEphemeral")
            .Select(call => SlackStandIn.Text(call.Args, "text") ?? "")
            .ShouldHaveSingleItem()
            .ShouldStartWith("You have no open handoffs");
    }

    static readonly JsonArray LeadNote = new(
        new JsonObject
        {
            ["type"] = "section",
            ["text"] = new JsonObject
            {
                ["type"] = "mrkdwn",
                ["text"] = "*New lead*\nJane Doe, CTO of Acme, jane@acme.example, wants a demo",
            },
        }
    );

    [Fact]
    public async Task What_an_app_wrote_in_blocks_fills_the_form()
    {
        var payload = bot.Payload("message_action", "UREP");
        (payload["callback_id"], payload["channel"], payload["response_url"]) = (
            "flag_to_marketing",
            new JsonObject { ["id"] = "C1" },
            Slack.ResponseUrl()
        );
        payload["message"] = new JsonObject
        {
            ["ts"] = "1.1",
            ["bot_id"] = "B1",
            ["text"] = "",
            ["blocks"] = LeadNote.DeepClone(),
        };
        await bot.InteractAsync(payload);
        var form = await bot.SeesAsync(() => Slack.Of("views.open").FirstOrDefault());
        form.Args.ToJsonString().ShouldContain("jane@acme.example");
        form.Args.ToJsonString().ShouldContain("Jane Doe");
    }

    [Fact]
    public async Task A_placeholder_is_no_text_where_blocks_say_more()
    {
        var ts = Slack.Ts();
        await bot.EventAsync(
            bot.Envelope(
                new JsonObject
                {
                    ["type"] = "message",
                    ["channel"] = "DUREP",
                    ["channel_type"] = "im",
                    ["user"] = "UREP",
                    ["text"] = "This message contains interactive elements.",
                    ["ts"] = ts,
                    ["event_ts"] = ts,
                    ["blocks"] = new JsonArray(
                        new JsonObject
                        {
                            ["type"] = "rich_text",
                            ["elements"] = new JsonArray(
                                new JsonObject
                                {
                                    ["type"] = "rich_text_section",
                                    ["elements"] = new JsonArray(
                                        new JsonObject
                                        {
                                            ["type"] = "text",
                                            ["text"] = "is cold calling sales or marketing?",
                                        }
                                    ),
                                }
                            ),
                        }
                    ),
                }
            )
        );
        Said(await bot.SeesAsync(() => Slack.In("DUREP").FirstOrDefault())).ShouldStartWith("That is a sales task.");
    }

    [Fact]
    public async Task A_question_about_a_forwarded_message_is_about_what_that_says()
    {
        var ts = Slack.Ts();
        await bot.EventAsync(
            bot.Envelope(
                new JsonObject
                {
                    ["type"] = "message",
                    ["channel"] = "DUREP",
                    ["channel_type"] = "im",
                    ["user"] = "UREP",
                    ["text"] = "whose task is this?",
                    ["ts"] = ts,
                    ["event_ts"] = ts,
                    ["attachments"] = new JsonArray(
                        new JsonObject
                        {
                            ["is_msg_unfurl"] = true,
                            ["is_share"] = true,
                            ["text"] = "send out the newsletter for March",
                        }
                    ),
                }
            )
        );
        Said(await bot.SeesAsync(() => Slack.In("DUREP").FirstOrDefault()))
            .ShouldStartWith("That is a marketing task.");
    }

    [Fact]
    public async Task A_reply_below_a_card_is_about_that_card()
    {
        await RaisedAsync();
        await bot.SaysAsync("flag Bob Ray, bob@initech.example, to marketing: not ready until spring");
        await bot.SettlesAsync();
        var card = Slack.In("CMARKETING").First(message => Said(message).Contains("HO-1001", StringComparison.Ordinal));
        await bot.SaysAsync("<@UBOT> accept it", "UMARK", "CMARKETING", SlackStandIn.Text(card, "ts"));
        await bot.SettlesAsync();
        Handoff(1001)!.Owner.ShouldBe("slack:T1/UMARK");
        var other = Slack
            .In("CMARKETING")
            .First(message => Said(message).Contains("HO-1002", StringComparison.Ordinal));
        // Who says below a card what to do with it need not call the bot; who only talks is left alone.
        await bot.SaysAsync("nice one, let us see", "UMARK", "CMARKETING", SlackStandIn.Text(other, "ts"));
        await bot.SaysAsync("accept it", "UMARK", "CMARKETING", SlackStandIn.Text(other, "ts"));
        await bot.SettlesAsync();
        Handoff(1002)!.Owner.ShouldBe("slack:T1/UMARK");
    }

    [Theory]
    [InlineData("👍", "You're welcome.")]
    [InlineData("🎉🎉", "You're welcome.")]
    [InlineData(":+1:", "You're welcome.")]
    [InlineData("🤔", "")]
    [InlineData("...", "")]
    public async Task Smileys_alone_are_thanks_or_nothing(string text, string answer)
    {
        await bot.SaysAsync(text);
        await bot.SettlesAsync();
        string.Concat(Slack.In("DUREP").Select(Said)).ShouldBe(answer);
    }

    [Theory]
    [InlineData("HO-1001?")]
    [InlineData("HO-1001.")]
    [InlineData("(HO-1001)")]
    [InlineData("HO–1001")]
    public async Task A_number_with_signs_around_it_shows_the_handoff(string text)
    {
        await RaisedAsync();
        await bot.SaysAsync(text);
        await bot.SettlesAsync();
        Said(Slack.In("DUREP").Last()).ShouldContain("Waiting for");
    }

    [Fact]
    public async Task A_file_gets_a_sentence()
    {
        foreach (var text in new[] { "what is a lead?", "" })
        {
            var ts = Slack.Ts();
            await bot.EventAsync(
                bot.Envelope(
                    new JsonObject
                    {
                        ["type"] = "message",
                        ["subtype"] = "file_share",
                        ["channel"] = "DUREP",
                        ["channel_type"] = "im",
                        ["user"] = "UREP",
                        ["text"] = text,
                        ["ts"] = ts,
                        ["event_ts"] = ts,
                        ["files"] = new JsonArray(new JsonObject { ["id"] = "F1", ["name"] = "prices.pdf" }),
                    }
                )
            );
            await bot.SettlesAsync();
        }
        Slack.In("DUREP").Select(Said).ShouldAllBe(said => said.Contains("can't read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_edit_that_calls_the_bot_is_a_call_and_another_edit_is_none()
    {
        var ts = Slack.Ts();
        JsonObject Event(string type, string text, bool edited)
        {
            var e = new JsonObject
            {
                ["type"] = type,
                ["channel"] = "C1",
                ["user"] = "UREP",
                ["text"] = text,
                ["ts"] = ts,
                ["event_ts"] = ts,
            };
            if (edited)
                e["edited"] = new JsonObject { ["user"] = "UREP", ["ts"] = Slack.Ts() };
            return bot.Envelope(e);
        }
        await bot.EventAsync(Event("app_mention", "<@UBOT> what is a lead?", edited: true));
        await bot.SeesAsync(() => Slack.In("C1").FirstOrDefault());
        await bot.EventAsync(Event("app_mention", "<@UBOT> what is a lead, please?", edited: true));
        await bot.SettlesAsync();
        Slack.In("C1").ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("E0OWN", null, true)]
    [InlineData(null, "T9", true)]
    [InlineData("T9", null, false)]
    public async Task Colleagues_of_the_same_organisation_are_no_strangers(
        string? userTeam,
        string? sourceTeam,
        bool isColleague
    )
    {
        await using var slack = await SlackStandIn.StartAsync();
        slack.Enterprise = "E0OWN";
        slack.AddUser("UFAR", "Fay Far", team: "T9");
        slack.Users["UFAR"]["enterprise_user"] = new JsonObject
        {
            ["enterprise_id"] = isColleague ? "E0OWN" : "E0OTHER",
        };
        await using var grid = await SlackBot.StartAsync(slack, "http");
        var ts = slack.Ts();
        var e = new JsonObject
        {
            ["type"] = "app_mention",
            ["channel"] = "C1",
            ["user"] = "UFAR",
            ["text"] = "<@UBOT> my handoffs",
            ["ts"] = ts,
            ["event_ts"] = ts,
        };
        if (userTeam is not null)
            e["user_team"] = userTeam;
        if (sourceTeam is not null)
            (e["source_team"], e["team"]) = (sourceTeam, SlackStandIn.Team);
        var envelope = grid.Envelope(e);
        envelope["is_ext_shared_channel"] = true;
        await grid.EventAsync(envelope);
        await grid.SettlesAsync();
        var said = slack
            .Of("chat.postEphemeral")
            .Select(call => SlackStandIn.Text(call.Args, "text") ?? "")
            .ShouldHaveSingleItem();
        said.ShouldStartWith(
            isColleague ? "You have no open handoffs" : "Handoffs and settings are only for people in the company"
        );
    }

    [Fact]
    public async Task Half_a_surrogate_pair_stops_no_message()
    {
        var ts = Slack.Ts();
        var body = bot.Envelope(
                new JsonObject
                {
                    ["type"] = "message",
                    ["channel"] = "DUREP",
                    ["channel_type"] = "im",
                    ["user"] = "UREP",
                    ["text"] = "what is a lead? HALF",
                    ["ts"] = ts,
                    ["event_ts"] = ts,
                }
            )
            .ToJsonString()
            .Replace("HALF", "\\ud83d")
            .Replace("\"event_ts\"", "\"\\ud800\":1,\"event_ts\"");
        (await Slack.PostAsync(bot.Address("events"), body, "application/json")).StatusCode.ShouldBe(
            System.Net.HttpStatusCode.OK
        );
        Said(await bot.SeesAsync(() => Slack.In("DUREP").FirstOrDefault())).ShouldContain("lead", Case.Insensitive);
    }

    [Fact]
    public async Task What_one_says_of_oneself_in_a_direct_message_is_answered()
    {
        var ts = Slack.Ts();
        await bot.EventAsync(
            bot.Envelope(
                new JsonObject
                {
                    ["type"] = "message",
                    ["subtype"] = "me_message",
                    ["channel"] = "DUREP",
                    ["channel_type"] = "im",
                    ["user"] = "UREP",
                    ["text"] = "my handoffs",
                    ["ts"] = ts,
                    ["event_ts"] = ts,
                }
            )
        );
        Said(await bot.SeesAsync(() => Slack.In("DUREP").FirstOrDefault()))
            .ShouldStartWith("You have no open handoffs");
    }
}
