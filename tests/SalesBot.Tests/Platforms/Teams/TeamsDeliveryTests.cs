using System.Net;
using System.Text.Json.Nodes;
using SalesBot.Messaging;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Platforms.Teams;

/// <summary>What becomes of messages that Teams does not take at once, or never.</summary>
public sealed class TeamsDeliveryTests
{
    [Theory]
    [InlineData(429, "Throttled")]
    [InlineData(412, "PreconditionFailed")]
    [InlineData(500, "ServiceError")]
    [InlineData(502, "BadGateway")]
    [InlineData(504, "GatewayTimeout")]
    public async Task What_fails_is_tried_again(int status, string code)
    {
        await using var bot = await TeamsHost.StartAsync();
        bot.Teams.Make(
            new TeamsTrouble("POST activities", status, code, RetryAfter: status == 429 ? 1 : null, Times: 2)
        );
        var answer = await bot.AsksAsync("what is sales?", TeamsUser.Employee);
        ((string?)answer["text"]).ShouldStartWith("Sales is");
        await bot.SettlesAsync();
        bot.Teams.In(TeamsUser.Employee.Chat).Count().ShouldBe(1);
        bot.Teams.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(400, "BadSyntax")]
    [InlineData(403, "ConversationBlockedByUser")]
    [InlineData(413, "MessageSizeTooBig")]
    [InlineData(307, "Elsewhere")]
    public async Task What_can_never_be_sent_is_put_aside_at_once(int status, string code)
    {
        await using var bot = await TeamsHost.StartAsync();
        bot.Teams.Make(new TeamsTrouble("POST activities", status, code, Times: 9));
        await bot.SaysAsync("what is sales?", TeamsUser.Employee);
        await bot.Bot.EventuallyAsync(() => Task.FromResult(bot.Bot.Get<DeadLetters>().Count() == 1));
        // A slow machine says besides, once, that the answer takes a moment.
        bot.Teams.Of("POST activities")
            .Select(call => TeamsHost.TextOf(call.Body))
            .GroupBy(text => text)
            .ShouldAllBe(same => same.Count() == 1);
    }

    [Fact]
    public async Task Nothing_is_called_while_Teams_asks_for_time_whatever_is_new()
    {
        await using var bot = await TeamsHost.StartAsync();
        bot.Teams.Make(new TeamsTrouble("POST activities", 429, "Throttled", RetryAfter: 3));
        for (var i = 0; i < 4; i++)
        {
            await bot.SaysAsync("thanks", TeamsUser.Employee);
            await Task.Delay(
                TimeSpan.FromMilliseconds(400),
                TimeProvider.System,
                TestContext.Current.CancellationToken
            );
        }
        bot.Teams.Of("POST activities").Count().ShouldBe(1);
        await bot.SeesAsync(() => bot.Teams.In(TeamsUser.Employee.Chat).Skip(3).FirstOrDefault());
    }

    [Fact]
    public async Task A_card_that_cannot_be_kept_in_step_holds_up_no_answer()
    {
        await using var bot = await TeamsHost.StartAsync();
        await bot.SaysAsync("thanks", TeamsUser.Marketer);
        await bot.AsksAsync("flag Jane Doe, jane@acme.example, to marketing: not ready");
        bot.Teams.Make(new TeamsTrouble("PUT activities", 500, Times: int.MaxValue));
        await bot.SaysAsync("accept HO-1001", TeamsUser.Marketer);
        await bot.SeesAsync(() => bot.Teams.Of("PUT activities").FirstOrDefault());
        await bot.SaysAsync("what is marketing?");
        await bot.SeesAsync(() =>
            bot
                .Teams.In(TeamsUser.Rep.Chat)
                .FirstOrDefault(message =>
                    ((string?)message["text"])?.StartsWith("Marketing is", StringComparison.Ordinal) == true
                )
        );
        bot.Teams.IsWell();
        await bot.Bot.EventuallyAsync(() =>
            Task.FromResult(
                bot.Teams.In(TeamsUser.Rep.Chat)
                    .Any(message => TeamsHost.TextOf(message).Contains("Accepted by", StringComparison.Ordinal))
            )
        );
    }

    [Fact]
    public async Task Of_what_may_have_arrived_nobody_gets_more_than_three()
    {
        await using var bot = await TeamsHost.StartAsync();
        bot.Teams.Make(new TeamsTrouble("POST activities", 502, "BadGateway", LosesAnswer: true, Times: 9));
        await bot.SaysAsync("what is sales?", TeamsUser.Employee);
        await bot.Bot.EventuallyAsync(() => Task.FromResult(bot.Bot.Get<DeadLetters>().Count() == 1));
        bot.Teams.In(TeamsUser.Employee.Chat).Count().ShouldBe(3);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_fetched_anew_once()
    {
        await using var bot = await TeamsHost.StartAsync();
        await bot.AsksAsync("what is sales?", TeamsUser.Employee);
        bot.Teams.OldestToken = bot.Teams.TokensGiven + 1;
        ((string?)(await bot.AsksAsync("what is marketing?", TeamsUser.Employee))["text"]).ShouldStartWith(
            "Marketing is"
        );

        bot.Teams.OldestToken = 1000;
        await bot.SaysAsync("what is a flyer?", TeamsUser.Employee);
        await bot.Bot.EventuallyAsync(() => Task.FromResult(bot.Bot.Get<DeadLetters>().Count() == 1));
        (await bot.Bot.Client.GetStringAsync("/health/ready")).ShouldContain(
            "Teams rejected the bot's token",
            Case.Sensitive
        );
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_and_health_says_why()
    {
        var teams = await TeamsStandIn.StartAsync();
        teams.IsSecretWrong = true;
        await using var bot = await TeamsHost.StartAsync(teams);
        await bot.SaysAsync("what is sales?", TeamsUser.Employee);
        await bot.Bot.EventuallyAsync(() => Task.FromResult(bot.Bot.Get<DeadLetters>().Count() == 1));
        (await bot.Bot.Client.GetStringAsync("/health/ready")).ShouldContain(
            "AADSTS7000215: Invalid client secret provided."
        );
        teams.Calls.ShouldBeEmpty();

        // Once the secret is right the message goes out.
        teams.IsSecretWrong = false;
        await bot.Bot.Get<DeadLetters>().SendAgainAsync();
        await bot.SeesAsync(() => teams.In(TeamsUser.Employee.Chat).FirstOrDefault());
        await bot.SettlesAsync();
        (await bot.Bot.Client.GetStringAsync("/health/ready")).ShouldNotContain("AADSTS");
    }

    [Fact]
    public async Task The_bots_token_goes_nowhere_but_to_connectors_that_are_allowed()
    {
        await using var bot = await TeamsHost.StartAsync();
        foreach (
            var url in new[]
            {
                "http://127.0.0.1:9/teams/",
                "https://smba.trafficmanager.net.evil.example/",
                "https://evil.example/?smba.trafficmanager.net/",
                "file:///etc/passwd",
                "https://user@smba.trafficmanager.net/",
                "https://smba.trafficmanager.net:8443/",
                "//evil.example/",
                "http://smba.trafficmanager.net/",
                "https://smba.trafficmanager.net#/",
                "http://169.254.169.254/",
                $"{bot.Teams.Url}/teamsx/",
                "https://smba.trafficmanager.net\\@evil.example/",
            }
        )
        {
            var activity = bot.Activity("message", TeamsUser.Employee);
            (activity["text"], activity["serviceUrl"]) = ("what is sales?", url);
            (await bot.PostAsync(activity, bot.Teams.Token(claims => claims["serviceurl"] = url))).Status.ShouldBe(
                HttpStatusCode.Forbidden,
                url
            );
        }
        // Nor when somebody has changed what the database says.
        await bot.AsksAsync("what is sales?", TeamsUser.Employee);
        await bot
            .Bot.Get<SalesBot.Storage.Writer>()
            .WriteAsync(session =>
                session.Execute("update teams_conversations set service_url = 'http://127.0.0.1:9/stolen/'")
            );
        var outbox = bot.Bot.Get<Outbox>();
        await outbox.SendAsync(SalesBot.Chat.Address.Parse(TeamsUser.Employee.Id)!, SalesBot.Chat.Reply.Of("hello"));
        await bot.Bot.EventuallyAsync(() => Task.FromResult(bot.Bot.Get<DeadLetters>().Count() == 1));
    }

    [Fact]
    public async Task Where_Teams_is_busy_no_conversation_gets_more_than_it_may()
    {
        await using var bot = await TeamsHost.StartAsync(("Messaging:PerPersonPerMinute", "1000"));
        var began = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < 12; i++)
            await bot.SaysAsync("thanks", TeamsUser.Employee);
        await bot.SeesAsync(() => bot.Teams.In(TeamsUser.Employee.Chat).Skip(11).FirstOrDefault());
        TimeProvider
            .System.GetElapsedTime(began)
            .ShouldBeGreaterThan(TimeSpan.FromSeconds(2), "seven in a second, eight in two");
        bot.Teams.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_card_that_is_gone_is_not_sought_again_and_what_takes_its_place_is_said_anew()
    {
        await using var bot = await TeamsHost.StartAsync();
        await bot.SaysAsync("thanks", TeamsUser.Marketer);
        var card = await bot.AsksAsync("flag Jane Doe, jane@acme.example, to marketing: not ready");
        bot.Teams.Messages.TryRemove($"{TeamsUser.Rep.Chat}|{card["id"]}", out _).ShouldBeTrue();
        await bot.AsksAsync("accept HO-1001", TeamsUser.Marketer);
        await bot.SettlesAsync();
        bot.Bot.Get<DeadLetters>().Count().ShouldBe(0);
        bot.Teams.In(TeamsUser.Rep.Chat).Count().ShouldBe(1, "the news that it was accepted");
    }

    [Fact]
    public async Task Texts_of_any_length_and_script_arrive_within_what_Teams_takes()
    {
        await using var bot = await TeamsHost.StartAsync();
        foreach (
            var words in new[] { "Ж", "売", "👩‍👩‍👧‍👦", "é", "<at>", "{{DATE(2026-01-01T00:00:00Z)}}", "\\\"", "x " }
        )
        {
            var details = string.Concat(Enumerable.Repeat(words, 30_000 / words.Length));
            await bot.AsksAsync($"flag Jane Doe, jane@acme.example, to marketing: {details}");
        }
        await bot.SettlesAsync();
        bot.Teams.Violations.ShouldBeEmpty();
        bot.Bot.Get<DeadLetters>().Count().ShouldBe(0);
        bot.Teams.Messages.Values.ShouldAllBe(message =>
            !message.ToJsonString(new System.Text.Json.JsonSerializerOptions()).Contains("\\uFFFD")
        );
    }

    [Theory]
    [InlineData("GET", "", 405)]
    [InlineData("POST", "", 400)]
    [InlineData("POST", "[]", 400)]
    [InlineData("POST", "{}", 400)]
    [InlineData("POST", """{"type":5}""", 400)]
    [InlineData("POST", """{"type":"message","type":"invoke"}""", 400)]
    [InlineData("POST", """{"type":"message"}""", 401)]
    public async Task What_cannot_be_read_is_refused_before_anything_else(string method, string body, int status)
    {
        await using var bot = await TeamsHost.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), bot.Address)
        {
            Content = method == "GET" ? null : new StringContent(body),
        };
        using var answer = await bot.Bot.Client.SendAsync(request, TestContext.Current.CancellationToken);
        (
            (int)answer.StatusCode,
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        ).ShouldBe((status, ""));
    }

    [Fact]
    public async Task What_is_longer_than_any_activity_is_refused()
    {
        await using var bot = await TeamsHost.StartAsync();
        var activity = bot.Activity("message");
        activity["text"] = new string('x', 300_000);
        (await bot.PostAsync(activity)).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        JsonNode? noId = bot.Activity("message");
        noId!.AsObject().Remove("id");
        (await bot.PostAsync(noId.AsObject())).Status.ShouldBe(HttpStatusCode.BadRequest);
    }
}
