using SalesBot.Answering;
using SalesBot.Classifying;
using SalesBot.Knowledge.Search;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Answering;

/// <summary>
/// What a company writes in its own way: tables, lists, questions with answers, bold lines, other people's Markdown.
/// </summary>
public sealed class CompanyPagesTests
{
    /// <summary>What is answered from pages, each with its name and text.</summary>
    static async Task<AnswerDraft> AskAsync(string question, params (string Name, string Text)[] pages)
    {
        using var knowledge = new BuiltKnowledge();
        foreach (var (name, text) in pages)
            knowledge.Write(name, text);
        await knowledge.RefreshedAsync();
        using var lease = knowledge.Index.Lease();
        return knowledge.Composer().Compose(question, [], lease);
    }

    static Task<AnswerDraft> AskAsync(string question, string page) => AskAsync(question, ("page.md", page));

    /// <summary>What is said, without the sources below it and without what is only near.</summary>
    static string Said(AnswerDraft answer)
    {
        answer.Kind.ShouldNotBe(AnswerKind.Refusal, answer.Text);
        return string.Join(' ', answer.Sentences.Select(sentence => sentence.Text));
    }

    const string Owners =
        "# Who does what here\n\n| Task | Owner |\n|---|---|\n| Webinars | Sales |\n| Price lists | Sales |\n| Trade fairs | Sales |\n| Customer references | Marketing |\n| Cold calls | Marketing |\n";

    [Theory]
    [InlineData("Who owns price lists?", Verdict.Sales)]
    [InlineData("Who owns customer references?", Verdict.Marketing)]
    [InlineData("Is cold calling sales or marketing?", Verdict.Marketing)]
    [InlineData("whose job are webinars?", Verdict.Sales)]
    public async Task A_table_of_owners_decides_whatever_is_usual_elsewhere(string question, Verdict owner) =>
        (await AskAsync(question, Owners)).Verdict.ShouldBe(owner);

    [Theory]
    [InlineData("Gold", "4 hours")]
    [InlineData("Silver", "8 hours")]
    [InlineData("Bronze", "8 hours")]
    public async Task Equal_words_under_other_headings_are_other_passages(string plan, string time)
    {
        var answer = await AskAsync(
            $"What is the response time of the {plan} plan?",
            "# Support plans\n\n## Gold plan\n\n- Response time: 4 hours\n\n## Silver plan\n\n- Response time: 8 hours\n\n## Bronze plan\n\n- Response time: 8 hours\n"
        );
        Said(answer).ShouldContain(time);
        answer.Citations[0].Section.ShouldContain(plan);
        answer.Text.ShouldContain($"{plan} plan: Response time");
    }

    const string Plans =
        "# Plans\n\n| Plan | Response time | Channel | Price per month |\n|---|---|---|---|\n| Gold | 4 hours | phone | $900 |\n| Silver | 8 hours | e-mail | $400 |\n| Bronze | 8 hours | e-mail | $100 |\n";

    [Theory]
    [InlineData("Which plan has phone support?", "Gold")]
    [InlineData("What is the price of Bronze?", "Bronze – Price per month: $100")]
    [InlineData("How fast do we respond on Silver?", "8 hours")]
    [InlineData("what does silver cost per month", "$400")]
    public async Task Of_a_wide_table_the_asked_cell_is_said_with_its_row_and_column(string question, string says) =>
        Said(await AskAsync(question, Plans)).ShouldContain(says);

    [Theory]
    [InlineData("## FAQ\n\n**Do you ship abroad?**\n\nYes. The portal ships to 213 countries.\n")]
    [InlineData("## FAQ\n\n**Do you ship abroad?**\nYes. The portal ships to 213 countries.\n")]
    [InlineData("## FAQ\n\n### Do you ship abroad?\n\nYes. The portal ships to 213 countries.\n")]
    [InlineData("## FAQ\n\nDo you ship abroad?\n\nYes. The portal ships to 213 countries.\n")]
    [InlineData(
        "## FAQ\n\n<details><summary>Do you ship abroad?</summary>\n\nYes. The portal ships to 213 countries.\n\n</details>\n"
    )]
    [InlineData("## FAQ\n\n- Do you ship abroad?\n  - Yes. The portal ships to 213 countries.\n")]
    public async Task A_question_of_the_page_is_no_answer_what_stands_below_it_is(string page)
    {
        var answer = await AskAsync("Do we ship abroad?", page);
        Said(answer).ShouldBe("Yes. The portal ships to 213 countries.");
        answer.Citations.ShouldAllBe(citation => !citation.Quote.EndsWith('?'));
    }

    [Fact]
    public async Task The_sentence_that_leads_to_a_list_belongs_to_its_items()
    {
        const string Page =
            "# Expenses\n\nWe do not reimburse:\n\n- Alcohol\n- Parking fines\n\nWe reimburse:\n\n- Train tickets\n";
        Said(await AskAsync("Do we reimburse parking fines?", Page))
            .ShouldContain("We do not reimburse: Parking fines");
        Said(await AskAsync("Are train tickets reimbursed?", Page)).ShouldContain("We reimburse: Train tickets");
    }

    [Fact]
    public async Task An_item_stands_under_those_it_is_nested_in()
    {
        const string Page =
            "# Targets\n\n- Outbound SDRs\n  - Meetings per quarter: 24\n- Inbound SDRs\n  - Meetings per quarter: 20\n";
        Said(await AskAsync("How many meetings per quarter must inbound SDRs hold?", Page))
            .ShouldBe("Inbound SDRs: Meetings per quarter: 20");
        Said(await AskAsync("How many meetings per quarter do outbound SDRs hold?", Page))
            .ShouldBe("Outbound SDRs: Meetings per quarter: 24");
    }

    [Fact]
    public async Task Steps_are_given_whole_and_numbered()
    {
        var answer = await AskAsync(
            "How do I make a refund?",
            "# Refund procedure\n\n1. Open the order in the till.\n2. Press Return.\n3. Choose the reason.\n4. Hand the slip to the customer.\n"
        );
        answer.Kind.ShouldBe(AnswerKind.Answer);
        answer.Text.ShouldStartWith(
            "1. Open the order in the till.\n2. Press Return.\n3. Choose the reason.\n4. Hand the slip to the customer."
        );
        answer.Sentences.ShouldAllBe(sentence =>
            sentence.Exact && answer.Citations[sentence.Citation!.Value].Quote.Contains(sentence.Text)
        );
    }

    static readonly (string, string)[] OneLiners =
    [
        ("parking.md", "# Parking\n\nThe car park closes at ten."),
        ("rebate.md", "# Rebate\n\nThe rebate is three percent."),
        ("freight.md", "# Freight\n\nFreight is free above 200 euros."),
        ("catering.md", "# Catering\n\nCatering is ordered a day ahead."),
        ("holidays.md", "# Holidays\n\nEverybody gets 25 days of vacation each year."),
    ];

    [Fact]
    public async Task Words_that_say_how_is_asked_need_not_stand_in_the_answer()
    {
        Said(await AskAsync("How many vacation days do I get?", OneLiners)).ShouldContain("25 days");
        Said(
                await AskAsync(
                    "Which tool do we use to track exceptions?",
                    [.. OneLiners, ("errors.md", "# Errors\n\nWe track exceptions in Sentry.")]
                )
            )
            .ShouldContain("Sentry");
        Said(
                await AskAsync(
                    "What is the price of the Gold plan?",
                    [.. OneLiners, ("gold.md", "# Gold\n\nThe Gold plan costs 900 euros.")]
                )
            )
            .ShouldContain("900 euros");
    }

    [Theory]
    [InlineData("Who gets leads from Spain?", "Marta")]
    [InlineData("Where do leads from Spain go?", "Marta")]
    [InlineData("Who approves offers over 50,000 euros?", "CFO")]
    public async Task Who_does_something_is_asked_of_the_documents_first(string question, string who) =>
        Said(
                await AskAsync(
                    question,
                    ("spain.md", "# Routing\n\nLeads from Spain go to Marta."),
                    ("offers.md", "# Offers\n\nOffers over 50,000 euros must be approved by the CFO.")
                )
            )
            .ShouldContain(who);

    [Fact]
    public async Task A_companys_own_page_wins_over_what_ships()
    {
        var shipped = Directory
            .GetFiles(Repository.Knowledge, "*.md")
            .Where(file => Path.GetFileName(file) != "README.md")
            .Select(file => (Path.GetFileName(file), File.ReadAllText(file)));
        Said(
                await AskAsync(
                    "By when must an offer be answered?",
                    [.. shipped, ("own.md", "# Offers\n\nThe offer must be answered within 30 days.")]
                )
            )
            .ShouldContain("30 days");
    }

    [Theory]
    [InlineData(
        "<table><tr><th>Activity</th><th>Small</th><th>Large</th></tr><tr><td>Launch video</td><td></td><td>x</td></tr></table>",
        "Launch video |  | x"
    )]
    [InlineData("<ul><li>Our corporate colour is teal.</li></ul>", "Our corporate colour is teal.")]
    [InlineData("<p>Our corporate colour is <b>teal</b>.</p>", "Our corporate colour is teal.")]
    [InlineData(
        "<table>\n\n  <tr>\n\n    <td>Colour</td>\n\n    <td>**teal**</td>\n  </tr>\n\n</table>",
        "Colour | teal"
    )]
    [InlineData("> [!WARNING]\n> Never share the key.", "Never share the key.")]
    [InlineData("- [x] Order the badge.", "Order the badge.")]
    [InlineData("The fee is ~~120~~ 90 euros.[^1]\n\n[^1]: Since May.", "The fee is  90 euros.")]
    [InlineData("## Travel {#travel}\n\nBook early.", "Book early.")]
    [InlineData("See {{< ref \"travel\" >}} [the page]({% page travel %}) first.", "See  the page first.")]
    [InlineData("Paid leave\n: 25 days a year", "Paid leave: 25 days a year")]
    public async Task Html_and_the_marks_of_publishing_programs_are_read_as_a_reader_sees_them(
        string markdown,
        string text
    )
    {
        using var knowledge = new BuiltKnowledge();
        knowledge.Write("page.md", $"# Page\n\n{markdown}\n");
        await knowledge.RefreshedAsync();
        using var lease = knowledge.Index.Lease();
        var passages = lease.Generation.AllPassages().ToList();
        passages.ShouldContain(
            passage => passage.Text == text,
            string.Join('\n', passages.Select(passage => passage.Text))
        );
        passages.ShouldAllBe(passage => !passage.Section.Contains('{'));
    }

    [Theory]
    [InlineData(
        "---\ntitle: Field notes: how we visit customers\n---\n\n# Visits\n\nWe visit each key customer twice a year.\n"
    )]
    [InlineData("---\ntitle: One\ntitle: Two\n---\n\n# Visits\n\nWe visit each key customer twice a year.\n")]
    public async Task A_fault_in_the_front_matter_costs_the_front_matter(string page)
    {
        using var knowledge = new BuiltKnowledge();
        knowledge.Write("visits.md", page);
        await knowledge.RefreshedAsync();
        knowledge.Search("key customer")[0].Passage.Title.ShouldBe("Visits");
        knowledge.Index.Notices.ShouldHaveSingleItem().ShouldStartWith("visits.md: Its front matter is not YAML");
    }

    [Theory]
    [InlineData("tags: [a,\nb: c")]
    [InlineData("? &a [*a]\n: b")]
    [InlineData("x: &a [*a]\n*a : c")]
    public async Task No_front_matter_ends_the_program(string front)
    {
        using var knowledge = new BuiltKnowledge();
        knowledge.Write("fee.md", $"---\n{front}\n---\n\n# Fee\n\nThe fee is five euros.\n");
        knowledge.Write("deep.md", $"---\nx: {new string('[', 15_000)}\n---\n\n# Deep\n\nThe well is deep.\n");
        await knowledge.RefreshedAsync();
        knowledge.Search("fee")[0].Passage.Text.ShouldBe("The fee is five euros.");
        knowledge.Search("well")[0].Passage.Text.ShouldBe("The well is deep.");
    }

    [Fact]
    public async Task A_cell_that_is_empty_is_not_replaced_by_another()
    {
        const string Page =
            "# Leave\n\n| Office | Birth parent | Other parent |\n|---|---|---|\n| Osaka | | 8 weeks |\n| Lisbon | 20 weeks | 5 weeks |\n";
        Said(await AskAsync("How many weeks does a birth parent get in Lisbon?", Page)).ShouldContain("20 weeks");
        var empty = await AskAsync("How many weeks does a birth parent get in Osaka?", Page);
        string.Join(' ', empty.Sentences.Select(sentence => sentence.Text)).ShouldNotContain("Other parent: 8 weeks");
        (await AskAsync("How many weeks does the birth parent get in Tokyo?", Page)).Kind.ShouldBe(AnswerKind.Refusal);
    }

    [Fact]
    public async Task A_row_is_one_line_and_each_step_is_one()
    {
        AnswerLine
            .Of((await AskAsync("What is the price of Bronze?", Plans)).Sentences)
            .ShouldHaveSingleItem()
            .Text.ShouldBe("Bronze – Price per month: $100");
        var steps = await AskAsync(
            "How do I make a refund?",
            "# Refund procedure\n\n1. Open the order in the till.\n2. Press Return.\n"
        );
        AnswerLine
            .Of(steps.Sentences)
            .Select(line => $"{line.Mark} {line.Text}")
            .ShouldBe(["1. Open the order in the till.", "2. Press Return."]);
    }

    [Fact]
    public async Task Two_rows_of_heads_are_one_and_what_spans_rows_stands_in_each()
    {
        const string Page =
            "<table><tr><th rowspan=\"2\">City</th><th colspan=\"2\">Cap per night</th></tr><tr><th>Weekday</th><th>Weekend</th></tr>"
            + "<tr><td>Paris</td><td>210 EUR</td><td>180 EUR</td></tr><tr><td>Rome</td><td>150 EUR</td><td>140 EUR</td></tr></table>";
        var said = Said(await AskAsync("What is the weekend cap per night in Paris?", $"# Hotels\n\n{Page}\n"));
        said.ShouldContain("Weekend: 180 EUR");
        said.ShouldNotContain("210 EUR");
    }

    [Theory]
    [InlineData("Q: Where is the mail?\nA: In the cellar.\nQ: How do I reset my PIN?\nA: Dial 86.\n")]
    [InlineData("Q: Where is the mail?\n\nA: In the cellar.\n\nQ: How do I reset my PIN?\n\nA: Dial 86.\n")]
    public async Task Letters_before_questions_and_answers_are_marks(string page) =>
        Said(await AskAsync("How do I reset my PIN?", $"# Help\n\n{page}")).ShouldBe("Dial 86.");

    [Fact]
    public async Task What_a_page_hides_is_not_told()
    {
        using var knowledge = new BuiltKnowledge();
        knowledge.Write(
            "page.md",
            "# Page\n\n<p hidden>The ghost fee is one.</p>\n\n<p style=\"display: none\">The ghost fee is two.</p>\n\nThe fee is three.\n"
        );
        await knowledge.RefreshedAsync();
        knowledge.Search("ghost fee").ShouldAllBe(hit => hit.Passage.Text == "The fee is three.");
    }

    [Fact]
    public async Task Parts_of_a_question_that_want_the_same_list_get_it_once()
    {
        const string Page =
            "# Laptops\n\nTo sign the laptop agreement:\n\n1. Open the laptop portal.\n2. Press Sign.\n3. Choose the laptop.\n4. Save the agreement.\n\nFlights are booked by Petra with the travel agency.\n";
        var answer = await AskAsync(
            "What are the steps to sign the laptop agreement? How do I sign the laptop agreement? Who books the flights with the travel agency?",
            Page
        );
        foreach (var sentence in answer.Sentences.Where(sentence => sentence.Exact))
            answer.Citations[sentence.Citation!.Value].Quote.ShouldContain(sentence.Text);
    }

    [Theory]
    [InlineData("deep quotes")]
    [InlineData("wide spans")]
    [InlineData("deep elements")]
    public async Task No_page_stops_the_index_or_fills_the_memory(string kind)
    {
        var page = kind switch
        {
            "deep quotes" => $"<p>{string.Concat(Enumerable.Repeat("&gt;", 300))} *x*</p>",
            "wide spans" =>
                $"<table><tr>{string.Concat(Enumerable.Repeat("<td colspan=200 rowspan=200>x</td>", 400))}</tr>{string.Concat(Enumerable.Repeat("<tr></tr>", 199))}</table>",
            _ =>
                $"{string.Concat(Enumerable.Repeat("<div>", 5000))}deep{string.Concat(Enumerable.Repeat("</div>", 5000))}",
        };
        using var knowledge = new BuiltKnowledge(embeddings: false);
        knowledge.Write("odd.md", $"# Odd\n\n{page}\n");
        knowledge.Write("fee.md", "# Fee\n\nThe fee is five euros.");
        await knowledge.RefreshedAsync();
        knowledge.Search("fee euros")[0].Passage.Text.ShouldBe("The fee is five euros.");
        using var lease = knowledge.Index.Lease();
        lease.Generation.Manifest.Files.Sum(file => file.Length).ShouldBeLessThan(8_000_000);
    }

    [Fact]
    public async Task The_title_counts_as_said() =>
        Said(
                await AskAsync(
                    "What is MEDDPICC?",
                    [
                        .. OneLiners,
                        (
                            "m.md",
                            "# MEDDPICC\n\nA checklist for qualifying deals: metrics, buyer, criteria, process, pain and champion."
                        ),
                    ]
                )
            )
            .ShouldContain("checklist");

    [Theory]
    [InlineData("How much does a booth cost?", "A booth of nine square metres costs CHF 12,000.")]
    [InlineData("How much does a booth cost?", "A booth of nine square metres costs twelve thousand francs.")]
    [InlineData("How many people fit into the large room?", "The large room seats forty people.")]
    [InlineData("How much paid parental leave do I get?", "Parents get paid parental leave for sixteen weeks.")]
    [InlineData("When does the canteen close on Fridays?", "On Fridays the canteen closes at half past two.")]
    public async Task Amounts_and_numbers_are_seen_in_codes_and_in_words(string question, string sentence) =>
        Said(await AskAsync(question, [.. OneLiners, ("own.md", $"# Own\n\n{sentence}")])).ShouldContain(sentence);

    [Theory]
    [InlineData("When does the follow up email go out?", "Our follow-up e-mail goes out after three days.")]
    [InlineData("Where is the checkout list?", "The check-out list hangs at the door.")]
    [InlineData("Who runs the AB tests?", "Petra runs the A/B tests.")]
    [InlineData("What happens above 1000 euros?", "Above 1,000 euros two people sign.")]
    [InlineData("Where is the café?", "The cafe\u0301 is on the second floor.")]
    public async Task Other_spellings_meet(string question, string sentence) =>
        Said(await AskAsync(question, [.. OneLiners, ("own.md", $"# Own\n\n{sentence}")])).ShouldContain(sentence);

    [Fact]
    public async Task Copies_of_a_page_fill_one_citation()
    {
        var copies = Enumerable
            .Range(1, 12)
            .Select(version => ($"v{version}/rebate.md", "# Rebate\n\nThe rebate is three percent."))
            .ToArray();
        (await AskAsync("What is the rebate?", copies))
            .Citations.Count(citation => citation.Quote == "The rebate is three percent.")
            .ShouldBe(1);
    }

    /// <summary>
    /// Over pages of other kinds and words of every sort: what a refusal names is nowhere in what it shows first.
    /// </summary>
    [Fact]
    public async Task What_a_refusal_calls_missing_stands_neither_in_the_first_citation_nor_above_it()
    {
        using var knowledge = new BuiltKnowledge();
        foreach (var (name, text) in OneLiners)
            knowledge.Write(name, text);
        knowledge.Write(
            "where.md",
            "# Where\n\n## Where to find us\n\n- Deal Desk email: dealdesk@acme.example\n- Press: press@acme.example\n"
        );
        knowledge.Write("owners.md", Owners);
        knowledge.Write("plans.md", Plans);
        await knowledge.RefreshedAsync();
        using var lease = knowledge.Index.Lease();
        var composer = knowledge.Composer();
        string[] asked =
        [
            "email",
            "phone",
            "address",
            "colour",
            "founder",
            "budget",
            "deal desk",
            "rebate",
            "car park",
            "webinars",
            "silver plan",
            "vacation",
            "freight",
            "minibar",
        ];
        string[] frames =
        [
            "What is the {0} of the {1}?",
            "How many {1} per {0}?",
            "Who is responsible for the {0} of {1}?",
            "Where is the {1} {0} kept?",
            "{0} {1} last year",
        ];
        var refusals = 0;
        foreach (var frame in frames)
        foreach (
            var (one, other) in asked
                .SelectMany(one => asked.Select(other => (one, other)))
                .Where(pair => pair.one != pair.other)
        )
        {
            var answer = composer.Compose(
                string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, one, other),
                [],
                lease
            );
            if (answer.Kind != AnswerKind.Refusal || answer.Citations.Count == 0)
                continue;
            refusals++;
            var first = answer.Citations[0];
            var shown = Terms.Set($"{first.Title} {first.Section} {first.Quote}");
            foreach (var word in answer.Missing.Where(word => !word.Contains(' ')))
                Terms.Set(word).ShouldAllBe(stem => !shown.Contains(stem), $"{frame} {one} {other}: {answer.Text}");
        }
        refusals.ShouldBeGreaterThan(100);
    }
}
