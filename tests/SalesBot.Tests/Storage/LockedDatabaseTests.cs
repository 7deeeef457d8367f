using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using SalesBot.Storage;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Storage;

/// <summary>
/// Another program holds the database: what goes on, and what is refused instead of being waited for.
/// </summary>
public class LockedDatabaseTests
{
    static SqliteConnection Locked(string folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "salesbot.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "begin immediate";
        command.ExecuteNonQuery();
        return connection;
    }

    [Fact]
    public async Task Questions_are_answered_and_their_receipts_follow()
    {
        await using var bot = await RunningBot.StartAsync();
        JsonElement answer;
        await using (Locked(bot.Data.Path))
        {
            answer = await bot.AskAsync("what is a lead?");
            // The lock is still held: nothing waited for it.
            (await bot.Client.GetAsync($"/api/v1/answers/{answer.GetProperty("id").GetString()}")).StatusCode.ShouldBe(
                HttpStatusCode.OK
            );
        }
        await bot.EventuallyAsync(() =>
            Task.FromResult(
                bot.Get<Database>().Read(session => session.Single<long>("select count(*) from receipts")) == 1
            )
        );
    }

    [Fact]
    public async Task A_platform_is_told_to_bring_it_again_and_then_it_is_answered_once()
    {
        await using var bot = await SlackBot.StartAsync();
        var ts = bot.Slack.Ts();
        var envelope = bot.Envelope(
                new JsonObject
                {
                    ["type"] = "message",
                    ["channel"] = "DUREP",
                    ["channel_type"] = "im",
                    ["user"] = "UREP",
                    ["text"] = "what is a lead?",
                    ["ts"] = ts,
                    ["event_ts"] = ts,
                }
            )
            .ToJsonString();
        await using (Locked(bot.Bot.Data.Path))
        {
            (await bot.Slack.PostAsync(bot.Address("events"), envelope, "application/json")).StatusCode.ShouldBe(
                HttpStatusCode.ServiceUnavailable
            );
            (await (await bot.Bot.Client.GetAsync("/health/ready")).Content.ReadAsStringAsync()).ShouldContain(
                "another program has locked it"
            );
        }
        (await bot.Slack.PostAsync(bot.Address("events"), envelope, "application/json")).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
        await bot.SettlesAsync();
        bot.Slack.In("DUREP")
            .Count(message =>
                SlackStandIn.Text(message, "text")?.StartsWith("A lead is", StringComparison.Ordinal) == true
            )
            .ShouldBe(1);
        (await (await bot.Bot.Client.GetAsync("/health/ready")).Content.ReadAsStringAsync()).ShouldNotContain("locked");
    }
}
