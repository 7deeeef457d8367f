using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.People;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Doors;

public sealed class HandoffApiTests(HandoffApiTests.Host host) : IClassFixture<HandoffApiTests.Host>
{
    public sealed class Host : IAsyncLifetime
    {
        internal RunningBot Bot { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Bot = await RunningBot.StartAsync();

        public ValueTask DisposeAsync() => Bot.DisposeAsync();
    }

    static readonly object Nurture = new
    {
        direction = "sales-to-marketing",
        kind = "nurture",
        title = "Acme is not ready before spring",
        urgency = "today",
        person = new
        {
            name = "Jane Doe",
            email = "jane@acme.example",
            role = "CTO",
        },
        company = new { name = "Acme", domain = "acme.example" },
        source = "fair",
    };

    async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(
        HttpMethod method,
        string path,
        object? body = null,
        string persona = "rep",
        string? key = null,
        string? token = null
    )
    {
        using var request = new HttpRequestMessage(method, "/api/v1" + path);
        if (token is null)
            request.Headers.Add("X-SalesBot-As", persona);
        else
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (body is not null)
            request.Content = body is string text
                ? new StringContent(text, Encoding.UTF8, "application/json")
                : JsonContent.Create(body);
        using var response = await host.Bot.Client.SendAsync(request);
        var sent = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, sent.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(sent));
    }

    async Task<JsonElement> RaiseAsync(object? body = null, string persona = "rep", string? key = null)
    {
        var (status, card) = await SendAsync(HttpMethod.Post, "/handoffs", body ?? Nurture, persona, key);
        status.ShouldBe(HttpStatusCode.Created);
        return card;
    }

    Task<(HttpStatusCode Status, JsonElement Body)> MoveAsync(
        JsonElement card,
        string move,
        object body,
        string persona = "marketer"
    ) => SendAsync(HttpMethod.Post, $"/handoffs/{card.GetProperty("number").GetString()}/{move}", body, persona);

    static string? Text(JsonElement card, string name) => card.GetProperty(name).GetString();

    [Fact]
    public async Task A_handoff_goes_its_way_with_a_card_at_each_step()
    {
        var card = await RaiseAsync();
        (
            Text(card, "state"),
            card.GetProperty("version").GetInt64(),
            card.GetProperty("cycle").GetInt32(),
            Text(card, "team"),
            Text(card, "raisedBy")
        ).ShouldBe(("submitted", 1, 1, "marketing", "local:rep"));
        card.GetProperty("due")[0].GetProperty("clock").GetString().ShouldBe("accept");
        card.GetProperty("history")[0].GetProperty("move").GetString().ShouldBe("raise");
        foreach (
            var (version, move, persona, body, state) in new (int, string, string, object, string)[]
            {
                (
                    1,
                    "return",
                    "marketer",
                    new
                    {
                        version = 1,
                        reason = "missing-information",
                        note = "Which newsletter?",
                    },
                    "returned"
                ),
                (2, "resubmit", "rep", new { version = 2, nextStep = "the product newsletter" }, "submitted"),
                (3, "accept", "marketer", new { version = 3 }, "accepted"),
                (4, "contact", "marketer", new { version = 4 }, "in-progress"),
                (5, "complete", "marketer", new { version = 5, outcome = "delivered" }, "done"),
                (6, "rate", "marketer", new { version = 6, rating = 5 }, "done"),
                (7, "reopen", "manager", new { version = 7 }, "submitted"),
            }
        )
        {
            var (status, after) = await MoveAsync(card, move, body, persona);
            status.ShouldBe(HttpStatusCode.OK, after.ToString());
            (Text(after, "state"), after.GetProperty("version").GetInt32()).ShouldBe((state, version + 1));
        }
    }

    [Fact]
    public async Task A_repeated_key_answers_the_card_and_another_content_is_refused()
    {
        var first = await RaiseAsync(key: "slack:Ev123");
        var (status, again) = await SendAsync(HttpMethod.Post, "/handoffs", Nurture, key: "slack:Ev123");
        (status, Text(again, "number")).ShouldBe((HttpStatusCode.OK, Text(first, "number")));
        (status, var refused) = await SendAsync(
            HttpMethod.Post,
            "/handoffs",
            new
            {
                direction = "sales-to-marketing",
                kind = "nurture",
                title = "Another",
            },
            key: "slack:Ev123"
        );
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.GetProperty("errors").TryGetProperty("Idempotency-Key", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Refusals_come_in_order_and_a_conflict_carries_the_card()
    {
        var card = await RaiseAsync();
        (await SendAsync(HttpMethod.Post, "/handoffs/HO-9/accept", new { version = 1 }, "marketer")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await MoveAsync(card, "return", new { version = 1 }, "rep")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var (status, body) = await MoveAsync(card, "return", new { });
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        body.GetProperty("errors")
            .EnumerateObject()
            .Select(error => error.Name)
            .Order()
            .ShouldBe(["reason", "version"]);
        await MoveAsync(card, "accept", new { version = 1 });
        (status, body) = await MoveAsync(card, "accept", new { version = 1 }, "manager");
        status.ShouldBe(HttpStatusCode.Conflict);
        body.GetProperty("detail").GetString()!.ShouldStartWith("marketer accepted HO-");
        (Text(body.GetProperty("handoff"), "state"), Text(body.GetProperty("handoff"), "owner")).ShouldBe(
            ("accepted", "local:marketer")
        );
        (await MoveAsync(card, "fly", new { version = 1 })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await MoveAsync(card, "wake", new { version = 2 }, "admin")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(
        """{"direction":"sales-to-marketing","kind":"nurture","title":1}""",
        HttpStatusCode.UnprocessableEntity
    )]
    [InlineData(
        """{"direction":"sales-to-marketing","kind":"nurture","title":"x","person":"Jane"}""",
        HttpStatusCode.UnprocessableEntity
    )]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.UnprocessableEntity)]
    [InlineData(
        """{"direction":"upwards","kind":"gift","title":"","urgency":"asap"}""",
        HttpStatusCode.UnprocessableEntity
    )]
    [InlineData("""{"direction":"sales-to-marketing","kind":"lead","title":"x"}""", HttpStatusCode.UnprocessableEntity)]
    public async Task Bad_bodies_are_told_and_make_nothing(string body, HttpStatusCode expected)
    {
        var before = (await SendAsync(HttpMethod.Get, "/handoffs")).Body.GetProperty("total").GetInt64();
        (await SendAsync(HttpMethod.Post, "/handoffs", body)).Status.ShouldBe(expected);
        (await SendAsync(HttpMethod.Get, "/handoffs")).Body.GetProperty("total").GetInt64().ShouldBe(before);
    }

    [Fact]
    public async Task A_value_of_the_wrong_type_is_told_by_its_field_in_its_turn()
    {
        var card = await RaiseAsync();
        var (status, body) = await SendAsync(
            HttpMethod.Post,
            "/handoffs",
            """{"direction":"sales-to-marketing","kind":"nurture","title":"x","person":{"name":5}}"""
        );
        (status, body.GetProperty("errors").EnumerateObject().Single().Name).ShouldBe(
            (HttpStatusCode.UnprocessableEntity, "person.name")
        );
        (await SendAsync(HttpMethod.Post, "/handoffs/HO-9/accept", """{"version":"one"}""")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await MoveAsync(card, "accept", """{"version":"one"}""", "rep")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (status, body) = await MoveAsync(card, "accept", """{"version":"one"}""");
        (status, body.GetProperty("errors").EnumerateObject().Single().Name).ShouldBe(
            (HttpStatusCode.UnprocessableEntity, "version")
        );
        (await SendAsync(HttpMethod.Post, "/handoffs", "{\"title\":\"\\ud800\"}")).Status.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
    }

    [Fact]
    public async Task An_id_with_a_slash_may_be_sent_either_way()
    {
        foreach (var id in new[] { "slack:T1/DANA", "slack%3AT1%2FDANA" })
            (await SendAsync(HttpMethod.Put, $"/people/{id}", new { name = "Dana", role = "sales" }, "admin"))
                .Body.GetProperty("id")
                .GetString()
                .ShouldBe("slack:T1/DANA");
        (await SendAsync(HttpMethod.Put, "/people/slack:T1/NOBODY", new { }, "admin")).Status.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
    }

    [Fact]
    public async Task Twins_are_found_before_anything_is_raised()
    {
        var card = await RaiseAsync(
            new
            {
                direction = "marketing-to-sales",
                title = "Tim wants a demo",
                person = new { email = "tim@twins.example" },
            },
            "marketer"
        );
        var (_, twins) = await SendAsync(
            HttpMethod.Post,
            "/handoffs/twins",
            new { direction = "marketing-to-sales", email = "TIM@twins.example" }
        );
        twins.EnumerateArray().ShouldHaveSingleItem().GetProperty("number").GetString().ShouldBe(Text(card, "number"));
        (await SendAsync(HttpMethod.Post, "/handoffs/twins", new { email = "TIM@twins.example" }, "employee"))
            .Body.GetArrayLength()
            .ShouldBe(0);
    }

    [Fact]
    public async Task A_list_comes_in_pages_and_bad_filters_are_told()
    {
        for (var i = 0; i < 3; i++)
            await RaiseAsync(new { direction = "marketing-to-sales", title = $"Paged {i}" }, "marketer");
        var (_, page) = await SendAsync(HttpMethod.Get, "/handoffs?q=paged&size=2");
        (page.GetProperty("total").GetInt64(), page.GetProperty("items").GetArrayLength()).ShouldBe((3, 2));
        (_, page) = await SendAsync(HttpMethod.Get, "/handoffs?q=paged&size=2&page=2");
        Text(page.GetProperty("items")[0], "title").ShouldBe("Paged 0");
        foreach (
            var query in new[]
            {
                "size=0",
                "size=201",
                "page=0",
                "state=lost",
                "team=legal",
                "direction=up",
                "page=abc",
                "overdue=perhaps",
            }
        )
            (await SendAsync(HttpMethod.Get, $"/handoffs?{query}")).Status.ShouldBe(
                HttpStatusCode.UnprocessableEntity,
                query
            );
    }

    [Fact]
    public async Task Reports_are_for_the_teams_and_bad_periods_are_told()
    {
        await RaiseAsync();
        (await SendAsync(HttpMethod.Get, "/reports/acceptance", persona: "employee")).Status.ShouldBe(
            HttpStatusCode.Forbidden
        );
        foreach (var name in SalesBot.Handoffs.Reports.ReportStore.Titles.Keys)
        {
            var (status, report) = await SendAsync(HttpMethod.Get, $"/reports/{name}?by=month");
            status.ShouldBe(HttpStatusCode.OK, name);
            report.GetProperty("columns").GetArrayLength().ShouldBeGreaterThan(2);
        }
        (await SendAsync(HttpMethod.Get, "/reports/fame")).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var query in new[] { "from=yesterday", "from=2027-01-02&to=2027-01-01", "team=legal", "by=colour" })
            (await SendAsync(HttpMethod.Get, $"/reports/funnel?{query}")).Status.ShouldBe(
                HttpStatusCode.UnprocessableEntity,
                query
            );
    }

    [Fact]
    public async Task A_key_acts_as_its_person_within_its_scopes()
    {
        var (status, made) = await SendAsync(
            HttpMethod.Post,
            "/keys",
            new
            {
                person = "crm",
                label = "import",
                scopes = new[] { "handoffs:write" },
            },
            "admin"
        );
        status.ShouldBe(HttpStatusCode.Created);
        var token = Text(made, "token")!;
        (status, var card) = await SendAsync(HttpMethod.Post, "/handoffs", Nurture, token: token);
        (status, Text(card, "raisedBy")).ShouldBe((HttpStatusCode.Created, "crm"));
        (await SendAsync(HttpMethod.Get, "/handoffs", token: token)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await SendAsync(HttpMethod.Get, "/people", token: token)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await SendAsync(HttpMethod.Post, "/ask", new { question = "what is sales?" }, token: token)).Status.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await SendAsync(HttpMethod.Delete, $"/keys/{Text(made, "id")}", persona: "admin")).Status.ShouldBe(
            HttpStatusCode.NoContent
        );
        (await SendAsync(HttpMethod.Post, "/handoffs", Nurture, token: token)).Status.ShouldBe(
            HttpStatusCode.Unauthorized
        );
    }

    [Theory]
    [InlineData("employee")]
    [InlineData("rep")]
    [InlineData("marketer")]
    [InlineData("manager")]
    public async Task Only_admins_make_keys_and_give_roles(string persona)
    {
        (
            await SendAsync(
                HttpMethod.Post,
                "/keys",
                new
                {
                    person = "crm",
                    scopes = new[] { "ask" },
                    role = "admin",
                },
                persona
            )
        ).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await SendAsync(HttpMethod.Get, "/keys", persona: persona)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await SendAsync(HttpMethod.Put, "/people/slack:T1/EVE", new { role = "admin" }, persona)).Status.ShouldBe(
            HttpStatusCode.Forbidden
        );
    }

    [Fact]
    public async Task The_first_admin_claims_the_place_over_the_api()
    {
        await using var bot = await RunningBot.StartAsync();
        var (token, _) = await bot
            .Services.GetRequiredService<ApiKeys>()
            .MakeAsync(Personas.Find("admin")!, "slack:T1/ANN", "", [AccessScopes.People]);
        var code = await bot.Services.GetRequiredService<AdminClaim>().OfferAsync("default");
        bot.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        (await bot.Client.GetAsync("/api/v1/people")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await bot.Client.PostAsJsonAsync("/api/v1/people/claim", new { code = "AAAAA-AAAAA" })).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await bot.Client.PostAsJsonAsync("/api/v1/people/claim", new { code })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await bot.Client.GetAsync("/api/v1/people")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_guesses_keys_is_slowed_down()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sb_abc_def");
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++)
            answers.Add((await bot.Client.GetAsync("/api/v1/handoffs")).StatusCode);
        var (token, _) = await bot
            .Services.GetRequiredService<ApiKeys>()
            .MakeAsync(Personas.Find("admin")!, "crm", "", [AccessScopes.HandoffsRead]);
        bot.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        (await bot.Client.GetAsync("/api/v1/handoffs")).StatusCode.ShouldBe(
            HttpStatusCode.OK,
            "who has a right key is not locked out by who guesses"
        );
        answers.ShouldBe([
            .. Enumerable.Repeat(HttpStatusCode.Unauthorized, 10),
            HttpStatusCode.TooManyRequests,
            HttpStatusCode.TooManyRequests,
        ]);
    }

    [Fact]
    public async Task Every_endpoint_of_the_api_asks_for_a_scope()
    {
        await using var bot = await RunningBot.StartAsync();
        var without = bot
            .Services.GetRequiredService<IEnumerable<Microsoft.AspNetCore.Routing.EndpointDataSource>>()
            .SelectMany(source => source.Endpoints)
            .OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal))
            .Where(endpoint => endpoint.Metadata.GetMetadata<NeededScope>() is null)
            .Select(endpoint => endpoint.RoutePattern.RawText);
        without.ShouldBeEmpty();
    }
}
