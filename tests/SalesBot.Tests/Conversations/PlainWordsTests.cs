using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.People;
using SalesBot.Storage;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Conversations;

/// <summary>What people say to the bot in plain words, and what comes of it.</summary>
public sealed class PlainWordsTests : IAsyncLifetime
{
    readonly TestBot bot = new();

    static Person Rep => TestDesk.Rep;

    static Person Marketer => TestDesk.Marketer;

    static Person Manager => TestDesk.Manager;

    static Person Admin => TestDesk.Admin;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_lead_is_flagged_in_a_sentence_and_each_field_is_shown_with_its_words()
    {
        var reply = await bot.Says("flag Jane Doe, jane@acme.com, to marketing: not ready until spring");
        reply.Text.ShouldBe(
            "Sent to Marketing. I’ll tell you when somebody accepts it.\nJane Doe: not ready until spring · Waiting for Marketing to accept · Should be accepted by Wed 7\u00A0Jan, 4:00\u00A0pm\nHO-1001 · Nurture · No rush"
        );
        reply
            .Blocks.OfType<FieldsBlock>()
            .Single(block => block.Title is null)
            .Fields.ShouldContain(new Field("Contact", "Jane Doe, jane@acme.com"));
        // What the card says anyway is not said twice.
        var read = reply.Blocks.OfType<FieldsBlock>().Single(block => block.Title is not null).Fields;
        read.Select(field => field.Label).ShouldNotContain("Email");
        read.ShouldContain(new Field("Timeline", "not ready until spring", "not ready until spring"));
        reply.Blocks.OfType<TextBlock>().Last().Text.ShouldBe("Worth adding if you know it: what they need.");
        var card = Card("HO-1001");
        (card.Direction, card.Person?.Name, card.Person?.Email, card.Company?.Domain).ShouldBe(
            ("sales-to-marketing", "Jane Doe", "jane@acme.com", "acme.com")
        );
        card.Qualification?.Timeline.ShouldBe("not ready until spring");
        card.Qualification?.Budget.ShouldBeNull();
    }

    [Theory]
    [InlineData(
        "pass Tom Berg from Initech (tom@initech.example, +49 30 1234567) to sales: wants a demo",
        "lead",
        "Tom Berg",
        "Initech"
    )]
    [InlineData(
        "please hand Li Wei, li@dragon.example, over to sales because she asked for a quote",
        "lead",
        "Li Wei",
        null
    )]
    [InlineData("can you send 王小明, wang@example.cn, to sales: 想要报价", "lead", "王小明", null)]
    [InlineData("refer Ana García-López to sales, met at the fair", "lead", "Ana García-López", null)]
    [InlineData("handoff sales lead Peter Pan peter@neverland.example wants a call", "lead", null, null)]
    public async Task Leads_go_to_sales_in_many_words(string text, string kind, string? name, string? company)
    {
        var reply = await bot.Says(text, Marketer);
        reply.Text.ShouldContain($"HO-1001 · {HandoffLabels.OfValue("kind", kind)}");
        var card = Card("HO-1001");
        (card.Person?.Name ?? name).ShouldBe(name ?? card.Person?.Name);
        card.Company?.Name.ShouldBe(company);
        card.RaisedBy.ShouldBe("local:marketer");
    }

    [Theory]
    [InlineData("send a case study request for Initech to marketing", "content-request")]
    [InlineData("flag the spring campaign to marketing: bad leads from the ads", "campaign-feedback")]
    [InlineData("pass a list of 40 attendees to marketing", "event-or-list")]
    [InlineData("tell marketing that customers keep asking for a smaller package", "customer-insight")]
    [InlineData("flag this to marketing: the logo on the trucks is old", "other")]
    public async Task What_goes_to_marketing_finds_its_kind(string text, string kind)
    {
        (await bot.Says(text)).Text.ShouldContain($"HO-1001 · {HandoffLabels.OfValue("kind", kind)}");
    }

    [Theory]
    [InlineData("how do I hand a lead to sales?")]
    [InlineData("is flagging a lead to marketing a sales task?")]
    [InlineData("pass leads to sales")]
    [InlineData("marketing lead generation is whose job")]
    [InlineData("sales contact with customers takes time")]
    [InlineData("who sends leads to marketing?")]
    [InlineData("hand out flyers")]
    [InlineData("should I flag Jane to marketing?")]
    [InlineData("what is overdue debt collection?")]
    [InlineData("make more sales")]
    [InlineData("make marketing materials")]
    [InlineData("what does a status report say?")]
    [InlineData("notify customers of sales")]
    [InlineData("the gaps in our marketing")]
    [InlineData("undo a discount")]
    [InlineData("give a presentation to sales managers")]
    public async Task What_only_sounds_like_a_command_is_answered(string text)
    {
        await bot.KnowingAsync();
        var reply = await bot.Says(text, Admin);
        reply.Text.ShouldNotStartWith("HO-");
        reply
            .Blocks.OfType<ChoicesBlock>()
            .SelectMany(block => block.Choices)
            .ShouldContain(choice => choice.Action.Name == "feedback" || choice.Action.Name == "pass-on", reply.Text);
        bot.Get<HandoffLists>().Page(new HandoffFilter(), Admin).Total.ShouldBe(0);
    }

    /// <summary>What people write who have not read how one writes it.</summary>
    [Theory]
    [InlineData(
        "flag Jane   Doe,  jane@acme.com ,\tto  marketing :  not   ready",
        "for marketing: Jane Doe: not ready"
    )]
    [InlineData("FLAG: Jane Doe -> marketing, not ready", "for marketing: Jane Doe: not ready")]
    [InlineData("flag Jane Doe (Acme) to mktg: not ready", "for marketing: Jane Doe")]
    [InlineData("hey @SalesBot, flag Jane Doe to marketing 🙏 she's not ready", "for marketing: Jane Doe: not ready")]
    [InlineData("send Bob Lee to sales now", "for sales: Bob Lee")]
    [InlineData("hand over Tom Baker from Baker Industries to sales.", "for sales: Tom Baker (Baker Industries)")]
    [InlineData(
        "flag Jane Doe of the University of Oxford to marketing",
        "for marketing: Jane Doe (University of Oxford)"
    )]
    [InlineData(
        "flag Jane Doe, Head of Procurement at Siemens Energy AG, to marketing: later",
        "for marketing: Jane Doe (Siemens Energy AG): later"
    )]
    [InlineData(
        "could you please pass this lead to marketing: Tom Baker, Baker Industries, tom@baker.example",
        "for marketing: Tom Baker"
    )]
    [InlineData("forward to marketing: Jane Doe, jane@acme.com, wants the newsletter", "for marketing: Jane Doe")]
    [InlineData("I have a lead for sales: Bob Lee, bob@beta.com, wants a demo", "for sales: Bob Lee")]
    [InlineData("sales lead: Bob Lee, bob@beta.com, wants a demo", "for sales: Bob Lee")]
    [InlineData("marketing lead Jane Doe jane@acme.com wants a call", "for marketing: Jane Doe")]
    [InlineData("let sales know that Bob Lee wants a demo", "for sales: Bob Lee wants a demo")]
    [InlineData(
        "tell marketing the leads from the Berlin trade show are junk",
        "for marketing: the leads from the Berlin trade show are junk"
    )]
    [InlineData("Bob Lee (bob@beta.com) wants a demo. Hand him to sales", "for sales: Bob Lee")]
    [InlineData(
        "pass this to marketing:\n\nFrom: Tina Turn <tina@turn.example>\nSubject: Your newsletter\n\nHello, I would like it later.",
        "for marketing: Tina Turn: Your newsletter"
    )]
    [InlineData("flag jane doe from acme to marketing", "for marketing:")]
    public async Task Handing_over_is_understood_in_many_shapes(string text, string said) =>
        (await bot.Says(text, Marketer)).Text.ShouldSatisfyAllConditions(
            shown => shown.Split('\n')[1].ShouldStartWith(said[(said.IndexOf(':') + 1)..].TrimStart(), Case.Sensitive),
            shown => shown.ShouldContain(said.StartsWith("for sales") ? "Waiting for Sales" : "Waiting for Marketing")
        );

    [Theory]
    [InlineData("flag a lead to marketing")]
    [InlineData("I'd like to hand a lead to sales")]
    public async Task Who_does_not_say_who_is_asked(string text)
    {
        var form = await bot.Says(text);
        form.Blocks.OfType<FormBlock>().Single().Fields[0].Fault.ShouldBe("Sure. Who or what is it about?");
        bot.Get<HandoffLists>().Page(new HandoffFilter(), Admin).Total.ShouldBe(0);
        (await bot.Fills(form, null, ("title", "Jane Doe"), ("kind", "other"))).Text.ShouldContain("Jane Doe");
    }

    [Theory]
    [InlineData("flag Jane Doe to marketing: not urgent", "someday")]
    [InlineData("flag Jane Doe to marketing: there is no rush, ASAP is not needed", "someday")]
    [InlineData("flag Jane Doe to marketing: this is not today's problem", "this-week")]
    [InlineData("flag Jane Doe to marketing: urgent, she cancels", "now")]
    [InlineData("flag Jane Doe to marketing: she needs it today", "today")]
    [InlineData("flag Jane Doe to marketing: needs the brochure by Friday", "this-week")]
    public async Task Urgency_is_what_was_said_and_not_what_was_denied(string text, string urgency)
    {
        await bot.Says(text);
        Card("HO-1001").Urgency.ShouldBe(urgency);
    }

    /// <summary>Remarks hold the words of moves; only what begins with one makes it.</summary>
    [Theory]
    [InlineData("HO-1001: she wants to drop by next week")]
    [InlineData("HO-1001: customer will cancel the old contract first")]
    [InlineData("HO-1001: put the phone on hold")]
    [InlineData("HO-1001: he said release is in May")]
    [InlineData("HO-1001: give it to legal for a look")]
    [InlineData("HO-1001: left a voicemail")]
    [InlineData("HO-1001: I lost my notes and will redo them")]
    public async Task A_remark_is_a_note_whatever_words_it_holds(string text)
    {
        await bot.Says("flag Jane Doe, jane@acme.com, to marketing: not ready");
        await bot.Says("accept HO-1001", Marketer);
        await bot.Says(text, Marketer);
        var card = Card("HO-1001");
        (card.State, card.History[^1].Move, card.History[^1].Note).ShouldBe(
            ("accepted", "note", text["HO-1001: ".Length..])
        );
    }

    [Theory]
    [InlineData("if HO-1001 is won, tell me")]
    [InlineData("maybe recycle HO-1001")]
    [InlineData("could we recycle HO-1001 until March?")]
    [InlineData("HO-1001 should be accepted")]
    [InlineData("HO-1001 is almost won")]
    [InlineData("thanks, I withdraw my comment on HO-1001")]
    [InlineData("accept HO-1001 and HO-1002")]
    public async Task What_is_only_thought_of_is_not_done(string text)
    {
        await bot.KnowingAsync();
        await bot.Says("flag Jane Doe, jane@acme.com, to marketing: not ready");
        await bot.Says(text, Marketer);
        Card("HO-1001").Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_date_that_cannot_be_read_is_asked_for()
    {
        await bot.Says("flag Jane Doe, jane@acme.com, to marketing: not ready");
        await bot.Says("accept HO-1001", Marketer);
        var asked = await bot.Says("recycle HO-1001 until 01/03/2027, no budget", Marketer);
        asked
            .Blocks.OfType<FormBlock>()
            .Single()
            .Fields.Single(field => field.Name == "wakeUp")
            .Fault.ShouldNotBeNull();
        Card("HO-1001").State.ShouldBe("accepted");
        await bot.Says("recycle HO-1001 until 1.3.2027, no budget", Marketer);
        (Card("HO-1001").WakeUp, Card("HO-1001").Reason, Card("HO-1001").History[^1].Note).ShouldBe(
            (new DateOnly(2027, 3, 1), "no-budget", null)
        );
    }

    [Theory]
    [InlineData(
        "I'm away from tomorrow until the 9th",
        "from Tue 6\u00A0Jan, 9:00\u00A0am until Fri 9\u00A0Jan, 9:00\u00A0am"
    )]
    [InlineData(
        "I will be on vacation starting Jan 20 for 10 days",
        "from Tue 20\u00A0Jan, 9:00\u00A0am until Fri 30\u00A0Jan, 9:00\u00A0am"
    )]
    [InlineData("I'll be back on Wednesday", "until Wed 7\u00A0Jan, 9:00\u00A0am")]
    [InlineData("ooo tue-thu", "from Tue 6\u00A0Jan, 9:00\u00A0am until Fri 9\u00A0Jan, 9:00\u00A0am")]
    [InlineData("I'm away until 24.12.", "until Thu 24\u00A0Dec, 9:00\u00A0am")]
    [InlineData("I'm away until 3pm", "Until when? Say \"I'm away until Monday\"")]
    [InlineData("I'm back", "You weren't away, as far as I know.")]
    public async Task Absences_are_understood_in_many_shapes(string text, string said) =>
        (await bot.Says(text, Marketer)).Text.ShouldContain(said);

    [Fact]
    public async Task After_a_minute_nothing_is_taken_back()
    {
        await bot.Says("flag Jane Doe, jane@acme.com, to marketing: not ready");
        await bot.Says("make @nobody sales", Admin);
        await bot.Says("notify this channel for sales", Manager);
        bot.Time.Advance(TimeSpan.FromSeconds(61));
        var late = await bot.Says("undo");
        late.Text.ShouldStartWith("That was more than a minute ago, so I can't undo it. You can still withdraw it:");
        late.Choices.ShouldContain(choice => choice.Label == "Withdraw");
        (await bot.Says("undo", Manager)).Text.ShouldStartWith("That was more than a minute ago");
        Card("HO-1001").State.ShouldBe("submitted");
    }

    [Fact]
    public async Task What_was_changed_by_somebody_else_is_not_taken_back()
    {
        await bot.Says("I'm away until Friday", Marketer);
        await bot.Says("marketer is away until Wednesday", Manager);
        (await bot.Says("undo", Marketer)).Text.ShouldBe("Somebody has changed that since, so nothing was undone.");
    }

    [Fact]
    public async Task Which_team_can_be_said_in_words()
    {
        await bot.KnowingAsync();
        await bot.Says("what is the average commission of a rep?");
        (await bot.Says("pass this on")).Text.ShouldStartWith(
            "Which team should get “what is the average commission of a rep?”?"
        );
        (await bot.Says("marketing")).Text.ShouldStartWith(
            "Hand this to Marketing?\nwhat is the average commission of a rep?"
        );
        (await bot.Says("yes")).Text.ShouldContain("Waiting for Marketing to accept");
    }

    [Fact]
    public async Task What_is_handed_on_in_words_below_an_answer_is_a_draft_of_the_task()
    {
        await bot.KnowingAsync();
        await bot.Says("Is cold calling a sales or marketing task?", Marketer);
        (await bot.Says("hand it to sales", Marketer)).Text.ShouldStartWith("Hand this to Sales?\nCold calling");
        (await bot.Says("hand it to sales", Marketer)).Text.ShouldContain("Waiting for Sales to accept");
        (await bot.Says("my handoffs", Marketer)).Text.ShouldNotContain("HO-1002");
    }

    [Fact]
    public async Task A_draft_is_drawn_for_the_other_team_when_that_is_said()
    {
        await bot.KnowingAsync();
        await bot.Says("Is cold calling a sales or marketing task?", Marketer);
        await bot.Says("hand it to sales", Marketer);
        (await bot.Says("pass it on to marketing", Marketer)).Text.ShouldStartWith("Hand this to Marketing?");
    }

    [Fact]
    public async Task An_answer_is_not_said_again_to_something_else()
    {
        await bot.KnowingAsync();
        var first = await bot.Says("what is a lead?");
        foreach (var text in new[] { "who is away?", "list closed", "make me admin", "what's new?" })
            (await bot.Says(text)).Text.ShouldNotBe(first.Text, text);
    }

    [Theory]
    [InlineData("flag ", "A ")]
    [InlineData("ask marketing for ", "a")]
    [InlineData("", "HO-1 ")]
    [InlineData("flag Jane Doe to marketing: ", "Inc. ")]
    [InlineData("I'm away until ", "3 March 3 ")]
    [InlineData("tell marketing that ", "想")]
    public async Task Hostile_lengths_come_to_an_end(string begin, string again)
    {
        var text = begin + string.Concat(Enumerable.Repeat(again, 40_000 / again.Length));
        // Patterns that tried everything took half a minute.
        await Task.Run(() => SalesBot.Intents.CommandReader.Read(text, new DateOnly(2026, 1, 5), _ => false))
            .WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Without_a_team_the_senders_own_says_where_to_and_anybody_else_is_asked()
    {
        (await bot.Says("flag Jane Doe jane@acme.com: not ready")).Text.ShouldContain("for marketing");
        (await bot.Says("flag Jim Doe jim@acme.com: wants to buy", Marketer)).Text.ShouldContain("for sales");
        var asked = await bot.Says("flag Jill Doe jill@acme.com: wants to buy", TestDesk.Employee);
        asked.Text.ShouldBe("Which team should get “Jill Doe: wants to buy”?");
        (await bot.Presses(asked, "Send to Sales", TestDesk.Employee)).Text.ShouldContain(
            "Jill Doe: wants to buy · Waiting for Sales to accept"
        );
        Card("HO-1003").Person?.Email.ShouldBe("jill@acme.com");
    }

    [Fact]
    public async Task A_handoff_goes_back_with_its_reason_from_the_words()
    {
        await bot.Says("flag Jane Doe, jane@acme.com, to marketing: not ready until spring");
        var reply = await bot.Says("hand HO-1001 back, wrong region", Marketer);
        reply.Text.ShouldStartWith("Jane Doe: not ready");
        var card = Card("HO-1001");
        (card.State, card.Reason, card.History[^1].Note).ShouldBe(("returned", "wrong-region", null));
    }

    [Theory]
    [InlineData("return HO-1001: which newsletter?", "missing-information", "which newsletter?")]
    [InlineData("send HO-1001 back because it is not our job", "wrong-team", "it is not our job")]
    [InlineData("ho 1001 give it back, the moon was full", "other", "the moon was full")]
    [InlineData("please hand back HO-1001, no budget", "no-budget", null)]
    public async Task Other_words_give_other_reasons(string text, string reason, string? note)
    {
        await bot.Says("flag Jane Doe, jane@acme.com, to marketing: not ready until spring");
        await bot.Says(text, Marketer);
        var card = Card("HO-1001");
        (card.State, card.Reason, card.History[^1].Note).ShouldBe(("returned", reason, note));
    }

    [Fact]
    public async Task A_return_without_a_reason_asks_for_it_and_tells_what_is_wrong()
    {
        await bot.Says("flag Jane Doe, jane@acme.com, to marketing: not ready until spring");
        var asked = await bot.Says("hand HO-1001 back", Marketer);
        asked.Text.ShouldBe("Why are you sending back HO-1001, “Jane Doe: not ready until spring”?");
        asked
            .Blocks.OfType<FormBlock>()
            .Single()
            .Fields.ShouldContain(field => field.Name == "reason" && field.Required && field.Fault == null);
        var again = await bot.Fills(asked, Marketer, ("reason", "other"), ("note", ""));
        again
            .Blocks.OfType<FormBlock>()
            .Single()
            .Fields.Single(field => field.Name == "note")
            .Fault.ShouldBe("The reason 'other' needs a note to explain it.");
        (await bot.Fills(again, Marketer, ("reason", "other"), ("note", "she moved"))).Text.ShouldStartWith(
            "Jane Doe: not ready"
        );
    }

    [Theory]
    [InlineData("accept HO-1001", "accepted")]
    [InlineData("I'll take HO-1001", "accepted")]
    [InlineData("ho-1001 is mine", "accepted")]
    [InlineData("HO-1001: I accept", "accepted")]
    [InlineData("disqualify HO-1001, spam", "disqualified")]
    [InlineData("watch HO-1001", "submitted")]
    [InlineData("assign HO-1001 to marketer", "submitted")]
    public async Task Moves_are_made_in_plain_words(string text, string state)
    {
        await bot.Says("flag Jane Doe, jane@acme.com, to marketing: not ready until spring");
        await bot.Says(text, Marketer);
        Card("HO-1001").State.ShouldBe(state);
    }

    [Fact]
    public async Task A_whole_life_in_plain_words()
    {
        await bot.Says("flag Jane Doe, jane@acme.com, to marketing: not ready until spring");
        (await bot.Says("accept HO-1001", Marketer)).Text.ShouldStartWith("Jane Doe: not ready");
        (await bot.Says("HO-1001: called her today", Marketer)).Text.ShouldContain(" · ▶ In progress");
        Card("HO-1001").History[^1].Note.ShouldBe("her today");
        (await bot.Says("note on HO-1001: she likes the newsletter", Marketer)).Text.ShouldContain(" · ▶ In progress");
        (await bot.Says("recycle it until 1 March, bad timing", Marketer)).Text.ShouldContain(" · ☾ Snoozed until");
        Card("HO-1001").WakeUp.ShouldBe(new DateOnly(2026, 3, 1));
        (await bot.Says("reopen HO-1001", Manager)).Text.ShouldStartWith("Jane Doe: not ready");
        await bot.Says("accept HO-1001", Marketer);
        await bot.Says("contacted HO-1001", Marketer);
        (await bot.Says("HO-1001 is done: delivered", Marketer)).Text.ShouldContain(" · ✔ Delivered");
        Card("HO-1001").Outcome.ShouldBe("delivered");
        (await bot.Says("rate HO-1001 4", Marketer)).Text.ShouldContain(" · ✔ Delivered");
        Card("HO-1001").Rating.ShouldBe(4);
    }

    [Theory]
    [InlineData("don't return HO-1001")]
    [InlineData("did Dana accept HO-1001?")]
    [InlineData("who has HO-1001?")]
    [InlineData("HO-1001")]
    [InlineData("status of ho 1001")]
    [InlineData("should we disqualify HO-1001?")]
    public async Task A_question_about_a_handoff_shows_it_and_changes_nothing(string text)
    {
        await bot.Says("flag Jane Doe, jane@acme.com, to marketing: not ready until spring");
        (await bot.Says(text, Marketer)).Text.ShouldContain("Jane Doe: not ready");
        Card("HO-1001").Version.ShouldBe(1);
    }

    [Fact]
    public async Task Lists_say_what_there_is_or_that_there_is_nothing()
    {
        (await bot.Says("my handoffs", Marketer)).Text.ShouldStartWith("You have no open handoffs.");
        (await bot.Says("what is overdue?", Marketer)).Text.ShouldBe("Nothing is overdue.");
        await bot.Says("flag Jane Doe, jane@acme.com, to marketing: not ready until spring");
        await bot.Says("accept HO-1001", Marketer);
        (await bot.Says("my handoffs", Marketer)).Text.ShouldContain(
            "HO-1001 · Accepted by marketer · Jane Doe: not ready until spring"
        );
        (await bot.Says("what did I send?")).Text.ShouldStartWith("Sent by you: 1");
        (await bot.Says("find handoffs about jane")).Text.ShouldContain("HO-1001");
        bot.Time.Advance(TimeSpan.FromDays(6));
        (await bot.Says("what is overdue?", Marketer)).Text.ShouldContain("HO-1001");
        (await bot.Says("What's overdue for sales?", Manager)).Text.ShouldBe("Nothing is overdue.");
    }

    [Fact]
    public async Task Absences_are_told_in_plain_words_and_taken_back()
    {
        (await bot.Says("I'm away until Monday", Marketer)).Text.ShouldBe(
            "You are away until Mon 12\u00A0Jan, 9:00\u00A0am. New handoffs go to others until then."
        );
        Member("local:marketer").AwayUntil.ShouldBe(new DateTimeOffset(2026, 1, 12, 8, 0, 0, TimeSpan.Zero));
        (await bot.Says("undo", Marketer)).Text.ShouldStartWith("Undone");
        Member("local:marketer").AwayUntil.ShouldBeNull();
        (await bot.Says("ooo tomorrow", Marketer)).Text.ShouldBe(
            "You are away from Tue 6\u00A0Jan, 9:00\u00A0am until Wed 7\u00A0Jan, 9:00\u00A0am. New handoffs go to others until then."
        );
        (await bot.Says("I'm back", Marketer)).Text.ShouldBe("You are back. New handoffs can be assigned again.");
        (await bot.Says("I'm on holiday from 3 to 7 March", Marketer)).Text.ShouldContain(
            "from Tue 3\u00A0Mar, 9:00\u00A0am until Sun 8\u00A0Mar"
        );
        (await bot.Says("rep is away until Friday", Marketer)).Text.ShouldStartWith("Only an admin");
        (await bot.Says("rep is away until Friday", Manager)).Text.ShouldStartWith(
            "rep is away until Fri 9\u00A0Jan, 9:00\u00A0am"
        );
    }

    [Fact]
    public async Task An_admin_gives_roles_and_others_may_not()
    {
        var dana = new Mention("slack:T1/U7", "dana");
        IncomingMessage Said(Person by) =>
            bot.Message($"make {MentionToken.Of(0)} marketing", by) with
            {
                Mentions = [dana],
            };
        (await bot.HearsAsync(Said(Manager))).Text.ShouldStartWith("Only an admin");
        (await bot.HearsAsync(Said(Admin))).Text.ShouldBe("dana's role is now marketing (was employee).");
        Member("slack:T1/U7").Role.ShouldBe(Role.Marketing);
        (await bot.Says("undo", Admin)).Text.ShouldStartWith("Undone");
        Member("slack:T1/U7").Role.ShouldBe(Role.Employee);
        (await bot.Says("make @nobody sales", Admin)).Text.ShouldStartWith("I can't tell who");
        (await bot.Says("make dana a manager", Admin)).Text.ShouldBe("dana's role is now manager (was employee).");
    }

    [Fact]
    public async Task A_channel_hears_of_a_teams_handoffs()
    {
        (await bot.Says("notify this channel for sales", Rep)).Text.ShouldStartWith("Only a manager or an admin");
        (await bot.Says("notify this channel", Manager)).Text.ShouldStartWith("For which team");
        (await bot.Says("notify this channel for sales", Manager)).Text.ShouldBe(
            "From now on Sales handoffs are posted here."
        );
        await bot.Says("pass Tom Berg, tom@initech.example, to sales: wants a demo", Marketer);
        bot.SentTo(Manager)[^1]
            .Reply.FullText.ShouldStartWith("New for Sales\nTom Berg: wants a demo · Waiting for Sales to accept");
        (await bot.Says("stop notifying this channel for sales", Manager)).Text.ShouldBe(
            "Sales handoffs are no longer posted here."
        );
    }

    [Fact]
    public async Task Admins_look_after_the_knowledge_by_saying_so()
    {
        await bot.KnowingAsync();
        (await bot.Says("reindex", Marketer)).Text.ShouldBe("Only an admin can rebuild the index.");
        var first = await bot.Says("reindex", Admin);
        first.Blocks.Single().ShouldBeOfType<ProgressBlock>();
        await bot.Get<SalesBot.Conversations.KnowledgeTalk>().Running;
        await bot.Get<SalesBot.Messaging.Dispatcher>().RunToEndAsync();
        var last = bot.SentTo(Admin)[^1];
        last.Reply.Text.ShouldStartWith("The index is up to date: ");
        last.Replaced.ShouldBe(bot.SentTo(Admin)[^2].Replaced ?? bot.SentTo(Admin)[^2].Id);
        (await bot.Says("status", Marketer)).Text.ShouldStartWith("Everything works.");
        (await bot.Says("gaps", Admin)).Text.ShouldBe("Every question so far has had an answer.");
        await bot.Says("what is the average commission of a rep?", Marketer);
        (await bot.Says("gaps", Admin)).Text.ShouldContain("1 × what is the average commission of a rep?");
        (await bot.Says("show me the gaps", Marketer)).Text.ShouldStartWith("Only a manager");
    }

    [Fact]
    public async Task An_answer_is_passed_on_with_its_question_and_a_verdict_to_its_team()
    {
        await bot.KnowingAsync();
        (await bot.Says("pass this on")).Text.ShouldStartWith("There's nothing to hand over yet.");
        var verdict = await bot.Says("is cold calling a sales or marketing task?", Marketer);
        var draft = await bot.Presses(verdict, "draft a handoff to sales", Marketer);
        draft.Text.ShouldStartWith("Hand this to Sales?\nCold calling");
        draft.Choices.Select(choice => choice.Label).ShouldBe(["Send to Sales", "Edit", "Cancel"]);
        (await bot.Presses(draft, "send to sales", Marketer)).Text.ShouldContain(
            "Cold calling · Waiting for Sales to accept"
        );
        var origin = Card("HO-1001").Origin.ShouldNotBeNull();
        (origin.Question, origin.Answer).ShouldBe(("is cold calling a sales or marketing task?", verdict.Text));
        await bot.Says("what is the average commission of a rep?");
        var asked = await bot.Says("pass this on: can you help?");
        var toMarketing = await bot.Presses(asked, "Send to Marketing");
        (await bot.Presses(toMarketing, "Send to Marketing")).Text.ShouldContain(
            "what is the average commission of a rep? · Waiting for Marketing to accept"
        );
        Card("HO-1002").Details.ShouldBe("can you help?");
    }

    [Fact]
    public async Task Answers_ask_whether_they_helped_and_follow_up()
    {
        await bot.KnowingAsync();
        var answer = await bot.Says("is cold calling a sales or marketing task?");
        answer.Blocks.OfType<CitationsBlock>().Single().Citations.ShouldNotBeEmpty();
        (await bot.Presses(answer, "not helpful")).Text.ShouldStartWith("Thanks. An admin");
        (await bot.Says("that was helpful")).Text.ShouldStartWith("Thanks");
        (await bot.Says("and flyers?")).Text.ShouldContain("probably marketing");
        (await bot.Says("thanks!")).Text.ShouldBe("You're welcome.");
        (await bot.Says("help", Admin)).Text.ShouldContain("reindex");
    }

    HandoffCard Card(string number) => bot.Get<HandoffLists>().Find(number, Admin).ShouldNotBeNull();

    Member Member(string id) => bot.Get<Roster>().All(Workspace.Default).Single(member => member.Id == id);
}
