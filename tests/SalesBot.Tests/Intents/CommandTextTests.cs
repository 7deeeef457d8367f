using SalesBot.Intents;

namespace SalesBot.Tests.Intents;

public class CommandTextTests
{
    [Theory]
    [InlineData(1_998)]
    [InlineData(5_000)]
    public void A_smiley_within_a_long_text_costs_nothing_of_it(int before)
    {
        var text = new string('x', before) + ":) and ho 1001";
        CommandText.Bare(text, out var tail).ShouldEndWith(":) and HO-1001");
        tail.ShouldBe("");
    }
}
