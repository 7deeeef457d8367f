using SalesBot.Classifying;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Classifying;

/// <summary>What examples teach of follow-ups and of questions, on those that were left out of the learning.</summary>
public class ExampleModelTests
{
    const double Likely = 0.6;

    [Fact]
    public async Task A_wish_for_more_of_an_answer_is_seldom_read_into_what_is_new()
    {
        using var knowledge = await new BuiltKnowledge(Repository.Knowledge).RefreshedAsync();
        var judged = LeftOut(new WishModel(knowledge.Encoder), WishModel.Shipped());
        var (wishes, others) = (judged.FindAll(one => one.Label > 0), judged.FindAll(one => one.Label == 0));
        Share(wishes, one => one.Best == one.Label && one.Share >= Likely).ShouldBeGreaterThan(0.35);
        Share(others, one => one.Best != 0 && one.Share >= Likely).ShouldBeLessThan(0.03);
    }

    [Fact]
    public async Task What_is_likely_a_question_on_the_two_teams_mostly_is_of_that_sort()
    {
        using var knowledge = await new BuiltKnowledge(Repository.Knowledge).RefreshedAsync();
        var judged = LeftOut(new AskModel(knowledge.Encoder), AskModel.Shipped());
        var likely = judged.FindAll(one => one.Share >= Likely);
        Share(likely, one => one.Best == one.Label).ShouldBeGreaterThan(0.9);
        Share(judged.FindAll(one => one.Label == 0), one => one.Best != 0 && one.Share >= Likely)
            .ShouldBeLessThan(0.04);
    }

    [Fact]
    public void Examples_have_known_labels_and_none_stands_twice()
    {
        foreach (var examples in new[] { WishModel.Shipped(), AskModel.Shipped() })
        {
            examples.ShouldAllBe(example => example.Label >= 0);
            examples.Select(example => example.Text.ToLowerInvariant()).Distinct().Count().ShouldBe(examples.Count);
        }
    }

    static List<(int Label, int Best, double Share)> LeftOut(
        ExampleModel model,
        IReadOnlyList<LabelledText> examples
    ) =>
        [
            .. Enumerable
                .Range(0, 5)
                .SelectMany(fold =>
                {
                    var learned = model.Learn(examples.Where((_, i) => i % 5 != fold));
                    return examples
                        .Where((_, i) => i % 5 == fold)
                        .Select(example =>
                        {
                            var shares = learned.Score(example.Text);
                            var best = Array.IndexOf(shares, shares.Max());
                            return (example.Label, best, shares[best]);
                        });
                }),
        ];

    static double Share<T>(List<T> all, Func<T, bool> holds) => all.Count(holds) / (double)all.Count;
}
