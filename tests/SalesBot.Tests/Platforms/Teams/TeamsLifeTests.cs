using System.Net;
using System.Text.Json.Nodes;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Platforms.Teams;

/// <summary>How the bot comes into conversations and goes, who is let in, and what files become.</summary>
public sealed class TeamsLifeTests
{
    static JsonObject Installed(TeamsHost bot, string action, TeamsUser? by = null, string? conversation = null)
    {
        var activity = bot.Activity("installationUpdate", by, conversation);
        activity["action"] = action;
        return activity;
    }

    static JsonObject Members(
        TeamsHost bot,
        string member,
        TeamsUser? by = null,
        string? conversation = null,
        string list = "membersAdded"
    )
    {
        var activity = bot.Activity("conversationUpdate", by, conversation);
        activity[list] = new JsonArray(new JsonObject { ["id"] = member });
        return activity;
    }

    static async Task TakesAsync(TeamsHost bot, JsonObject activity) =>
        (await bot.PostAsync(activity)).ShouldBe((HttpStatusCode.OK, ""));

    [Fact]
    public async Task It_says_once_what_it_is_there_for()
    {
        await using var bot = await TeamsHost.StartAsync();
        var chat = TeamsUser.Employee.Chat;
        for (var i = 0; i < 2; i++)
        {
            await TakesAsync(bot, Installed(bot, "add", TeamsUser.Employee));
            await TakesAsync(bot, Members(bot, $"28:{TeamsStandIn.AppId}", TeamsUser.Employee));
        }
        await bot.SeesAsync(() => bot.Teams.In(chat).FirstOrDefault());
        await bot.SettlesAsync();
        ((string?)bot.Teams.In(chat).ShouldHaveSingleItem()["summary"]).ShouldStartWith("Sales or marketing? Ask me:");

        // Somebody else who joins is not greeted, and who has begun to talk needs no welcome.
        await TakesAsync(bot, Members(bot, "29:somebody", TeamsUser.Employee, TeamsStandIn.Group));
        await bot.AsksAsync("what is sales?", TeamsUser.Boss);
        await TakesAsync(bot, Installed(bot, "add", TeamsUser.Boss));
        await bot.SettlesAsync();
        bot.Teams.In(TeamsUser.Boss.Chat).Count().ShouldBe(1);
        bot.Teams.In(TeamsStandIn.Group).ShouldBeEmpty();

        // A team chooses the channel; the greeting begins a thread there.
        var team = Installed(bot, "add", TeamsUser.Boss, "19:team@thread.tacv2");
        team["channelData"]!["settings"] = new JsonObject
        {
            ["selectedChannel"] = new JsonObject { ["id"] = TeamsStandIn.Channel },
        };
        await TakesAsync(bot, team);
        await bot.SeesAsync(() =>
            bot.Teams.Messages.Values.FirstOrDefault(message =>
                ((string)message["conversation"]!["id"]!).StartsWith(TeamsStandIn.Channel, StringComparison.Ordinal)
            )
        );

        // Taken away and added again, it greets again.
        await TakesAsync(bot, Installed(bot, "remove", TeamsUser.Employee));
        await TakesAsync(bot, Installed(bot, "add", TeamsUser.Employee));
        await bot.SeesAsync(() => bot.Teams.In(chat).Skip(1).FirstOrDefault());
        bot.Teams.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("endOfConversation")]
    [InlineData("event")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("something/new")]
    public async Task What_says_nothing_to_the_bot_is_taken_and_left(string type)
    {
        await using var bot = await TeamsHost.StartAsync();
        var activity = bot.Activity(type);
        activity["text"] = "what is sales?";
        await TakesAsync(bot, activity);
        // What it says itself, or another bot, neither.
        await bot.SaysAsync("what is sales?", change: said => said["from"]!["role"] = "bot");
        await bot.SaysAsync("what is sales?", change: said => said["from"]!["id"] = $"28:{TeamsStandIn.AppId}");
        await bot.SettlesAsync();
        bot.Teams.Messages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("messageDelete", """{"channelData":{"team":"x"}}""")]
    [InlineData("messageDelete", """{"channelData":{"team":["x"]}}""")]
    [InlineData("event", """{"name":"application/vnd.microsoft.readReceipt"}""")]
    [InlineData("event", """{"name":"application/vnd.microsoft.readReceipt","value":"x"}""")]
    [InlineData("event", """{"name":"application/vnd.microsoft.meetingStart","value":{"startTime":"soon"}}""")]
    [InlineData("typing", """{"locale":5,"textFormat":{},"localTimezone":[],"timestamp":0}""")]
    [InlineData("conversationUpdate", """{"membersAdded":[null],"channelData":{"eventType":7}}""")]
    [InlineData("installationUpdate", """{"action":null}""")]
    public async Task However_odd_it_is_what_says_nothing_to_the_bot_is_taken_and_left(string type, string more)
    {
        await using var bot = await TeamsHost.StartAsync();
        var activity = bot.Activity(type);
        foreach (var (name, value) in (JsonObject)JsonNode.Parse(more)!)
            if (name == "channelData")
                foreach (var (inner, part) in (JsonObject)value!)
                    activity["channelData"]![inner] = part?.DeepClone();
            else
                activity[name] = value?.DeepClone();
        await TakesAsync(bot, activity);
        await bot.SettlesAsync();
        bot.Teams.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_told_something_for_the_first_time_gets_a_chat_of_their_own()
    {
        await using var bot = await TeamsHost.StartAsync(("Handoffs:Notify:Marketing", ""));
        // Nobody of marketing has ever written to the bot; they are known by the configuration only.
        await bot.AsksAsync("flag Jane Doe, jane@acme.example, to marketing: not ready");
        await bot.AsksAsync("assign HO-1001 to Mark Eter", TeamsUser.Boss);
        await bot.SaysAsync("thanks", TeamsUser.Marketer);
        await bot.SettlesAsync();
        var card = await bot.AsksAsync("show HO-1001", TeamsUser.Marketer);
        await bot.PressesAsync(card, "Accept", TeamsUser.Marketer);
        await bot.SettlesAsync();

        // Whoever adds the app again has another conversation with it.
        bot.Teams.Gone.Add(TeamsUser.Rep.Chat);
        await bot.SaysAsync("hand HO-1001 back, wrong region", TeamsUser.Marketer);
        await bot.SeesAsync(() =>
            bot
                .Teams.Of("POST conversations")
                .FirstOrDefault(call => (string?)call.Body["members"]?[0]?["id"] == TeamsUser.Rep.Account)
        );
        bot.Teams.Gone.Clear();
        await bot.SeesAsync(() =>
            bot
                .Teams.In(TeamsUser.Rep.Chat)
                .FirstOrDefault(message => TeamsHost.TextOf(message).Contains("sent this back"))
        );
        bot.Teams.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_for_one_person_of_a_room_goes_to_their_own_chat_where_it_cannot_be_said_there()
    {
        await using var bot = await TeamsHost.StartAsync(("Teams:TargetedMessages", "false"));
        await bot.AsksAsync("flag Jane Doe, jane@acme.example, to marketing: not ready");
        await bot.SaysAsync("show HO-1001", TeamsUser.Rep, $"{TeamsStandIn.Channel};messageid=5");
        await bot.SeesAsync(() => bot.Teams.In(TeamsUser.Rep.Chat).Skip(1).FirstOrDefault());
        var told = await bot.SeesAsync(() => bot.Teams.In($"{TeamsStandIn.Channel};messageid=5").FirstOrDefault());
        ((string?)told["text"]).ShouldBe("I've answered you in our own chat.");

        // Who has not added the app hears how to get it.
        bot.Teams.Unreachable.Add(TeamsUser.Boss.ObjectId);
        await bot.SaysAsync("show HO-1001", TeamsUser.Boss, TeamsStandIn.Group);
        var cannot = await bot.SeesAsync(() => bot.Teams.In(TeamsStandIn.Group).FirstOrDefault());
        ((string?)cannot["text"]).ShouldStartWith("My answer is for you only");
        TeamsHost.TextOf(cannot).ShouldNotContain("jane");
    }

    [Fact]
    public async Task Guests_and_other_companies_get_what_is_theirs()
    {
        await using var bot = await TeamsHost.StartAsync();
        (
            (string?)
                (await bot.AsksAsync("flag Jane Doe, jane@acme.example, to marketing: not ready", TeamsUser.Guest))[
                    "text"
                ]
        ).ShouldBe("Handoffs and settings are only for people in the company, but you can ask me questions.");
        ((string?)(await bot.AsksAsync("what is sales?", TeamsUser.Guest))["text"]).ShouldStartWith("Sales is");

        foreach (
            var change in new Action<JsonObject>[]
            {
                activity =>
                    (activity["conversation"]!["tenantId"], activity["channelData"]!["tenant"]!["id"]) = (
                        "another",
                        "another"
                    ),
                activity => activity["channelData"]!["tenant"]!["id"] = "another",
                activity => (activity["conversation"]!["tenantId"], activity["channelData"]) = (null, null),
                activity => activity["channelId"] = "webchat",
            }
        )
        {
            var activity = bot.Activity("message", TeamsUser.Employee);
            activity["text"] = "what is sales?";
            change(activity);
            (await bot.PostAsync(activity)).ShouldBe((HttpStatusCode.Forbidden, ""));
        }
        await bot.SettlesAsync();
        bot.Teams.In(TeamsUser.Employee.Chat).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Ploy, Emil (US)")]
    [InlineData("Dr. Max Müller [Ext]")]
    [InlineData("Jean-Luc O'Neil")]
    [InlineData("李雷")]
    public async Task Names_are_as_companies_write_them(string name)
    {
        await using var bot = await TeamsHost.StartAsync();
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
                        ["mentioned"] = new JsonObject { ["id"] = TeamsUser.Employee.Account, ["name"] = name },
                    }
                );
            }
        );
        var said = await bot.SeesAsync(() => bot.Teams.In(TeamsUser.Admin.Chat).FirstOrDefault());
        TeamsHost.TextOf(said).ShouldStartWith($"{name}'s role is now marketing");
    }

    [Fact]
    public async Task Somebody_mentioned_is_meant_by_their_id_in_the_directory()
    {
        await using var bot = await TeamsHost.StartAsync();
        await bot.SaysAsync(
            "x",
            TeamsUser.Admin,
            change: activity =>
            {
                activity["text"] = "make <at>Emil Ploy</at> marketing";
                activity["entities"] = new JsonArray(
                    new JsonObject
                    {
                        ["type"] = "mention",
                        ["text"] = "<at>Emil Ploy</at>",
                        ["mentioned"] = new JsonObject { ["id"] = TeamsUser.Employee.Account, ["name"] = "Emil Ploy" },
                    }
                );
            }
        );
        var said = await bot.SeesAsync(() => bot.Teams.In(TeamsUser.Admin.Chat).FirstOrDefault());
        TeamsHost.TextOf(said).ShouldContain("Emil Ploy");
        bot.Bot.Get<SalesBot.People.Roster>()
            .PersonOf(SalesBot.Storage.Workspace.Default, TeamsUser.Employee.Id)
            .Role.ShouldBe(SalesBot.People.Role.Marketing);
    }

    /// <summary>Microsoft's Agents Playground calls chats so, and its users by numbers of their own.</summary>
    [Fact]
    public async Task Ids_are_what_Teams_says_whatever_they_look_like()
    {
        const string chat = "db1131f6-5f59-4147-b025-51de8677786b",
            person = "00000000-0000-0000-0000-0000000000020";
        await using var bot = await TeamsHost.StartAsync(("People:Sales:0", $"teams:{TeamsStandIn.Tenant}/{person}"));
        await bot.SaysAsync(
            "what is sales?",
            TeamsUser.Rep,
            chat,
            activity => activity["from"]!["aadObjectId"] = person
        );
        ((string?)(await bot.SeesAsync(() => bot.Teams.In(chat).FirstOrDefault()))["text"]).ShouldStartWith("Sales is");
        bot.Teams.Of("POST conversations").ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_has_a_role_and_never_wrote_is_known_by_name_from_the_teams_the_bot_is_in()
    {
        await using var bot = await TeamsHost.StartAsync();
        await TakesAsync(bot, Installed(bot, "add", TeamsUser.Boss, TeamsStandIn.Channel));
        await bot
            .Bot.Get<SalesBot.Platforms.Teams.TeamsNames>()
            .LearnAsync(TeamsStandIn.Tenant, TestContext.Current.CancellationToken);
        var names = bot.Bot.Get<SalesBot.People.Roster>().Names(SalesBot.Storage.Workspace.Default);
        (names[TeamsUser.Marketer.Id], names.ContainsKey(TeamsUser.Employee.Id)).ShouldBe(
            ("Mark Eter", false),
            "only those who have a role"
        );
    }

    [Fact]
    public async Task Groups_of_the_directory_give_roles_and_take_them_away()
    {
        var teams = await TeamsStandIn.StartAsync();
        teams.Groups["g1"] = [TeamsUser.Employee.ObjectId];
        await using var bot = await TeamsHost.StartAsync(
            teams,
            ("People:Managers:0", $"entra:{TeamsStandIn.Tenant}/g1")
        );
        await bot.Bot.EventuallyAsync(async () =>
            TeamsHost.TextOf(await bot.AsksAsync("digest", TeamsUser.Employee)).Contains("Handed over")
        );
        TeamsHost
            .TextOf(await bot.AsksAsync("digest", TeamsUser.Boss))
            .ShouldBe("Only sales, marketing and managers can see reports.");
    }

    [Fact]
    public async Task Files_of_an_admin_become_documents()
    {
        using var folder = new TempFolder();
        File.WriteAllText(
            Path.Combine(folder.Path, "guide.md"),
            "# Guide\n\nA flyer is a printed sheet that people take along.\n"
        );
        var teams = await TeamsStandIn.StartAsync();
        teams.Files["/prices.md"] = "# Prices\n\nA billboard is a large poster beside a road.\n"u8.ToArray();
        teams.Files["/big.txt"] = new byte[3_000_000];
        await using var bot = await TeamsHost.StartAsync(
            teams,
            ("Knowledge:Folder", folder.Path),
            ("Teams:AllowedFileUrls:0", $"{teams.Url}/files/"),
            ("Knowledge:MaxDocumentMegabytes", "1")
        );

        (await SendsAsync(TeamsUser.Employee, "prices.md")).ShouldContain("Only an admin");
        (await SendsAsync(TeamsUser.Admin, "prices.md")).ShouldContain("Reading the documents");
        await bot.Bot.EventuallyAsync(async () =>
            ((string?)(await bot.AsksAsync("what is a billboard?", TeamsUser.Employee))["text"])?.Contains(
                "large poster"
            ) == true
        );
        File.Exists(Path.Combine(folder.Path, "prices.md")).ShouldBeTrue();

        (await SendsAsync(TeamsUser.Admin, "prices.md")).ShouldContain(
            "Reading the documents",
            customMessage: "the same again is no other"
        );
        teams.Files["/prices.md"] = "# Prices\n\nA billboard is a sign at a corner.\n"u8.ToArray();
        var there = await SendsCardAsync(TeamsUser.Admin, "prices.md");
        TeamsHost.TextOf(there).ShouldContain("There's already a document called prices.md, so nothing was changed.");
        await bot.PressesAsync(there, "Replace prices.md", TeamsUser.Admin);
        await bot.Bot.EventuallyAsync(() =>
            Task.FromResult(File.ReadAllText(Path.Combine(folder.Path, "prices.md")).Contains("corner"))
        );

        (await SendsAsync(TeamsUser.Admin, "big.txt")).ShouldContain("It is larger than 1 MB.");
        (await SendsAsync(TeamsUser.Admin, "gone.txt")).ShouldContain("send it again");
        (await SendsAsync(TeamsUser.Admin, "list.exe")).ShouldContain("only read .md and .txt files");
        (await SendsAsync(TeamsUser.Admin, "redirect.txt")).ShouldContain("send it again");
        (await SendsAsync(TeamsUser.Admin, "../../etc/passwd.txt", "https://evil.example/passwd.txt")).ShouldContain(
            "It isn't stored where Teams keeps files."
        );
        Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order().ShouldBe(["guide.md", "prices.md"]);

        async Task<JsonObject> SendsCardAsync(TeamsUser by, string name, string? url = null)
        {
            await bot.SettlesAsync();
            var before = teams.In(by.Chat).Count();
            await bot.SaysAsync(
                "",
                by,
                change: activity =>
                    activity["attachments"] = new JsonArray(
                        new JsonObject
                        {
                            ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
                            ["name"] = name,
                            ["content"] = new JsonObject
                            {
                                ["downloadUrl"] = url ?? $"{teams.Url}/files/{name}",
                                ["uniqueId"] = "1",
                                ["fileType"] = "md",
                            },
                        }
                    )
            );
            return await bot.SeesAsync(() => teams.In(by.Chat).Skip(before).FirstOrDefault());
        }

        async Task<string> SendsAsync(TeamsUser by, string name, string? url = null) =>
            TeamsHost.TextOf(await SendsCardAsync(by, name, url));
    }
}
