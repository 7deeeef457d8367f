using SalesBot.Tests.Support;

namespace SalesBot.Tests.Conversations;

/// <summary>What no phrase foresaw and examples only make likely is asked before it is done.</summary>
public sealed class LikelyDeedsTests : IAsyncLifetime
{
    readonly TestBot bot = new();

    public async ValueTask InitializeAsync() => await bot.KnowingAsync();

    public async ValueTask DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task An_absence_that_is_only_likely_is_asked_about_and_noted_by_a_yes()
    {
        var asked = await bot.Says("down with the flu, the doctor says not before friday", TestDesk.Marketer);
        asked.Text.ShouldStartWith("Mark you as away until Fri 9\u00A0Jan 2026?");
        asked.Choices.Select(choice => choice.Label).ShouldBe(["Yes", "No, I was asking"]);
        (await bot.Says("yes", TestDesk.Marketer)).Text.ShouldStartWith("You are away until");
        (await bot.Says("recovered, you can route work to me again", TestDesk.Marketer)).Text.ShouldStartWith(
            "Mark you as back?"
        );
        (await bot.Says("yes", TestDesk.Marketer)).Text.ShouldStartWith("You are back.");
    }

    [Fact]
    public async Task A_number_that_is_no_handoff_is_left_alone()
    {
        await bot.Says("flag Jane Doe, jane@acme.example, to marketing: not ready");
        var said = await bot.Says("the caterer brought 1001 sandwiches, far too many");
        said.Choices.ShouldNotContain(choice => choice.Action.Name == "move");
    }

    [Fact]
    public async Task A_field_that_is_said_in_no_known_way_opens_the_form()
    {
        await bot.Says("flag Jane Doe, jane@acme.example, to marketing: not ready");
        var said = await bot.Says("the particulars of HO-1001 need a touch-up");
        (said.Form is not null || said.Choices.Any()).ShouldBeTrue();
    }
}
