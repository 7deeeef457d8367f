using System.Text.Json.Nodes;
using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.Platforms.Slack;
using SalesBot.Platforms.Slack.Wire;
using SalesBot.Platforms.Teams.Cards;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Conversations;

/// <summary>What a handoff says can be changed in words, and in the form of either platform, field by field.</summary>
public sealed class EditableFieldsTests : IAsyncLifetime
{
    readonly TestBot bot = new();

    public async ValueTask InitializeAsync() =>
        await bot.Says("flag Jane Doe, CTO of Acme, jane@acme.example, to marketing: not ready yet");

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    public static TheoryData<string, string, string> Fields() =>
        new()
        {
            { "title", "Jane Doe: ready in May", "rename HO-1001 to Jane Doe: ready in May" },
            { "kind", "content-request", "kind of HO-1001 is content request" },
            { "urgency", "now", "urgency of HO-1001 is now" },
            { "name", "Jana Dorn", "the contact's name in HO-1001 is Jana Dorn" },
            { "email", "jana@globex.example", "her e-mail in HO-1001 is jana@globex.example" },
            { "phone", "+44 20 7946 0958", "phone of HO-1001 is +44 20 7946 0958" },
            { "role", "Head of Purchasing", "her role in HO-1001 is Head of Purchasing" },
            { "company", "Globex", "company in HO-1001 is Globex, not Acme" },
            { "details", "They move offices in May", "set the details of HO-1001 to They move offices in May" },
            { "source", "webinar", "source of HO-1001 is webinar" },
            { "campaign", "Spring Launch", "campaign of HO-1001 is Spring Launch" },
            { "nextStep", "Send the price list", "next step of HO-1001 is Send the price list" },
        };

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_field_is_changed_in_words(string field, string value, string said)
    {
        var reply = await bot.Says(said);
        Value(field).ShouldBe(value, reply.Text, StringCompareShould.IgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_field_is_changed_in_the_form_that_both_platforms_draw(string field, string value, string said)
    {
        said.ShouldContain("HO-1001");
        var reply = await bot.HearsAsync(
            bot.Message("", TestDesk.Rep, ChatAction.Of("move", ("number", "HO-1001"), ("move", "edit")))
        );
        var form = reply.Form.ShouldNotBeNull();
        JsonNode.Parse(SlackJson.Write(SlackViews.Dialog(reply, new ViewContext("slack:T1/C1")).View))!["blocks"]!
            .AsArray()
            .ShouldContain(block => (string?)block!["block_id"] == field);
        CardDrawing.Card(reply, new CardPlace(IsDialog: true)).ShouldContain($"\"id\":\"{field}\"");
        await bot.HearsAsync(bot.Message("", TestDesk.Rep, form.Action.With([KeyValuePair.Create(field, value)])));
        Value(field).ShouldBe(value);
    }

    string? Value(string field)
    {
        var card = bot.Get<HandoffLists>().Find("HO-1001", TestDesk.Rep).ShouldNotBeNull();
        return field switch
        {
            "title" => card.Title,
            "kind" => card.Kind,
            "urgency" => card.Urgency,
            "name" => card.Person?.Name,
            "email" => card.Person?.Email,
            "phone" => card.Person?.Phone,
            "role" => card.Person?.Role,
            "company" => card.Company?.Name,
            "details" => card.Details,
            "source" => card.Source,
            "campaign" => card.Campaign,
            _ => card.NextStep,
        };
    }
}
