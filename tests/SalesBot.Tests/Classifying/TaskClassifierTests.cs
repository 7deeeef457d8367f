using SalesBot.Classifying;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Classifying;

public class TaskClassifierTests
{
    [Fact]
    public void The_shipped_examples_cover_the_four_labels_and_repeat_none()
    {
        var examples = LabelledExample.Shipped.Value;
        examples.Count.ShouldBeGreaterThanOrEqualTo(400);
        examples.GroupBy(example => example.Label).Count(group => group.Count() >= 50).ShouldBe(4);
        examples.Select(example => example.Task).Distinct().Count().ShouldBe(examples.Count);
    }

    [Fact]
    public async Task A_folders_own_examples_are_learned()
    {
        using var knowledge = new BuiltKnowledge();
        knowledge.Write("a.md", "Marketing brings people to the door. Sales turns them into buyers.");
        await knowledge.RefreshedAsync();
        var classifier = knowledge.Classifier();
        classifier.Classify("zorb the flimflam").Verdict.ShouldBe(Verdict.Neither);
        knowledge.Write(
            "examples/ours.tsv",
            "label\ttask\n" + string.Concat(Enumerable.Range(0, 10).Select(i => $"sales\tzorb the flimflam no {i}\n"))
        );
        await knowledge.RefreshedAsync();
        classifier.Classify("zorb the flimflam").Verdict.ShouldBe(Verdict.Sales);
    }

    [Fact]
    public async Task The_same_task_gets_the_same_scores_from_a_model_made_anew()
    {
        using var knowledge = await new BuiltKnowledge(Repository.Knowledge).RefreshedAsync();
        var first = knowledge.Classifier().Classify("write a newsletter and call the readers").Scores;
        knowledge.Classifier().Classify("write a newsletter and call the readers").Scores.ShouldBe(first);
    }

    [Fact]
    public async Task Held_out_examples_are_mostly_recognised()
    {
        using var knowledge = await new BuiltKnowledge(Repository.Knowledge).RefreshedAsync();
        var all = LabelledExample.Shipped.Value.Select((example, i) => (example, Fold: i % 5)).ToList();
        var right = Enumerable
            .Range(0, 5)
            .Sum(fold =>
            {
                var model = new TaskModel(
                    [.. all.Where(item => item.Fold != fold).Select(item => (item.example, 1.0))],
                    knowledge.Encoder
                );
                return all.Where(item => item.Fold == fold)
                    .Count(item =>
                        TaskVerdict.Best(TaskVerdict.Scores(item.example.Task, model)) == item.example.Label
                    );
            });
        (right / (double)all.Count).ShouldBeGreaterThan(0.6);
    }
}
