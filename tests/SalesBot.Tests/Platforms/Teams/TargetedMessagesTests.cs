using System.Text.Json.Nodes;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Platforms.Teams;

/// <summary>What is for one person of a room: said there, where only they see it, or in their own chat.</summary>
public sealed class TargetedMessagesTests
{
    const string Thread = $"{TeamsStandIn.Channel};messageid=5",
        Flag = "flag Jane Doe, jane@acme.example, to marketing: not ready";

    static void Slash(JsonObject activity, string text)
    {
        activity["text"] = text;
        activity["recipient"]!["isTargeted"] = true;
        activity.Remove("entities");
    }

    /// <summary>Somebody says something behind a slash, which nobody else of the room sees.</summary>
    /// <returns>What the bot says to them there next.</returns>
    static async Task<JsonObject> SaysAsideAsync(TeamsHost bot, string text, TeamsUser by, string room = Thread)
    {
        var before = Asides(bot, by, room).Count();
        await bot.SaysAsync("", by, room, activity => Slash(activity, text));
        var said = await bot.SeesAsync(() => Asides(bot, by, room).Skip(before).FirstOrDefault());
        await bot.SettlesAsync();
        return said;
    }

    static IEnumerable<JsonObject> Asides(TeamsHost bot, TeamsUser user, string room) =>
        bot.Teams.In(room).Where(message => (string?)message["onlyFor"] == user.Account);

    /// <summary>
    /// What somebody sees of the bot where others are, too; alone with it they hear of their own work.
    /// </summary>
    static string SeenBy(TeamsHost bot, TeamsUser user) =>
        string.Join(
            "\n",
            bot.Teams.SeenBy(user)
                .Where(message => (string?)message["conversation"]!["id"] != user.Chat)
                .Select(message => message.ToJsonString())
        );

    [Fact]
    public async Task What_is_for_one_person_of_a_room_is_said_there_and_nobody_else_sees_a_byte_of_it()
    {
        await using var bot = await TeamsHost.StartAsync(("Handoffs:Notify:Marketing", ""));
        await bot.AsksAsync(Flag);
        foreach (var room in new[] { Thread, TeamsStandIn.Group })
            await bot.SaysAsync("show HO-1001", TeamsUser.Rep, room);
        foreach (var room in new[] { Thread, TeamsStandIn.Group })
            TeamsHost
                .TextOf(await bot.SeesAsync(() => Asides(bot, TeamsUser.Rep, room).FirstOrDefault()))
                .ShouldContain("jane@acme.example");
        await bot.SettlesAsync();
        bot.Teams.In(Thread).Count().ShouldBe(1, "the room need not hear of it");
        foreach (var other in TeamsUser.All.Where(user => user != TeamsUser.Rep))
            SeenBy(bot, other).ShouldNotContain("jane", Case.Insensitive, other.Name);
        SeenBy(bot, TeamsUser.Rep).ShouldContain("jane@acme.example");
        bot.Teams.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(400, "BadArgument")]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(404, "ConversationNotFound")]
    public async Task Where_Teams_refuses_that_it_arrives_once_in_their_own_chat(int status, string code)
    {
        await using var bot = await TeamsHost.StartAsync(("Handoffs:Notify:Marketing", ""));
        await bot.AsksAsync(Flag);
        bot.Teams.Make(new TeamsTrouble("POST targeted", status, code, Times: int.MaxValue));
        var before = bot.Teams.In(TeamsUser.Rep.Chat).Count();
        await bot.SaysAsync("show HO-1001", TeamsUser.Rep, Thread);
        var told = await bot.SeesAsync(() => bot.Teams.In(Thread).FirstOrDefault());
        ((string?)told["text"]).ShouldBe("I've answered you in our own chat.");
        await bot.SettlesAsync();
        bot.Teams.In(TeamsUser.Rep.Chat).Count().ShouldBe(before + 1);

        await bot.SaysAsync("show HO-1001", TeamsUser.Rep, Thread);
        await bot.SeesAsync(() => bot.Teams.In(Thread).Skip(1).FirstOrDefault());
        bot.Teams.Of("POST targeted").Count().ShouldBe(1, "the room is not asked again for a while");
        foreach (var other in TeamsUser.All.Where(user => user != TeamsUser.Rep))
            SeenBy(bot, other).ShouldNotContain("jane", Case.Insensitive, other.Name);
    }

    [Fact]
    public async Task What_nobody_knows_to_have_arrived_is_tried_again_and_not_told_twice()
    {
        await using var bot = await TeamsHost.StartAsync(("Handoffs:Notify:Marketing", ""));
        await bot.AsksAsync(Flag);
        bot.Teams.Make(new TeamsTrouble("POST targeted", 429, "Throttled", RetryAfter: 1));
        await bot.SaysAsync("show HO-1001", TeamsUser.Rep, Thread);
        await bot.SeesAsync(() => Asides(bot, TeamsUser.Rep, Thread).FirstOrDefault());
        await bot.SettlesAsync();
        Asides(bot, TeamsUser.Rep, Thread).Count().ShouldBe(1);
    }

    [Fact]
    public async Task Turned_off_it_goes_to_their_own_chat()
    {
        await using var bot = await TeamsHost.StartAsync(("Teams:TargetedMessages", "false"));
        await bot.AsksAsync(Flag);
        await bot.SaysAsync("show HO-1001", TeamsUser.Rep, Thread);
        await bot.SeesAsync(() => bot.Teams.In(Thread).FirstOrDefault());
        bot.Teams.Of("POST targeted").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_asked_behind_a_slash_is_answered_there_alone_and_shared_once_if_they_want()
    {
        await using var bot = await TeamsHost.StartAsync();
        var answer = await SaysAsideAsync(bot, "ask what is sales?", TeamsUser.Employee);
        TeamsHost.TextOf(answer).ShouldContain("Sales is");
        bot.Teams.SeenBy(TeamsUser.Rep).ShouldBeEmpty();

        for (var i = 0; i < 2; i++)
        {
            var said = await bot.PressesAsync(answer, "Share with everybody", TeamsUser.Employee);
            ((string?)said["value"]).ShouldBe("I'll share it with everybody here.");
            await bot.SeesAsync(() => bot.Teams.SeenBy(TeamsUser.Rep).FirstOrDefault());
            await bot.SettlesAsync();
        }
        var shared = bot.Teams.SeenBy(TeamsUser.Rep).ShouldHaveSingleItem();
        ((string?)shared["conversation"]!["id"]).ShouldBe(Thread);
        ((string?)shared["text"]).ShouldStartWith("Emil Ploy asked: “what is sales?”");
        bot.Teams.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, 403)]
    [InlineData(false, 403)]
    [InlineData(true, 501)]
    public async Task Nobody_hears_that_something_was_asked_behind_a_slash(bool isAllowed, int status)
    {
        await using var bot = await TeamsHost.StartAsync(("Teams:TargetedMessages", $"{isAllowed}"));
        bot.Teams.Make(new TeamsTrouble("POST targeted", status, "NotThere", Times: int.MaxValue));
        await bot.SaysAsync("", TeamsUser.Employee, Thread, activity => Slash(activity, "ask what is sales?"));
        await bot.SeesAsync(() => bot.Teams.In(TeamsUser.Employee.Chat).FirstOrDefault());
        await bot.SettlesAsync();
        bot.Teams.SeenBy(TeamsUser.Rep).ShouldBeEmpty();
        bot.Teams.In(Thread).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_nobody_knows_to_have_arrived_goes_to_their_own_chat_in_the_end()
    {
        await using var bot = await TeamsHost.StartAsync();
        bot.Teams.Make(new TeamsTrouble("POST targeted", 502, "BadGateway", Times: int.MaxValue));
        await bot.SaysAsync("", TeamsUser.Employee, Thread, activity => Slash(activity, "ask what is sales?"));
        await bot.SeesAsync(() => bot.Teams.In(TeamsUser.Employee.Chat).FirstOrDefault());
        await bot.SettlesAsync();
        (bot.Teams.In(TeamsUser.Employee.Chat).Count(), bot.Teams.SeenBy(TeamsUser.Rep).Count()).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_card_that_Teams_has_taken_away_goes_on_in_their_own_chat()
    {
        await using var bot = await TeamsHost.StartAsync(("Handoffs:Notify:Marketing", ""));
        await bot.SaysAsync("thanks", TeamsUser.Marketer);
        await SaysAsideAsync(bot, $"/handoff {Flag["flag ".Length..]}", TeamsUser.Rep);
        bot.Teams.Messages.Clear();
        await bot.SaysAsync("accept HO-1001", TeamsUser.Marketer);
        var card = await bot.SeesAsync(() =>
            bot
                .Teams.In(TeamsUser.Rep.Chat)
                .FirstOrDefault(message =>
                    TeamsHost.TextOf(message).Contains("accepted", StringComparison.OrdinalIgnoreCase)
                )
        );
        TeamsHost.TextOf(card).ShouldContain("HO-1001");
    }

    [Theory]
    [InlineData("true")]
    [InlineData("\"true\"")]
    [InlineData("1")]
    public async Task However_it_is_said_that_nobody_else_sees_a_question_nobody_else_sees_the_answer(string isTargeted)
    {
        await using var bot = await TeamsHost.StartAsync();
        await bot.SaysAsync(
            "what is sales?",
            TeamsUser.Employee,
            Thread,
            activity => activity["recipient"]!["isTargeted"] = JsonNode.Parse(isTargeted)
        );
        await bot.SeesAsync(() => Asides(bot, TeamsUser.Employee, Thread).FirstOrDefault());
        await bot.SettlesAsync();
        bot.Teams.SeenBy(TeamsUser.Rep).ShouldBeEmpty();
    }

    [Fact]
    public async Task Replies_that_are_expected_in_the_body_are_not_given_there_where_all_of_a_room_would_see_them()
    {
        await using var bot = await TeamsHost.StartAsync();
        await bot.AsksAsync(Flag);
        var activity = bot.Activity("message", TeamsUser.Rep, TeamsStandIn.Group);
        (activity["text"], activity["deliveryMode"]) = ("show HO-1001", "expectReplies");
        activity["recipient"]!["isTargeted"] = true;
        (await bot.PostAsync(activity)).Body.ShouldBe("""{"activities":[]}""");
        TeamsHost
            .TextOf(await bot.SeesAsync(() => Asides(bot, TeamsUser.Rep, TeamsStandIn.Group).FirstOrDefault()))
            .ShouldContain("jane@acme.example");
    }

    [Fact]
    public async Task Nobody_shares_what_another_was_answered()
    {
        await using var bot = await TeamsHost.StartAsync();
        var answer = await SaysAsideAsync(bot, "ask what is sales?", TeamsUser.Employee);
        await bot.PressesAsync(answer, "Share with everybody", TeamsUser.Rep);
        await bot.SettlesAsync();
        bot.Teams.In(Thread).Where(message => message["onlyFor"] is null).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("handoff Jane Doe, jane@acme.example, to marketing: not ready")]
    [InlineData("/handoff Jane Doe, jane@acme.example, to marketing: not ready")]
    [InlineData("salesbot flag Jane Doe, jane@acme.example, to marketing: not ready")]
    [InlineData("flag Jane Doe, jane@acme.example, to marketing: not ready")]
    public async Task Work_is_handed_over_behind_a_slash_and_its_card_is_kept_in_step_there(string text)
    {
        await using var bot = await TeamsHost.StartAsync(("Handoffs:Notify:Marketing", ""));
        await bot.SaysAsync("thanks", TeamsUser.Marketer);
        var card = await SaysAsideAsync(bot, text, TeamsUser.Rep);
        TeamsHost.TextOf(card).ShouldContain("HO-1001");
        await bot.AsksAsync("accept HO-1001", TeamsUser.Marketer);
        await bot.SeesAsync(() => bot.Teams.Of("PUT targeted").FirstOrDefault());
        await bot.SettlesAsync();
        TeamsHost.TextOf(Asides(bot, TeamsUser.Rep, Thread).First()).ShouldContain("accepted", Case.Insensitive);
        SeenBy(bot, TeamsUser.Employee).ShouldNotContain("jane", Case.Insensitive);
        bot.Teams.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_the_room_a_private_answer_can_be_shared_by_a_word()
    {
        await using var bot = await TeamsHost.StartAsync();
        await SaysAsideAsync(bot, "what is sales?", TeamsUser.Employee, TeamsStandIn.Group);
        await bot.SaysAsync(
            "",
            TeamsUser.Employee,
            TeamsStandIn.Group,
            activity => Slash(activity, "share it with everybody")
        );
        ((string?)(await bot.SeesAsync(() => bot.Teams.SeenBy(TeamsUser.Rep).FirstOrDefault()))["text"])
            .ShouldNotBeNull()
            .ShouldContain("Sales is");
    }
}
