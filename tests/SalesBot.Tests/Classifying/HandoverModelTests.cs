using SalesBot.Classifying;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Classifying;

public class HandoverModelTests
{
    [Fact]
    public void Every_kind_has_examples_and_none_stands_twice()
    {
        var examples = HandoverModel.Shipped().ToList();
        examples.ShouldAllBe(example => example.Label >= 0);
        examples.GroupBy(example => example.Label).Count(kind => kind.Count() >= 30).ShouldBe(9);
        examples.Select(example => example.Text).Distinct().Count().ShouldBe(examples.Count);
    }

    [Fact]
    public async Task Held_out_messages_are_told_from_what_hands_nothing_over_and_mostly_by_kind()
    {
        using var knowledge = await new BuiltKnowledge(Repository.Knowledge).RefreshedAsync();
        var all = HandoverModel.Shipped().Index().ToList();
        var judged = Enumerable
            .Range(0, 5)
            .SelectMany(fold =>
            {
                var model = new HandoverModel(knowledge.Encoder).LearnHandovers(
                    all.Where(one => one.Index % 5 != fold).Select(one => one.Item)
                );
                return all.Where(one => one.Index % 5 == fold)
                    .Select(one => (one.Item.Label, Shares: model.Score(one.Item.Text)));
            })
            .ToList();
        var (handed, nothing) = (
            judged.Where(one => one.Label > 0).ToList(),
            judged.Where(one => one.Label == 0).ToList()
        );
        // Behind the phrases it need not find all, and must not find what is none.
        Share(handed, one => 1 - one.Shares[0] >= 0.6).ShouldBeGreaterThan(0.4);
        Share(nothing, one => 1 - one.Shares[0] >= 0.6).ShouldBeLessThan(0.05);
        Share(handed, one => one.Shares[1..].Index().MaxBy(kind => kind.Item).Index + 1 == one.Label)
            .ShouldBeGreaterThan(0.7);
    }

    static double Share<T>(List<T> all, Func<T, bool> holds) => all.Count(holds) / (double)all.Count;
}
