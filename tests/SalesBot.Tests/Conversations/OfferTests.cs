using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.People;
using SalesBot.Platforms.Slack;
using SalesBot.Platforms.Slack.Wire;
using SalesBot.Platforms.Teams.Cards;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Conversations;

/// <summary>Handing over in plain words: the bot shows what it read, asks, and only then does it.</summary>
public sealed class OfferTests : IAsyncLifetime
{
    readonly TestBot bot = new();

    static Person Rep => TestDesk.Rep;

    static Person Marketer => TestDesk.Marketer;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    const string Warm =
        "met Lotte Bergman of Fjellkaffe at the fair, lotte@fjellkaffe.example, she is not buying before summer, can marketing keep her warm?";

    [Fact]
    public async Task A_wish_with_a_person_becomes_a_draft_and_nothing_else()
    {
        var reply = await bot.Says(Warm);
        reply.Text.ShouldStartWith("Hand this to Marketing?\nLotte Bergman (Fjellkaffe): ");
        Labels(reply).ShouldBe(["Send to Marketing", "Edit", "No, I was asking"]);
        All().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("send it")]
    [InlineData("👍")]
    [InlineData("ok, do it")]
    public async Task A_draft_is_handed_over_by_a_yes_in_words(string yes)
    {
        await bot.Says(Warm);
        await bot.Says(yes);
        var card = All().ShouldHaveSingleItem();
        (card.Direction, card.Kind, card.Person?.Name, card.Person?.Email, card.Company?.Name).ShouldBe(
            ("sales-to-marketing", "nurture", "Lotte Bergman", "lotte@fjellkaffe.example", "Fjellkaffe")
        );
        card.Details.ShouldBe(Warm);
    }

    [Fact]
    public async Task A_handoff_that_is_meant_by_a_name_is_asked_for_before_anything_is_done()
    {
        await bot.Says("flag Otto Kern, otto@kern.example, to marketing: not ready");
        await bot.Says("flag Otto Brandt, otto@brandt.example, to marketing: no budget");
        var both = await bot.Says("accept the otto one", Marketer);
        both.Text.ShouldStartWith("Which one do you mean?");
        Labels(both)
            .ShouldBe(["HO-1002: Otto Brandt: no budget", "HO-1001: Otto Kern: not ready", "Answer it as a question"]);
        All().ShouldAllBe(card => card.State == "submitted");
        (await bot.Says("accept the Brandt lead", Marketer)).Text.ShouldStartWith("Accept HO-1002?");
        await bot.Says("yes", Marketer);
        All().Single(card => card.Number == "HO-1002").State.ShouldBe("accepted");
        (await bot.Says("close the deal", Marketer)).Text.ShouldNotContain("HO-100");
    }

    [Fact]
    public async Task The_same_draft_sent_twice_is_one_handoff()
    {
        var draft = await bot.Says(Warm);
        await bot.Presses(draft, "Send to Marketing");
        await bot.Presses(draft, "Send to Marketing");
        All().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_draft_is_corrected_in_words_before_it_is_sent()
    {
        await bot.Says(Warm);
        (await bot.Says("company is Fjellkaffe Norge")).Text.ShouldContain("Lotte Bergman (Fjellkaffe Norge): ");
        (await bot.Says("urgency now")).Text.ShouldContain(" · Now");
        await bot.Says("her phone is +47 22 12 34 56");
        All().ShouldBeEmpty();
        await bot.Says("yes");
        var card = All().ShouldHaveSingleItem();
        (card.Company?.Name, card.Urgency, card.Person?.Phone).ShouldBe(("Fjellkaffe Norge", "now", "+47 22 12 34 56"));
    }

    [Theory]
    [InlineData("don't send it")]
    [InlineData("no don't send that")]
    [InlineData("nope, I'll do it myself")]
    [InlineData("wait")]
    public async Task A_draft_that_is_refused_in_any_words_is_not_sent_by_a_later_yes(string refusal)
    {
        await bot.Says(Warm);
        await bot.Says(refusal);
        await bot.Says("yes");
        All().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_yes_after_talk_of_something_else_shows_the_draft_once_more()
    {
        await bot.Says(Warm);
        await bot.Says("who is in marketing?");
        (await bot.Says("yes")).Text.ShouldStartWith("Hand this to Marketing?");
        All().ShouldBeEmpty();
        await bot.Says("yes");
        All().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_reason_may_deny_something()
    {
        await AcceptedAsync();
        await bot.Says("return HO-1001, wrong team, I don't know her", Marketer);
        State().ShouldBe("returned");
    }

    [Fact]
    public async Task Her_title_is_what_she_is()
    {
        await AcceptedAsync();
        await bot.Says("her title is Head of Coffee");
        (All().Single().Person?.Role, All().Single().Title).ShouldBe(
            ("Head of Coffee", "Lotte Bergman (Fjellkaffe): at the fair, not buying before summer")
        );
    }

    [Fact]
    public async Task Whoever_is_named_is_meant_and_not_who_was_talked_about_before()
    {
        await bot.Says("flag Jon Hill, jon@globex.example, to marketing: not ready");
        await bot.Says("accept HO-1001", Marketer);
        await bot.Says("flag Maria Lopez, maria@acme.example, to marketing: not ready");
        await bot.Says("accept HO-1002", Marketer);
        (await bot.Says("I called Jon, he wants to wait", Marketer)).Text.ShouldContain("HO-1001");
    }

    [Fact]
    public async Task Whoever_says_no_hands_nothing_over()
    {
        await bot.Says(Warm);
        (await bot.Says("no thanks")).Text.ShouldBe("OK, nothing was changed.");
        (await bot.Says("yes")).Text.ShouldNotContain("HO-");
        All().ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_was_only_asking_gets_an_answer()
    {
        await bot.KnowingAsync();
        await bot.Says("could marketing write a case study about cold calling?");
        (await bot.Says("I was asking")).Text.ShouldNotContain("Hand this");
        All().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_open_handoff_about_the_same_person_is_told_before_a_second_one_exists()
    {
        await bot.Says(Warm);
        await bot.Says("yes");
        var reply = await bot.Says("please nurture lotte@fjellkaffe.example, budget comes next year");
        reply.Text.ShouldContain("already has an open handoff (HO-1001)");
        Labels(reply).ShouldBe(["Open HO-1001", "Add a note to HO-1001", "Hand over anyway", "No, I was asking"]);
        await bot.Says("yes");
        All().Count.ShouldBe(1);
        await bot.Presses(reply, "Add a note to HO-1001");
        var card = All().ShouldHaveSingleItem();
        card.History[^1].Note.ShouldBe("please nurture lotte@fjellkaffe.example, budget comes next year");
    }

    [Fact]
    public async Task A_lead_of_marketing_goes_to_sales_without_saying_so()
    {
        await bot.Says(
            "Ada Okoye from Lagoon Freight, ada@lagoonfreight.example, asked for a quote after the webinar",
            Marketer
        );
        await bot.Says("yes", Marketer);
        var card = All().ShouldHaveSingleItem();
        (card.Direction, card.Kind, card.Company?.Name).ShouldBe(("marketing-to-sales", "lead", "Lagoon Freight"));
    }

    [Theory]
    [InlineData("HO-1001: not enough info, which budget do they have", "return", "information is missing")]
    [InlineData("HO-1001 works for a competitor", "disqualify", "works for a competitor")]
    public async Task A_hint_at_a_move_is_asked_back(string said, string move, string reason)
    {
        await AcceptedAsync();
        var reply = await bot.Says(said, Marketer);
        reply.Text.ShouldContain(reason);
        State().ShouldBe("accepted");
        var first = reply.Choices.First();
        first.Action.Values["move"].ShouldBe(move);
        await bot.Presses(reply, first.Label, Marketer);
        State().ShouldNotBe("accepted");
    }

    [Fact]
    public async Task Just_a_note_keeps_the_clock_and_the_words()
    {
        await AcceptedAsync();
        await bot.Presses(await bot.Says("HO-1001 works for a competitor", Marketer), "Just a note", Marketer);
        var card = All().ShouldHaveSingleItem();
        (card.State, card.History[^1].Move, card.History[^1].Note).ShouldBe(
            ("accepted", "note", "HO-1001 works for a competitor")
        );
    }

    [Theory]
    [InlineData("park HO-1001 until 2 February", "Pause", "Snooze")]
    [InlineData("I'm done with HO-1001", "Close", "Give back to the team")]
    public async Task Words_with_two_meanings_are_asked_back_with_both(string said, string one, string other)
    {
        await AcceptedAsync();
        var labels = Labels(await bot.Says(said, Marketer));
        labels.ShouldContain(one);
        labels.ShouldContain(other);
        State().ShouldBe("accepted");
    }

    public static TheoryData<string, string, string> Corrections =>
        new()
        {
            { "title", "change the title of HO-1001 to Coffee roaster in Bergen", "Coffee roaster in Bergen" },
            { "kind", "kind of HO-1001 is customer insight", "customer-insight" },
            { "urgency", "set the urgency of HO-1001 to today", "today" },
            { "name", "the name in HO-1001 is Lotta Bergman", "Lotta Bergman" },
            { "email", "HO-1001: her e-mail is lotta@fjellkaffe.example", "lotta@fjellkaffe.example" },
            { "phone", "wrong phone in HO-1001, correct is +47 22 99 88 77", "+47 22 99 88 77" },
            { "role", "HO-1001: she's not COO but Head of Sourcing", "Head of Sourcing" },
            { "company", "company of HO-1001 is Fjordkaffe, not Fjellkaffe", "Fjordkaffe" },
            { "campaign", "campaign of HO-1001 is autumn tasting", "autumn tasting" },
            { "source", "the source of HO-1001 was referral", "referral" },
            { "nextStep", "next step of HO-1001 is Send the price list", "Send the price list" },
            { "details", "set the details of HO-1001 to They move offices in May", "They move offices in May" },
        };

    [Theory]
    [MemberData(nameof(Corrections))]
    public async Task Every_field_of_a_handoff_is_corrected_in_words(string field, string said, string value)
    {
        await bot.Says(Warm);
        await bot.Says("yes");
        var reply = await bot.Says(said);
        reply
            .Text.Split('\n')[0]
            .ShouldEndWith(field is "kind" or "urgency" ? HandoffLabels.OfValue(field, value) : value);
        Value(All().Single(), field).ShouldBe(value);
        (await bot.Says("undo")).Text.ShouldNotBeEmpty();
        Value(All().Single(), field).ShouldNotBe(value);
    }

    [Theory]
    [MemberData(nameof(Corrections))]
    public async Task Every_field_of_a_handoff_is_in_the_form_of_both_platforms(string field, string said, string value)
    {
        said.ShouldNotBeEmpty();
        await bot.Says(Warm);
        await bot.Says("yes");
        var form = await bot.Says("edit HO-1001");
        SlackJson
            .Write(SlackViews.Dialog(form, new ViewContext("slack:T1/C1")).View)
            .ShouldContain($"\"block_id\":\"{field}\"");
        CardDrawing.Card(form, new CardPlace(IsDialog: true)).ShouldContain($"\"id\":\"{field}\"");
        await bot.Fills(form, null, (field, value));
        Value(All().Single(), field).ShouldBe(value);
    }

    [Fact]
    public async Task A_message_with_an_address_is_never_only_a_question()
    {
        var reply = await bot.Says("hm, bob@initech.example");
        Labels(reply).ShouldBe(["Find “bob@initech.example”", "My handoffs", "Answer it as a question"]);
        (await bot.Says("gaps", TestDesk.Manager)).Text.ShouldNotContain("initech");
    }

    [Fact]
    public async Task Scrap_that_means_the_open_draft_and_no_handoff_that_was_sent_before()
    {
        await bot.Says("flag Jon Hill, jon@globex.example, to marketing: not ready");
        await bot.Says("can marketing keep Ann Lee of Initech warm? ann.lee@initech.example, she likes webinars");
        (await bot.Says("scrap that")).Text.ShouldBe("OK, nothing was changed.");
        All().Single().State.ShouldBe("submitted");
    }

    [Fact]
    public async Task A_plain_order_that_names_several_people_is_shown_before_it_is_done()
    {
        var said =
            "Flag Mia Wong, Stark Industries, mia@stark.example and Leo Park, Wayne, leo@wayne.example to marketing: not ready";
        (await bot.Says(said)).Text.ShouldContain("You named several people");
        All().ShouldBeEmpty();
        await bot.Says("send");
        All().Single().Details.ShouldBe(said);
    }

    [Fact]
    public async Task A_plain_order_about_somebody_who_has_an_open_handoff_is_asked_first()
    {
        await bot.Says("flag Jon Hill, jon@globex.example, to marketing: not ready");
        Labels(await bot.Says("flag Jon Hill, jon@globex.example, to marketing: wants the brochure"))
            .ShouldContain("Hand over anyway");
        All().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_is_named_decides_which_handoff_a_move_is_about()
    {
        await bot.Says("flag Jon Hill, jon@globex.example, to marketing: not ready");
        await bot.Says("flag Maria Lopez, maria@acme.example, to marketing: not ready");
        (await bot.Says("withdraw Jon, he signed with us already")).Text.ShouldStartWith("Withdraw HO-1001?");
        await bot.Says("HO-1002", Marketer);
        (await bot.Says("jon is a dead end, disqualify", Marketer)).Text.ShouldStartWith("Disqualify HO-1001?");
        All().ShouldAllBe(card => card.State == "submitted");
    }

    [Fact]
    public async Task Undo_after_an_order_that_changed_nothing_asks_before_it_takes_back_the_step_before()
    {
        await bot.Says("flag Jon Hill, jon@globex.example, to marketing: not ready");
        await bot.Says("accept HO-1001");
        Labels(await bot.Says("undo")).ShouldBe(["Undo HO-1001"]);
        All().Single().State.ShouldBe("submitted");
        (await bot.Says("undo")).Text.ShouldStartWith("Undone.");
        All().Single().State.ShouldBe("withdrawn");
    }

    [Fact]
    public async Task A_draft_that_was_not_sent_is_told_with_the_next_one()
    {
        await bot.Says("can marketing write a case study about Globex?");
        var second = await bot.Says(
            "can marketing keep Ann Lee of Initech warm? ann.lee@initech.example, she likes webinars"
        );
        second.Text.ShouldContain("Your earlier draft hasn't been sent");
        await bot.Presses(second, "Send the earlier draft");
        All().Single().Title.ShouldContain("case study");
    }

    [Fact]
    public async Task The_desk_says_who_is_in_a_team_and_who_is_away()
    {
        await bot.Get<Roster>()
            .SetAsync(TestDesk.Admin, "dana", new MemberChange("Dana", Role.Marketing, null, null, false, null));
        (await bot.Says("who is in marketing?")).Text.ShouldContain("Dana: Marketing.");
        await bot.Says("I'm away until Friday");
        (await bot.Says("am I away?")).Text.ShouldStartWith("You: Sales, away until Fri 9\u00A0Jan, 9:00\u00A0am.");
    }

    [Fact]
    public async Task What_is_new_is_one_line_for_each_handoff_and_what_needs_the_reader_first()
    {
        await bot.Says("flag Jane Doe, jane@acme.example, to marketing: not ready");
        await bot.Says("flag Tom Hill, tom@globex.example, to marketing: not ready");
        await bot.Says("accept HO-1002", Marketer);
        await bot.Says("return HO-1001, wrong region", Marketer);
        var reply = await bot.Says("anything new?");
        var lines = reply.Text.Split('\n');
        lines[0].ShouldBe("1 needs you");
        lines[1].ShouldStartWith("HO-1001 ");
        lines[2].ShouldBe("1 updated");
        lines[3].ShouldStartWith("HO-1002 ");
    }

    [Fact]
    public async Task What_is_due_today_is_listed()
    {
        await bot.Says("flag Jane Doe, jane@acme.example, to marketing: call her asap");
        await bot.Says("flag Tom Hill, tom@globex.example, to marketing: no rush");
        var text = (await bot.Says("what's due today?", Marketer)).Text;
        text.ShouldContain("HO-1001");
        text.ShouldNotContain("HO-1002");
    }

    async Task AcceptedAsync()
    {
        await bot.Says(Warm);
        await bot.Says("yes");
        await bot.Says("accept HO-1001", Marketer);
    }

    static string? Value(HandoffCard card, string field) =>
        field switch
        {
            "title" => card.Title,
            "kind" => card.Kind,
            "urgency" => card.Urgency,
            "name" => card.Person?.Name,
            "email" => card.Person?.Email,
            "phone" => card.Person?.Phone,
            "role" => card.Person?.Role,
            "company" => card.Company?.Name,
            "campaign" => card.Campaign,
            "nextStep" => card.NextStep,
            "details" => card.Details,
            _ => card.Source,
        };

    string State() => All().Single().State;

    IReadOnlyList<HandoffCard> All() => bot.Get<HandoffLists>().Page(new HandoffFilter(), TestDesk.Admin).Items;

    static List<string> Labels(Reply reply) => [.. reply.Choices.Select(choice => choice.Label)];
}
