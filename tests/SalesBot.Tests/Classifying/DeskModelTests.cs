using SalesBot.Classifying;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Classifying;

public sealed class DeskModelTests
{
    [Fact]
    public void Every_deed_has_examples_and_none_stands_twice()
    {
        var examples = DeskModel.Shipped();
        examples.ShouldAllBe(example => example.Label >= 0);
        examples.GroupBy(example => example.Label).ShouldAllBe(deed => deed.Count() >= 20);
        examples.Select(example => example.Text).Distinct().Count().ShouldBe(examples.Count);
    }

    [Fact]
    public async Task Held_out_messages_that_want_nothing_are_told_from_those_that_want_something()
    {
        using var knowledge = await new BuiltKnowledge(Repository.Knowledge).RefreshedAsync();
        var model = new DeskModel(knowledge.Encoder);
        var all = DeskModel.Shipped().Index().ToList();
        var judged = Enumerable
            .Range(0, 4)
            .SelectMany(fold =>
            {
                var learned = model.Learn(all.Where(one => one.Index % 4 != fold).Select(one => one.Item));
                return all.Where(one => one.Index % 4 == fold)
                    .Select(one => (one.Item.Label, Shares: learned.Score(one.Item.Text)));
            })
            .ToList();
        var (wanted, nothing) = (
            judged.Where(one => one.Label > 0).ToList(),
            judged.Where(one => one.Label == 0).ToList()
        );
        // What is not likely enough is left alone: behind the phrases it need not find all.
        Share(nothing, one => one.Shares[1..].Max() >= 0.5).ShouldBeLessThan(0.06);
        Share(wanted, one => Best(one.Shares) == one.Label).ShouldBeGreaterThan(0.7);
        Share(wanted.FindAll(one => one.Shares.Max() >= 0.5), one => Best(one.Shares) == one.Label)
            .ShouldBeGreaterThan(0.9);
    }

    static int Best(double[] shares) => Array.IndexOf(shares, shares.Max());

    static double Share<T>(List<T> all, Func<T, bool> holds) => all.Count(holds) / (double)all.Count;
}
