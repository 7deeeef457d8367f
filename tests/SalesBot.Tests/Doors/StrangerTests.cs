using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.People;
using SalesBot.Storage;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Doors;

/// <summary>Who gets in over HTTP, and who does not, wherever they seem to come from.</summary>
public sealed class StrangerTests(StrangerTests.Host host) : IClassFixture<StrangerTests.Host>
{
    public sealed class Host : IAsyncLifetime
    {
        internal RunningBot Bot { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Bot = await RunningBot.StartAsync();

        public ValueTask DisposeAsync() => Bot.DisposeAsync();
    }

    /// <summary>A client without the token of the machine, that follows nothing and keeps no cookies.</summary>
    HttpClient Stranger(Uri? at = null) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = at ?? host.Bot.Client.BaseAddress,
        };

    static readonly string[] Paths =
    [
        "/",
        "/?q=what+is+a+lead",
        "/document?path=glossary.md",
        "/api/v1/people",
        "/api/v1/handoffs",
        "/api/v1/handoffs/HO-1001",
        "/api/v1/keys",
        "/api/v1/reports/funnel",
        "/api/v1/search?q=lead",
        "/api/v1/knowledge/gaps",
        "/api/v1/outbox/dead",
        "/openapi/v1.json",
        "/nothing",
        "/mcp",
        "/metrics",
    ];

    [Fact]
    public async Task Without_the_token_nobody_is_anybody_whatever_they_say_of_themselves()
    {
        using var stranger = Stranger();
        foreach (var path in Paths)
        foreach (
            var (name, value) in new[]
            {
                ("X-SalesBot-As", "admin"),
                ("Cookie", "salesbot-as=admin; salesbot-token=admin"),
                ("Authorization", "Bearer x"),
                ("X-Remote-IP", "127.0.0.1"),
                ("Host", "localhost"),
                ("Origin", "http://localhost:3978"),
            }
        )
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation(name, value);
            if (name != "X-SalesBot-As")
                request.Headers.Add("X-SalesBot-As", "admin");
            (await stranger.SendAsync(request)).StatusCode.ShouldBeOneOf(
                HttpStatusCode.Unauthorized,
                HttpStatusCode.TooManyRequests
            );
        }
        foreach (var path in new[] { "/health/live", "/health/ready", "/privacy", "/terms", "/site.css" })
            (await stranger.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK, path);
    }

    [Fact]
    public async Task A_stranger_reads_how_to_get_in()
    {
        using var stranger = Stranger();
        var page = await (await stranger.GetAsync("/")).Content.ReadAsStringAsync();
        page.ShouldContain("salesbot link");
        page.ShouldContain("local-token");
        page.ShouldNotContain(host.Bot.Data.Path);
        page.ShouldNotContain(RunningBot.LocalToken);
    }

    [Fact]
    public async Task The_link_becomes_a_cookie_and_leaves_the_address()
    {
        using var stranger = Stranger();
        var opened = await stranger.GetAsync($"/?token={RunningBot.LocalToken}&q=what+is+a+lead");
        opened.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        opened.Headers.Location!.ToString().ShouldBe("/?q=what%20is%20a%20lead");
        var cookie = opened.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldNotContain(RunningBot.LocalToken, customMessage: "other ports of this machine get the cookie too");
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        (await GetAsync("/", cookie)).ShouldBe(HttpStatusCode.OK);
        (await GetAsync("/api/v1/search?q=lead", cookie)).ShouldBe(HttpStatusCode.OK);
        (await GetAsync("/", cookie, ("Sec-Fetch-Site", "cross-site"))).ShouldBe(HttpStatusCode.Unauthorized);
        (await GetAsync("/api/v1/search?q=lead", cookie, ("Sec-Fetch-Site", "same-site"))).ShouldBe(
            HttpStatusCode.Unauthorized
        );
        (await GetAsync("/api/v1/search?q=lead", cookie, ("Origin", "http://localhost:1"))).ShouldBe(
            HttpStatusCode.Unauthorized
        );
        (await stranger.GetAsync("/?token=another-token-altogether")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        async Task<HttpStatusCode> GetAsync(string path, string cookie, params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Cookie", cookie.Split(';')[0]);
            foreach (var (name, value) in headers)
                request.Headers.TryAddWithoutValidation(name, value);
            return (await stranger.SendAsync(request)).StatusCode;
        }
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task The_sign_in_page_leads_to_no_other_site(string path)
    {
        using var stranger = Stranger();
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(stranger.BaseAddress!.GetLeftPart(UriPartial.Authority) + path)
        );
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "cross-site");
        (await (await stranger.SendAsync(request)).Content.ReadAsStringAsync()).ShouldNotContain("href=\"//");
        var opened = await stranger.GetAsync(
            new Uri(stranger.BaseAddress!.GetLeftPart(UriPartial.Authority) + $"{path}?token={RunningBot.LocalToken}")
        );
        opened.Headers.Location?.ToString().ShouldStartWith("/evil");
    }

    [Theory]
    [InlineData("/privacy")]
    [InlineData("/terms")]
    [InlineData("/")]
    public async Task A_page_takes_nothing(string path) =>
        (await host.Bot.Client.PostAsync(path, null)).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);

    [Fact]
    public async Task What_holds_peoples_data_is_kept_by_no_cache()
    {
        foreach (var path in Paths)
            (await host.Bot.Client.GetAsync(path)).Headers.CacheControl?.NoStore.ShouldBeTrue(path);
    }

    [Fact]
    public async Task A_key_never_makes_a_stronger_one()
    {
        var weak = await KeyAsync("people");
        var keys = await AsAsync(
            weak,
            HttpMethod.Post,
            "/api/v1/keys",
            new
            {
                person = "slack:T1/U9",
                label = "x",
                scopes = AccessScopes.All,
            }
        );
        keys.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await keys.Content.ReadAsStringAsync()).ShouldContain("handoffs:read");
        (
            await AsAsync(
                weak,
                HttpMethod.Post,
                "/api/v1/keys",
                new
                {
                    person = "slack:T1/U9",
                    label = "x",
                    scopes = new[] { "people" },
                }
            )
        ).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task What_is_refused_to_somebody_is_in_the_audit()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/keys")
        {
            Headers = { { "X-SalesBot-As", "rep" } },
        };
        (await host.Bot.Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        host.Bot.Get<Database>()
            .Read(session => session.Query<string>("select what from people_changes where actor = 'local:rep'"))
            .ShouldContain("refused: GET /api/v1/keys");
    }

    [Fact]
    public async Task Keys_that_are_made_and_ended_and_used_beyond_their_scopes_are_in_the_audit()
    {
        var key = await KeyAsync("people");
        var id = key.Split('_')[1];
        (await AsAsync(key, HttpMethod.Get, "/api/v1/handoffs", null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await AsAsync(key, HttpMethod.Delete, $"/api/v1/keys/{id}", null)).StatusCode.ShouldBe(
            HttpStatusCode.NoContent
        );
        host.Bot.Get<Database>()
            .Read(session =>
                session.Query<string>(
                    "select what from people_changes where what like @id order by at, id",
                    new { id = $"%{id}%" }
                )
            )
            .ShouldBe([
                $"key {id} created for people",
                $"refused: GET /api/v1/handoffs with key {id}, which lacks the scope handoffs:read",
                $"key {id} revoked",
            ]);
    }

    [Fact]
    public async Task Wrong_keys_are_counted_where_the_api_describes_itself()
    {
        await using var bot = await RunningBot.StartAsync();
        using var stranger = Stranger(bot.Client.BaseAddress);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 15; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json");
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer sb_{i}_x");
            answers.Add((await stranger.SendAsync(request)).StatusCode);
        }
        answers.ShouldContain(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_key_that_calls_without_end_is_told_to_wait()
    {
        await using var bot = await RunningBot.StartAsync(
            settings: new KeyValuePair<string, string?>("Console:CallsPerMinute", "5")
        );
        var token = await KeyAsync("ask", bot);
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 20; i++)
            answers.Add(await AsAsync(token, HttpMethod.Get, "/api/v1/search?q=lead", null, bot));
        answers[0].StatusCode.ShouldBe(HttpStatusCode.OK);
        answers[^1].StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answers[^1].Headers.RetryAfter.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(
        "Slack:BotToken=xoxb-1;Slack:SigningSecret=secret-of-slack;Slack:ApiUrl=http://127.0.0.1:1/api/",
        false
    )]
    [InlineData(
        "Slack:BotToken=xoxb-1;Slack:SigningSecret=secret-of-slack;Slack:ApiUrl=http://127.0.0.1:1/api/;Console:SignIn=local",
        true
    )]
    [InlineData(
        "Teams:AppId=00000000-0000-0000-0000-000000000001;Teams:TenantId=00000000-0000-0000-0000-000000000002;Teams:ClientSecret=s",
        false
    )]
    [InlineData("Console:SignIn=off", false)]
    [InlineData("", true)]
    public void Where_a_platform_needs_a_public_address_the_page_must_be_asked_for(string settings, bool isOpen)
    {
        using var folder = new TempFolder();
        using var app = SalesBotHost.Build([
            new("Urls", "http://127.0.0.1:0"),
            new("Storage:DataFolder", folder.Path),
            .. settings
                .Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(one => new KeyValuePair<string, string?>(one.Split('=', 2)[0], one.Split('=', 2)[1])),
        ]);
        app.Services.GetRequiredService<LocalAccess>().IsOn.ShouldBe(isOpen);
    }

    public enum Kind
    {
        Nginx,
        NginxOfOurs,
        HaProxy,
        HaProxyOfOurs,
    }

    [Theory]
    [InlineData(Kind.Nginx)]
    [InlineData(Kind.NginxOfOurs)]
    [InlineData(Kind.HaProxy)]
    [InlineData(Kind.HaProxyOfOurs)]
    public async Task Through_a_proxy_on_this_machine_a_stranger_stays_one(Kind kind)
    {
        var bot = host.Bot.Client.BaseAddress!;
        using var proxy = await (
            kind switch
            {
                Kind.Nginx => Proxy.Nginx(bot),
                Kind.NginxOfOurs => Proxy.Nginx(
                    bot,
                    File.ReadAllText(Path.Combine(Repository.Root, "deploy/proxy/nginx.conf"))
                ),
                Kind.HaProxy => Proxy.HaProxy(bot),
                _ => Proxy.HaProxy(bot, File.ReadAllText(Path.Combine(Repository.Root, "deploy/proxy/haproxy.cfg"))),
            }
        ).ReadyAsync();
        using var stranger = Stranger(proxy.Address);
        string[] hosts = ["bot.example.com", "localhost", "127.0.0.1", bot.Authority];
        var letIn = new List<string>();
        for (var i = 0; i < 200; i++)
        {
            using var request = new HttpRequestMessage(
                i % 5 == 4 ? HttpMethod.Post : HttpMethod.Get,
                Paths[i % Paths.Length]
            );
            request.Headers.Host = hosts[i % hosts.Length];
            request.Headers.Add("X-SalesBot-As", "admin");
            if (i % 3 == 0)
                request.Headers.Add("Cookie", "salesbot-as=admin");
            if (request.Method == HttpMethod.Post)
                request.Content = JsonContent.Create(new { person = "slack:T1/U9", scopes = AccessScopes.All });
            if ((int)(await stranger.SendAsync(request)).StatusCode < 400)
                letIn.Add($"{request.Method} {request.RequestUri}");
        }
        letIn.ShouldBeEmpty();
        using var friend = new HttpRequestMessage(HttpMethod.Get, "/api/v1/people")
        {
            Headers = { { "X-SalesBot-As", "admin" } },
        };
        friend.Headers.Authorization = new AuthenticationHeaderValue("Bearer", RunningBot.LocalToken);
        (await stranger.SendAsync(friend)).StatusCode.ShouldBe(
            kind is Kind.Nginx or Kind.HaProxy ? HttpStatusCode.OK : HttpStatusCode.NotFound
        );
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task A_first_start_makes_files_that_only_its_own_user_reads()
    {
        using var folder = new TempFolder();
        var data = folder.File("data");
        using var process = Support.Program.Start(
            new Dictionary<string, string>(),
            "serve",
            "--urls",
            "http://127.0.0.1:0",
            "--data",
            data
        );
        var log = "";
        while (!log.Contains("local-token", StringComparison.Ordinal))
            log += await process.StandardError.ReadLineAsync() ?? throw new InvalidOperationException(log);
        var modes = Directory
            .EnumerateFiles(data, "*", SearchOption.TopDirectoryOnly)
            .Where(file => Path.GetFileName(file) is not ['c', ..])
            .Where(file => (File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0)
            .Select(Path.GetFileName)
            .ToList();
        var folderMode = File.GetUnixFileMode(data);
        var token = File.ReadAllText(Path.Combine(data, "local-token")).Trim();
        var link = await Support.Program.RunAsync("link", "--data", data);
        process.Kill();
        folderMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        modes.ShouldBeEmpty();
        token.Length.ShouldBe(43);
        log.ShouldNotContain(token);
        link.Output.Trim().ShouldBe($"http://localhost:3978/?token={token}");
    }

    async Task<string> KeyAsync(string scope, RunningBot? at = null)
    {
        var bot = at ?? host.Bot;
        var admin = new Person("slack:T1/UADMIN", "Ada", Role.Admin);
        await bot.Get<Roster>()
            .SetAsync(Personas.Find("admin")!, admin.Id, new MemberChange("Ada", Role.Admin, null, null, false, null));
        return (await bot.Get<ApiKeys>().MakeAsync(admin, admin.Id, "test", [scope])).Token;
    }

    async Task<HttpResponseMessage> AsAsync(
        string token,
        HttpMethod method,
        string path,
        object? body,
        RunningBot? at = null
    )
    {
        using var stranger = Stranger((at ?? host.Bot).Client.BaseAddress);
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await stranger.SendAsync(request);
    }
}
