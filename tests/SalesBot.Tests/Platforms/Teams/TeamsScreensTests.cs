using System.Text.Json.Nodes;
using SalesBot.Chat;
using SalesBot.Platforms.Teams.Cards;
using SalesBot.Platforms.Teams.Wire;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Platforms.Teams;

/// <summary>Each kind of message and dialog as approved files.</summary>
public sealed class TeamsScreensTests
{
    static JsonObject Message(Reply reply) =>
        (JsonObject)
            JsonNode.Parse(SdkJson.Write(MessageDrawing.Of(reply, new CardPlace(Once: "1"), isPersonal: true)))!;

    static JsonObject Dialog(Reply reply) =>
        (JsonObject)JsonNode.Parse(CardDrawing.Card(reply, new CardPlace(IsDialog: true, Once: "1")))!;

    [Fact]
    public async Task Every_screen_is_as_approved()
    {
        await using var bot = await new TestBot().KnowingAsync();
        var replies = await Screens.AllAsync(bot);
        var screens = replies
            .Where(one => one.Key != "home")
            .Select(one =>
                (
                    one.Key,
                    Drawn: one.Key.StartsWith("dialog-", StringComparison.Ordinal)
                        ? Dialog(one.Value)
                        : Message(one.Value)
                )
            )
            .Append(("card-return", Message(replies["dialog-return"])))
            .ToList();
        foreach (var (name, drawn) in screens)
        {
            foreach (var card in TeamsLimits.Within(drawn).Where(one => (string?)one["type"] == "AdaptiveCard"))
            {
                TeamsLimits.CardFaults(card).ShouldBeEmpty(name);
                RecordedCards.Add(card);
            }
            if ((string?)drawn["type"] != "message")
                continue;
            drawn["from"] = new JsonObject { ["id"] = "28:bot" };
            TeamsLimits.Faults(drawn).ShouldBeEmpty(name);
        }
        Screens.Approve("Teams", screens);
    }
}
