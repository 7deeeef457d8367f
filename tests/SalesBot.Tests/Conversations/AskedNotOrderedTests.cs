using SalesBot.Tests.Support;

namespace SalesBot.Tests.Conversations;

/// <summary>What asks the bot is answered, though it names a team, and though a draft is open.</summary>
public sealed class AskedNotOrderedTests : IAsyncLifetime
{
    readonly TestBot bot = new();

    public async ValueTask InitializeAsync() => await bot.KnowingAsync();

    public async ValueTask DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData("Tell me about: The moving pieces of marketing")]
    [InlineData("Tell me how sales works")]
    [InlineData("tell me why a business has both sales and marketing")]
    [InlineData("Sales or marketing: which one finds out what customers want before making anything?")]
    public async Task A_question_that_names_a_team_hands_nothing_over(string text) =>
        (await bot.Says(text)).Text.ShouldNotContain("Hand this to");

    [Fact]
    public async Task A_question_changes_no_draft()
    {
        (await bot.Says("can marketing keep Jane Doe warm? jane@acme.example, not ready yet")).Text.ShouldStartWith(
            "Hand this to Marketing?"
        );
        (await bot.Says("Which one reaches many people at once?")).Text.ShouldStartWith("Marketing.");
        (await bot.Says("urgency now")).Text.ShouldContain("Now");
    }

    [Theory]
    [InlineData("what do they have in common?", "share one end goal")]
    [InlineData("list five differences", "sales")]
    public async Task Both_teams_are_compared_in_few_words(string text, string said) =>
        (await bot.Says(text)).Text.ShouldContain(said);
}
