using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SalesBot.Platforms.Slack.Wire;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Platforms.Slack;

/// <summary>Connections that are replaced, cut and refused.</summary>
public sealed class SocketModeTests : IAsyncDisposable
{
    readonly TempFolder knowledge = new();
    SlackBot? started;

    public async ValueTask DisposeAsync()
    {
        if (started is not null)
            await started.DisposeAsync();
        knowledge.Dispose();
    }

    async Task<SlackBot> StartAsync(params (string Key, string Value)[] settings)
    {
        File.WriteAllText(Path.Combine(knowledge.Path, "a.md"), "# Sales\n\nSales closes deals with customers.\n");
        return started = await SlackBot.StartAsync("socket", [("Knowledge:Folder", knowledge.Path), .. settings]);
    }

    [Theory]
    [InlineData("refresh_requested")]
    [InlineData("warning")]
    [InlineData("too_many_websockets")]
    [InlineData("something new")]
    public async Task A_new_connection_is_there_before_the_old_one_goes(string reason)
    {
        var bot = await StartAsync();
        var old = bot.Slack.Sockets.Keys.Max();
        var opened = bot.Slack.SocketsOpened;
        await bot.Slack.DisconnectAsync(reason);
        await bot.SeesAsync(() => bot.Slack.SocketsOpened > opened ? "new" : null);
        // What still comes through the old one is answered on it, as long as it is open; it may close at any moment.
        if (bot.Slack.Sockets.ContainsKey(old))
            try
            {
                await bot.Slack.SendThroughSocketAsync(
                    "events_api",
                    bot.Envelope(new JsonObject { ["type"] = "reaction_added" }),
                    old
                );
            }
            catch (WebSocketException)
            {
                bot.Slack.SocketsOpened.ShouldBeGreaterThan(opened);
            }
        await bot.SaysAsync("thanks");
        await bot.SeesAsync(() => bot.Slack.In("DUREP").FirstOrDefault());
        await bot.SeesAsync(() => bot.Slack.Sockets.ContainsKey(old) ? null : "closed");
        bot.Slack.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_connection_that_is_cut_is_opened_again()
    {
        var bot = await StartAsync();
        var opened = bot.Slack.SocketsOpened;
        foreach (var socket in bot.Slack.Sockets.Values)
            socket.Abort();
        await bot.SeesAsync(() => bot.Slack.SocketsOpened > opened && !bot.Slack.Sockets.IsEmpty ? "open" : null);
        await bot.SaysAsync("thanks");
        await bot.SeesAsync(() => bot.Slack.In("DUREP").FirstOrDefault());
    }

    [Fact]
    public async Task Slack_is_asked_again_where_it_has_no_connection_to_give()
    {
        var bot = await StartAsync();
        bot.Slack.Make(new SlackTrouble("apps.connections.open", 500));
        bot.Slack.Make(new SlackTrouble("apps.connections.open", 200, "internal_error"));
        foreach (var socket in bot.Slack.Sockets.Values)
            socket.Abort();
        await bot.SeesAsync(() =>
            bot.Slack.Of("apps.connections.open").Count() >= 4 && !bot.Slack.Sockets.IsEmpty ? "open" : null
        );
    }

    [Fact]
    public async Task Connections_that_do_not_last_are_not_opened_again_and_again()
    {
        var bot = await StartAsync();
        bot.Slack.ClosesSockets = true;
        foreach (var socket in bot.Slack.Sockets.Values)
            socket.Abort();
        await bot.Bot.EventuallyAsync(async () =>
            (await bot.Bot.Client.GetStringAsync("/health/ready")).Contains("connection to Slack")
        );
        await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System);
        bot.Slack.Of("apps.connections.open").Count().ShouldBeLessThan(8);
    }

    [Fact]
    public void A_connection_is_tried_again_later_each_time_unless_it_lived()
    {
        var time = new FakeTimeProvider();
        var backOff = new SocketBackOff(time);
        backOff.Pause(0).ShouldBe(TimeSpan.Zero);
        var pauses = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            backOff.Opened();
            backOff.Ended();
            pauses.Add(backOff.Pause(0).TotalSeconds);
        }
        pauses.ShouldBe([1, 2, 4, 8, 16, 32, 60, 60, 60]);
        backOff.Pause(1).TotalSeconds.ShouldBe(30);
        backOff.Pause(1, TimeSpan.FromSeconds(45)).TotalSeconds.ShouldBe(45);
        backOff.Pause(1, TimeSpan.FromHours(1)).TotalSeconds.ShouldBe(60);
        backOff.Opened();
        time.Advance(TimeSpan.FromMinutes(1));
        backOff.Ended();
        backOff.Pause(0).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task Where_it_is_switched_off_nothing_is_tried_and_health_says_so()
    {
        var bot = await StartAsync();
        await bot.Slack.DisconnectAsync("link_disabled");
        await bot.Bot.EventuallyAsync(async () =>
            (await bot.Bot.Client.GetStringAsync("/health/ready")).Contains("switched off")
        );
        await bot.SeesAsync(() => bot.Slack.Sockets.IsEmpty ? "closed" : null);
        bot.Slack.SocketsOpened.ShouldBe(1);
    }

    [Fact]
    public async Task An_event_that_was_brought_twice_has_one_effect()
    {
        var bot = await StartAsync();
        var ts = bot.Slack.Ts();
        var envelope = bot.Envelope(
            new JsonObject
            {
                ["type"] = "message",
                ["channel"] = "DUREP",
                ["channel_type"] = "im",
                ["user"] = "UREP",
                ["text"] = "thanks",
                ["ts"] = ts,
                ["event_ts"] = ts,
            }
        );
        for (var i = 0; i < 3; i++)
            await bot.EventAsync(envelope);
        await bot.SettlesAsync();
        bot.Slack.In("DUREP").Count().ShouldBe(1);
    }
}
