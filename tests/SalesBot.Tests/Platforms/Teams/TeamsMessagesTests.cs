using System.Net;
using System.Text.Json.Nodes;
using SalesBot.Handoffs;
using SalesBot.Storage;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Platforms.Teams;

/// <summary>Messages as Teams really sends them: mentions, quoted replies, HTML, cards, edits, other bots.</summary>
public sealed class TeamsMessagesTests : IAsyncLifetime
{
    TeamsHost bot = null!;

    public async ValueTask InitializeAsync() => bot = await TeamsHost.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await bot.SettlesAsync();
        await bot.DisposeAsync();
    }

    Handoff? Handoff(long number) =>
        bot.Bot.Get<Database>().Read(session => bot.Bot.Get<HandoffStore>().Find(session, Workspace.Default, number));

    static JsonObject Mention(string id, string name, string? text = null)
    {
        var entity = new JsonObject
        {
            ["type"] = "mention",
            ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name },
        };
        if (text is not null)
            entity["text"] = text;
        return entity;
    }

    async Task<string> SaidToAsync(string text, TeamsUser? by = null, Action<JsonObject>? change = null)
    {
        by ??= TeamsUser.Rep;
        var before = bot.Teams.In(by.Chat).Count();
        await bot.SaysAsync(text, by, change: change);
        await bot.SettlesAsync();
        return string.Join("\n", bot.Teams.In(by.Chat).Skip(before).Select(TeamsHost.TextOf));
    }

    Task RaisedAsync() => SaidToAsync("flag Jane Doe, jane@acme.example, to marketing: not ready until spring");

    [Theory]
    [InlineData("<at>Jane Doe (R&amp;D)</at>", "Jane Doe (R&D)")]
    [InlineData("<at id=\"0\">jane&nbsp;doe</at>", "Jane Doe")]
    [InlineData("<at>Doe, Jane</at>", "Doe, Jane")]
    public async Task The_id_of_a_mention_decides_whose_a_handoff_is(string words, string name)
    {
        await RaisedAsync();
        await SaidToAsync(
            $"assign HO-1001 to {words}",
            TeamsUser.Boss,
            activity => activity["entities"] = new JsonArray(Mention(TeamsUser.Marketer.Account, name))
        );
        Handoff(1001)!.Owner.ShouldBe(TeamsUser.Marketer.Id);
        Handoff(1002).ShouldBeNull();
        await SaidToAsync(
            $"note HO-1001: {words} will call",
            TeamsUser.Boss,
            activity => activity["entities"] = new JsonArray(Mention(TeamsUser.Marketer.Account, name))
        );
        Handoff(1001)!.Events[^1].Words!.Note.ShouldBe($"@{name} will call");
    }

    [Fact]
    public async Task Two_of_one_name_are_told_apart_by_the_number_of_the_mention_and_nobody_stands_in_for_a_stranger()
    {
        await bot
            .Bot.Get<SalesBot.People.Roster>()
            .SetAsync(
                SalesBot.People.Personas.Find("admin")!,
                "slack:T1/UZ1",
                new SalesBot.People.MemberChange("Zed Kay", SalesBot.People.Role.Employee, null, null, false, null)
            );
        await RaisedAsync();
        var owner = Handoff(1001)!.Owner;
        (
            await SaidToAsync(
                "assign HO-1001 to <at>Zed Kay</at>",
                TeamsUser.Boss,
                activity => activity["entities"] = new JsonArray(Mention("29:down", "Zed Kay"))
            )
        ).ShouldContain("I don't know @Zed Kay yet");
        Handoff(1001)!.Owner.ShouldBe(owner);
        await SaidToAsync(
            "assign HO-1001 to <at id=\"1\">Zed Kay</at>",
            TeamsUser.Boss,
            activity =>
                activity["entities"] = new JsonArray(
                    Mention("29:down", "Zed Kay"),
                    Mention(TeamsUser.Marketer.Account, "Zed Kay")
                )
        );
        Handoff(1001)!.Owner.ShouldBe(TeamsUser.Marketer.Id);
    }

    [Fact]
    public async Task A_mention_without_an_element_is_found_by_its_words_and_spares_addresses()
    {
        await RaisedAsync();
        await SaidToAsync(
            "note HO-1001: mail bob@max.example and @Max",
            TeamsUser.Boss,
            activity => activity["entities"] = new JsonArray(Mention(TeamsUser.Marketer.Account, "Max Miller", "@Max"))
        );
        Handoff(1001)!.Events[^1].Words!.Note.ShouldBe("mail bob@max.example and @Max Miller");
    }

    [Theory]
    [InlineData("<quoted messageId=\"1772050244572\"/> my handoffs")]
    [InlineData("&lt;quoted messageId=\"1772050244572\"/&gt; my handoffs")]
    [InlineData("please <at id=\"0\">SalesBot</at> my handoffs")]
    [InlineData("hi <at>Sales &amp; Marketing Bot</at>, my handoffs")]
    [InlineData("<at>SalesBot</at> my handoffs <at>SalesBot</at>")]
    public async Task What_surrounds_a_command_is_taken_off(string text) =>
        (
            await SaidToAsync(
                text,
                change: activity =>
                    activity["entities"] = new JsonArray(
                        Mention($"28:{TeamsStandIn.AppId.ToUpperInvariant()}", "SalesBot"),
                        new JsonObject
                        {
                            ["type"] = "quotedReply",
                            ["quotedReply"] = new JsonObject { ["messageId"] = "1772050244572" },
                        }
                    )
            )
        ).ShouldContain("You have no open handoffs");

    [Fact]
    public async Task What_stands_in_HTML_only_is_read() =>
        (
            await SaidToAsync(
                "",
                change: activity =>
                {
                    activity["text"] = null;
                    activity["attachments"] = new JsonArray(
                        new JsonObject
                        {
                            ["contentType"] = "text/html",
                            ["content"] = "<p>is cold calling sales or <b>marketing</b>?</p>",
                        }
                    );
                }
            )
        ).ShouldContain("That is a sales task.");

    const string Reply =
        "<blockquote itemtype=\"http://schema.skype.com/Reply\"><strong itemprop=\"mri\">Mark</strong><span itemprop=\"time\"></span>"
        + "<p itemprop=\"preview\">old talk about Bob</p></blockquote>";

    [Fact]
    public async Task Quoted_words_are_context_and_no_details()
    {
        var payload = new JsonObject
        {
            ["body"] = new JsonObject
            {
                ["contentType"] = "html",
                ["content"] = $"{Reply}<p>Jane Doe, CTO of Acme, asked for a demo</p>",
            },
        };
        var (status, body) = await bot.InvokeAsync(
            "composeExtension/fetchTask",
            new JsonObject { ["commandId"] = "hand_to_sales", ["messagePayload"] = payload }
        );
        status.ShouldBe(HttpStatusCode.OK);
        body!.ToJsonString().ShouldContain("Jane Doe");
        body.ToJsonString().ShouldNotContain("Bob");
        (
            await SaidToAsync(
                "Mark old talk about Bob\r\n\r\nmy handoffs",
                change: activity =>
                    activity["attachments"] = new JsonArray(
                        new JsonObject { ["contentType"] = "text/html", ["content"] = $"{Reply}<p>my handoffs</p>" }
                    )
            )
        ).ShouldContain("You have no open handoffs");
    }

    [Fact]
    public async Task A_card_and_the_title_of_a_channel_post_fill_the_form()
    {
        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["body"] = new JsonArray(
                new JsonObject { ["type"] = "TextBlock", ["text"] = "New lead: Jane Doe, jane@acme.example" },
                new JsonObject
                {
                    ["type"] = "FactSet",
                    ["facts"] = new JsonArray(new JsonObject { ["title"] = "Role", ["value"] = "CTO" }),
                }
            ),
        };
        var (_, body) = await bot.InvokeAsync(
            "composeExtension/fetchTask",
            new JsonObject
            {
                ["commandId"] = "flag_to_marketing",
                ["messagePayload"] = new JsonObject
                {
                    ["subject"] = "From the fair",
                    ["body"] = new JsonObject
                    {
                        ["contentType"] = "html",
                        ["content"] = "<attachment id=\"1\"></attachment>",
                    },
                    ["attachments"] = new JsonArray(
                        new JsonObject
                        {
                            ["contentType"] = "application/vnd.microsoft.card.adaptive",
                            ["content"] = card.ToJsonString(),
                        }
                    ),
                },
            }
        );
        body!.ToJsonString().ShouldContain("From the fair");
        var (_, alone) = await bot.InvokeAsync(
            "composeExtension/fetchTask",
            new JsonObject
            {
                ["commandId"] = "flag_to_marketing",
                ["messagePayload"] = new JsonObject
                {
                    ["body"] = new JsonObject
                    {
                        ["contentType"] = "html",
                        ["content"] = "<attachment id=\"1\"></attachment>",
                    },
                    ["attachments"] = new JsonArray(
                        new JsonObject
                        {
                            ["contentType"] = "application/vnd.microsoft.card.adaptive",
                            ["content"] = card.ToJsonString(),
                        }
                    ),
                },
            }
        );
        alone!.ToJsonString().ShouldContain("jane@acme.example");
    }

    [Fact]
    public async Task A_reply_that_quotes_a_card_is_about_that_card()
    {
        await RaisedAsync();
        await SaidToAsync("flag Bob Ray, bob@initech.example, to marketing: not ready until spring");
        await SaidToAsync("show HO-1001", TeamsUser.Marketer);
        var card = bot.Teams.In(TeamsUser.Marketer.Chat).Last();
        await SaidToAsync("show HO-1002", TeamsUser.Marketer);
        await SaidToAsync(
            "accept it",
            TeamsUser.Marketer,
            activity =>
                activity["entities"] = new JsonArray(
                    new JsonObject
                    {
                        ["type"] = "quotedReply",
                        ["quotedReply"] = new JsonObject { ["messageId"] = (string?)card["id"] },
                    }
                )
        );
        Handoff(1001)!.Owner.ShouldBe(TeamsUser.Marketer.Id);
    }

    [Fact]
    public async Task Smileys_alone_are_thanks()
    {
        (await SaidToAsync("(like)")).ShouldBe("You're welcome.");
        (await SaidToAsync("👍")).ShouldBe("You're welcome.");
    }

    [Fact]
    public async Task An_edit_that_calls_the_bot_is_a_call()
    {
        void Edited(JsonObject activity)
        {
            activity["type"] = "messageUpdate";
            activity["channelData"]!["eventType"] = "editMessage";
        }
        var before = bot.Teams.In(TeamsStandIn.Group).Count();
        await bot.SaysAsync("what is a lead?", conversation: TeamsStandIn.Group, change: Edited);
        await bot.SettlesAsync();
        bot.Teams.In(TeamsStandIn.Group).Count().ShouldBe(before + 1);
        var said = await bot.SaysAsync("what is a flyer?", conversation: TeamsStandIn.Group);
        await bot.SettlesAsync();
        await bot.SaysAsync(
            "what is a flyer, please?",
            conversation: TeamsStandIn.Group,
            change: activity =>
            {
                Edited(activity);
                activity["id"] = (string?)said["id"];
            }
        );
        await bot.SettlesAsync();
        bot.Teams.In(TeamsStandIn.Group).Count().ShouldBe(before + 2);
    }

    [Fact]
    public async Task Other_bots_are_never_answered() =>
        (
            await SaidToAsync(
                "what is a lead?",
                change: activity =>
                {
                    activity["from"] = new JsonObject { ["id"] = "28:another", ["name"] = "Another bot" };
                }
            )
        ).ShouldBeEmpty();

    [Fact]
    public async Task A_search_is_found_whatever_a_client_calls_it()
    {
        var (status, body) = await bot.InvokeAsync(
            "composeExtension/query",
            new JsonObject
            {
                ["commandId"] = "flag_to_marketing",
                ["parameters"] = new JsonArray(new JsonObject { ["name"] = "words", ["value"] = "flyer" }),
            }
        );
        status.ShouldBe(HttpStatusCode.OK);
        ((JsonArray)body!["composeExtension"]!["attachments"]!).Count.ShouldBeGreaterThan(0);
    }
}
