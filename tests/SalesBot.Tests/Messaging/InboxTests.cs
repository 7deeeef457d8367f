using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.Messaging;
using SalesBot.Storage;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Messaging;

/// <summary>What comes in is answered once, however often and wherever it arrives.</summary>
public sealed class InboxTests
{
    const string Flag = "flag Jane Doe, jane@acme.com, to marketing: not ready until spring";

    [Fact]
    public async Task The_same_message_four_times_has_one_effect_and_one_reply()
    {
        await using var bot = new TestBot();
        var message = bot.Message(Flag);
        var accepted = new List<Acceptance>();
        for (var i = 0; i < 4; i++)
        {
            accepted.Add(await bot.Get<Inbox>().AcceptAsync(message));
            await bot.Get<Dispatcher>().RunToEndAsync();
        }
        accepted.ShouldBe([Acceptance.New, Acceptance.Repeated, Acceptance.Repeated, Acceptance.Repeated]);
        (Handoffs(bot), bot.Platform.Sent.Count).ShouldBe((1, 1));
    }

    [Fact]
    public async Task The_same_message_sixteen_times_at_once_has_one_effect_and_one_reply()
    {
        await using var bot = new TestBot();
        var message = bot.Message(Flag);
        var accepted = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => Task.Run(() => bot.Get<Inbox>().AcceptAsync(message)))
        );
        await bot.Get<Dispatcher>().RunToEndAsync();
        accepted.Count(acceptance => acceptance == Acceptance.New).ShouldBe(1);
        (Handoffs(bot), bot.Platform.Sent.Count).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_form_that_somebody_waits_for_is_said_and_not_sent_and_said_again_when_asked_again()
    {
        await using var bot = new TestBot();
        var (inbox, wanted) = (
            bot.Get<Inbox>(),
            bot.Message("", action: ChatAction.Of("draft")) with
            {
                Awaits = Awaited.Forms,
            }
        );
        (await inbox.AcceptAsync(wanted)).ShouldBe(Acceptance.New);
        await bot.Get<Dispatcher>().RunToEndAsync();
        var heard = await inbox.AnswerAsync(wanted, Inbox.Breath);
        (heard.IsDone, heard.Answer?.Form?.Title, bot.Platform.Sent.Count).ShouldBe(
            (true, "Hand over to Marketing", 0)
        );
        (await inbox.AcceptAsync(wanted)).ShouldBe(Acceptance.Repeated);
        (await inbox.AnswerAsync(wanted, Inbox.Breath)).Answer?.Form?.Title.ShouldBe("Hand over to Marketing");
    }

    [Fact]
    public async Task What_is_no_form_is_sent_although_somebody_waits_for_forms()
    {
        await using var bot = new TestBot();
        var wanted = bot.Message("thanks") with { Awaits = Awaited.Forms };
        await bot.HearsAsync(wanted);
        (await bot.Get<Inbox>().AnswerAsync(wanted, Inbox.Breath)).ShouldBe(new Heard(true));
        bot.Platform.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_comes_when_nobody_waits_any_more_is_sent()
    {
        await using var bot = new TestBot();
        var (given, forsaken) = (
            bot.Message("", action: ChatAction.Of("draft")) with
            {
                Awaits = Awaited.All,
            },
            bot.Message("help") with
            {
                Awaits = Awaited.All,
            }
        );
        await bot.Get<Inbox>().AcceptAsync(given);
        (await bot.Get<Inbox>().AnswerAsync(given, Inbox.Breath)).ShouldBe(new Heard(false));
        await bot.Get<Dispatcher>().RunToEndAsync();
        bot.Platform.Sent.ShouldHaveSingleItem().Reply.Form.ShouldNotBeNull();

        // Who waited for this one has ended without a word.
        await bot.Get<Inbox>().AcceptAsync(forsaken);
        bot.Time.Advance(TimeSpan.FromSeconds(9));
        await bot.Get<Dispatcher>().RunToEndAsync();
        bot.Platform.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_message_with_two_ids_counts_once_whichever_comes_first()
    {
        await using var bot = new TestBot();
        await bot.HearsAsync(bot.Message("thanks", id: "Ev1") with { AlsoKnownAs = "C1/1.1" });
        (await bot.Get<Inbox>().AcceptAsync(bot.Message("thanks", id: "Ev2") with { AlsoKnownAs = "C1/1.1" })).ShouldBe(
            Acceptance.Repeated
        );
        (await bot.Get<Inbox>().AcceptAsync(bot.Message("thanks", id: "Ev1") with { AlsoKnownAs = "C1/1.2" })).ShouldBe(
            Acceptance.Repeated
        );
        (await bot.Get<Inbox>().AcceptAsync(bot.Message("thanks", id: "Ev3") with { AlsoKnownAs = "C1/1.3" })).ShouldBe(
            Acceptance.New
        );
    }

    [Theory]
    [InlineData(9)]
    [InlineData(23 * 60)]
    public async Task A_repetition_that_comes_late_and_after_a_restart_is_known(int minutes)
    {
        using var folder = new TempFolder();
        await using (var bot = new TestBot(folder.Path))
            await bot.HearsAsync(bot.Message(Flag, id: "Ev1"));
        await using var after = new TestBot(folder.Path);
        after.Time.Advance(TimeSpan.FromMinutes(minutes));
        await after.Get<Writer>().WriteAsync(after.Get<Inbox>().Prune);
        (await after.Get<Inbox>().AcceptAsync(after.Message(Flag, id: "Ev1"))).ShouldBe(Acceptance.Repeated);
        await after.Get<Dispatcher>().RunToEndAsync();
        (Handoffs(after), after.Platform.Sent.Count).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Two_workers_on_the_same_messages_answer_each_once()
    {
        const int messages = 40;
        using var folder = new TempFolder();
        await using var one = new TestBot(folder.Path, settings: ("Messaging:PerPersonPerMinute", "1000"));
        await using var two = new TestBot(folder.Path, one.Time, ("Messaging:PerPersonPerMinute", "1000"));
        await Task.WhenAll(
            new[] { one, two }.Select(bot =>
                Task.Run(async () =>
                {
                    for (var i = 0; i < messages; i++)
                    {
                        await BringAsync(
                            bot,
                            bot.Message(
                                $"flag Jane Doe, jane{i}@acme{i}.example, to marketing: not ready",
                                id: $"Ev{i}"
                            ) with
                            {
                                Address = new Address("test", "T1", $"D{i % 10}"),
                            }
                        );
                        await bot.Get<Dispatcher>().RunToEndAsync();
                    }
                })
            )
        );
        await one.Get<Dispatcher>().RunToEndAsync();
        Handoffs(one).ShouldBe(messages);
        var replies = one.Platform.Sent.Concat(two.Platform.Sent).Select(sent => sent.Reply.Text).ToList();
        replies.Count.ShouldBe(messages);
        replies.ShouldBeUnique();
    }

    /// <summary>Brings a message until it is kept, as platforms do: another host may hold the database.</summary>
    static async Task BringAsync(TestBot bot, IncomingMessage message)
    {
        for (var attempt = 0; ; attempt++)
            try
            {
                await bot.Get<Inbox>().AcceptAsync(message);
                return;
            }
            catch (StorageFault) when (attempt < 20) { }
    }

    [Fact]
    public async Task A_crash_between_the_work_and_the_reply_repeats_neither()
    {
        using var folder = new TempFolder();
        await using (var killed = new TestBot(folder.Path))
        {
            var message = killed.Message(Flag, id: "Ev1");
            await killed.Get<Inbox>().AcceptAsync(message);
            // The desk has done its work; what would have been said is lost with the program.
            await killed.Get<Bot>().AnswerAsync(message, CancellationToken.None);
        }
        await using var after = new TestBot(folder.Path);
        await after.Get<Dispatcher>().RunToEndAsync();
        (Handoffs(after), after.Platform.Sent.Count).ShouldBe((1, 1));
        after.Platform.Sent[0].Reply.Text.ShouldContain("Waiting for Marketing");
    }

    [Fact]
    public async Task A_worker_that_died_holds_its_conversation_no_longer_than_its_lease()
    {
        await using var bot = new TestBot();
        await bot.Get<Inbox>().AcceptAsync(bot.Message(Flag));
        var other = new LineClaims("in", bot.Get<Database>(), bot.Get<Writer>(), bot.Time);
        (await other.ClaimAsync([TestBot.AddressOf(TestDesk.Rep).Line])).Count.ShouldBe(1);
        await bot.Get<Dispatcher>().RunToEndAsync();
        bot.Platform.Sent.ShouldBeEmpty();
        await bot.LaterAsync(LineClaims.Lease + TimeSpan.FromSeconds(1));
        bot.Platform.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Messages_of_a_conversation_are_answered_in_order()
    {
        await using var bot = new TestBot();
        await bot.Get<Inbox>().AcceptAsync(bot.Message(Flag));
        await bot.Get<Inbox>().AcceptAsync(bot.Message("undo"));
        await bot.Get<Inbox>().AcceptAsync(bot.Message("HO-1001"));
        await bot.Get<Dispatcher>().RunToEndAsync();
        bot.Platform.Sent.Where(sent => sent.Replaced is null)
            .Select(sent =>
                sent
                    .Reply.Text.Split('\n')
                    .First(line => line.StartsWith("Jane", StringComparison.Ordinal))
                    .Split(" · ")[1]
            )
            .ShouldBe(["Waiting for Marketing to accept", "✖ Withdrawn", "✖ Withdrawn"]);
    }

    [Fact]
    public async Task Who_says_too_much_is_told_once_a_minute_and_others_are_not_disturbed()
    {
        await using var bot = new TestBot(settings: ("Messaging:PerPersonPerMinute", "5"));
        for (var i = 0; i < 20; i++)
            await bot.Get<Inbox>().AcceptAsync(bot.Message("thanks"));
        (await bot.Says("thanks", TestDesk.Marketer)).Text.ShouldBe("You're welcome.");
        bot.SentTo(TestDesk.Rep).Count(sent => sent.Reply.Text == "You're welcome.").ShouldBe(5);
        bot.SentTo(TestDesk.Rep)
            .Count(sent =>
                sent.Reply.Text.StartsWith("You're writing faster than I can read", StringComparison.Ordinal)
            )
            .ShouldBe(1);
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        (await bot.Says("thanks")).Text.ShouldBe("You're welcome.");
    }

    [Fact]
    public async Task Too_much_at_once_is_refused_before_it_is_acknowledged_and_welcome_again_later()
    {
        await using var bot = new TestBot(settings: ("Messaging:MaxWaiting", "10"));
        var inbox = bot.Get<Inbox>();
        var accepted = new List<Acceptance>();
        for (var i = 0; i < 15; i++)
            accepted.Add(await inbox.AcceptAsync(bot.Message("thanks")));
        accepted.Count(acceptance => acceptance == Acceptance.New).ShouldBe(10);
        accepted.Skip(10).ShouldAllBe(acceptance => acceptance == Acceptance.Full);
        await bot.Get<Dispatcher>().RunToEndAsync();
        bot.Platform.Sent.Count.ShouldBe(10);
        (await bot.Says("thanks")).Text.ShouldBe("You're welcome.");
    }

    [Fact]
    public async Task Chatter_in_a_room_and_other_bots_use_up_nobodys_share()
    {
        await using var bot = new TestBot(settings: ("Messaging:PerPersonPerMinute", "5"));
        for (var i = 0; i < 20; i++)
        {
            await bot.Get<Inbox>()
                .AcceptAsync(
                    bot.Message("lunch?") with
                    {
                        Address = new Address("test", "T1", "C1"),
                        IsDirect = false,
                        IsAddressed = false,
                    }
                );
            (await bot.Get<Inbox>().AcceptAsync(bot.Message("beep") with { IsFromBot = true })).ShouldBe(
                Acceptance.Ignored
            );
        }
        (await bot.Says("thanks")).Text.ShouldBe("You're welcome.");
        bot.Platform.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_answered_while_the_host_stops_goes_out()
    {
        await using var bot = new TestBot();
        using var stop = new CancellationTokenSource();
        using var thinking = new SemaphoreSlim(0);
        bot.Platform.Ends = async (_, _) =>
        {
            await thinking.WaitAsync(TestContext.Current.CancellationToken);
            return null;
        };
        var running = bot.Get<Dispatcher>().RunAsync(stop.Token);
        await bot.Get<Inbox>().AcceptAsync(bot.Message("thanks"));
        await bot.Get<Inbox>().AcceptAsync(bot.Message("thanks", TestDesk.Marketer));
        while (bot.Get<Outbox>().Waiting() < 2)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        thinking.Release(2);
        await running;
        bot.Platform.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_stopping_host_takes_nothing_in()
    {
        await using var bot = new TestBot();
        await bot.Get<Dispatcher>().StopAsync(CancellationToken.None);
        (await bot.Get<Inbox>().AcceptAsync(bot.Message("thanks"))).ShouldBe(Acceptance.Full);
    }

    [Fact]
    public async Task The_text_of_a_message_goes_when_it_is_answered_and_its_id_after_a_day()
    {
        await using var bot = new TestBot();
        await bot.Says(Flag);
        Rows("select count(*) from inbox where message is not null").ShouldBe(0);
        Rows("select count(*) from inbox").ShouldBe(1);
        bot.Time.Advance(TimeSpan.FromHours(26));
        await bot.Get<Writer>().WriteAsync(bot.Get<Inbox>().Prune);
        Rows("select count(*) from inbox").ShouldBe(0);

        long Rows(string sql) => bot.Get<Database>().Read(session => session.Single<long>(sql));
    }

    static long Handoffs(TestBot bot) => bot.Get<HandoffLists>().Page(new HandoffFilter(), TestDesk.Admin).Total;
}
