using SalesBot.Handoffs;
using SalesBot.Handoffs.Requests;
using SalesBot.People;
using SalesBot.Storage;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Handoffs;

public sealed class DeskTests
{
    static RaiseRequest About(string email, string? phone = null) =>
        TestDesk.Some() with
        {
            Person = new PersonFields("Jane Doe", email, phone),
        };

    static async Task JoinAsync(TestDesk desk, string id, string name, Role role) =>
        (
            await desk.Get<Roster>().SetAsync(TestDesk.Admin, id, new MemberChange(name, role, null, null, false, null))
        ).Ended.ShouldBe(RosterResult.Outcome.Done);

    [Fact]
    public async Task A_thousand_times_two_people_accept_at_once_and_one_owns_it()
    {
        await using var desk = new TestDesk();
        for (var i = 0; i < 1000; i++)
        {
            var handoff = await desk.RaiseAsync();
            var request = new MoveRequest { Version = handoff.Version };
            var results = await Task.WhenAll(
                Task.Run(() =>
                    desk.Desk.MoveAsync(handoff.Name, Move.Accept, request, new Acting(TestDesk.Marketer, "test"))
                ),
                Task.Run(() =>
                    desk.Desk.MoveAsync(handoff.Name, Move.Accept, request, new Acting(TestDesk.Manager, "test"))
                )
            );
            var won = results.OfType<DeskResult.Done>().ShouldHaveSingleItem().Handoff;
            var lost = results.OfType<DeskResult.Conflict>().ShouldHaveSingleItem();
            lost.Handoff.Owner.ShouldBe(won.Owner);
            lost.Sentence.ShouldStartWith($"{won.Owner!["local:".Length..]} accepted HO-");
        }
    }

    [Fact]
    public async Task A_thousand_repeats_of_one_key_in_parallel_make_one_handoff()
    {
        await using var desk = new TestDesk();
        var results = await Task.WhenAll(
            Enumerable
                .Range(0, 1000)
                .Select(_ =>
                    Task.Run(() => desk.Desk.RaiseAsync(TestDesk.Some(), new Acting(TestDesk.Rep, "test", "the same")))
                )
        );
        var done = results.Cast<DeskResult.Done>().ToList();
        done.Count(result => result.Created).ShouldBe(1);
        done.Select(result => result.Handoff.Number).Distinct().ShouldHaveSingleItem();
        desk.Verify().Handoffs.ShouldBe(1);
    }

    [Fact]
    public async Task A_repeated_move_does_nothing_more_and_shows_the_card_as_it_is_now()
    {
        await using var desk = new TestDesk();
        var handoff = await desk.RaiseAsync();
        var (request, by) = (new MoveRequest { Version = 1 }, new Acting(TestDesk.Marketer, "test", "k"));
        await desk.Desk.MoveAsync(handoff.Name, Move.Accept, request, by);
        await desk.MoveAsync(handoff, Move.Contact, TestDesk.Marketer);
        var again = (
            await desk.Desk.MoveAsync(handoff.Name, Move.Accept, request, by)
        ).ShouldBeOfType<DeskResult.Done>();
        (again.Handoff.State, again.Handoff.Version).ShouldBe((HandoffState.InProgress, 3));
        (await desk.Desk.MoveAsync(handoff.Name, Move.Accept, request with { Note = "other" }, by))
            .ShouldBeOfType<DeskResult.Invalid>()
            .Faults.Keys.ShouldBe(["Idempotency-Key"]);
    }

    [Fact]
    public async Task The_same_key_of_another_person_is_another_key()
    {
        await using var desk = new TestDesk();
        var first = await desk.RaiseAsync(key: "k");
        (await desk.RaiseAsync(by: TestDesk.Marketer, key: "k")).Number.ShouldNotBe(first.Number);
    }

    [Fact]
    public async Task Every_fault_of_a_request_is_told_at_once_by_its_field()
    {
        await using var desk = new TestDesk();
        var result = await desk.Desk.RaiseAsync(
            new RaiseRequest
            {
                Direction = "marketing-to-sales",
                Kind = "nurture",
                Title = " \u0000 ",
                Urgency = "asap",
                Person = new PersonFields("Jane", "jane@", "call me", null),
                Company = new CompanyFields("Acme", "not a domain"),
                Links = ["javascript:alert(1)"],
                LawfulBasis = "because",
                Details = new string('x', 10_001),
            },
            new Acting(TestDesk.Rep, "test")
        );
        result
            .ShouldBeOfType<DeskResult.Invalid>()
            .Faults.Keys.Order()
            .ShouldBe([
                "company.domain",
                "details",
                "kind",
                "lawfulBasis",
                "links",
                "person.email",
                "person.phone",
                "title",
                "urgency",
            ]);
        desk.Verify().Handoffs.ShouldBe(0);
    }

    [Fact]
    public async Task Each_move_says_what_it_lacks()
    {
        await using var desk = new TestDesk();
        var handoff = await desk.RaiseAsync();
        await LacksAsync(Move.Return, "reason");
        await LacksAsync(Move.Return, "reason", new MoveRequest { Reason = "no-fun" });
        await LacksAsync(Move.Return, "note", new MoveRequest { Reason = "other" });
        await LacksAsync(Move.Assign, "owner");
        await LacksAsync(Move.Assign, "owner", new MoveRequest { Owner = "nobody" });
        await LacksAsync(Move.Assign, "owner", new MoveRequest { Owner = "rep" });
        await LacksAsync(Move.Merge, "into");
        await LacksAsync(Move.Merge, "into", new MoveRequest { Into = handoff.Name });
        await LacksAsync(Move.Merge, "into", new MoveRequest { Into = "HO-9999" });
        await LacksAsync(Move.Note, "note");
        await desk.MoveAsync(handoff, Move.Accept, TestDesk.Marketer);
        await LacksAsync(Move.Recycle, "wakeUp", new MoveRequest { Reason = "wrong-region" });
        await LacksAsync(Move.Recycle, "wakeUp", new MoveRequest { Reason = "bad-timing", WakeUp = "2026-01-05" });
        await LacksAsync(Move.Recycle, "wakeUp", new MoveRequest { Reason = "bad-timing", WakeUp = "in spring" });
        await LacksAsync(Move.Recycle, "wakeUp", new MoveRequest { Reason = "bad-timing", WakeUp = "2099-01-01" });
        await LacksAsync(Move.Rate, "rating", new MoveRequest { Rating = 6 });
        await LacksAsync(
            Move.Edit,
            "person.email",
            new MoveRequest { Person = new PersonFields(Email: "jane at acme") }
        );
        await desk.MoveAsync(handoff, Move.Contact, TestDesk.Marketer);
        await LacksAsync(Move.Complete, "outcome");
        await LacksAsync(Move.Complete, "outcome", new MoveRequest { Outcome = "fame" });

        async Task LacksAsync(Move move, string field, MoveRequest? request = null) =>
            (await desk.TryAsync(handoff, move, TestDesk.Admin, request))
                .ShouldBeOfType<DeskResult.Invalid>()
                .Faults.Keys.ShouldBe([field]);
    }

    [Fact]
    public async Task What_is_checked_first_is_sight_then_rights_then_fields_then_the_version()
    {
        await using var desk = new TestDesk();
        var handoff = await desk.RaiseAsync();
        (await desk.TryAsync(handoff, Move.Return, TestDesk.Employee)).ShouldBeOfType<DeskResult.Missing>();
        (
            await desk.TryAsync(handoff, Move.Return, TestDesk.Rep, new MoveRequest { Version = 9 })
        ).ShouldBeOfType<DeskResult.Forbidden>();
        (
            await desk.TryAsync(handoff, Move.Return, TestDesk.Marketer, new MoveRequest { Version = 9 })
        ).ShouldBeOfType<DeskResult.Invalid>();
        (
            await desk.TryAsync(
                handoff,
                Move.Return,
                TestDesk.Marketer,
                new MoveRequest { Version = 9, Reason = "spam" }
            )
        ).ShouldBeOfType<DeskResult.Conflict>();
        (await desk.TryAsync(handoff, Move.Contact, TestDesk.Marketer))
            .ShouldBeOfType<DeskResult.Conflict>()
            .Sentence.ShouldContain("Possible moves: accept");
        (
            await desk.Desk.MoveAsync("HO-1", Move.Accept, new MoveRequest(), new Acting(TestDesk.Admin, "test"))
        ).ShouldBeOfType<DeskResult.Missing>();
        (
            await desk.Desk.MoveAsync(
                "ho 99999999999999999999",
                Move.Accept,
                new MoveRequest(),
                new Acting(TestDesk.Admin, "test")
            )
        ).ShouldBeOfType<DeskResult.Missing>();
    }

    [Fact]
    public async Task An_edit_changes_what_it_names_and_nothing_else()
    {
        await using var desk = new TestDesk();
        var handoff = await desk.RaiseAsync(About("jane@acme.example", "+49 30 1234567"));
        await desk.MoveAsync(
            handoff,
            Move.Edit,
            TestDesk.Rep,
            new MoveRequest
            {
                Urgency = "now",
                Person = new PersonFields(Phone: ""),
                Source = "fair",
            }
        );
        var card = desk.Card(handoff);
        (card.Urgency, card.Source, card.Person).ShouldBe(
            ("now", "fair", new ContactPerson("Jane Doe", "jane@acme.example", null, null))
        );
        card.History[^1].Changed.ShouldBe(["urgency", "source", "person"]);
    }

    [Theory]
    [InlineData("JANE@Acme.example", null, "same e-mail address")]
    [InlineData("jane+fair@acme.example", null, "same e-mail address")]
    [InlineData("other@elsewhere.example", "(030) 1234-567", "same phone number")]
    [InlineData("john@ACME.example", null, "same company")]
    public async Task A_twin_is_shown(string email, string? phone, string because)
    {
        await using var desk = new TestDesk();
        var first = await desk.RaiseAsync(About("jane@acme.example", "+49 30 1234567"));
        var twin = desk.Card(await desk.RaiseAsync(About(email, phone))).Twins.ShouldHaveSingleItem();
        (twin.Number, twin.Because).ShouldBe((first.Name, because));
        await desk.MoveAsync(first, Move.Withdraw, TestDesk.Rep);
        desk.Card(await desk.RaiseAsync(About("jane@new.example"))).Twins.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_shared_free_mailbox_says_nothing_of_a_company()
    {
        await using var desk = new TestDesk();
        await desk.RaiseAsync(About("jane@gmail.com"));
        desk.Card(await desk.RaiseAsync(About("john@gmail.com"))).Twins.ShouldBeEmpty();
    }

    [Fact]
    public async Task Routing_goes_by_person_then_company_then_rule_then_rotation_then_queue_and_says_why()
    {
        await using var desk = new TestDesk(
            null,
            ("Handoffs:Routing:Rules:0:When", "team=marketing; region=EMEA"),
            ("Handoffs:Routing:Rules:0:Owner", "slack:T1/EVE"),
            ("Handoffs:Routing:Capacity", "2")
        );
        (await desk.RaiseAsync()).Owner.ShouldBeNull();
        await JoinAsync(desk, "slack:T1/ANA", "Ana", Role.Marketing);
        await JoinAsync(desk, "slack:T1/BEN", "Ben", Role.Marketing);
        await JoinAsync(desk, "slack:T1/EVE", "Eve", Role.Marketing);
        await JoinAsync(desk, "slack:T1/SAM", "Sam", Role.Sales);
        await desk.Get<Roster>()
            .SetAsync(
                TestDesk.Manager,
                "slack:T1/EVE",
                new MemberChange(null, null, desk.Time.GetUtcNow(), desk.Time.GetUtcNow().AddDays(1), false, null)
            );

        var first = await RaisedAsync(About("jane@acme.example"), "Ana, who is next in the rotation");
        await RaisedAsync(About("john@other.example"), "Ben, who is next in the rotation");
        await RaisedAsync(About("Jane@acme.example"), $"Ana has {first.Name} about the same person");
        await RaisedAsync(About("boss@acme.example"), "about the same company");
        await RaisedAsync(
            TestDesk.Some() with
            {
                Company = new CompanyFields(Region: "emea"),
            },
            "Ben, who is next in the rotation"
        ); // Eve is away
        await RaisedAsync(TestDesk.Some(), "nobody in marketing is free right now"); // both are full
        await desk.LaterAsync(TimeSpan.FromDays(1));
        await RaisedAsync(TestDesk.Some() with { Company = new CompanyFields(Region: "emea") }, "Eve by the rule");

        async Task<Handoff> RaisedAsync(RaiseRequest request, string because)
        {
            var handoff = await desk.RaiseAsync(request);
            handoff.Routing.ShouldContain(because);
            desk.Time.Advance(TimeSpan.FromSeconds(1));
            return handoff;
        }
    }

    [Fact]
    public async Task Who_left_the_team_gets_nothing_back()
    {
        await using var desk = new TestDesk();
        await JoinAsync(desk, "slack:T1/ANA", "Ana", Role.Marketing);
        var handoff = await desk.RaiseAsync();
        handoff.Owner.ShouldBe("slack:T1/ANA");
        await desk.MoveAsync(handoff, Move.Disqualify, TestDesk.Admin, new MoveRequest { Reason = "spam" });
        await JoinAsync(desk, "slack:T1/ANA", "Ana", Role.Employee);
        (await desk.MoveAsync(handoff, Move.Reopen, TestDesk.Manager)).Owner.ShouldBeNull();
    }

    [Fact]
    public async Task A_colleague_takes_from_the_queue_but_not_from_a_colleague()
    {
        await using var desk = new TestDesk();
        var (ana, ben) = (
            new Person("slack:T1/ANA", "Ana", Role.Marketing),
            new Person("slack:T1/BEN", "Ben", Role.Marketing)
        );
        var handoff = await desk.RaiseAsync();
        await JoinAsync(desk, ana.Id, ana.Name, ana.Role);
        await JoinAsync(desk, ben.Id, ben.Name, ben.Role);
        await desk.MoveAsync(handoff, Move.Assign, ana, new MoveRequest { Owner = ana.Id });
        (
            await desk.TryAsync(handoff, Move.Assign, ben, new MoveRequest { Owner = ben.Id })
        ).ShouldBeOfType<DeskResult.Forbidden>();
        (await desk.MoveAsync(handoff, Move.Assign, ana, new MoveRequest { Owner = "ben" })).Owner.ShouldBe(ben.Id);
    }

    [Fact]
    public async Task A_reminder_does_not_hide_who_was_faster()
    {
        await using var desk = new TestDesk();
        var handoff = await desk.RaiseAsync();
        await desk.MoveAsync(handoff, Move.Accept, TestDesk.Marketer);
        await desk.LaterAsync(TimeSpan.FromHours(3));
        (await desk.TryAsync(handoff, Move.Accept, TestDesk.Manager, new MoveRequest { Version = 1 }))
            .ShouldBeOfType<DeskResult.Conflict>()
            .Sentence.ShouldStartWith("marketer accepted HO-1001 3 hours ago.");
    }

    [Fact]
    public async Task A_note_with_an_edit_that_changes_nothing_is_kept()
    {
        await using var desk = new TestDesk();
        var handoff = await desk.RaiseAsync();
        await desk.MoveAsync(
            handoff,
            Move.Edit,
            TestDesk.Rep,
            new MoveRequest { Urgency = "today", Note = "still today" }
        );
        desk.Card(handoff).History[^1].Note.ShouldBe("still today");
    }

    [Fact]
    public async Task Another_workspace_is_not_there()
    {
        await using var desk = new TestDesk();
        var handoff = await desk.RaiseAsync(About("jane@acme.example"));
        var stranger = TestDesk.Admin with { Workspace = "other" };
        (
            await desk.Desk.MoveAsync(
                handoff.Name,
                Move.Accept,
                new MoveRequest { Version = 1 },
                new Acting(stranger, "test")
            )
        ).ShouldBeOfType<DeskResult.Missing>();
        desk.Get<HandoffLists>().Find(handoff.Name, stranger).ShouldBeNull();
        desk.Get<HandoffLists>().Page(new HandoffFilter(), stranger).Total.ShouldBe(0);
        desk.Get<HandoffLists>().Twins(stranger, Team.Marketing, "jane@acme.example", null, null).ShouldBeEmpty();
        (await desk.RaiseAsync(by: stranger)).Number.ShouldBe(handoff.Number);
        desk.Get<SalesBot.Handoffs.Reports.ReportStore>()
            .Run("funnel", "third", new(new(2025, 1, 1), new(2027, 1, 1), null, "source"))
            .Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Employees_see_what_they_raised_or_watch()
    {
        await using var desk = new TestDesk();
        var mine = await desk.RaiseAsync(by: TestDesk.Employee);
        await desk.RaiseAsync();
        var lists = desk.Get<HandoffLists>();
        lists.Page(new HandoffFilter(), TestDesk.Employee).Items.ShouldHaveSingleItem().Number.ShouldBe(mine.Name);
        lists.Page(new HandoffFilter(), TestDesk.Rep).Total.ShouldBe(2);
    }

    [Fact]
    public async Task Lists_filter_and_search_literally()
    {
        await using var desk = new TestDesk();
        var lists = desk.Get<HandoffLists>();
        await desk.RaiseAsync(TestDesk.Some("100% sure_thing") with { Urgency = "now" });
        var other = await desk.RaiseAsync(TestDesk.Some("Größe ist кое-что 東京"));
        await desk.MoveAsync(other, Move.Accept, TestDesk.Marketer);
        Found(new HandoffFilter(Q: "%")).ShouldBe(1);
        Found(new HandoffFilter(Q: "e_t")).ShouldBe(1);
        Found(new HandoffFilter(Q: "GRÖSSE")).ShouldBe(0);
        Found(new HandoffFilter(Q: "größe")).ShouldBe(1);
        Found(new HandoffFilter(Q: "КОЕ")).ShouldBe(1);
        Found(new HandoffFilter(Q: "東京")).ShouldBe(1);
        Found(new HandoffFilter(Q: "東京 größe")).ShouldBe(1);
        Found(new HandoffFilter(Q: "東京 sure")).ShouldBe(0);
        Found(new HandoffFilter(Q: "' or 1=1 --")).ShouldBe(0);
        Found(new HandoffFilter(State: "accepted")).ShouldBe(1);
        Found(new HandoffFilter(Owner: "me")).ShouldBe(0);
        Found(new HandoffFilter(Owner: "marketer")).ShouldBe(1);
        Found(new HandoffFilter(Owner: "none")).ShouldBe(1);
        Found(new HandoffFilter(Team: "sales")).ShouldBe(0);
        Found(new HandoffFilter(Direction: "sales-to-marketing")).ShouldBe(2);
        desk.Time.Advance(TimeSpan.FromHours(2));
        Found(new HandoffFilter(Overdue: true)).ShouldBe(1);
        Found(new HandoffFilter(Overdue: false)).ShouldBe(1);

        long Found(HandoffFilter filter) => lists.Page(filter, TestDesk.Admin).Total;
    }

    [Fact]
    public async Task A_full_database_is_refused_in_a_sentence_and_nothing_is_half_done()
    {
        await using var desk = new TestDesk();
        var handoff = await desk.RaiseAsync();
        await LimitPagesAsync(1);
        var faults = new List<StorageFault>();
        for (var i = 0; i < 30; i++)
            if (
                await Record.ExceptionAsync(() =>
                    desk.Desk.RaiseAsync(
                        TestDesk.Some(new string('x', 200)) with
                        {
                            Details = new string('y', 5000),
                        },
                        new Acting(TestDesk.Rep, "test")
                    )
                )
                is StorageFault fault
            )
                faults.Add(fault);
        faults.Count.ShouldBeGreaterThan(20);
        faults.ShouldAllBe(fault => fault.Message == "Nothing was saved: the disk is full.");
        desk.Get<HandoffLists>().Page(new HandoffFilter(), TestDesk.Admin).Total.ShouldBe(31 - faults.Count);
        await LimitPagesAsync(1_000_000);
        await desk.MoveAsync(handoff, Move.Accept, TestDesk.Marketer);
        desk.Verify().Faults.ShouldBeEmpty();

        // The limit is the connection's, and the writer takes the same one out of the pool.
        Task LimitPagesAsync(int pages) =>
            desk.Get<Writer>().WriteAsync(session => session.Query<long>($"pragma max_page_count = {pages}"));
    }
}
