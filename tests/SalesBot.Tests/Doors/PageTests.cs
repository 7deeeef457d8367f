using System.Net;
using System.Text.RegularExpressions;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Doors;

/// <summary>The pages as a browser without scripts gets them.</summary>
public sealed partial class PageTests(PageTests.Host host) : IClassFixture<PageTests.Host>
{
    public sealed class Host : IAsyncLifetime
    {
        internal RunningBot Bot { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Bot = await RunningBot.StartAsync();

        public ValueTask DisposeAsync() => Bot.DisposeAsync();
    }

    HttpClient Client => host.Bot.Client;

    [Fact]
    public async Task A_question_is_answered_on_the_page_with_its_sources()
    {
        var page = await Client.GetStringAsync("/?q=Is+cold+calling+a+sales+or+marketing+task%3F");
        page.ShouldContain("That is a sales task.");
        page.ShouldContain("href=\"#source-");
        page.ShouldContain("Supports it");
        page.ShouldNotContain("<script");
    }

    [Fact]
    public async Task A_source_opens_at_the_quoted_passage()
    {
        var page = await Client.GetStringAsync("/?q=which+four+Ps+are+there%3F");
        var place = WebUtility.HtmlDecode(DocumentLink().Match(page).Groups[1].Value);
        var document = await Client.GetStringAsync(place);
        Mark().Match(document).Groups[1].Value.ShouldContain("product, price, place and promotion");
    }

    [Fact]
    public async Task A_refusal_shows_what_is_related_and_is_kept_as_a_gap()
    {
        var page = await Client.GetStringAsync("/?q=which+rivers+cross+Mongolia%3F");
        page.ShouldContain("The material does not answer that: it says nothing about");
        var gaps = new HttpRequestMessage(HttpMethod.Get, "/api/v1/knowledge/gaps") { Headers = { { "X-SalesBot-As", "admin" } } };
        (await (await Client.SendAsync(gaps)).Content.ReadAsStringAsync()).ShouldContain("rivers cross Mongolia");
    }

    [Fact]
    public async Task Words_of_people_never_become_markup() =>
        (await Client.GetStringAsync("/?q=" + Uri.EscapeDataString("<script>alert(1)</script> who sells?"))).ShouldNotContain("<script>alert");

    [Fact]
    public async Task An_empty_question_is_told_so() => (await Client.GetStringAsync("/?q=+")).ShouldContain("There is no text");

    [Fact]
    public async Task Feedback_is_noted_if_the_form_is_from_here()
    {
        var page = await Client.GetStringAsync("/?q=what+is+a+lead%3F");
        var fields = new Dictionary<string,
            string> { ["answer"] = AnswerId().Match(page).Groups[1].Value, ["helpful"] = "true", ["back"] = "/?q=what+is+a+lead%3F" };
        async Task<HttpResponseMessage> SendAsync(string? origin)
        {
            var form = new HttpRequestMessage(HttpMethod.Post, "/feedback") { Content = new FormUrlEncodedContent(fields) };
            // What a browser that is signed in sends, also to the page it is led to.
            form.Headers.Add("Cookie", $"salesbot-token={host.Bot.Get<SalesBot.People.LocalToken>().CookieValue()}");
            if (origin is not null)
                form.Headers.Add("Origin", origin);
            return await Client.SendAsync(form);
        }
        (await (await SendAsync(Client.BaseAddress!.GetLeftPart(UriPartial.Authority))).Content.ReadAsStringAsync()).ShouldContain("Thank you, that was noted.");
        (await SendAsync("http://localhost:1")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await SendAsync("https://evil.example.org")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await SendAsync(null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/privacy", HttpStatusCode.OK)]
    [InlineData("/terms", HttpStatusCode.OK)]
    [InlineData("/document?path=../../etc/passwd", HttpStatusCode.NotFound)]
    [InlineData("/document?path=none.md&start=-5&end=99999", HttpStatusCode.NotFound)]
    [InlineData("/document?path=glossary.md&start=99999&end=-1", HttpStatusCode.OK)]
    [InlineData("/document?path=glossary.md&start=abc&end=99999999999", HttpStatusCode.OK)]
    [InlineData("/?q=x&thanks=abc", HttpStatusCode.OK)]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    public async Task Every_path_gets_a_page(string path, HttpStatusCode status) => (await Client.GetAsync(path)).StatusCode.ShouldBe(status);

    [Fact]
    public async Task A_page_may_load_nothing_but_its_style() =>
        (await Client.GetAsync("/")).Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; style-src 'self'");

    [GeneratedRegex("href=\"(/document[^\"]+)\"")]
    private static partial Regex DocumentLink();

    [GeneratedRegex("<mark id=\"passage\"[^>]*>(.*?)</mark>", RegexOptions.Singleline)]
    private static partial Regex Mark();

    [GeneratedRegex("name=\"answer\" value=\"([^\"]+)\"")]
    private static partial Regex AnswerId();
}
