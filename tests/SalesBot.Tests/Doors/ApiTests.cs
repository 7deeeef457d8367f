using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Doors;

public sealed class ApiTests(ApiTests.Host host) : IClassFixture<ApiTests.Host>
{
    public sealed class Host : IAsyncLifetime
    {
        internal RunningBot Bot { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Bot = await RunningBot.StartAsync();

        public ValueTask DisposeAsync() => Bot.DisposeAsync();
    }

    HttpClient Client => host.Bot.Client;

    async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        string? persona = null,
        string? body = null,
        params (string Name, string Value)[] headers
    )
    {
        var request = new HttpRequestMessage(method, path);
        if (persona is not null)
            request.Headers.Add("X-SalesBot-As", persona);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Client.SendAsync(request);
    }

    static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        await response.Content.ReadFromJsonAsync<JsonElement>();

    [Fact]
    public async Task Cold_calling_is_sales_with_an_exact_citation()
    {
        var answer = await host.Bot.AskAsync("Is cold calling a sales or marketing task?");
        answer.GetProperty("kind").GetString().ShouldBe("classification");
        answer.GetProperty("verdict").GetString().ShouldBe("sales");
        answer.GetProperty("text").GetString().ShouldNotBeNull().ShouldContain("sales", Case.Insensitive);
        var sentence = answer
            .GetProperty("sentences")
            .EnumerateArray()
            .First(sentence => sentence.GetProperty("exact").GetBoolean());
        answer
            .GetProperty("citations")[sentence.GetProperty("citation").GetInt32()]
            .GetProperty("quote")
            .GetString()
            .ShouldNotBeNull()
            .ShouldContain(sentence.GetProperty("text").GetString()!);
    }

    [Fact]
    public async Task The_same_question_gets_the_same_bytes_under_another_id()
    {
        var (first, second) = (
            await host.Bot.AskAsync("which four Ps are there?"),
            await host.Bot.AskAsync("which four Ps are there?")
        );
        first.GetProperty("id").GetString().ShouldNotBe(second.GetProperty("id").GetString());
        foreach (var part in new[] { "text", "sentences", "citations", "verdict", "missing", "knowledge" })
            first.GetProperty(part).GetRawText().ShouldBe(second.GetProperty(part).GetRawText());
    }

    [Fact]
    public async Task A_receipt_is_kept_and_replays_to_the_same_bytes()
    {
        var asked = await Client.PostAsJsonAsync(
            "/api/v1/ask",
            new { question = "and billboards?", history = new[] { "who runs the newsletter?" } }
        );
        var bytes = await asked.Content.ReadAsStringAsync();
        var id = JsonDocument.Parse(bytes).RootElement.GetProperty("id").GetString();
        var receipt = await JsonAsync(await Client.GetAsync($"/api/v1/answers/{id}"));
        receipt.GetProperty("history")[0].GetString().ShouldBe("who runs the newsletter?");
        receipt.GetProperty("person").GetString().ShouldBe("local:employee");
        var replay = await Client.PostAsync($"/api/v1/answers/{id}/replay", null);
        (await replay.Content.ReadAsStringAsync()).ShouldBe(bytes);
    }

    [Fact]
    public async Task Somebody_elses_receipt_is_not_shown_but_to_an_admin()
    {
        var id = (await host.Bot.AskAsync("what is a lead?")).GetProperty("id").GetString();
        (await SendAsync(HttpMethod.Get, $"/api/v1/answers/{id}", "rep")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await SendAsync(HttpMethod.Get, $"/api/v1/answers/{id}", "admin")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SendAsync(HttpMethod.Get, "/api/v1/answers/a-none", "admin")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task A_task_gets_a_verdict_with_evidence()
    {
        var verdict = await JsonAsync(
            await Client.PostAsJsonAsync(
                "/api/v1/classify",
                new { task = "negotiate and close the deal with this buyer" }
            )
        );
        verdict.GetProperty("verdict").GetString().ShouldBe("sales");
        verdict.GetProperty("for").GetArrayLength().ShouldBeGreaterThan(0);
        verdict.GetProperty("scores").EnumerateObject().Sum(score => score.Value.GetDouble()).ShouldBe(1, 0.001);
    }

    [Fact]
    public async Task Search_shows_passages_and_what_their_scores_consist_of()
    {
        var found = await JsonAsync(await Client.GetAsync("/api/v1/search?q=newsletters&top=2&explain=true"));
        found.GetProperty("hits").GetArrayLength().ShouldBeInRange(1, 2);
        found.GetProperty("hits")[0].GetProperty("parts").GetProperty("words").GetDouble().ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("{\"question\":\"\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"question\":null}", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("{\"question\":\"\\u202e\\u0000\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"question\":", HttpStatusCode.BadRequest)]
    [InlineData("[1]", HttpStatusCode.BadRequest)]
    [InlineData("{\"question\":7}", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task What_is_no_question_is_a_problem_said_in_json(string body, HttpStatusCode status)
    {
        var response = await SendAsync(HttpMethod.Post, "/api/v1/ask", body: body);
        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        (await response.Content.ReadAsStringAsync()).ShouldNotContain(" at SalesBot");
    }

    [Fact]
    public async Task Long_odd_and_hostile_questions_are_answered()
    {
        foreach (
            var question in new[]
            {
                new string('(', 40_000),
                string.Join(' ', Enumerable.Repeat("sales", 6_000)),
                "title:x AND (",
                "\u202enimda si ohw",
                "<script>alert(1)</script>",
                "'; drop table receipts; --",
                "𝕊ales?",
                "营销和销售有什么区别",
                "ما الفرق بين المبيعات والتسويق",
            }
        )
            (await Client.PostAsJsonAsync("/api/v1/ask", new { question })).StatusCode.ShouldBe(
                HttpStatusCode.OK,
                question[..Math.Min(30, question.Length)]
            );
        (await Client.PostAsJsonAsync("/api/v1/ask", new { question = new string('a', 40_001) })).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
    }

    [Fact]
    public async Task A_history_too_long_or_no_text_is_a_problem()
    {
        foreach (
            var history in new object?[]
            {
                new[] { new string('a', 40_001) },
                new string?[] { null },
                Enumerable.Repeat("a", 51),
                "text",
                7,
            }
        )
            (await Client.PostAsJsonAsync("/api/v1/ask", new { question = "why?", history })).StatusCode.ShouldBe(
                HttpStatusCode.BadRequest
            );
        // Who asks first whether so much is wanted hears the answer before the connection is closed.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/ask")
        {
            Content = JsonContent.Create(new { question = "why?", history = new[] { new string('a', 2_000_000) } }),
            Headers = { ExpectContinue = true },
        };
        (await Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_a_bad_request()
    {
        var content = new ByteArrayContent([.. "{\"question\":\""u8, 0xff, 0xfe, .. "\"}"u8]);
        content.Headers.ContentType = new("application/json");
        (await Client.PostAsync("/api/v1/ask", content)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Who_has_the_token_of_the_machine_is_one_of_the_personas()
    {
        (await SendAsync(HttpMethod.Get, "/api/v1/search?q=lead", "ceo")).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
    }

    [Fact]
    public async Task Only_an_admin_reindexes()
    {
        (await SendAsync(HttpMethod.Post, "/api/v1/knowledge/reindex", "manager")).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        var accepted = await SendAsync(HttpMethod.Post, "/api/v1/knowledge/reindex?rebuild=true", "admin");
        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var poll = accepted.Headers.Location.ShouldNotBeNull().ToString();
        await host.Bot.EventuallyAsync(async () =>
            (await JsonAsync(await SendAsync(HttpMethod.Get, poll, "admin"))).GetProperty("state").GetString() == "done"
        );
        (await SendAsync(HttpMethod.Get, "/api/v1/knowledge/operations/op-none", "admin")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task The_api_describes_itself()
    {
        var paths = (await JsonAsync(await Client.GetAsync("/openapi/v1.json")))
            .GetProperty("paths")
            .EnumerateObject()
            .Select(path => path.Name)
            .ToList();
        foreach (
            var path in new[]
            {
                "/api/v1/ask",
                "/api/v1/classify",
                "/api/v1/search",
                "/api/v1/answers/{id}",
                "/api/v1/answers/{id}/replay",
                "/api/v1/knowledge/reindex",
            }
        )
            paths.ShouldContain(path);
    }

    [Fact]
    public async Task Health_tells_each_part()
    {
        (await Client.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var ready = await JsonAsync(await Client.GetAsync("/health/ready"));
        ready
            .GetProperty("parts")
            .EnumerateArray()
            .Select(part => part.GetProperty("name").GetString())
            .ShouldBe(["knowledge", "storage"]);
    }

    [Theory]
    [InlineData("/api/v1/none", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/ask", HttpStatusCode.MethodNotAllowed)]
    [InlineData("/api/v1/search", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/search?q=lead&top=0", HttpStatusCode.BadRequest)]
    public async Task Wrong_calls_are_problems(string path, HttpStatusCode status)
    {
        var response = await Client.GetAsync(path);
        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
    }
}
