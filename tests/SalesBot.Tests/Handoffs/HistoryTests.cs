using SalesBot.Handoffs;
using SalesBot.Handoffs.History;
using SalesBot.Handoffs.Requests;
using SalesBot.People;
using SalesBot.Storage;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Handoffs;

public sealed class HistoryTests
{
    static async Task<TestDesk> WithHistoryAsync()
    {
        var desk = new TestDesk();
        for (var i = 0; i < 3; i++)
        {
            var handoff = await desk.RaiseAsync(
                TestDesk.Some() with
                {
                    Person = new PersonFields("Jane Doe", $"jane{i}@acme.example"),
                }
            );
            await desk.MoveAsync(handoff, Move.Accept, TestDesk.Marketer);
            await desk.MoveAsync(
                handoff,
                Move.Contact,
                TestDesk.Marketer,
                new MoveRequest { Note = $"Called Jane of jane{i}@acme.example" }
            );
        }
        return desk;
    }

    [Theory]
    [InlineData("update handoff_events set words = replace(words, 'Jane', 'Joan') where sequence = 1", "were changed")]
    [InlineData("update handoff_events set words = null where sequence = 3", "were changed")]
    [InlineData(
        "update handoff_events set facts = replace(facts, 'nurture', 'other') where sequence = 1",
        "was changed"
    )]
    [InlineData("update handoff_events set facts = 'no json' where sequence = 2", "was changed")]
    [InlineData("update handoff_events set actor = 'local:rep' where sequence = 2", "was changed")]
    [InlineData("update handoff_events set at = at + 1 where sequence = 2", "was changed")]
    [InlineData("delete from handoff_events where sequence = 3", "events are missing")]
    [InlineData("delete from handoff_events where sequence = 2", "does not follow")]
    [InlineData("delete from handoff_events where sequence = 1", "no beginning")]
    [InlineData("update handoff_events set to_state = 'lost' where sequence = 2", "SalesBot didn't write")]
    [InlineData("update handoffs set raised_by = 'local:rep2' where number = 1002", "match its events")]
    [InlineData("update handoffs set number = number + 10 where number = 1003", "is missing")]
    [InlineData("update handoffs set state = 'done' where number = 1002", "match its events")]
    [InlineData("update handoffs set owner = 'local:rep' where number = 1002", "match its events")]
    [InlineData("delete from handoffs where number = 1002", "is missing")]
    [InlineData("delete from handoffs where number = 1003", "last number")]
    public async Task What_is_done_behind_the_programs_back_is_found(string tampering, string told)
    {
        await using var desk = await WithHistoryAsync();
        desk.Verify().Faults.ShouldBeEmpty();
        await desk.Get<Writer>().WriteAsync(session => session.Execute(tampering));
        desk.Verify().Faults.ShouldContain(fault => fault.Contains(told), string.Join('\n', desk.Verify().Faults));
    }

    [Fact]
    public async Task Erasing_somebody_takes_every_word_and_leaves_the_histories_whole()
    {
        await using var desk = await WithHistoryAsync();
        var data = desk.Get<PersonalData>();
        data.Export(TestDesk.Admin, "JANE1@acme.example")["handoffs"]
            .ShouldHaveSingleItem()
            .GetProperty("person")
            .GetProperty("name")
            .GetString()
            .ShouldBe("Jane Doe");
        (await data.ForgetAsync(TestDesk.Admin, "jane1@acme.example"))["handoffs"].ShouldBe(1);
        desk.Verify().Faults.ShouldBeEmpty();
        data.Export(TestDesk.Admin, "jane1@acme.example")["handoffs"].ShouldBeEmpty();
        desk.Get<HandoffLists>().Page(new HandoffFilter(Q: "jane1"), TestDesk.Admin).Total.ShouldBe(0);
        desk.Get<HandoffLists>().Page(new HandoffFilter(Q: "jane2"), TestDesk.Admin).Total.ShouldBe(1);
        foreach (var file in Directory.GetFiles(desk.Folder))
        {
            using var stream = new FileStream(
                file,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            System
                .Text.Encoding.Latin1.GetString(memory.ToArray())
                .Contains("jane1@", StringComparison.OrdinalIgnoreCase)
                .ShouldBeFalse(file);
        }
    }

    [Theory]
    [InlineData("jane+fair@acme.example")]
    [InlineData("o'brien@acme.example")]
    [InlineData("jürgen@büro.example")]
    public async Task Odd_addresses_are_found_and_longer_ones_are_not_taken_for_them(string email)
    {
        await using var desk = new TestDesk();
        var wanted = await desk.RaiseAsync(TestDesk.Some() with { Details = $"Write to <{email}>, she said." });
        var other = await desk.RaiseAsync(TestDesk.Some() with { Details = $"x{email} and {email}.org" });
        (await desk.Get<PersonalData>().ForgetAsync(TestDesk.Admin, email))["handoffs"].ShouldBe(1);
        (desk.Card(wanted).Erased, desk.Card(other).Erased).ShouldBe((true, false));
    }

    [Fact]
    public async Task A_key_that_names_somebody_is_not_kept_as_it_is()
    {
        await using var desk = new TestDesk();
        await desk.RaiseAsync(key: "crm-jane77@acme.example");
        desk.Get<Database>()
            .Read(session => session.Single<string>("select key from handoff_keys"))
            .ShouldNotContain("jane77");
    }

    [Fact]
    public async Task What_was_erased_and_written_again_is_erased_again()
    {
        await using var desk = new TestDesk();
        var handoff = await desk.RaiseAsync(
            TestDesk.Some() with
            {
                Person = new PersonFields("Jane", "jane@acme.example"),
            }
        );
        var data = desk.Get<PersonalData>();
        await data.ForgetAsync(TestDesk.Admin, "jane@acme.example");
        await desk.MoveAsync(
            handoff,
            Move.Edit,
            TestDesk.Rep,
            new MoveRequest { Title = "Anew", Person = new PersonFields("Jim", "jim@acme.example") }
        );
        desk.Card(handoff).Title.ShouldBe("Anew");
        (await data.ForgetAsync(TestDesk.Admin, "jim@acme.example"))["handoffs"].ShouldBe(1);
        desk.Card(handoff).Person.ShouldBeNull();
        desk.Verify().Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("update handoff_events set facts = 'no json' where sequence = 2")]
    [InlineData("update handoff_events set words = '{bad' where sequence = 1")]
    [InlineData("update handoff_events set to_state = 'xx' where sequence = 2")]
    [InlineData("delete from handoff_events")]
    public async Task A_damaged_history_keeps_nobody_elses_back(string damage)
    {
        await using var desk = await WithHistoryAsync();
        await desk.RaiseAsync(TestDesk.Some("whole"));
        await desk.Get<Writer>()
            .WriteAsync(session =>
                session.Execute(
                    $"{damage} {(damage.Contains("where") ? "and" : "where")} handoff = (select id from handoffs where number = 1002)"
                )
            );
        var page = desk.Get<HandoffLists>().Page(new HandoffFilter(), TestDesk.Admin);
        page.Items.Count.ShouldBe(4);
        page.Items.Count(card => card.Title.Contains("damaged")).ShouldBe(1);
        Should
            .Throw<StorageFault>(() => desk.Get<HandoffLists>().Find("HO-1002", TestDesk.Admin))
            .Message.ShouldContain("HO-1002 is damaged");
        await desk.LaterAsync(TimeSpan.FromDays(3));
        desk.Card(desk.Get<Database>().Read(session => desk.Get<HandoffStore>().Find(session, "default", 1004))!)
            .Escalated.ShouldBeTrue();
    }

    [Fact]
    public async Task A_check_beside_writing_gives_no_false_alarm()
    {
        await using var desk = new TestDesk();
        await desk.RaiseAsync();
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (
                var handoff = await desk.RaiseAsync();
                !stop.IsCancellationRequested;
                handoff = await desk.RaiseAsync()
            )
                await desk.MoveAsync(handoff, Move.Accept, TestDesk.Marketer);
        });
        for (var i = 0; i < 40; i++)
            desk.Verify().Faults.ShouldBeEmpty();
        await stop.CancelAsync();
        await writing;
    }

    [Fact]
    public async Task An_address_that_was_edited_away_is_found_in_the_history()
    {
        await using var desk = new TestDesk();
        var handoff = await desk.RaiseAsync(
            TestDesk.Some() with
            {
                Person = new PersonFields("Jane", "old_jane@acme.example"),
            }
        );
        await desk.MoveAsync(
            handoff,
            Move.Edit,
            TestDesk.Rep,
            new MoveRequest { Person = new PersonFields(Email: "new@acme.example") }
        );
        (await desk.Get<PersonalData>().ForgetAsync(TestDesk.Admin, "old_jane@acme.example"))["handoffs"].ShouldBe(1);
        desk.Card(handoff).Erased.ShouldBeTrue();
    }

    [Fact]
    public async Task The_record_is_the_sum_of_its_events()
    {
        await using var desk = await WithHistoryAsync();
        var handoff = desk.Get<Database>()
            .Read(session => desk.Get<HandoffStore>().Find(session, Workspace.Default, 1002))
            .ShouldNotBeNull();
        var again = handoff
            .Events.Skip(1)
            .Aggregate(
                Handoff.From(handoff.Workspace, handoff.Number, [handoff.Events[0]]),
                (sum, next) => sum.After(next)
            );
        (again.State, again.Version, again.Owner, again.Words.Title, again.ContactedAt).ShouldBe(
            (handoff.State, handoff.Version, handoff.Owner, handoff.Words.Title, handoff.ContactedAt)
        );
        handoff.Events.Zip(handoff.Events.Skip(1)).ShouldAllBe(pair => pair.Second.Previous == pair.First.Hash);
        handoff.Events.ShouldAllBe(e => EventChain.HashOf(e) == e.Hash);
    }
}
