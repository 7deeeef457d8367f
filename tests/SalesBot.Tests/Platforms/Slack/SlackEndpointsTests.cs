using System.Net;
using System.Text;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Platforms.Slack;

/// <summary>Requests that Slack has not sent, or that nobody can read.</summary>
public sealed class SlackEndpointsTests : IAsyncLifetime
{
    readonly TempFolder knowledge = new();
    SlackBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        File.WriteAllText(Path.Combine(knowledge.Path, "a.md"), "# Sales\n\nSales closes deals with customers.\n");
        bot = await SlackBot.StartAsync(
            "http",
            ("Knowledge:Folder", knowledge.Path),
            ("Slack:PreviousSigningSecret", "the one before")
        );
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        knowledge.Dispose();
    }

    string Event(string text = "canary") =>
        bot.Envelope(
                new System.Text.Json.Nodes.JsonObject
                {
                    ["type"] = "message",
                    ["channel"] = "D1",
                    ["channel_type"] = "im",
                    ["user"] = "UREP",
                    ["text"] = text,
                    ["ts"] = bot.Slack.Ts(),
                }
            )
            .ToJsonString();

    async Task<(HttpStatusCode Status, string Body)> PostAsync(
        string body,
        string media = "application/json",
        TimeSpan off = default,
        string secret = SlackStandIn.Secret,
        Action<HttpRequestMessage>? change = null,
        string path = "events"
    )
    {
        using var answer = await bot.Slack.PostAsync(
            bot.Address(path),
            body,
            media,
            TimeProvider.System.GetUtcNow() + off,
            secret,
            change
        );
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_request_that_is_not_signed_rightly_is_refused_and_has_no_effect()
    {
        (HttpStatusCode, string)[] refused =
        [
            await PostAsync(Event(), secret: "another"),
            await PostAsync(Event(), off: TimeSpan.FromMinutes(-6)),
            await PostAsync(Event(), off: TimeSpan.FromMinutes(6)),
            await PostAsync(Event(), change: request => request.Headers.Remove("X-Slack-Signature")),
            await PostAsync(Event(), change: request => request.Headers.Remove("X-Slack-Request-Timestamp")),
            await PostAsync(
                Event(),
                change: request =>
                    request.Content = new StringContent(Event("other"), Encoding.UTF8, "application/json")
            ),
            await PostAsync(
                Event(),
                change: request =>
                    request.Headers.TryAddWithoutValidation("X-Slack-Signature", "v0=" + new string('0', 64))
            ),
            await PostAsync("""{"type":"url_verification","challenge":"secret"}""", secret: "another"),
            await PostAsync(
                "command=%2Fhandoff&text=canary&team_id=T1&user_id=UREP&channel_id=C1",
                "application/x-www-form-urlencoded",
                secret: "another",
                path: "commands"
            ),
            await PostAsync(
                "ssl_check=1&command=%2Fhandoff&text=canary&team_id=T1&user_id=UREP&channel_id=C1",
                "application/x-www-form-urlencoded",
                secret: "another"
            ),
            await PostAsync("ssl_check=true", "application/x-www-form-urlencoded", secret: "another"),
            await PostAsync("ssl_check=1&ssl_check=0", "application/x-www-form-urlencoded", secret: "another"),
        ];
        refused.Distinct().ShouldBe([(HttpStatusCode.Unauthorized, "")]);
        await bot.SettlesAsync();
        bot.Slack.Messages.ShouldBeEmpty();
        bot.Slack.Of("response_url").ShouldBeEmpty();
    }

    [Fact]
    public async Task Slacks_own_looks_are_answered()
    {
        (await PostAsync("""{"type":"url_verification","challenge":"3eZbrw1aB","token":"t"}""")).ShouldBe(
            (HttpStatusCode.OK, """{"challenge":"3eZbrw1aB"}""")
        );
        (await PostAsync("ssl_check=1&token=t", "application/x-www-form-urlencoded", secret: "another")).ShouldBe(
            (HttpStatusCode.OK, "")
        );
    }

    [Fact]
    public async Task Both_secrets_count_and_the_media_type_counts_without_its_parameters()
    {
        (await PostAsync(Event("thanks"), secret: "the one before")).Status.ShouldBe(HttpStatusCode.OK);
        (
            await PostAsync(Event("thanks"), change: request => request.Content!.Headers.ContentType!.CharSet = "UTF-8")
        ).Status.ShouldBe(HttpStatusCode.OK);
        await bot.SeesAsync(() => bot.Slack.In("D1").Count() == 2 ? "both" : null);
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("not json", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("\ufeff{}", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.OK)]
    [InlineData("""{"type":"zz"}""", HttpStatusCode.OK)]
    [InlineData("""{"type":"event_callback","event":null}""", HttpStatusCode.OK)]
    [InlineData("""{"type":"event_callback","event":[]}""", HttpStatusCode.OK)]
    [InlineData(
        """{"type":"event_callback","team_id":"T1","event":{"type":"message","channel":{"id":"C1"},"user":["U1"],"text":5,"ts":1}}""",
        HttpStatusCode.OK
    )]
    [InlineData(
        """{"type":"event_callback","team_id":"T1","event":{"type":"message","channel":"D1","user":"UREP","text":"\ud800","ts":"1.1"}}""",
        HttpStatusCode.OK
    )]
    public async Task Whatever_comes_signed_is_read_as_far_as_it_can_be(string body, HttpStatusCode status) =>
        (await PostAsync(body)).Status.ShouldBe(status);

    [Theory]
    [InlineData("payload=%zz")]
    [InlineData("payload=[]")]
    [InlineData("payload={}&payload={}")]
    [InlineData("a=1")]
    [InlineData("")]
    public async Task A_form_that_nobody_can_read_is_refused(string body) =>
        (await PostAsync(body, "application/x-www-form-urlencoded", path: "interactivity")).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );

    [Fact]
    public async Task An_event_is_kept_before_it_is_acknowledged_and_counts_once_however_often_it_comes()
    {
        var body = Event("thanks");
        for (var retry = 0; retry < 4; retry++)
            (
                await PostAsync(body, change: request => request.Headers.Add("X-Slack-Retry-Num", $"{retry}"))
            ).Status.ShouldBe(HttpStatusCode.OK);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => PostAsync(body)));
        // One that is seen first as a repetition counts too.
        await PostAsync(Event("thanks"), change: request => request.Headers.Add("X-Slack-Retry-Num", "3"));
        await bot.SettlesAsync();
        bot.Slack.In("D1").Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_body_in_disguise_is_refused() =>
        (
            await PostAsync(Event(), change: request => request.Content!.Headers.ContentEncoding.Add("gzip"))
        ).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
}
