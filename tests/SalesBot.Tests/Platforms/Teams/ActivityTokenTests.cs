using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SalesBot.Platforms.Teams.Wire;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Platforms.Teams;

/// <summary>Which tokens are the channel's.</summary>
public sealed class ActivityTokenTests : IAsyncLifetime
{
    const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    readonly HttpClient http = new();
    TeamsStandIn teams = null!;

    public async ValueTask InitializeAsync() => teams = await TeamsStandIn.StartAsync();

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await teams.DisposeAsync();
    }

    SigningKeys Keys() => new(http, new Uri($"{teams.Url}/metadata"), time);

    ActivityToken Rules(SigningKeys? keys = null, bool endorsed = true) =>
        new(keys ?? Keys(), new TokenRules(TeamsStandIn.AppId, "https://api.botframework.com", endorsed), time);

    string Token(
        Action<JsonObject>? change = null,
        TeamsStandIn.SigningKey? key = null,
        string? kid = null,
        string algorithm = "RS256"
    ) =>
        teams.Token(
            claims =>
            {
                claims["serviceurl"] = ServiceUrl;
                change?.Invoke(claims);
            },
            key,
            kid,
            algorithm,
            time.GetUtcNow()
        );

    Task<string?> RefusalAsync(
        ActivityToken rules,
        string token,
        string? channel = "msteams",
        string? service = ServiceUrl
    ) => rules.RefusalAsync($"Bearer {token}", channel, service, CancellationToken.None);

    /// <summary>
    /// Tokens that Microsoft's own library has judged, and what is asked of this one; where they are present.
    /// </summary>
    [Fact]
    public async Task Every_token_that_was_judged_is_judged_as_it_should_be()
    {
        var tokens = JudgedTokens.All(teams, time.GetUtcNow());
        var rules = new ActivityToken(Keys(), new TokenRules(JudgedTokens.Bot, "https://api.botframework.com"), time);
        foreach (var token in tokens)
            (
                await rules.RefusalAsync(token.Header, token.ChannelId, token.ServiceUrl, CancellationToken.None)
                is null
            ).ShouldBe(token.IsLetIn, token.Name);
    }

    [Theory]
    [InlineData("iss", "https://api.botframework.com/")]
    [InlineData("iss", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")]
    [InlineData("aud", "someone-else")]
    [InlineData("serviceurl", "https://evil.example/")]
    [InlineData("serviceurl", "https://smba.trafficmanager.net/emea")]
    [InlineData("serviceurl", null)]
    [InlineData("exp", null)]
    [InlineData("exp", "never")]
    public async Task A_token_that_says_something_else_is_refused(string claim, string? value) =>
        (await RefusalAsync(Rules(), Token(claims => claims[claim] = value))).ShouldNotBeNull();

    [Theory]
    [InlineData(-3600, -301, false)]
    [InlineData(-3600, -299, true)]
    [InlineData(299, 3600, true)]
    [InlineData(301, 3600, false)]
    [InlineData(20, -20, false)]
    public async Task A_token_counts_from_five_minutes_before_to_five_minutes_after_its_time(
        int from,
        int to,
        bool counts
    )
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        (
            await RefusalAsync(Rules(), Token(claims => (claims["nbf"], claims["exp"]) = (now + from, now + to)))
            is null
        ).ShouldBe(counts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic {0}")]
    [InlineData("Bearer {0} {0}")]
    [InlineData("Bearer  {0}")]
    [InlineData("{0}")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer a.b.c.d.e")]
    public async Task Whatever_is_no_bearer_token_is_refused(string header) =>
        (
            await Rules().RefusalAsync(string.Format(header, Token()), "msteams", ServiceUrl, CancellationToken.None)
        ).ShouldNotBeNull();

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("PS256")]
    [InlineData("")]
    public async Task Another_way_of_signing_is_refused(string algorithm) =>
        (await RefusalAsync(Rules(), Token(algorithm: algorithm))).ShouldNotBeNull();

    [Fact]
    public async Task Keys_count_only_for_the_channels_they_are_endorsed_for()
    {
        var (none, other, weak) = (
            TeamsStandIn.NewKey("none"),
            TeamsStandIn.NewKey("other", ["webchat"]),
            TeamsStandIn.NewKey("weak", ["msteams"], 1024)
        );
        teams.Published.AddRange([none, other, weak]);
        (await RefusalAsync(Rules(), Token(key: none))).ShouldNotBeNull();
        (await RefusalAsync(Rules(), Token(key: other))).ShouldNotBeNull();
        (await RefusalAsync(Rules(), Token(key: other), "webchat")).ShouldBeNull();
        (await RefusalAsync(Rules(), Token(key: weak))).ShouldNotBeNull("a key of 1024 bits");
        (await RefusalAsync(Rules(), Token(key: TeamsStandIn.NewKey("rogue"), kid: "k-teams"))).ShouldNotBeNull(
            "another key under a known id"
        );
        (await RefusalAsync(Rules(endorsed: false), Token(key: none))).ShouldBeNull();
        (await RefusalAsync(Rules(), Token(), "")).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_signature_counts_for_what_was_signed()
    {
        var parts = Token().Split('.');
        var more = Convert.ToBase64String(
            Encoding.UTF8.GetBytes(
                Encoding.UTF8.GetString(Bytes(parts[1])).Replace("api.botframework.com", "api.botframework.org")
            )
        );
        (await RefusalAsync(Rules(), $"{parts[0]}.{more.TrimEnd('=')}.{parts[2]}")).ShouldNotBeNull();
        (await RefusalAsync(Rules(), $"{parts[0]}.{parts[1]}.")).ShouldNotBeNull();

        static byte[] Bytes(string text) =>
            Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '='));
    }

    [Fact]
    public async Task A_new_key_is_fetched_when_it_is_first_met_but_made_up_ones_cause_no_storm()
    {
        var rules = Rules();
        (await RefusalAsync(rules, Token())).ShouldBeNull();
        teams.KeysFetched.ShouldBe(1);
        for (var i = 0; i < 200; i++)
            (
                await RefusalAsync(rules, Token(key: TeamsStandIn.NewKey("made-up", bits: 1024), kid: $"made-up-{i}"))
            ).ShouldNotBeNull();
        teams.KeysFetched.ShouldBe(1);

        var fresh = TeamsStandIn.NewKey("k-new", ["msteams"]);
        teams.Published.Add(fresh);
        (await RefusalAsync(rules, Token(key: fresh))).ShouldNotBeNull("a moment ago they were fetched");
        time.Advance(TimeSpan.FromSeconds(11));
        (await RefusalAsync(rules, Token(key: fresh))).ShouldBeNull();
        (await RefusalAsync(rules, Token())).ShouldBeNull("the old one counts until it is taken away");
        teams.KeysFetched.ShouldBe(2);
    }

    [Fact]
    public async Task Known_keys_count_while_they_cannot_be_fetched_and_not_once_they_are_taken_away()
    {
        var (keys, token) = (Keys(), Token(claims => claims["exp"] = time.GetUtcNow().AddDays(9).ToUnixTimeSeconds()));
        var rules = Rules(keys);
        (await RefusalAsync(rules, token)).ShouldBeNull();
        teams.IsDark = true;
        time.Advance(TimeSpan.FromHours(25));
        (await RefusalAsync(rules, token)).ShouldBeNull();
        await keys.RefreshAsync();
        keys.Problem.ShouldNotBeNull();
        (await RefusalAsync(rules, token)).ShouldBeNull();

        teams.IsDark = false;
        teams.Published.RemoveAll(key => key.Kid == "k-teams");
        teams.Published.Add(TeamsStandIn.NewKey("k-next", ["msteams"]));
        time.Advance(TimeSpan.FromSeconds(11));
        await keys.RefreshAsync();
        (await RefusalAsync(rules, token)).ShouldNotBeNull();
    }

    [Fact]
    public async Task As_long_as_there_are_no_keys_nobody_can_say()
    {
        teams.IsDark = true;
        var keys = Keys();
        var asked = RefusalAsync(Rules(keys), Token());
        while (!asked.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }
        await Should.ThrowAsync<SigningKeysMissing>(() => asked);
        (keys.Age, keys.Problem is null).ShouldBe((null, false));
        teams.IsDark = false;
        time.Advance(TimeSpan.FromSeconds(2));
        (await RefusalAsync(Rules(keys), Token())).ShouldBeNull("a failure is not remembered");
    }

    [Fact]
    public async Task A_clock_that_is_wrong_for_a_while_does_no_lasting_harm()
    {
        var rules = Rules();
        var token = Token();
        (await RefusalAsync(rules, token)).ShouldBeNull();
        time.SetUtcNow(time.GetUtcNow().AddHours(3));
        (await RefusalAsync(rules, token)).ShouldNotBeNull();
        time.AdjustTime(time.GetUtcNow().AddHours(-3));
        (await RefusalAsync(rules, token)).ShouldBeNull();
    }
}
