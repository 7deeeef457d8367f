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
    public async Task A_posted_question_leaves_no_word_in_the_address_and_the_conversation_goes_on_below_it()
    {
        var first = await PostAsync("/ask", ("q", "Is SEO marketing?"));
        Uri.UnescapeDataString(first.Address).ShouldNotContain("SEO");
        first.Page.ShouldContain("Yes, that is marketing.");
        var second = await PostAsync(
            "/ask",
            ("a", Answer().Match(first.Address).Value),
            ("q", "what about cold calls?")
        );
        second.Page.ShouldContain("<span class=\"asked\">Is SEO marketing?</span>");
        second.Page.ShouldContain("<h1 id=\"latest\" tabindex=\"-1\">what about cold calls?</h1>");
        Lead().Match(second.Page).Groups[1].Value.ShouldContain("sales");
    }

    [Fact]
    public async Task Nobody_reads_the_conversation_of_another()
    {
        var mine = await PostAsync("/ask", ("q", "what is a warm call?"));
        var request = new HttpRequestMessage(HttpMethod.Get, $"/?a={Answer().Match(mine.Address).Value}")
        {
            Headers =
            {
                {
                    "Cookie",
                    $"salesbot-token={host.Bot.Get<SalesBot.People.LocalToken>().CookieValue()}; {SalesBot.People.Callers.PersonaCookie}=rep"
                },
            },
        };
        var theirs = await (await Client.SendAsync(request)).Content.ReadAsStringAsync();
        theirs.ShouldContain("or no longer kept");
        theirs.ShouldNotContain("warm call");
    }

    [Fact]
    public async Task What_is_meant_for_the_desk_becomes_a_draft_and_is_handed_over_once()
    {
        const string said =
            "can marketing keep Noor Haddad of Zentrum warm? noor@zentrum.example, no budget before summer";
        var draft = await PostAsync("/ask", ("q", said));
        draft.Address.ShouldStartWith("/draft?id=");
        Uri.UnescapeDataString(draft.Address).ShouldNotContain("Noor");
        draft.Page.ShouldContain("<h1>Hand this to Marketing?</h1>");
        draft.Page.ShouldContain("value=\"noor@zentrum.example\"");
        (string, string)[] fields =
        [
            ("draft", draft.Address.Split("id=")[1]),
            ("to", "marketing"),
            ("title", "Noor Haddad (Zentrum)"),
            ("kind", "nurture"),
            ("urgency", "today"),
            ("email", "noor@zentrum.example"),
        ];
        var sent = await PostAsync("/handoff", fields);
        await PostAsync("/handoff", fields);
        sent.Page.ShouldContain("is on its way");
        var cards = host
            .Bot.Get<SalesBot.Handoffs.HandoffLists>()
            .Page(new SalesBot.Handoffs.HandoffFilter(Q: "zentrum"), SalesBot.People.Personas.Find("admin")!)
            .Items;
        (cards.ShouldHaveSingleItem().Urgency, cards[0].Person?.Email, cards[0].Details).ShouldBe(
            ("today", "noor@zentrum.example", said)
        );
    }

    [Fact]
    public async Task What_is_wrong_with_a_draft_is_told_and_what_was_filled_in_stays()
    {
        var draft = await PostAsync(
            "/ask",
            ("q", "can marketing keep Ida Berg of Fjord warm? ida@fjord.example, no budget before summer")
        );
        var wrong = await PostAsync(
            "/handoff",
            ("draft", draft.Address.Split("id=")[1]),
            ("to", "marketing"),
            ("title", "Ida Berg"),
            ("kind", "nurture"),
            ("email", "ida at fjord"),
            ("company", "Fjordlys")
        );
        wrong.Page.ShouldContain("is not an e-mail address");
        wrong.Page.ShouldContain("value=\"Fjordlys\"");
        Uri.UnescapeDataString(wrong.Address).ShouldNotContain("ida");
    }

    [Fact]
    public async Task Whoever_was_only_asking_is_answered()
    {
        var answer = await PostAsync(
            "/ask",
            ("q", "could marketing write a case study about cold calling?"),
            ("is", "question")
        );
        answer.Address.ShouldStartWith("/?a=");
    }

    [Theory]
    [InlineData("my handoffs")]
    [InlineData("what is overdue?")]
    public async Task What_is_asked_of_the_desk_leads_to_its_list(string said)
    {
        var page = await PostAsync("/ask", ("q", said));
        page.Address.ShouldStartWith("/handoffs");
        page.Page.ShouldContain("<h1>Handoffs</h1>");
    }

    [Fact]
    public async Task A_verdict_is_handed_to_its_team_by_a_draft_that_says_what_was_asked()
    {
        var verdict = await PostAsync("/ask", ("q", "Who handles the company newsletter?"));
        verdict.Page.ShouldContain(">Draft a handoff to Marketing</button>");
        var answer = HiddenAnswer().Match(verdict.Page).Groups[1].Value;
        var draft = await PostAsync("/pass-on", ("answer", answer));
        draft.Page.ShouldContain("<h1>Hand this to Marketing?</h1>");
        draft.Page.ShouldContain("handles the company newsletter");
        Uri.UnescapeDataString(draft.Address).ShouldNotContain("newsletter");
        var sent = await PostAsync(
            "/handoff",
            ("draft", draft.Address.Split("id=")[1]),
            ("to", "marketing"),
            ("title", "Newsletter for the launch"),
            ("kind", "content-request"),
            ("urgency", "this-week")
        );
        sent.Page.ShouldContain("is on its way");
        var link = LinkToOne().Match(sent.Page).Groups[1].Value;
        var shown = await Client.GetStringAsync(link);
        shown.ShouldContain("<h1>Newsletter for the launch</h1>");
        shown.ShouldContain("handed this over");
        var number = link.Split('/')[^1];
        (await PostAsync("/ask", ("q", $"show {number}"))).Address.ShouldBe(link);
        var order = await PostAsync("/ask", ("q", $"return {number}, wrong region"));
        order.Address.ShouldBe($"{link}?unchanged=true");
        order.Page.ShouldContain("Nothing was changed.");
        (await Client.GetStringAsync("/handoffs/HO-999999")).ShouldContain("<h1>Handoff not found</h1>");
        (await PostAsync("/pass-on", ("answer", "a-of-nobody"))).Page.ShouldContain("This draft has expired");
    }

    [GeneratedRegex("<a href=\"(/handoffs/HO-[0-9]+)\">")]
    private static partial Regex LinkToOne();

    [GeneratedRegex("action=\"/pass-on\"[^>]*>\\s*<input type=\"hidden\" name=\"answer\" value=\"([^\"]+)\"")]
    private static partial Regex HiddenAnswer();

    [Fact]
    public async Task A_draft_of_somebody_else_is_nobody_elses() =>
        (await Client.GetStringAsync("/draft?id=0123")).ShouldContain("This draft has expired");

    [Theory]
    [InlineData(" ", "no text. Please type")]
    [InlineData(null, "no text. Please type")]
    public async Task A_post_that_asks_nothing_is_told_so(string? question, string told) =>
        (await PostAsync("/ask", ("q", question ?? ""))).Page.ShouldContain(told);

    [Fact]
    public async Task A_close_call_has_two_buttons_and_either_settles_it()
    {
        var answerer = host.Bot.Get<SalesBot.Answering.Answerer>();
        string? task = null;
        foreach (
            var example in SalesBot.Classifying.LabelledExample.Shipped.Value.Where(example =>
                !example.Task.EndsWith('?')
            )
        )
            if (
                (
                    await answerer.AskAsync(
                        $"{example.Task}, sales or marketing?",
                        [],
                        SalesBot.People.Personas.Find("employee")!
                    )
                ).Text.StartsWith("Close call:", StringComparison.Ordinal)
            )
            {
                task = $"{example.Task}, sales or marketing?";
                break;
            }
        var close = await PostAsync("/ask", ("q", task.ShouldNotBeNull("no task is a close call")));
        close.Page.ShouldContain("Close call:");
        var replies = Reply().Matches(close.Page).Select(reply => reply.Groups[1].Value).ToList();
        replies.Count.ShouldBeGreaterThanOrEqualTo(2);
        (
            await PostAsync("/ask", ("a", Answer().Match(close.Address).Value), ("q", replies[0]))
        ).Page.ShouldSatisfyAllConditions(
            page => page.ShouldContain("Then it"),
            page => page.ShouldContain("very sure"),
            page => page.ShouldNotContain("Supports it")
        );
    }

    [Theory]
    [InlineData("is PR marketing?")]
    [InlineData("Run a webinar")]
    public async Task A_guess_is_never_called_sure(string question)
    {
        var (_, page) = await PostAsync("/ask", ("q", question));
        page.ShouldContain("This is a guess.");
        page.ShouldNotContain("very sure");
    }

    [Fact]
    public async Task A_difference_is_a_table_and_its_rows_are_one_source()
    {
        var (_, page) = await PostAsync("/ask", ("q", "what is the difference between sales and marketing?"));
        page.ShouldContain("<th scope=\"col\">Marketing</th>");
        Source().Count(page).ShouldBe(2);
    }

    [Fact]
    public async Task Who_says_no_is_asked_what_was_wrong()
    {
        var asked = await PostAsync("/ask", ("q", "what is a lead?"));
        var answer = Answer().Match(asked.Address).Value;
        var no = await PostAsync(
            "/feedback",
            ("answer", answer),
            ("helpful", "false"),
            ("back", $"/?a={answer}#latest")
        );
        no.Page.ShouldContain("What was wrong with it?");
        (
            await PostAsync(
                "/feedback",
                ("answer", answer),
                ("helpful", "false"),
                ("comment", "too short"),
                ("back", $"/?a={answer}#latest")
            )
        ).Page.ShouldContain("for your feedback.</p>");
    }

    [Theory]
    [InlineData("/?a=a-1", true)]
    [InlineData("https://elsewhere.example/", false)]
    [InlineData("//elsewhere.example/", false)]
    public async Task A_document_is_shown_as_one_with_the_passage_marked_and_a_way_back_on_this_host(
        string back,
        bool isShown
    )
    {
        var page = await Client.GetStringAsync(
            $"/document?path=two-disciplines-in-a-table.md&start=0&end=100000&back={Uri.EscapeDataString(back)}"
        );
        page.ShouldContain("<th scope=\"col\">Theme</th>");
        page.ShouldContain("<h2>Marketing is more than sales</h2>");
        page.ShouldContain("<mark id=\"passage\"");
        page.Contains("Back to the answer", StringComparison.Ordinal).ShouldBe(isShown);
    }

    /// <summary>
    /// Sends a form as the browser of somebody who is signed in, and follows to the page it leads to.
    /// </summary>
    async Task<(string Address, string Page)> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var form = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        form.Headers.Add("Cookie", $"salesbot-token={host.Bot.Get<SalesBot.People.LocalToken>().CookieValue()}");
        form.Headers.Add("Origin", Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        var shown = await Client.SendAsync(form);
        shown.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (
            shown.RequestMessage!.RequestUri!.PathAndQuery + shown.RequestMessage.RequestUri.Fragment,
            WebUtility.HtmlDecode(await shown.Content.ReadAsStringAsync())
        );
    }

    [GeneratedRegex("a-[0-9a-f-]{36}")]
    private static partial Regex Answer();

    [GeneratedRegex("<p class=\"lead[^>]*>(.*?)</p>")]
    private static partial Regex Lead();

    [GeneratedRegex("name=\"q\" value=\"([^\"]+)\"")]
    private static partial Regex Reply();

    [GeneratedRegex("<li id=\"source-")]
    private static partial Regex Source();

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
        page.ShouldContain("answer that: they say nothing about");
        var gaps = new HttpRequestMessage(HttpMethod.Get, "/api/v1/knowledge/gaps")
        {
            Headers = { { "X-SalesBot-As", "admin" } },
        };
        (await (await Client.SendAsync(gaps)).Content.ReadAsStringAsync()).ShouldContain("rivers cross Mongolia");
    }

    [Fact]
    public async Task Words_of_people_never_become_markup() =>
        (
            await Client.GetStringAsync("/?q=" + Uri.EscapeDataString("<script>alert(1)</script> who sells?"))
        ).ShouldNotContain("<script>alert");

    [Fact]
    public async Task An_empty_question_is_told_so() =>
        (await Client.GetStringAsync("/?q=+")).ShouldContain("no text. Please type");

    [Fact]
    public async Task Feedback_is_noted_if_the_form_is_from_here()
    {
        var page = await Client.GetStringAsync("/?q=what+is+a+lead%3F");
        var fields = new Dictionary<string, string>
        {
            ["answer"] = AnswerId().Match(page).Groups[1].Value,
            ["helpful"] = "true",
            ["back"] = "/?q=what+is+a+lead%3F",
        };
        async Task<HttpResponseMessage> SendAsync(string? origin)
        {
            var form = new HttpRequestMessage(HttpMethod.Post, "/feedback")
            {
                Content = new FormUrlEncodedContent(fields),
            };
            // What a browser that is signed in sends, also to the page it is led to.
            form.Headers.Add("Cookie", $"salesbot-token={host.Bot.Get<SalesBot.People.LocalToken>().CookieValue()}");
            if (origin is not null)
                form.Headers.Add("Origin", origin);
            return await Client.SendAsync(form);
        }
        (
            await (await SendAsync(Client.BaseAddress!.GetLeftPart(UriPartial.Authority))).Content.ReadAsStringAsync()
        ).ShouldContain("Thanks for your feedback.");
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
    public async Task Every_path_gets_a_page(string path, HttpStatusCode status) =>
        (await Client.GetAsync(path)).StatusCode.ShouldBe(status);

    [Fact]
    public async Task A_page_may_load_nothing_but_its_style() =>
        (await Client.GetAsync("/"))
            .Headers.GetValues("Content-Security-Policy")
            .Single()
            .ShouldStartWith("default-src 'none'; style-src 'self'");

    [GeneratedRegex("href=\"(/document[^\"]+)\"")]
    private static partial Regex DocumentLink();

    [GeneratedRegex("<mark id=\"passage\"[^>]*>(.*?)</mark>", RegexOptions.Singleline)]
    private static partial Regex Mark();

    [GeneratedRegex("name=\"answer\" value=\"([^\"]+)\"")]
    private static partial Regex AnswerId();
}
