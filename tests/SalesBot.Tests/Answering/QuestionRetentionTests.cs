using SalesBot.Answering;
using SalesBot.Storage;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Answering;

public class QuestionRetentionTests
{
    [Fact]
    public async Task Questions_and_what_came_of_them_are_erased_after_their_days()
    {
        await using var bot = await new TestBot(settings: ("Answering:KeepQuestionsDays", "30")).KnowingAsync();
        await bot.Says("what is a lead?");
        await bot.Says("which rivers cross Mongolia?");
        bot.Time.Advance(TimeSpan.FromDays(29));
        await bot.Says("what is a flyer?");
        (await bot.Get<QuestionRetention>().RunAsync()).ShouldBe(0);
        bot.Time.Advance(TimeSpan.FromDays(2));
        (await bot.Get<QuestionRetention>().RunAsync()).ShouldBeGreaterThan(0);
        bot.Get<Database>()
            .Read(session => session.Query<string>("select question from receipts"))
            .ShouldBe(["what is a flyer?"]);
        bot.Get<GapStore>().List(10).Select(gap => gap.Question).ShouldBe(["what is a flyer?"]);
    }

    [Fact]
    public async Task The_page_on_privacy_says_for_how_long()
    {
        await using var bot = await RunningBot.StartAsync(
            settings: new KeyValuePair<string, string?>("Answering:KeepQuestionsDays", "42")
        );
        (await bot.Client.GetStringAsync("/privacy")).ShouldContain("erased after 42 days");
    }
}
