using CsCheck;
using SalesBot.Chat;
using SalesBot.Messaging;
using SalesBot.People;
using SalesBot.Storage;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Messaging;

/// <summary>What the bot has to say arrives, in order, whatever happens to the places it goes to.</summary>
public sealed class OutboxTests
{
    static readonly Address Here = new("test", "T1", "C1"),
        There = new("test", "T1", "C2"),
        Elsewhere = new("test", "T2", "C1");

    [Fact]
    public async Task What_fails_is_tried_again_and_what_comes_after_it_waits()
    {
        await using var bot = new TestBot();
        var failures = 3;
        bot.Platform.Ends = (to, _) =>
            Task.FromResult<Delivery?>(to == Here && failures-- > 0 ? new Delivery.Failed("down") : null);
        foreach (var text in new[] { "one", "two", "three" })
            await bot.Get<Outbox>().SendAsync(Here, Reply.Of(text));
        await bot.Get<Outbox>().SendAsync(There, Reply.Of("undisturbed"));
        await bot.LaterAsync(TimeSpan.Zero);
        bot.Platform.Sent.Select(sent => sent.Reply.Text).ShouldBe(["undisturbed"]);
        for (var i = 0; i < 30 && bot.Platform.Sent.Count < 4; i++)
            await bot.LaterAsync(TimeSpan.FromSeconds(1));
        bot.Platform.Sent.Select(sent => sent.Reply.Text).ShouldBe(["undisturbed", "one", "two", "three"]);
    }

    [Fact]
    public async Task A_platform_hears_which_messages_may_have_been_sent_before()
    {
        await using var bot = new TestBot();
        var failures = 1;
        bot.Platform.Ends = (_, reply) =>
            Task.FromResult<Delivery?>(
                reply.Text == "one" && failures-- > 0 ? new Delivery.Failed("nobody knows") : null
            );
        await bot.Get<Outbox>().SendAsync(Here, Reply.Of("one"));
        await bot.LaterAsync(TimeSpan.Zero);
        await bot.LaterAsync(TimeSpan.FromSeconds(2));
        bot.Platform.Sent.ShouldHaveSingleItem().MaybeSent.ShouldBeTrue();

        // A worker that died may have sent one that it has not written down, and one more while that was being written.
        foreach (var text in new[] { "two", "three", "four" })
            await bot.Get<Outbox>().SendAsync(Here, Reply.Of(text));
        (await bot.Get<Outbox>().Claims.ClaimAsync([Here.Line])).ShouldHaveSingleItem();
        await bot.LaterAsync(LineClaims.Lease + TimeSpan.FromSeconds(1));
        bot.Platform.Sent.Skip(1)
            .Select(sent => (sent.Reply.Text, sent.MaybeSent))
            .ShouldBe([("two", true), ("three", true), ("four", false)]);
    }

    [Fact]
    public async Task A_conversation_that_asks_for_time_holds_up_no_other()
    {
        await using var bot = new TestBot();
        var busy = true;
        bot.Platform.Ends = (to, _) =>
            Task.FromResult<Delivery?>(
                busy && to == Here ? new Delivery.Throttled(TimeSpan.FromSeconds(5), ConversationOnly: true) : null
            );
        await bot.Get<Outbox>().SendAsync(Here, Reply.Of("here"));
        await bot.LaterAsync(TimeSpan.Zero);
        busy = false;
        await bot.Get<Outbox>().SendAsync(There, Reply.Of("there"));
        await bot.LaterAsync(TimeSpan.FromSeconds(4));
        bot.Platform.Sent.Select(sent => sent.Reply.Text).ShouldBe(["there"]);
        await bot.LaterAsync(TimeSpan.FromSeconds(2));
        bot.Platform.Sent.Select(sent => sent.Reply.Text).ShouldBe(["there", "here"]);
    }

    [Fact]
    public async Task A_dead_destination_leaves_dead_letters_that_one_command_sends_again()
    {
        await using var bot = new TestBot(settings: ("Messaging:MaxAttempts", "4"));
        var (dead, calls) = (true, 0);
        bot.Platform.Ends = (to, _) =>
        {
            calls += to == Here ? 1 : 0;
            return Task.FromResult<Delivery?>(dead && to == Here ? new Delivery.Failed("down") : null);
        };
        await bot.Get<Outbox>().SendAsync(Here, Reply.Of("news"));
        for (var i = 0; i < 60; i++)
            await bot.LaterAsync(TimeSpan.FromSeconds(1));
        calls.ShouldBe(4);
        var letter = bot.Get<DeadLetters>().List().ShouldHaveSingleItem();
        (letter.To, letter.Text, letter.Reason, letter.Attempts).ShouldBe(("test:T1/C1", "news", "down", 4));
        (await bot.Says("dead letters", TestDesk.Admin)).Text.ShouldBe(
            "1 message could not be delivered:\ntest:T1/C1: down"
        );
        (await bot.Says("dead letters", TestDesk.Rep)).Text.ShouldStartWith("Only an admin");
        dead = false;
        (await bot.Says("send the dead letters again", TestDesk.Admin)).Text.ShouldBe("1 message is being sent again.");
        bot.Platform.Sent.Count(sent => sent.Reply.Text == "news").ShouldBe(1);
        (await bot.Says("dead letters", TestDesk.Admin)).Text.ShouldBe("Every message was delivered.");
    }

    [Fact]
    public async Task What_is_refused_is_put_aside_at_once_and_the_next_one_goes()
    {
        await using var bot = new TestBot();
        bot.Platform.Ends = (_, reply) =>
            Task.FromResult<Delivery?>(reply.Text == "bad" ? new Delivery.Refused("channel_not_found") : null);
        await bot.Get<Outbox>().SendAsync(Here, Reply.Of("bad"));
        await bot.Get<Outbox>().SendAsync(Here, Reply.Of("good"));
        await bot.LaterAsync(TimeSpan.Zero);
        bot.Platform.Sent.Select(sent => sent.Reply.Text).ShouldBe(["good"]);
        bot.Get<DeadLetters>()
            .List()
            .Select(letter => (letter.Text, letter.Reason))
            .ShouldBe([("bad", "channel_not_found")]);
        (await bot.Get<DeadLetters>().DropAsync(bot.Get<DeadLetters>().List()[0].Id)).ShouldBe(1);
        bot.Get<DeadLetters>().Count().ShouldBe(0);
    }

    [Fact]
    public async Task A_workspace_that_throttles_is_left_alone_also_by_a_host_that_starts_meanwhile()
    {
        using var folder = new TempFolder();
        await using var bot = new TestBot(folder.Path);
        var calls = new List<DateTimeOffset>();
        bot.Platform.Ends = (to, _) =>
        {
            if (to.Workspace != "T1")
                return Task.FromResult<Delivery?>(null);
            calls.Add(bot.Time.GetUtcNow());
            return Task.FromResult<Delivery?>(
                calls.Count == 1 ? new Delivery.Throttled(TimeSpan.FromSeconds(30)) : null
            );
        };
        await bot.Get<Outbox>().SendAsync(Here, Reply.Of("one"));
        await bot.LaterAsync(TimeSpan.Zero);
        await bot.Get<Outbox>().SendAsync(There, Reply.Of("two"));
        await bot.Get<Outbox>().SendAsync(Elsewhere, Reply.Of("undisturbed"));
        await bot.LaterAsync(TimeSpan.FromSeconds(15));
        bot.Platform.Sent.Select(sent => sent.Reply.Text).ShouldBe(["undisturbed"]);
        await using (var after = new TestBot(folder.Path, bot.Time))
        {
            await after.Get<Dispatcher>().TakeOverAsync();
            await after.LaterAsync(TimeSpan.FromSeconds(10));
            after.Platform.Sent.ShouldBeEmpty();
        }
        await bot.LaterAsync(TimeSpan.FromSeconds(6));
        bot.Platform.Sent.Select(sent => sent.Reply.Text).Order().ShouldBe(["one", "two", "undisturbed"]);
        calls.Skip(1).ShouldAllBe(at => at - calls[0] >= TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_slow_workspace_holds_up_no_other()
    {
        await using var bot = new TestBot(
            settings: [("Messaging:Workers", "8"), ("Messaging:WorkersPerDestination", "3")]
        );
        using var slow = new SemaphoreSlim(0);
        bot.Platform.Ends = async (to, _) =>
        {
            if (to.Workspace == "T1")
                await slow.WaitAsync(TestContext.Current.CancellationToken);
            return null;
        };
        for (var i = 0; i < 20; i++)
            await bot.Get<Outbox>().SendAsync(new Address("test", "T1", $"C{i}"), Reply.Of("slow"));
        for (var i = 0; i < 20; i++)
            await bot.Get<Outbox>().SendAsync(new Address("test", "T2", $"C{i}"), Reply.Of("quick"));
        using var stop = new CancellationTokenSource();
        var running = bot.Get<Dispatcher>().RunAsync(stop.Token);
        while (bot.Platform.Sent.Count(sent => sent.Reply.Text == "quick") < 20)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        bot.Platform.Sent.ShouldAllBe(sent => sent.Reply.Text == "quick");
        slow.Release(20);
        while (bot.Platform.Sent.Count < 40)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task More_than_a_conversation_may_hold_becomes_dead_letters_oldest_first()
    {
        await using var bot = new TestBot(
            settings: [("Messaging:MaxAttempts", "1"), ("Messaging:MaxWaitingPerConversation", "5")]
        );
        bot.Platform.Ends = (_, _) => Task.FromResult<Delivery?>(new Delivery.Failed("down"));
        for (var i = 0; i < 20; i++)
            await bot.Get<Outbox>().SendAsync(Here, Reply.Of($"{i}"));
        await bot.LaterAsync(TimeSpan.Zero);
        bot.Get<Outbox>().Waiting().ShouldBe(5);
        bot.Get<DeadLetters>()
            .List()
            .Select(letter => letter.Text)
            .ShouldBe(Enumerable.Range(0, 15).Select(i => $"{i}"));
    }

    [Fact]
    public async Task What_is_for_later_goes_later_and_holds_up_nothing()
    {
        await using var bot = new TestBot();
        await bot.Get<Writer>()
            .WriteAsync(session =>
                bot.Get<Outbox>().Enqueue(session, Here, Reply.Of("later"), due: bot.Time.GetUtcNow().AddHours(1))
            );
        await bot.Get<Outbox>().SendAsync(Here, Reply.Of("now"));
        await bot.LaterAsync(TimeSpan.FromMinutes(59));
        bot.Platform.Sent.Select(sent => sent.Reply.Text).ShouldBe(["now"]);
        await bot.LaterAsync(TimeSpan.FromMinutes(1));
        bot.Platform.Sent.Select(sent => sent.Reply.Text).ShouldBe(["now", "later"]);
    }

    [Fact]
    public async Task A_slow_workspace_with_very_many_conversations_takes_no_others_turn()
    {
        await using var bot = new TestBot();
        using var slow = new SemaphoreSlim(0);
        bot.Platform.Ends = async (to, _) =>
        {
            if (to.Workspace == "T1")
                await slow.WaitAsync(TestContext.Current.CancellationToken);
            return null;
        };
        for (var i = 0; i < 300; i++)
            await bot.Get<Outbox>().SendAsync(new Address("test", "T1", $"C{i}"), Reply.Of("slow"));
        await bot.Get<Outbox>().SendAsync(Elsewhere, Reply.Of("quick"));
        using var stop = new CancellationTokenSource();
        var running = bot.Get<Dispatcher>().RunAsync(stop.Token);
        while (bot.Platform.Sent.Count == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        bot.Platform.Sent.ShouldHaveSingleItem().Reply.Text.ShouldBe("quick");
        await stop.CancelAsync();
        slow.Release(300);
        await running;
    }

    [Fact]
    public async Task An_answer_whose_place_was_deleted_is_said_all_the_same_and_a_card_is_not_kept_in_step()
    {
        await using var bot = new TestBot();
        await bot.Get<Outbox>().SendAsync(Here, Reply.Of("One moment …") with { Slot = "wait:1" });
        await bot.LaterAsync(TimeSpan.Zero);
        bot.Platform.Deleted.Add(bot.Platform.Sent[0].Id);
        await bot.Get<Outbox>().SendAsync(Here, Reply.Of("the answer") with { Slot = "wait:1" });
        await bot.LaterAsync(TimeSpan.Zero);
        bot.Platform.Sent.Select(sent => (sent.Reply.Text, sent.Replaced is null))
            .ShouldBe([("One moment …", true), ("the answer", true)]);

        await bot.Says("flag Jane Doe, jane@acme.com, to marketing: not ready");
        bot.Platform.Deleted.Add(bot.Platform.Sent[^1].Id);
        await bot.Says("accept HO-1001", TestDesk.Marketer);
        bot.Get<DeadLetters>().Count().ShouldBe(0);
        bot.SentTo(TestDesk.Rep).Count(sent => sent.Replaced is not null).ShouldBe(0);
    }

    [Fact]
    public async Task What_nobody_can_read_holds_up_nothing()
    {
        await using var bot = new TestBot();
        await bot.Get<Outbox>().SendAsync(Here, Reply.Of("of another program"));
        await bot.Get<Outbox>().SendAsync(Here, Reply.Of("good"));
        await bot.Get<Inbox>().AcceptAsync(bot.Message("of another program"));
        await bot.Get<Inbox>().AcceptAsync(bot.Message("thanks"));
        await bot.Get<Writer>()
            .WriteAsync(session =>
            {
                session.Execute(
                    """update outbox set reply = '{"text":"x","blocks":[{"block":"hologram"}]}' where reply like '%another%'"""
                );
                session.Execute("update inbox set message = '[]' where message like '%another%'");
            });
        await bot.LaterAsync(TimeSpan.Zero);
        bot.Platform.Sent.Select(sent => sent.Reply.Text).ShouldBe(["good", "You're welcome."], ignoreOrder: true);
        bot.Get<DeadLetters>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task What_waits_for_a_place_that_nobody_serves_stops_nothing_that_comes_in()
    {
        await using var bot = new TestBot(settings: ("Messaging:MaxWaiting", "10"));
        for (var i = 0; i < 30; i++)
            await bot.Get<Outbox>().SendAsync(new Address("closed", "T1", "C1"), Reply.Of("news"));
        bot.Get<Inbox>().Count(["test"]);
        (await bot.Says("thanks")).Text.ShouldBe("You're welcome.");
    }

    [Fact]
    public async Task A_worker_that_fails_lets_go_of_its_conversation()
    {
        await using var bot = new TestBot();
        await bot.Get<Outbox>().SendAsync(Here, Reply.Of("news"));
        var tries = 0;
        var pump = new LinePump(
            bot.Get<Outbox>().Claims,
            (_, _) => ++tries < 3 ? throw new InvalidOperationException("broken") : Task.CompletedTask,
            ["test"],
            32,
            12,
            bot.Time,
            Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance
        );
        for (var i = 0; i < 5; i++)
        {
            await pump.RunToEndAsync();
            bot.Time.Advance(TimeSpan.FromSeconds(4));
        }
        tries.ShouldBe(3);
    }

    [Fact]
    public async Task An_erased_handoff_is_erased_in_chats_in_what_waits_and_in_what_lies_aside()
    {
        await using var bot = new TestBot(settings: ("Handoffs:Notify:Marketing", "test:T1/CDEAD"));
        var dead = true;
        bot.Platform.Ends = (to, _) =>
            Task.FromResult<Delivery?>(to.Conversation == "CDEAD" && dead ? new Delivery.Refused("archived") : null);
        await bot.MeetAsync(TestDesk.Rep);
        await bot.Says("flag Jane Doe, jane@acme.com, to marketing: not ready");
        await bot.Says("note on HO-1001: Jane Doe likes tea", TestDesk.Marketer);
        bot.Get<DeadLetters>().Count().ShouldBe(1);
        await bot.Get<PersonalData>().ForgetAsync(TestDesk.Admin, "jane@acme.com");
        var before = bot.Platform.Sent.Count;
        await bot.LaterAsync(TimeSpan.Zero);
        bot.Platform.Sent.Skip(before).ShouldNotBeEmpty();
        bot.Platform.Sent.Skip(before)
            .ShouldAllBe(sent => sent.Reply.Text.Contains("(erased)") && !sent.Reply.FullText.Contains("Jane"));
        dead = false;
        await bot.Get<DeadLetters>().SendAgainAsync();
        await bot.LaterAsync(TimeSpan.Zero);
        bot.Platform.Sent.Skip(before).ShouldAllBe(sent => !sent.Reply.FullText.Contains("Jane"));
    }

    [Fact]
    public async Task Forgetting_somebody_forgets_nobody_whose_address_looks_alike()
    {
        await using var bot = new TestBot();
        await bot.Get<Inbox>()
            .AcceptAsync(bot.Message("flag Joann Doe, joann@acme.com, to marketing: not ready", id: "Ev1"));
        await bot.Get<Inbox>()
            .AcceptAsync(bot.Message("flag Ann Doe, ann@acme.com, to marketing: not ready", id: "Ev2"));
        await bot.Get<PersonalData>().ForgetAsync(TestDesk.Admin, "ann@acme.com");
        await bot.LaterAsync(TimeSpan.Zero);
        bot.Platform.Sent.ShouldHaveSingleItem().Reply.Text.ShouldContain("Joann Doe");
        (await bot.Get<Inbox>().AcceptAsync(bot.Message("again", id: "Ev2"))).ShouldBe(Acceptance.Repeated);
    }

    [Fact]
    public async Task Who_may_not_see_it_any_more_is_not_shown_it_any_more()
    {
        await using var bot = new TestBot();
        var dana = new IncomingMessage("1", new Address("test", "T1", "UDANA"), "test:T1/UDANA", "Dana", "thanks");
        await bot.HearsAsync(dana);
        await bot.HearsAsync(bot.Message("make @dana sales", TestDesk.Admin));
        await bot.Says("flag Jane Doe, jane@acme.com, to marketing: not ready");
        await bot.HearsAsync(dana with { Id = "2", Text = "HO-1001" });
        await bot.HearsAsync(bot.Message("make @dana employee", TestDesk.Admin));
        await bot.Says("accept HO-1001", TestDesk.Marketer);
        bot.Platform.Sent.Last(sent => sent.To.Conversation == "UDANA")
            .Reply.Text.ShouldBe("You can no longer see this.");
    }

    [Fact]
    public void Retries_come_later_each_time_within_bounds_and_never_before_they_are_asked_for() =>
        Gen.Select(Gen.Long[1, 1000], Gen.Double[0, 1], Gen.Double[0, 5000])
            .Sample(
                (attempts, chance, asked) =>
                {
                    var plain = RetrySchedule.After(attempts, chance);
                    plain.ShouldBeInRange(TimeSpan.FromSeconds(0.5), TimeSpan.FromMinutes(5));
                    RetrySchedule.After(attempts + 1, chance).ShouldBeGreaterThanOrEqualTo(plain);
                    RetrySchedule
                        .After(attempts, chance, TimeSpan.FromSeconds(asked))
                        .ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(Math.Min(asked, 3600)));
                }
            );

    [Fact]
    public async Task Forgetting_somebody_takes_them_out_of_what_waits_lies_aside_and_is_remembered()
    {
        await using var bot = new TestBot();
        bot.Platform.Ends = (to, _) => Task.FromResult<Delivery?>(to == Here ? new Delivery.Refused("gone") : null);
        await bot.Get<Outbox>().SendAsync(Here, Reply.Of("Jane Doe, Jane@Acme.com"));
        await bot.Says("flag Jane Doe, jane@acme.com, to marketing: not ready until spring");
        await bot.Get<Inbox>().AcceptAsync(bot.Message("what about jane@acme.com?"));
        var data = bot.Get<PersonalData>();
        data.Export(TestDesk.Admin, "jane@acme.com")["messages"].Count.ShouldBeGreaterThanOrEqualTo(2);
        await data.ForgetAsync(TestDesk.Admin, "jane@acme.com");
        data.Export(TestDesk.Admin, "jane@acme.com")["messages"].ShouldBeEmpty();
        bot.Get<Database>().Close();
        foreach (var file in Directory.GetFiles(bot.Folder, "salesbot.db*"))
            System
                .Text.Encoding.Latin1.GetString(
                    await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)
                )
                .ShouldNotContain("acme.com");
    }
}
