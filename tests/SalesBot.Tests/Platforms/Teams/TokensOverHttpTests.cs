using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Bot.Connector.Authentication;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Platforms.Teams;

/// <summary>
/// Whom the address for Teams lets in, asked as anybody may ask: 200, 401 or 403, never a fault of ours.
/// </summary>
public sealed class TokensOverHttpTests
{
    /// <summary>
    /// The process-wide list to which the SDK adds what unsigned tokens name; it is obsolete there, and still in use.
    /// </summary>
#pragma warning disable CS0618
    static IEnumerable<string> Issuers => EmulatorValidation.ToBotFromEmulatorTokenValidationParameters.ValidIssuers;
#pragma warning restore CS0618

    static async Task<HttpStatusCode> PostAsync(TeamsHost bot, string? authorization, string? channel, string? service)
    {
        // That somebody types is answered with nothing: no call goes out to the address that a token names.
        var activity = bot.Activity("typing");
        (activity["channelId"], activity["serviceUrl"]) = (channel, service);
        using var request = new HttpRequestMessage(HttpMethod.Post, bot.Address)
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var client = new HttpClient();
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    static string Unsigned(JsonObject claims) =>
        string.Join('.', Part(new JsonObject { ["alg"] = "none", ["typ"] = "JWT" }), Part(claims), "");

    static string Part(JsonObject json) =>
        Convert
            .ToBase64String(Encoding.UTF8.GetBytes(json.ToJsonString()))
            .TrimEnd('=')
            .Replace('+', '-')
            .Replace('/', '_');

    [Fact]
    public async Task Every_token_that_was_judged_is_let_in_or_refused_as_it_should_be()
    {
        var teams = await TeamsStandIn.StartAsync();
        var tokens = JudgedTokens.All(teams, TimeProvider.System.GetUtcNow());
        await using var bot = await TeamsHost.StartAsync(teams, ("Teams:AppId", JudgedTokens.Bot));
        foreach (var token in tokens)
        {
            var wanted =
                !token.IsLetIn ? HttpStatusCode.Unauthorized
                : token.ChannelId == "msteams" ? HttpStatusCode.OK
                : HttpStatusCode.Forbidden;
            (await PostAsync(bot, token.Header, token.ChannelId, token.ServiceUrl)).ShouldBe(wanted, token.Name);
        }
    }

    [Fact]
    public async Task What_the_stock_SDK_lets_in_or_stumbles_over_is_refused_and_changes_nothing()
    {
        await using var bot = await TeamsHost.StartAsync();
        var (service, now) = (bot.Teams.ServiceUrl, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        var issuers = Issuers.ToList();
        var own = bot.Teams.Token(claims =>
        {
            claims["iss"] = $"https://sts.windows.net/{TeamsStandIn.Tenant}/";
            (claims["aud"], claims["appid"], claims["ver"]) = (
                "https://api.botframework.com",
                TeamsStandIn.AppId,
                "1.0"
            );
        });
        var unsigned = Unsigned(
            new JsonObject
            {
                ["iss"] = "https://sts.windows.net/0badc0de-0000-4000-8000-000000000000/",
                ["tid"] = "0badc0de-0000-4000-8000-000000000000",
                ["aud"] = TeamsStandIn.AppId,
                ["ver"] = "2.0",
                ["azp"] = TeamsStandIn.AppId,
                ["exp"] = now + 600,
                ["serviceurl"] = service,
            }
        );
        (await PostAsync(bot, $"Bearer {own}", "msteams", service)).ShouldBe(
            HttpStatusCode.Unauthorized,
            "the bot's own outgoing token"
        );
        (await PostAsync(bot, $"Bearer {unsigned}", "msteams", service)).ShouldBe(
            HttpStatusCode.Unauthorized,
            "an unsigned token that names a tenant"
        );
        (await PostAsync(bot, $"Bearer {bot.Teams.Token()}", null, service)).ShouldBe(
            HttpStatusCode.Unauthorized,
            "no channel"
        );
        (await PostAsync(bot, $"Bearer {bot.Teams.Token()}", "msteams", null)).ShouldBe(
            HttpStatusCode.Unauthorized,
            "no address"
        );
        (
            await PostAsync(
                bot,
                $"Bearer {bot.Teams.Token(claims => claims["serviceurl"] = "http://localhost:1/")}",
                "msteams",
                "http://localhost:1/"
            )
        ).ShouldBe(HttpStatusCode.Forbidden, "an address on this machine");
        Issuers.ShouldBe(issuers);
    }

    [Fact]
    public async Task Another_channel_than_Teams_is_not_served_though_its_token_is_good()
    {
        var teams = await TeamsStandIn.StartAsync();
        var key = TeamsStandIn.NewKey("k-all", ["msteams", "webchat"]);
        teams.Published.Add(key);
        await using var bot = await TeamsHost.StartAsync(teams);
        (await PostAsync(bot, $"Bearer {teams.Token(key: key)}", "webchat", teams.ServiceUrl)).ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await PostAsync(bot, $"Bearer {teams.Token(key: key)}", "msteams", teams.ServiceUrl)).ShouldBe(
            HttpStatusCode.OK
        );
    }

    [Fact]
    public async Task A_key_that_is_published_later_is_let_in_once_it_can_be_known()
    {
        await using var bot = await TeamsHost.StartAsync();
        var fresh = TeamsStandIn.NewKey("k-later", ["msteams"]);
        var token = $"Bearer {bot.Teams.Token(key: fresh)}";
        (await PostAsync(bot, token, "msteams", bot.Teams.ServiceUrl)).ShouldBe(HttpStatusCode.Unauthorized);
        bot.Teams.Published.Add(fresh);
        await bot.Bot.EventuallyAsync(async () =>
        {
            var status = await PostAsync(bot, token, "msteams", bot.Teams.ServiceUrl);
            status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Unauthorized);
            return status == HttpStatusCode.OK;
        });
    }
}
