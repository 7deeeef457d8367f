using SalesBot.Classifying;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Classifying;

public class ActivitiesTests
{
    [Fact]
    public async Task Work_is_called_by_the_words_of_the_trade_and_what_is_like_no_example_by_none()
    {
        using var knowledge = await new BuiltKnowledge(Repository.Knowledge).RefreshedAsync();
        var activities = new Activities(knowledge.Encoder);
        activities
            .Nearest("a customer has doubts about our offer, who answers them")
            .ShouldNotBeNull()
            .Name.ShouldContain("objections");
        activities
            .Nearest("have the contract signed by the client")
            .ShouldNotBeNull()
            .Name.ShouldContain("close a deal");
        activities
            .Nearest("ask people what they would like to buy next year")
            .ShouldNotBeNull()
            .Name.ShouldContain("research");
        activities.Nearest("water the plants in the hall").ShouldNotBeNull().Nearness.ShouldBeLessThan(0.6);
    }

    [Fact]
    public void Every_activity_has_several_examples_and_none_is_of_two()
    {
        var shipped = Activities.Shipped.Value;
        shipped.CountBy(one => one.Name).ShouldAllBe(one => one.Value >= 4);
        shipped.Select(one => one.Example).Distinct().Count().ShouldBe(shipped.Count);
    }

    [Fact]
    public async Task A_verdict_quotes_what_the_documents_say_of_the_activity_though_no_word_is_shared()
    {
        using var knowledge = new BuiltKnowledge();
        knowledge.Write(
            "a.md",
            "# Who does what\n\nSales answers objections and doubts.\n\nMarketing looks after the web site.\n\nSales are direct activities."
        );
        await knowledge.RefreshedAsync();
        using var lease = knowledge.Index.Lease();
        var judged = knowledge.Classifier().Judge("talk a hesitating buyer round", lease.Generation);
        judged.Verdict.ShouldBe(Verdict.Sales);
        judged.Said[0].Statement.Sentence.ShouldBe("Sales answers objections and doubts.");
    }
}
