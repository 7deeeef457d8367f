using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SalesBot.Handoffs;
using SalesBot.Handoffs.Reports;
using SalesBot.Handoffs.Requests;
using SalesBot.Handoffs.Routing;
using SalesBot.People;
using SalesBot.Storage;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Handoffs;

/// <summary>
/// What people run into at the desk: the same person written otherwise, leavers, lists worked off, slips in field
/// names, merges, exports.
/// </summary>
public class DeskCasesTests
{
    static RaiseRequest About(string email, string? domain = null) =>
        TestDesk.Some() with
        {
            Person = new PersonFields(Email: email),
            Company = new CompanyFields(Domain: domain),
        };

    [Theory]
    [InlineData("mail@KÖLN.example")]
    [InlineData("MAIL@ko\u0308ln.example")]
    [InlineData("ｍａｉｌ＠köln.example")]
    [InlineData("mail@xn--kln-sna.example")]
    [InlineData("mail@kö\u00adln.example")]
    public async Task The_same_address_is_the_same_however_it_is_written(string written)
    {
        await using var desk = new TestDesk();
        await desk.RaiseAsync(About("mail@köln.example"));
        var second = await desk.RaiseAsync(About(written));
        desk.Get<HandoffLists>()
            .Card(second, TestDesk.Admin)
            .Twins.ShouldHaveSingleItem()
            .Because.ShouldBe("same e-mail address");
        await desk.Get<SalesBot.Answering.ReceiptStore>()
            .KeepAsync(
                new SalesBot.Answering.AnswerReceipt(
                    "a-1",
                    desk.Time.GetUtcNow(),
                    "x",
                    "k",
                    $"whose is {written}?",
                    [],
                    "{}"
                )
            );
        (await desk.Get<PersonalData>().ForgetAsync(TestDesk.Admin, "mail@köln.example"))["handoffs"].ShouldBe(2);
        desk.Get<SalesBot.Answering.ReceiptStore>().Find("a-1").ShouldBeNull();
    }

    [Theory]
    [InlineData("hotmail.it")]
    [InlineData("yahoo.es")]
    [InlineData("outlook.com.br")]
    [InlineData("ziggo.nl")]
    [InlineData("telenet.be")]
    [InlineData("live.nl")]
    public async Task Two_people_with_mailboxes_at_a_free_provider_are_strangers(string provider)
    {
        await using var desk = new TestDesk();
        await desk.RaiseAsync(About($"luca@{provider}"));
        desk.Get<HandoffLists>()
            .Card(await desk.RaiseAsync(About($"sofia@{provider}")), TestDesk.Admin)
            .Twins.ShouldBeEmpty();
        ContactKeys.CompanyDomain("a@outlook.example.com").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("+49 30 1234567")]
    [InlineData("tel:+49-30-1234567")]
    [InlineData("+49\u00A030\u00A01234567")]
    [InlineData("+49 30 123‑4567")]
    [InlineData("030 1234567 ext. 12")]
    [InlineData("030/1234567 x12")]
    [InlineData("+49 (0) 30 1234567")]
    [InlineData("0049 30 1234567")]
    [InlineData("+49 30 1234567 / 0171 1234567")]
    [InlineData("+49 30 1234567 (Büro)")]
    public void A_phone_number_is_read_as_people_write_it(string written) =>
        ContactKeys.Phone(written).ShouldBe("301234567");

    static async Task<Handoff> OwnedAsync(TestDesk desk, string id, string name, bool accepted)
    {
        await desk.Get<Roster>()
            .SetAsync(TestDesk.Admin, id, new MemberChange(name, Role.Marketing, null, null, false, null));
        var handoff = await desk.RaiseAsync();
        handoff.Owner.ShouldBe(id);
        return accepted ? await desk.MoveAsync(handoff, Move.Accept, new Person(id, name, Role.Marketing)) : handoff;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_leaver_had_goes_back_to_the_queue_and_that_is_said(bool accepted)
    {
        await using var desk = new TestDesk();
        var handoff = await OwnedAsync(desk, "slack:T1/UANN", "Ann", accepted);
        var result = await desk.Get<Roster>()
            .SetAsync(TestDesk.Admin, "slack:T1/UANN", new MemberChange(null, Role.Employee, null, null, false, null));
        result.Sentence.ShouldContain("HO-1001, owned by Ann, is back in the queue");
        (desk.Now(handoff).Owner, desk.Now(handoff).State).ShouldBe((null, HandoffState.Submitted));
        desk.Verify().Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_role_that_the_configuration_gives_goes_with_it_and_so_do_the_handoffs()
    {
        using var folder = new TempFolder();
        await using (
            var desk = new TestDesk(
                folder.Path,
                ("People:Marketing:0", "slack:T1/UANN"),
                ("People:Admins:0", "slack:T1/UBOB")
            )
        )
        {
            (await desk.RaiseAsync()).Owner.ShouldBe("slack:T1/UANN");
            foreach (var id in new[] { "slack:T1/UANN", "slack:T1/UBOB" })
                (
                    await desk.Get<Roster>()
                        .SetAsync(
                            TestDesk.Admin,
                            id,
                            new MemberChange(
                                null,
                                null,
                                desk.Time.GetUtcNow(),
                                desk.Time.GetUtcNow().AddDays(1),
                                false,
                                null
                            )
                        )
                ).Ended.ShouldBe(RosterResult.Outcome.Done);
        }
        await using var later = new TestDesk(folder.Path);
        later.Get<Roster>().PersonOf(Workspace.Default, "slack:T1/UBOB").Role.ShouldBe(Role.Employee);
        await later.Get<Leavers>().RunAsync();
        later
            .Get<HandoffLists>()
            .Page(new HandoffFilter(), TestDesk.Admin)
            .Items.ShouldHaveSingleItem()
            .Owner.ShouldBeNull();
    }

    [Fact]
    public async Task What_a_move_does_not_use_is_refused_by_name()
    {
        await using var desk = new TestDesk();
        var handoff = await desk.RaiseAsync();
        (
            await desk.TryAsync(
                handoff,
                Move.Accept,
                TestDesk.Marketer,
                new MoveRequest { Person = new PersonFields("Jane"), Urgency = "now" }
            )
        )
            .ShouldBeOfType<DeskResult.Invalid>()
            .Faults.Keys.ShouldBe(["urgency", "person"]);
    }

    [Fact]
    public async Task A_list_that_is_worked_off_skips_nothing()
    {
        await using var desk = new TestDesk();
        for (var i = 0; i < 12; i++)
            await desk.RaiseAsync();
        var (seen, after) = (new List<string>(), (string?)null);
        while (
            desk.Get<HandoffLists>().Page(new HandoffFilter(State: "submitted", Size: 5, After: after), TestDesk.Admin)
                is { Items: [.., var last] } page
        )
        {
            seen.AddRange(page.Items.Select(card => card.Number));
            foreach (var card in page.Items)
                await desk.MoveAsync(
                    desk.Get<Database>()
                        .Read(session =>
                            desk.Get<HandoffStore>()
                                .Find(session, Workspace.Default, Handoff.NumberIn(card.Number)!.Value)
                        )!,
                    Move.Accept,
                    TestDesk.Marketer
                );
            after = last.Number;
        }
        seen.Count.ShouldBe(12);
        seen.ShouldBeUnique();
    }

    [Fact]
    public async Task A_merge_keeps_what_only_the_other_one_said()
    {
        await using var desk = new TestDesk();
        var survivor = await desk.RaiseAsync(
            TestDesk.Some() with
            {
                Person = new PersonFields("Jane Doe", "jane@acme.example"),
            }
        );
        var other = await desk.RaiseAsync(
            TestDesk.Some() with
            {
                Person = new PersonFields("J. Doe", "jane@acme.example", "+49 30 1234567"),
                Company = new CompanyFields("Acme"),
                Links = ["https://acme.example/x"],
                Campaign = "spring",
                Details = "met at the fair",
                OptOuts = ["newsletter"],
            }
        );
        await desk.MoveAsync(other, Move.Note, TestDesk.Rep, new MoveRequest { Note = "call after 5pm" });
        await desk.MoveAsync(other, Move.Merge, TestDesk.Manager, new MoveRequest { Into = survivor.Name });
        var card = desk.Card(survivor);
        (card.Person!.Name, card.Person.Phone, card.Company!.Name, card.Campaign, card.Details).ShouldBe(
            ("Jane Doe", "+49 30 1234567", "Acme", "spring", "met at the fair")
        );
        card.Links.ShouldBe(["https://acme.example/x"]);
        card.OptOuts.ShouldBe(["newsletter"]);
        card.History[^1].Note.ShouldBe("From HO-1002: call after 5pm");
        desk.Verify().Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Why_it_went_to_somebody_tells_an_employee_of_no_other_handoff()
    {
        await using var desk = new TestDesk();
        await OwnedAsync(desk, "slack:T1/UANN", "Ann", accepted: true);
        await desk.RaiseAsync(About("jane@acme.example"));
        var raised = await desk.RaiseAsync(About("jane@acme.example"), TestDesk.Employee);
        desk.Card(raised).Routing.ShouldContain("HO-1002");
        desk.Card(raised, TestDesk.Employee).Routing.ShouldBe("Ann is taking care of this");
    }

    [Fact]
    public async Task Rotation_counts_what_somebody_got_for_another_reason()
    {
        await using var desk = new TestDesk();
        foreach (var (id, name) in new[] { ("slack:T1/UANN", "Ann"), ("slack:T1/UBEN", "Ben") })
            await desk.Get<Roster>()
                .SetAsync(TestDesk.Admin, id, new MemberChange(name, Role.Marketing, null, null, false, null));
        async Task<string?> OwnerOfAsync(string email)
        {
            desk.Time.Advance(TimeSpan.FromMinutes(1));
            return (await desk.RaiseAsync(About(email))).Owner;
        }
        (await OwnerOfAsync("a@one.example")).ShouldBe("slack:T1/UANN");
        (await OwnerOfAsync("a@two.example")).ShouldBe("slack:T1/UBEN");
        (await OwnerOfAsync("b@one.example")).ShouldBe("slack:T1/UANN");
        (await OwnerOfAsync("a@three.example")).ShouldBe("slack:T1/UBEN");
    }

    [Fact]
    public async Task A_field_that_nobody_reads_is_refused_by_name()
    {
        await using var bot = await RunningBot.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/handoffs")
        {
            Content = JsonContent.Create(
                new
                {
                    direction = "sales-to-marketing",
                    kind = "nurture",
                    title = "Ida",
                    email = "ida@ida.example",
                    person = new { nme = "Ida" },
                }
            ),
            Headers = { { "X-SalesBot-As", "rep" } },
        };
        var answer = await bot.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
        errors.GetProperty("email")[0].GetString().ShouldBe("There is no field 'email'. It belongs in 'person.email'.");
        errors
            .GetProperty("person.nme")[0]
            .GetString()
            .ShouldBe("There is no field 'person.nme'. The fields here are name, email, phone, role.");
    }

    [Fact]
    public async Task An_export_opens_in_a_spreadsheet_and_keeps_the_opt_outs()
    {
        await using var desk = new TestDesk();
        var handoff = await desk.RaiseAsync(
            TestDesk.Some("Müller") with
            {
                Links = ["https://a.example", "https://b.example"],
                OptOuts = ["newsletter"],
                RetainUntil = new DateOnly(2027, 1, 1),
                Company = new CompanyFields("Acme", Region: "Bavaria"),
            }
        );
        await desk.MoveAsync(handoff, Move.Note, TestDesk.Rep, new MoveRequest { Note = "call after 5pm" });
        var row = HandoffColumns
            .Names.Zip(HandoffColumns.Cells(desk.Card(handoff)))
            .ToDictionary(cell => cell.First, cell => cell.Second?.ToString());
        (row["opt_outs"], row["retain_until"], row["company_region"], row["notes"], row["links"]).ShouldBe(
            ("newsletter", "2027-01-01", "Bavaria", "call after 5pm", "https://a.example; https://b.example")
        );
        Csv.Write(["a"], []).ShouldStartWith("\uFEFF");
    }
}
